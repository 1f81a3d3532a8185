import { addDays, localDateOf, parseLocalDate, type LocalDate } from '../../src/domain/local-date/local-date'

/** An instant written in the time of Shanghai, `2026-03-02T09:10:00+08:00`: in the order of time when sorted as text. */
export type Instant = string

/** Public holidays with fixed dates; the days worked in exchange for them are left out. */
const HOLIDAYS: ReadonlySet<string> = new Set(
  ['01-01', '05-01', '05-02', '05-03', '05-04', '05-05'].concat(
    Array.from({ length: 7 }, (_, index) => `10-0${index + 1}`),
  ),
)
/** Office hours in minutes of the day, with the rest at noon taken out. */
const MORNING = { from: 8 * 60 + 40, minutes: 3 * 60 }
const AFTERNOON = { from: 14 * 60 + 10, minutes: 3 * 60 }

const lunarDay = new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'UTC' })

/** The first seven days of the lunar year. */
function isSpringFestival(day: LocalDate): boolean {
  const [month, date] = lunarDay.format(new Date(`${day}T00:00:00Z`)).split('/')
  return month === '1' && Number(date) <= 7
}

/** Whether offices are open. */
export function isWorkday(day: LocalDate): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !HOLIDAYS.has(day.slice(5)) && !isSpringFestival(day)
}

/** `day`, or the next day on which offices are open. */
export function workdayFrom(day: LocalDate): LocalDate {
  return isWorkday(day) ? day : workdayFrom(addDays(day, 1))
}

/** `day`, or the last day before it on which offices were open. */
export function workdayUntil(day: LocalDate): LocalDate {
  return isWorkday(day) ? day : workdayUntil(addDays(day, -1))
}

/** The workday that comes `count` workdays after `day`. */
export function workdaysAfter(day: LocalDate, count: number): LocalDate {
  return count === 0 ? day : workdaysAfter(workdayFrom(addDays(day, 1)), count - 1)
}

/** An instant in office hours; `share` in [0, 1) says how far the office day has gone. */
export function officeTime(day: LocalDate, share: number): Instant {
  const gone = Math.floor(share * (MORNING.minutes + AFTERNOON.minutes))
  const minute = gone < MORNING.minutes ? MORNING.from + gone : AFTERNOON.from + gone - MORNING.minutes
  const two = (number: number) => String(number).padStart(2, '0')
  return `${day}T${two(Math.floor(minute / 60))}:${two(minute % 60)}:00+08:00`
}

/** An instant of the machine's clock. */
export function instantOf(time: Date): Instant {
  return `${new Date(time.getTime() + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`
}

/** The business day of an instant. */
export function dayOf(instant: Instant): LocalDate {
  return localDateOf(new Date(instant))
}

/** The earlier of two days. */
export function earlier(a: LocalDate, b: LocalDate): LocalDate {
  return a < b ? a : b
}

/** The later of two days. */
export function later(a: LocalDate, b: LocalDate): LocalDate {
  return a > b ? a : b
}

/** A day of a year, from its `MM-DD`. */
export function dayIn(year: number, monthAndDay: string): LocalDate {
  return parseLocalDate(`${year}-${monthAndDay}`)
}
