/** A business day as its number since 1970-01-01, so that adding and comparing days is plain arithmetic. */
export type Day = number

/** Microseconds since 1970-01-01T00:00Z, as exact as the database keeps them. */
export type Instant = number

const DAY_MS = 86_400_000
const SHANGHAI_US = 8 * 3_600_000_000

/** A day written as 2026-03-01. */
export function dayFrom(text: string): Day {
  return Date.parse(`${text}T00:00:00Z`) / DAY_MS
}

/** The instant of a written moment, such as 2026-03-01T23:59:00+08:00. */
export function instantFrom(text: string): Instant {
  return Date.parse(text) * 1000
}

/** A day as people and the database write it. */
export function written(day: Day): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}

/** “A business day is a date in Asia/Shanghai.” */
export function dayOf(instant: Instant): Day {
  return Math.floor((instant + SHANGHAI_US) / (DAY_MS * 1000))
}

/** The last instant of a day: “answered from what was known (approved) then”. */
export function endOf(day: Day): Instant {
  return (day + 1) * DAY_MS * 1000 - SHANGHAI_US - 1
}

/** The first day of the month that lies so many months from that of January 1970. */
export function firstOfMonth(month: number): Day {
  return Date.UTC(1970, month, 1) / DAY_MS
}

/** How many months lie between a day's month and January 1970. */
export function monthOf(day: Day): number {
  const date = new Date(day * DAY_MS)
  return (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth()
}
