import { parseLocalDate } from '@/domain/local-date/local-date'
import { describe, expect, it } from 'vitest'
import { sampleDirectory, sampleDraft, sampleTask } from '../../../tests/fixtures/draft-samples'
import { draftMilestoneId, draftSectionId, draftTaskId, unitId } from '../../../tests/support/ids'
import { issueSummary } from './issue-summary'
import { nameKey } from './name-key'
import type { DraftUnit, NameResolution } from './plan-draft'
import { problemsOf } from './review-draft'
import { indexDirectory, listNames, meaningOf } from './unit-names'

const index = indexDirectory(sampleDirectory)
const unit = (name: string, role: DraftUnit['role'] = 'responsible'): DraftUnit => ({
  name,
  role,
  start: null,
  end: null,
})

describe('comparing names', () => {
  it('passes over width, white space, letter case and the shape of brackets', () => {
    expect(nameKey(' 县委宣传部〈县 新闻办〉')).toBe(nameKey('县委宣传部（县新闻办）'))
    expect(nameKey('ＡＢ【局】')).toBe(nameKey('ab(局)'))
    expect(nameKey('县司法局')).not.toBe(nameKey('县司法所'))
  })
})

describe('what a name stands for', () => {
  const of = (name: string, resolutions: Record<string, NameResolution> = {}) => meaningOf(name, resolutions, index)
  it('finds units, groups and aliases', () => {
    expect(of('县 司法局')).toMatchObject({ kind: 'unit', unit: { id: 'u2' }, isChosen: false })
    expect(of('县府办')).toMatchObject({ kind: 'unit', unit: { id: 'u1' } })
    expect(of('各街道办事处')).toMatchObject({ kind: 'group', group: { id: 'g1' } })
    expect(of('县教育局')).toEqual({ kind: 'unresolved' })
  })
  it('leaves retired units out, by name and as members', () => {
    expect(of('老城街道')).toEqual({ kind: 'unresolved' })
    const group = of('各街道')
    expect(group.kind === 'group' ? group.members.map((member) => member.id) : []).toEqual(['u3', 'u4'])
  })
  it('lets the choice of the clerk come first', () => {
    expect(of('县府办', { 县府办: { kind: 'unit', unitId: unitId('u2') } })).toMatchObject({
      unit: { id: 'u2' },
      isChosen: true,
    })
    expect(of('县府办', { 县府办: { kind: 'not_tracked' } })).toEqual({ kind: 'not_tracked' })
    expect(of('县府办', { 县府办: { kind: 'unit', unitId: unitId('gone') } })).toEqual({ kind: 'unresolved' })
  })
  it('is not fooled by names of built-in properties', () => expect(of('constructor')).toEqual({ kind: 'unresolved' }))
})

const draft = sampleDraft({
  tasks: [
    sampleTask({ id: draftTaskId('t1'), units: [unit('县府办', 'lead'), unit('各街道'), unit('县政府办公室')] }),
    sampleTask({ id: draftTaskId('t2'), units: [unit('县教育局'), unit('各街道'), unit('东街街道')] }),
    sampleTask({ id: draftTaskId('t3'), units: [unit('县审计局')] }),
    sampleTask({ id: draftTaskId('t4'), units: [unit('县审计局')] }),
  ],
  defaultUnits: [{ ...unit('县司法局'), text: '各项任务均需…', isAccepted: null }],
})

describe('listing names', () => {
  it('puts the unresolved first, the most frequent first', () => {
    expect(listNames(draft, index).map(({ name, taskIds }) => `${name} ${taskIds.length}`)).toEqual([
      '县审计局 2',
      '县教育局 1',
      '各街道 2',
      '县府办 1',
      '县政府办公室 1',
      '东街街道 1',
    ])
  })
  it('counts an accepted default unit in every task', () => {
    const accepted = { ...draft, defaultUnits: draft.defaultUnits.map((one) => ({ ...one, isAccepted: true })) }
    expect(listNames(accepted, index).find(({ name }) => name === '县司法局')).toMatchObject({
      isDefault: true,
      taskIds: ['t1', 't2', 't3', 't4'],
    })
  })
})

