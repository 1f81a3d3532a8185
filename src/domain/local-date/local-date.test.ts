import { describe, expect, it } from 'vitest'
import {
  addDays,
  compareLocalDates,
  daysBetween,
  endOfYear,
  isLocalDate,
  localDateOf,
  parseLocalDate,
  yearOf,
} from './local-date'

const day = parseLocalDate

describe('local date', () => {
  it.each(['2021-02-30', '2021-13-01', '2021-6-3', '20210603', '', '2021-00-10'])('refuses %s', (text) => {
    expect(isLocalDate(text)).toBe(false)
    expect(() => parseLocalDate(text)).toThrow(RangeError)
  })
  it('knows leap days', () => {
    expect(isLocalDate('2024-02-29')).toBe(true)
    expect(isLocalDate('2023-02-29')).toBe(false)
  })
  it('changes the business day at midnight in Shanghai, not in London', () => {
    expect(localDateOf(new Date('2021-06-30T15:59:59Z'))).toBe('2021-06-30')
    expect(localDateOf(new Date('2021-06-30T16:00:00Z'))).toBe('2021-07-01')
  })
  it('counts days over months, years and leap days', () => {
    expect(daysBetween(day('2021-12-31'), day('2022-01-01'))).toBe(1)
    expect(daysBetween(day('2024-03-01'), day('2024-02-28'))).toBe(-2)
    expect(addDays(day('2021-12-30'), 3)).toBe('2022-01-02')
    expect(addDays(day('2024-03-01'), -1)).toBe('2024-02-29')
  })
  it('ends a year on 31 December', () => {
    expect(endOfYear(2023)).toBe('2023-12-31')
    expect(yearOf(day('2023-12-31'))).toBe(2023)
  })
  it('sorts', () => {
    expect(compareLocalDates(day('2021-01-02'), day('2021-01-10'))).toBeLessThan(0)
    expect(compareLocalDates(day('2021-01-02'), day('2021-01-02'))).toBe(0)
  })
})
