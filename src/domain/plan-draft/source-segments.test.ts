import { describe, expect, it } from 'vitest'
import { expectLinearGrowth } from '../../../tests/support/linear-growth'
import { sampleTask } from '../../../tests/fixtures/draft-samples'
import { draftTaskId, droppedTextId } from '../../../tests/support/ids'
import { sourceOffsetOf } from './source-place'
import { segmentSource } from './source-segments'

const text = '标题\n\n（一）甲做好甲事。\n跨行续写。导航\n（二）乙。'
const at = (words: string) => text.indexOf(words)
const tasks = [
  sampleTask({ id: draftTaskId('t1'), start: at('（一）'), end: at('导航') }),
  sampleTask({ id: draftTaskId('t2'), start: at('（二）'), end: text.length }),
]
const dropped = [
  {
    id: droppedTextId('d1'),
    start: at('导航'),
    end: at('导航') + 2,
    reason: 'navigation' as const,
    text: '',
    task: null,
  },
]
const inWords = (of: Parameters<typeof segmentSource>[1]) =>
  segmentSource(text, of).map((paragraph) =>
    paragraph.segments.map(
      (segment) => `${text.slice(segment.start, segment.end)}|${segment.taskId ?? (segment.isDropped ? '×' : '')}`,
    ),
  )

describe('the source in stretches', () => {
  it('shows to which task each stretch belongs, across lines', () => {
    expect(inWords({ tasks, dropped })).toEqual([
      ['标题|'],
      ['（一）甲做好甲事。|t1'],
      ['跨行续写。|t1', '导航|×'],
      ['（二）乙。|t2'],
    ])
  })
  it('gives a place claimed twice to the one that begins earlier', () => {
    const overlapping = [
      sampleTask({ id: draftTaskId('t1'), start: 0, end: at('做好') }),
      sampleTask({ id: draftTaskId('t2'), start: at('（一）'), end: at('甲事') }),
    ]
    expect(inWords({ tasks: overlapping, dropped: [] })[1]).toEqual(['（一）甲|t1', '做好|t2', '甲事。|'])
  })
  it('leaves out what the clerk deleted and what has no place', () => {
    const deleted = [{ id: droppedTextId('d1'), start: 0, end: 2, reason: 'deleted' as const, text: '', task: null }]
    expect(inWords({ tasks: [sampleTask({ id: draftTaskId('t1') })], dropped: deleted })[0]).toEqual(['标题|'])
  })
  it('cuts a long document in proportion to its length', async () => {
    const line = '（一）做好政务公开工作。\n'
    const make = (lines: number) => ({
      long: line.repeat(lines),
      marks: {
        tasks: Array.from({ length: lines / 80 }, (_, index) =>
          sampleTask({
            id: draftTaskId(`t${index}`),
            start: index * 80 * line.length,
            end: index * 80 * line.length + 900,
          }),
        ),
        dropped: [],
      },
    })
    expect(segmentSource(make(8000).long, make(8000).marks)).toHaveLength(8000)
    await expectLinearGrowth(make, ({ long, marks }) => segmentSource(long, marks), 8000)
  })
})

describe('the place of a character of a task', () => {
  const [start, end] = [at('（一）'), at('导航')]
  it('passes over line breaks and what stands before the text', () => {
    expect(sourceOffsetOf(text, start, end, '做好甲事。跨行续写。', 5)).toBe(at('甲事。') + 3)
    expect(sourceOffsetOf(text, start, end, '做好甲事。跨行续写。', 6)).toBe(at('跨行') + 1)
  })
  it('gives up on a text that does not stand there', () => {
    expect(sourceOffsetOf(text, start, end, '全然不同的内容', 3)).toBeNull()
    expect(sourceOffsetOf(text, start, end, '', 0)).toBeNull()
  })
})
