/** A calendar day such as 2021-06-30, without a clock or a zone. */
export type LocalDate = string & { readonly __brand: 'LocalDate' }

/** The zone whose calendar decides what "today" is. */
export const BUSINESS_TIME_ZONE = 'Asia/Shanghai'

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/
const MS_PER_DAY = 86_400_000

const shanghaiDay = new Intl.DateTimeFormat('en-CA', {
  timeZone: BUSINESS_TIME_ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** Whether a string names a day that exists. */
export function isLocalDate(value: string): value is LocalDate {
  const match = PATTERN.exec(value)
  if (match === null) return false
  const date = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)
}

/** A string as a day; a day that does not exist is an error. */
export function parseLocalDate(value: string): LocalDate {
  if (!isLocalDate(value)) throw new RangeError(`not a date: ${value}`)
  return value
}

/** The day in Asia/Shanghai on which an instant falls. */
export function localDateOf(instant: Date): LocalDate {
  return parseLocalDate(shanghaiDay.format(instant))
}

/** Whole days from one day to another; negative when `to` lies before `from`. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((utcOf(to) - utcOf(from)) / MS_PER_DAY)
}

/** The day `count` days later, or earlier for a negative count. */
export function addDays(date: LocalDate, count: number): LocalDate {
  return parseLocalDate(new Date(utcOf(date) + count * MS_PER_DAY).toISOString().slice(0, 10))
}

/** The last day of a year: a bare year in a plan is due then. */
export function endOfYear(year: number): LocalDate {
  return parseLocalDate(`${String(year).padStart(4, '0')}-12-31`)
}

/** The year of a day. */
export function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4))
}

/** Sorts days; negative when `a` lies before `b`. */
export function compareLocalDates(a: LocalDate, b: LocalDate): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function utcOf(date: LocalDate): number {
  return Date.parse(`${date}T00:00:00Z`)
}
