import { expect, it } from 'vitest'
import { parseLocalDate } from '../local-date/local-date'
import { dueInFull, milestoneDueInWords } from './due-dates'

const milestoneDueOn = parseLocalDate('2021-06-30')
const own = { dueOn: parseLocalDate('2021-07-31'), milestoneDueOn }
const same = { dueOn: milestoneDueOn, milestoneDueOn }

it('names the date of the milestone where the one in force is another', () => {
  expect(milestoneDueInWords(own)).toBe('节点期限 2021-06-30')
  expect(dueInFull(own)).toBe('2021-07-31（节点期限 2021-06-30）')
})
it('says one date where there is one', () => {
  expect(milestoneDueInWords(same)).toBeNull()
  expect(dueInFull(same)).toBe('2021-06-30')
})
