import type { Brand } from '@/lib/brand'
import {
  addDays as addCalendarDays,
  differenceInCalendarDays,
  endOfMonth as endOfCalendarMonth,
  formatISO,
  isValid,
  parseISO,
} from 'date-fns'

/** A calendar day such as 2021-06-30, without a clock or a zone. */
export type LocalDate = Brand<'LocalDate'>

/** The zone whose calendar decides what "today" is. */
export const BUSINESS_TIME_ZONE = 'Asia/Shanghai'

const PATTERN = /^\d{4}-\d{2}-\d{2}$/

const shanghaiDay = new Intl.DateTimeFormat('en-CA', {
  timeZone: BUSINESS_TIME_ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** Whether a string names a day that exists. */
export function isLocalDate(value: string): value is LocalDate {
  return PATTERN.test(value) && isValid(parseISO(value))
}

/** A string as a day; a day that does not exist is an error. */
export function parseLocalDate(value: string): LocalDate {
  if (!isLocalDate(value)) throw new RangeError(`not a date: ${value}`)
  return value
}

/** A day that has passed, as an address names it; null is today, and so is what is no day or is yet to come. */
export function pastDay(text: string, today: LocalDate): LocalDate | null {
  return isLocalDate(text) && text < today ? text : null
}

/** A day by its figures, month from 1; null when the calendar has no such day. */
export function localDateFrom(year: number, month: number, day: number): LocalDate | null {
  const value = `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`
  return isLocalDate(value) ? value : null
}

/** The day in Asia/Shanghai on which an instant falls. */
export function localDateOf(instant: Date): LocalDate {
  return parseLocalDate(shanghaiDay.format(instant))
}

/** A day as the calendar of pickers and date-fns has it: its first moment in whatever zone the machine keeps. */
export function toCalendarDay(date: LocalDate): Date {
  return parseISO(date)
}

/** The day that a picker's calendar shows. */
export function fromCalendarDay(day: Date): LocalDate {
  return parseLocalDate(formatISO(day, { representation: 'date' }))
}

/** Whole days from one day to another; negative when `to` lies before `from`. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return differenceInCalendarDays(toCalendarDay(to), toCalendarDay(from))
}

/** The day `count` days later, or earlier for a negative count. */
export function addDays(date: LocalDate, count: number): LocalDate {
  return fromCalendarDay(addCalendarDays(toCalendarDay(date), count))
}

/** The first instant that no longer belongs to a business day: what is known on the day happened before it. */
export function endOfBusinessDay(date: LocalDate): string {
  return `${addDays(date, 1)}T00:00:00+08:00`
}

/** The last day of a month, counted from 1; null when there is no such month. */
export function endOfMonth(year: number, month: number): LocalDate | null {
  const first = localDateFrom(year, month, 1)
  return first === null ? null : fromCalendarDay(endOfCalendarMonth(toCalendarDay(first)))
}

/** The last day of a quarter, counted from 1; null when there is no such quarter. */
export function endOfQuarter(year: number, quarter: number): LocalDate | null {
  return endOfMonth(year, quarter * MONTHS_IN_A_QUARTER)
}

const MONTHS_IN_A_QUARTER = 3

/** The last day of a year: a bare year in a plan is due then. */
export function endOfYear(year: number): LocalDate {
  return parseLocalDate(`${padded(year, 4)}-12-31`)
}

/** The year of a day. */
export function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4))
}

/** Sorts days; negative when `a` lies before `b`. */
export function compareLocalDates(a: LocalDate, b: LocalDate): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function padded(figure: number, length: number): string {
  return String(figure).padStart(length, '0')
}
