import type { OpenAssignment } from '@/data/units/retiring'
import { expect, it } from 'vitest'
import { assignmentId, taskId, unitId } from '../../../tests/support/ids'
import { countPastHandovers, TAKEN_OFF } from './handovers'

const open = (id: string, hasEarlierDues: boolean): OpenAssignment => ({
  id: assignmentId(id),
  taskId: taskId(id),
  planTitle: '2021年要点',
  number: null,
  title: id,
  role: 'responsible',
  isShared: true,
  hasEarlierDues,
})

it('asks of what is past and goes to another unit, not of what others go on with alone', () => {
  const assignments = [open('a', true), open('b', false), open('c', true)]
  expect(countPastHandovers(assignments, {})).toBe(2)
  expect(countPastHandovers(assignments, { a: unitId('u'), c: TAKEN_OFF })).toBe(1)
  expect(countPastHandovers(assignments, { a: TAKEN_OFF, c: TAKEN_OFF })).toBe(0)
})
