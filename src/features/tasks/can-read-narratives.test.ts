import { expect, it } from 'vitest'
import { unitId } from '../../../tests/support/ids'
import { canReadNarratives } from './can-read-narratives'

const task = {
  assignments: [
    { unitId: unitId('u1'), withdrawnAt: null },
    { unitId: unitId('u2'), withdrawnAt: '2021-05-01T00:00:00Z' },
  ],
}

it('lead office and leadership read every task', () => {
  expect(canReadNarratives({ role: 'lead_office', unitId: null }, task)).toBe(true)
  expect(canReadNarratives({ role: 'leadership', unitId: null }, task)).toBe(true)
})
it('a department reads the tasks it is assigned to, and no longer those it was taken off', () => {
  expect(canReadNarratives({ role: 'department', unitId: unitId('u1') }, task)).toBe(true)
  expect(canReadNarratives({ role: 'department', unitId: unitId('u2') }, task)).toBe(false)
  expect(canReadNarratives({ role: 'department', unitId: unitId('u3') }, task)).toBe(false)
})
