import { sampleTask } from '../../../tests/fixtures/draft-samples'
import type { DraftTask } from '@/domain/plan-draft/plan-draft'
import { describe, expect, it } from 'vitest'
import { firstOfEachKind, lineageFigures, openSuggestions, sureAncestors } from './draft-lineage'
import { sampleSuggestion } from '../../../tests/fixtures/lineage-samples'
import { draftTaskId, milestoneId, taskId } from '../../../tests/support/ids'

const task = (id: string, change: Partial<DraftTask> = {}): DraftTask => sampleTask({ id: draftTaskId(id), ...change })
const last = sampleSuggestion('last', { isSure: true })
const other = sampleSuggestion('other', { similarity: 0.3 })
const long = sampleSuggestion('long', { kind: 'long_term', milestoneId: milestoneId('m22'), isSure: true })

describe('openSuggestions', () => {
  it('leaves out what was refused', () => {
    expect(openSuggestions(task('t1', { notAncestors: [taskId('last')] }), [last, other, long])).toEqual([other, long])
  })
  it('asks no more about a kind of which one was accepted', () => {
    expect(
      openSuggestions(task('t1', { ancestors: [{ taskId: taskId('last'), milestoneId: null }] }), [last, other, long]),
    ).toEqual([long])
  })
  it('shows the likeliest of each kind', () => {
    expect(firstOfEachKind([last, other, long])).toEqual([last, long])
  })
})

describe('lineageFigures', () => {
  it('counts tasks, those with possible ancestors, the settled ones and those still looked at', () => {
    const tasks = [
      task('t1', { ancestors: [{ taskId: taskId('x'), milestoneId: null }] }),
      task('t2'),
      task('t3'),
      task('t4'),
      task('t5', { notAncestors: [taskId('last')] }),
    ]
    const found = new Map([
      [draftTaskId('t1'), []],
      [draftTaskId('t2'), [last]],
      [draftTaskId('t3'), []],
      [draftTaskId('t5'), [last]],
    ])
    expect(lineageFigures(tasks, found)).toEqual({ tasks: 5, found: 2, accepted: 1, pending: 1 })
  })
})

describe('sureAncestors', () => {
  it('takes only what is sure and still open, with its milestone', () => {
    const found = new Map([
      [draftTaskId('t1'), [last, other, long]],
      [draftTaskId('t2'), [other]],
      [draftTaskId('t3'), [last]],
      [draftTaskId('t4'), [last]],
    ])
    const tasks = [
      task('t1'),
      task('t2'),
      task('t3', { notAncestors: [taskId('last')] }),
      task('t4', { ancestors: [{ taskId: taskId('last'), milestoneId: null }] }),
    ]
    const sure = [...sureAncestors(tasks, found)]
    expect(sure).toEqual([
      [
        't1',
        [
          { taskId: 'last', milestoneId: null },
          { taskId: 'long', milestoneId: 'm22' },
        ],
      ],
    ])
  })
})
