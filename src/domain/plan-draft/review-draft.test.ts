import { describe, expect, it } from 'vitest'
import { sampleTask } from '../../../tests/fixtures/draft-samples'
import { draftTaskId } from '../../../tests/support/ids'
import { doubtsFirst, openDoubts } from './review-draft'

const doubt = (code: string) => ({ code, message: code, start: null, end: null })

describe('doubts', () => {
  it('are open until the clerk has checked the task', () => {
    const task = sampleTask({ id: draftTaskId('t1'), doubts: [doubt('number_gap')] })
    expect(openDoubts(task)).toHaveLength(1)
    expect(openDoubts({ ...task, isChecked: true })).toEqual([])
  })
  it('of missing units are answered by adding one', () => {
    const task = sampleTask({ id: draftTaskId('t1'), doubts: [doubt('units_missing')] })
    expect(openDoubts(task)).toHaveLength(1)
    expect(openDoubts({ ...task, units: [{ name: '甲', role: 'lead', start: null, end: null }] })).toEqual([])
  })
  it('sort the most doubtful first and leave the certain out', () => {
    const tasks = [
      sampleTask({ id: draftTaskId('t1') }),
      sampleTask({ id: draftTaskId('t2'), doubts: [doubt('number_gap')] }),
      sampleTask({ id: draftTaskId('t3'), doubts: [doubt('number_gap'), doubt('text_damaged')] }),
      sampleTask({ id: draftTaskId('t4'), doubts: [doubt('number_gap')] }),
    ]
    expect(doubtsFirst(tasks).map((task) => task.id)).toEqual(['t3', 't2', 't4'])
  })
})
