import { describe, expect, it } from 'vitest'
import { sampleDraft, sampleTask } from '../../../tests/fixtures/draft-samples'
import { draftTaskId } from '../../../tests/support/ids'
import { doubtsFirst, openDoubts } from './review-draft'

const doubt = (code: string) => ({ code, message: code, start: null, end: null })

const nobody = { defaultUnits: [] }
const units = [{ name: '甲', role: 'lead' as const, start: null, end: null }]
const codes = (task: ReturnType<typeof sampleTask>, of = sampleDraft()) => openDoubts(task, of).map(({ code }) => code)

describe('doubts', () => {
  it('are open until the clerk has checked the task', () => {
    const task = sampleTask({ id: draftTaskId('t1'), units, doubts: [doubt('number_gap')] })
    expect(codes(task)).toEqual(['number_gap'])
    expect(codes({ ...task, isChecked: true })).toEqual([])
  })
  it('of missing units are answered by adding one, or one for every task', () => {
    const task = sampleTask({ id: draftTaskId('t1'), doubts: [doubt('units_missing')] })
    expect(codes(task)).toEqual(['units_missing'])
    expect(codes({ ...task, units })).toEqual([])
    const accepted = { name: '乙', role: 'responsible' as const, text: '', start: null, end: null, isAccepted: true }
    expect(codes(task, sampleDraft({ defaultUnits: [accepted] }))).toEqual([])
    expect(codes(task, sampleDraft({ defaultUnits: [{ ...accepted, isAccepted: null }] }))).toEqual(['units_missing'])
  })
  it('are there for every task without a unit, whether or not the parser said so', () => {
    const task = sampleTask({ id: draftTaskId('t1'), doubts: [doubt('number_gap')] })
    expect(codes(task)).toEqual(['units_missing', 'number_gap'])
    expect(openDoubts(task, nobody)[0]?.message).toBe('没有写明责任单位。')
  })
  it('sort the most doubtful first and leave the certain out', () => {
    const tasks = [
      sampleTask({ id: draftTaskId('t1'), units }),
      sampleTask({ id: draftTaskId('t2'), units, doubts: [doubt('number_gap')] }),
      sampleTask({ id: draftTaskId('t3'), units, doubts: [doubt('number_gap'), doubt('text_damaged')] }),
      sampleTask({ id: draftTaskId('t4'), units, doubts: [doubt('number_gap')] }),
      sampleTask({ id: draftTaskId('t5') }),
    ]
    expect(doubtsFirst({ ...nobody, tasks }).map((task) => task.id)).toEqual(['t3', 't2', 't4', 't5'])
  })
})
