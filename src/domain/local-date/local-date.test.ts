import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  addDays,
  compareLocalDates,
  daysBetween,
  endOfMonth,
  endOfQuarter,
  endOfYear,
  fromCalendarDay,
  isLocalDate,
  localDateFrom,
  localDateOf,
  parseLocalDate,
  pastDay,
  toCalendarDay,
  yearOf,
} from './local-date'

const day = parseLocalDate

afterEach(() => vi.unstubAllEnvs())

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
  it('makes days of figures, where the calendar has them', () => {
    expect(localDateFrom(2024, 2, 29)).toBe('2024-02-29')
    expect(localDateFrom(2023, 2, 29)).toBeNull()
    expect(localDateFrom(2023, 13, 1)).toBeNull()
    expect(localDateFrom(2023, 0, 1)).toBeNull()
  })
  it('speaks of the past only', () => {
    const today = day('2021-09-30')
    expect(['2021-09-29', '2021-09-30', '2021-10-01', '', 'x'].map((text) => pastDay(text, today))).toEqual([
      '2021-09-29',
      null,
      null,
      null,
      null,
    ])
  })
  it('ends months and quarters on their last day', () => {
    expect([1, 2, 4, 12].map((month) => endOfMonth(2023, month))).toEqual([
      '2023-01-31',
      '2023-02-28',
      '2023-04-30',
      '2023-12-31',
    ])
    expect(endOfMonth(2024, 2)).toBe('2024-02-29')
    expect(endOfMonth(2024, 13)).toBeNull()
    expect([1, 2, 3, 4, 5].map((quarter) => endOfQuarter(2023, quarter))).toEqual([
      '2023-03-31',
      '2023-06-30',
      '2023-09-30',
      '2023-12-31',
      null,
    ])
  })
  // Shanghai kept summer time in 1991, Santiago begins a day at one o'clock twice a year.
  it.each(['UTC', 'Asia/Shanghai', 'America/Santiago', 'Pacific/Apia'])(
    'counts the same on a machine in %s',
    (zone) => {
      process.env['TZ'] = zone
      for (const text of [
        '1991-04-14',
        '1991-09-15',
        '2011-12-29',
        '2011-12-31',
        '2023-09-02',
        '2023-09-03',
        '2024-02-29',
      ]) {
        expect(fromCalendarDay(toCalendarDay(day(text)))).toBe(text)
        expect(
          daysBetween(day('1990-01-01'), addDays(day('1990-01-01'), daysBetween(day('1990-01-01'), day(text)))),
        ).toBe(daysBetween(day('1990-01-01'), day(text)))
        expect(daysBetween(day('1990-01-01'), day(text))).toBe(
          (Date.parse(`${text}T00:00:00Z`) - Date.parse('1990-01-01T00:00:00Z')) / 86_400_000,
        )
      }
    },
  )
  it('ends a year on 31 December', () => {
    expect(endOfYear(2023)).toBe('2023-12-31')
    expect(yearOf(day('2023-12-31'))).toBe(2023)
  })
  it('sorts', () => {
    expect(compareLocalDates(day('2021-01-02'), day('2021-01-10'))).toBeLessThan(0)
    expect(compareLocalDates(day('2021-01-02'), day('2021-01-02'))).toBe(0)
  })
})
