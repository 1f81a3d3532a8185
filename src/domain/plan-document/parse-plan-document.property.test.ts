import * as fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { expectLinearGrowth } from '../../../tests/support/linear-growth'
import { foldText } from './fold-text'
import { parsePlanDocument } from './parse-plan-document'
import { SIMPLIFIED_CHARACTERS, TRADITIONAL_CHARACTERS } from './traditional-characters'
import type { PlanDocumentResult } from './types'

const folder = new URL('../../../tests/fixtures/plan-documents/', import.meta.url)
const documents = readdirSync(folder).map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }))
const plans = documents.filter(({ text }) => parsePlanDocument(text).kind === 'plan')

const bare = (text: string | null): string => foldText(text ?? '').replace(/\s/g, '')

/** What must not change when only the way of writing does. */
function structureOf(result: PlanDocumentResult): unknown {
  return result.plans.map((plan) => ({
    sections: plan.sections.map((section) => [bare(section.number), section.level, bare(section.parent)]),
    tasks: plan.tasks.map((task) => [
      bare(task.number),
      bare(task.section),
      task.units.map((unit) => unit.role),
      task.milestones.map((milestone) => milestone.year),
      task.deadlines,
    ]),
  }))
}

const toTraditional = new Map(
  [...SIMPLIFIED_CHARACTERS].map((character, at) => [character, TRADITIONAL_CHARACTERS[at]]),
)

const WRITINGS: readonly (readonly [string, (text: string) => string])[] = [
  [
    'traditional characters',
    (text) => [...text].map((character) => toTraditional.get(character) ?? character).join(''),
  ],
  ['CRLF line ends', (text) => text.replace(/\n/g, '\r\n')],
  ['full-width digits', (text) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))],
  ['no-break spaces', (text) => text.replace(/ /g, '\u00a0')],
  ['half-width punctuation', (text) => text.replace(/[（），：；]/g, (mark) => mark.normalize('NFKC'))],
  ['indented paragraphs', (text) => text.replace(/^(?=[^\s|\d])/gm, '\u3000\u3000')],
]

describe.each(WRITINGS)('%s', (_, write) => {
  it.each(plans)('change nothing in $name', ({ text }) => {
    expect(structureOf(parsePlanDocument(write(text)))).toEqual(structureOf(parsePlanDocument(text)))
  })
})

describe('advertising and navigation around a plan', () => {
  it.each(plans)('take no task from $name', ({ text }) => {
    const spoilt = `首页 > 政府信息公开 > 文件\n浏览次数：88\n${text}\n\n某某体育官网 免费观看 棋牌平台\n分享到：\n`
    expect(structureOf(parsePlanDocument(spoilt))).toEqual(structureOf(parsePlanDocument(text)))
  })
})

/** Every span lies in the source, and its words are there. */
function expectSpansInside(text: string, result: PlanDocumentResult): void {
  const inside = (span: { start: number; end: number }): void => {
    expect(span.start).toBeGreaterThanOrEqual(0)
    expect(span.end).toBeGreaterThanOrEqual(span.start)
    expect(span.end).toBeLessThanOrEqual(text.length)
  }
  const words = (span: { start: number; end: number }): string => text.slice(span.start, span.end).replace(/\s/g, '')
  result.dropped.forEach(inside)
  for (const plan of result.plans) {
    inside(plan)
    plan.sections.forEach(inside)
    plan.defaultUnits.forEach(inside)
    for (const task of plan.tasks) {
      const spans = [task, ...task.units, ...task.milestones, ...task.deadlineSpans, ...task.targets]
      spans.forEach(inside)
      task.doubts.forEach(inside)
      for (const unit of task.units) {
        expect(unit.name).not.toBe('')
        expect(words(unit).includes(unit.name[0] ?? '')).toBe(true)
      }
      for (const deadline of task.deadlineSpans) expect(deadline.date).toMatch(/^\d{4}-\d\d-\d\d$/)
    }
  }
}

describe('spans', () => {
  it.each(documents)('lie in the source of $name', ({ name, text }) => {
    const result = parsePlanDocument(text)
    expectSpansInside(text, result)
    for (const task of result.plans.flatMap((plan) => plan.tasks)) {
      const own = text.slice(task.start, task.end).replace(/\s/g, '')
      const opening = task.text.replace(/\s/g, '').slice(0, 8)
      // Lines of a drawing, or tags, may stand between the words.
      const isParted = name === 'drawn-table.txt' || name === 'markup-residue.txt'
      if (isParted) expect(own).toMatch(new RegExp(opening.split('').join('.*'), 's'))
      else expect(own).toContain(opening)
      for (const unit of task.units) expect(text.replace(/\s/g, '')).toContain(unit.name)
    }
  })
})

const PIECES = [
  '\n',
  ' ',
  '（',
  '）',
  '〔',
  '一、',
  '（一）',
  '1.',
  '责任单位：',
  '负责',
  '。',
  '2021年',
  '9月底前',
  '|',
  '\t',
  '\ud800',
  '\ufffd',
]

const mutation = fc.record({
  document: fc.integer({ min: 0, max: documents.length - 1 }),
  cuts: fc.array(
    fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.integer({ min: 0, max: 40 }),
      piece: fc.constantFrom(...PIECES),
    }),
    { minLength: 1, maxLength: 12 },
  ),
})

function mutate(text: string, cuts: readonly { at: number; length: number; piece: string }[]): string {
  return cuts.reduce((changed, { at, length, piece }) => {
    const place = Math.floor(at * changed.length)
    return changed.slice(0, place) + piece + changed.slice(place + length)
  }, text)
}

describe('damaged documents', () => {
  it('are read without a crash, with every span inside', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(mutation, ({ document, cuts }) => {
        const text = mutate(documents[document]?.text ?? '', cuts)
        expectSpansInside(text, parsePlanDocument(text))
      }),
      { numRuns: 1000 },
    )
  })

  it('give the same result twice', () => {
    for (const { text } of documents) expect(parsePlanDocument(text)).toEqual(parsePlanDocument(text))
  })
})

describe('garbage', () => {
  const GARBAGE = [
    '(',
    ' ',
    '\n',
    '责任单位:',
    '1.',
    '(一)',
    'a|b\n',
    '2021年',
    '市财政局、',
    '“《',
    '工作方案\n一、甲\n',
    '序号\n任务\n责任单位\n',
  ]

  it.each(GARBAGE)('of %j is work in proportion to its length', (piece) =>
    expectLinearGrowth((size) => piece.repeat(size), parsePlanDocument, Math.ceil(40_000 / piece.length)),
  )

  it('of random signs is read to its end', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...PIECES, '市', '局', '、', '，'), maxLength: 400 }), (text) => {
        expectSpansInside(text, parsePlanDocument(text))
      }),
    )
  })

  it('beyond the longest plan is left unread, with a warning', { timeout: 60_000 }, () => {
    const result = parsePlanDocument('甲'.repeat(2_000_001))
    expect(result.warnings.map((warning) => warning.code)).toEqual(['too_long'])
  })
})