describe('what issuing will make', () => {
  it('counts each unit once a task, with groups expanded to the members of today', () => {
    const summary = issueSummary({ ...draft, resolutions: { 县审计局: { kind: 'not_tracked' } } }, index)
    // t1: u1 by two names, u3 and u4; t2: u3 and u4; t3 and t4: nobody.
    expect(summary).toMatchObject({ tasks: 4, assignments: 5, units: 3, notTracked: ['县审计局'] })
    expect(summary.groups).toEqual([{ name: '各街道', members: ['东街街道', '西街街道'] }])
    expect(summary.otherWritings).toEqual([{ name: '县府办', unitName: '县政府办公室' }])
    expect(summary.tasksWithoutUnits.map((task) => task.id)).toEqual(['t3', 't4'])
  })
  it('gives a task without dates one milestone, and counts a due date once', () => {
    const dueOn = draft.document.endsOn
    const milestone = { dueOn, year: null, text: '', start: null, end: null }
    const dated = sampleDraft({
      tasks: [
        sampleTask({
          id: draftTaskId('t1'),
          milestones: [
            { id: draftMilestoneId('m1'), ...milestone },
            { id: draftMilestoneId('m2'), ...milestone },
          ],
        }),
        sampleTask({ id: draftTaskId('t2') }),
      ],
    })
    expect(issueSummary(dated, index)).toMatchObject({ milestones: 2, tasksDueAtEnd: 1 })
  })
})

describe('problems before issuing', () => {
  const messages = (of: typeof draft, isBlocking: boolean) =>
    problemsOf(of, listNames(of, index))
      .filter((problem) => problem.isBlocking === isBlocking)
      .map((problem) => problem.message)

  it('blocks on unresolved names and empty groups', () => {
    expect(messages(draft, true)).toEqual(['2 个单位名称还没有对应：「县审计局」、「县教育局」。'])
    expect(
      messages(sampleDraft({ tasks: [sampleTask({ id: draftTaskId('t1'), units: [unit('各乡镇')] })] }), true),
    ).toEqual(['「各乡镇」所指的单位组还没有成员。'])
  })
  it('blocks on a plan without tasks, title or time', () => {
    const { document } = draft
    expect(messages(sampleDraft(), true)).toEqual(['计划里还没有任务。'])
    const broken = sampleDraft({
      tasks: [sampleTask({ id: draftTaskId('t1'), units: [unit('县司法局')] })],
      document: { ...document, title: ' ', startsOn: document.endsOn, endsOn: document.startsOn },
    })
    expect(messages(broken, true)).toEqual(['计划还没有名称。', '计划的结束日期早于开始日期。'])
  })
  it('blocks on a task that says nothing and a section without title', () => {
    const empty = sampleDraft({
      tasks: [sampleTask({ id: draftTaskId('t1'), title: '', text: ' ', units: [unit('县司法局')] })],
      sections: [
        { id: draftSectionId('s1'), parentId: null, number: '一', title: '', level: 1, start: null, end: null },
      ],
    })
    expect(messages(empty, true)).toEqual(['章节「一」还没有标题。', '有一项任务还没有内容。'])
  })
  it('warns of tasks without units, of late milestones, open defaults and doubts', () => {
    const doubtful = sampleDraft({
      tasks: [
        sampleTask({
          id: draftTaskId('t1'),
          number: '1',
          title: '甲',
          doubts: [{ code: 'number_gap', message: '', start: null, end: null }],
        }),
        sampleTask({
          id: draftTaskId('t2'),
          title: '乙',
          units: [unit('县司法局')],
          milestones: ['2022-01-01', '2020-12-31'].map((dueOn, at) => ({
            id: draftMilestoneId(`m${at + 1}`),
            dueOn: parseLocalDate(dueOn),
            year: null,
            text: '',
            start: null,
            end: null,
          })),
        }),
      ],
      defaultUnits: draft.defaultUnits,
    })
    expect(messages(doubtful, false)).toEqual([
      '「1 甲」没有责任单位。',
      '「乙」有节点晚于计划结束日期。',
      '「乙」有节点早于计划开始日期。',
      '文中说各项任务都有「县司法局」，还没有决定是否采用。',
      '1 项任务待核对。',
    ])
  })
})
