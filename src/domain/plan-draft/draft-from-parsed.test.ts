import { parseLocalDate } from '@/domain/local-date/local-date'
import { parsePlanDocument } from '@/domain/plan-document/parse-plan-document'
import type { ParsedPlan } from '@/domain/plan-document/types'
import { describe, expect, it } from 'vitest'
import { draftFromParsed, markLeadsByPlace } from './draft-from-parsed'
import { readDraft } from './read-draft'

const today = parseLocalDate('2026-03-01')
const plan: ParsedPlan = {
  planKind: 'action_plan',
  title: '五年行动计划',
  documentNumber: '青政〔2021〕3号',
  issuingBody: '青山县人民政府',
  issuedOn: '2021-03-05',
  startYear: 2021,
  endYear: 2021,
  start: 10,
  end: 100,
  sections: [],
  defaultUnits: [{ name: '县府办', role: 'responsible', text: '各项任务均需县府办负责。', start: 90, end: 93 }],
  tasks: [
    {
      id: 't1',
      number: '（一）',
      section: null,
      subsection: null,
      sectionId: null,
      title: null,
      text: '2023年，建成平台。9月底前试运行。',
      start: 20,
      end: 80,
      units: [{ name: '甲', role: 'lead', start: 60, end: 61 }],
      milestones: [{ year: 2023, text: '2023年，建成平台。', start: 40, end: 50 }],
      deadlines: ['2021-09-30', 'x'],
      deadlineSpans: [
        { date: '2021-09-30', text: '9月底前', start: 25, end: 29 },
        { date: 'x', text: '', start: 50, end: 51 },
      ],
      targets: [],
      isOngoing: false,
      doubts: [{ code: 'units_missing', message: '没有找到责任单位', start: 20, end: 80 }],
    },
  ],
}
/** The date stands at 25–29 in a statement of its own. */
const source = { text: `${'文'.repeat(22)}。平台9月底前试运行。${'文'.repeat(170)}`, fallbackTitle: '文件名', today }

describe('the draft of a parsed plan', () => {
  it('starts on the document date when it lies in the years of the plan, and ends with its last milestone year', () => {
    const { document } = draftFromParsed(plan, [], source)
    expect(document).toMatchObject({
      startsOn: '2021-03-05',
      endsOn: '2023-12-31',
      documentDate: '2021-03-05',
      kind: 'action_plan',
    })
  })
  it('starts on 1 January when the document is dated outside its years', () => {
    expect(draftFromParsed({ ...plan, issuedOn: '2020-12-30' }, [], source).document).toMatchObject({
      startsOn: '2021-01-01',
      documentDate: '2020-12-30',
    })
  })
  it('falls back on the year of the document, then on that of today', () => {
    const yearless = { ...plan, startYear: null, endYear: null, tasks: [] }
    expect(draftFromParsed(yearless, [], source).document).toMatchObject({
      startsOn: '2021-03-05',
      endsOn: '2021-12-31',
    })
    expect(draftFromParsed({ ...yearless, issuedOn: null }, [], source).document).toMatchObject({
      startsOn: '2026-01-01',
      endsOn: '2026-12-31',
    })
  })
  it('takes the file name where the title is missing', () => {
    expect(draftFromParsed({ ...plan, title: null }, [], source).document.title).toBe('文件名')
  })
  it('makes milestones of years and dates, in the order of the text', () => {
    expect(draftFromParsed(plan, [], source).tasks[0]?.milestones).toEqual([
      { id: 'm1', dueOn: '2021-09-30', year: null, text: '平台9月底前试运行', start: 25, end: 29 },
      { id: 'm2', dueOn: '2023-12-31', year: 2023, text: '2023年，建成平台', start: 40, end: 50 },
    ])
  })
  it('leaves default units open and keeps the passages that were dropped inside it', () => {
    const dropped = [
      { start: 0, end: 5, reason: 'navigation' as const },
      { start: 12, end: 15, reason: 'advertisement' as const },
    ]
    const draft = draftFromParsed(plan, dropped, source)
    expect(draft.defaultUnits[0]?.isAccepted).toBeNull()
    expect(draft.dropped).toEqual([
      { id: 'd1', start: 12, end: 15, reason: 'advertisement', text: '文文文', task: null },
    ])
  })
  it('comes back from JSON as it was stored', () => {
    const draft = draftFromParsed(plan, [{ start: 12, end: 15, reason: 'advertisement' }], source)
    expect(readDraft(JSON.parse(JSON.stringify(draft)), today)).toEqual(draft)
  })
})

describe('leads by place', () => {
  const text =
    '2021年青山县政务公开工作要点\n各责任单位列第一位的为牵头单位。\n一、公开\n（一）做好规划公开。及时公开各类规划。（责任单位：县发改局、县司法局）\n（二）做好解读。及时解读。（牵头单位：县府办；配合单位：县司法局）\n'
  it('marks only those that rest on the rule, so that it can be turned off', () => {
    const [ruled, bare] = [
      parsePlanDocument(text).plans[0],
      parsePlanDocument(text, { firstListedUnitLeads: false }).plans[0],
    ]
    if (ruled === undefined || bare === undefined) throw new Error('no plan')
    const draft = markLeadsByPlace(draftFromParsed(ruled, [], { ...source, text }), bare)
    expect(draft.document.firstListedUnitLeads).toBe(true)
    expect(
      draft.tasks.map((task) => task.units.map((unit) => `${unit.name} ${unit.role} ${unit.isLeadByPlace === true}`)),
    ).toEqual([
      ['县发改局 lead true', '县司法局 responsible false'],
      ['县府办 lead false', '县司法局 supporting false'],
    ])
  })
})
