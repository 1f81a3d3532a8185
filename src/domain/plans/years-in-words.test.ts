import { parseLocalDate } from '@/domain/local-date/local-date'
import { expect, it } from 'vitest'
import { yearsInWords, yearsOfPlan } from './years-in-words'

it('says the years of a plan', () => {
  expect(yearsInWords(2022, 2022)).toBe('2022 年')
  expect(yearsOfPlan({ startsOn: parseLocalDate('2021-03-01'), endsOn: parseLocalDate('2025-12-31') })).toBe(
    '2021—2025 年',
  )
})
