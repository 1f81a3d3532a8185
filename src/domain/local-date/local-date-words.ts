import { BUSINESS_TIME_ZONE, daysBetween, localDateOf, type LocalDate } from './local-date'

/** A due day in the words people act on: 还有 5 天, 今天到期, 逾期 12 天. A task due today is not late. */
export function dueInWords(dueOn: LocalDate, today: LocalDate): string {
  const days = daysBetween(today, dueOn)
  if (days === 0) return '今天到期'
  return days > 0 ? `还有 ${days} 天` : `逾期 ${-days} 天`
}

/** The same beside a signal that says 逾期 already: 已过 12 天. */
export function dueBesideSignal(dueOn: LocalDate, today: LocalDate): string {
  return isPastDue(dueOn, today) ? `已过 ${daysBetween(dueOn, today)} 天` : dueInWords(dueOn, today)
}

/** Whether a day that something was due on has passed. */
export function isPastDue(dueOn: LocalDate, today: LocalDate): boolean {
  return daysBetween(dueOn, today) > 0
}

/** Nothing was ever handed in, so there is nothing that could be old. */
export const NEVER_REPORTED = '从未填报'

/** The age of the fact something rests on: 43 天未更新, 今天更新. */
export function ageInWords(updatedOn: LocalDate | null, today: LocalDate): string {
  if (updatedOn === null) return NEVER_REPORTED
  const days = daysBetween(updatedOn, today)
  if (days <= 0) return '今天更新'
  return days === 1 ? '昨天更新' : `${days} 天未更新`
}

/** For how long there has been something to report: 已启动 43 天. */
export function runningInWords(startedOn: LocalDate, today: LocalDate): string {
  const days = daysBetween(startedOn, today)
  return days <= 0 ? '今天启动' : `已启动 ${days} 天`
}

/** For how long nothing has been heard since a day, the last report or the day on which work began: 43 天没有新反馈. */
export function silenceInWords(since: LocalDate, today: LocalDate): string {
  const days = daysBetween(since, today)
  return days <= 0 ? '今天有反馈或刚启动' : `${days} 天没有新反馈`
}

/** A day relative to today for things that happened: 今天, 昨天, 12 天前; later days as 3 天后. */
export function dayInWords(date: LocalDate, today: LocalDate): string {
  const days = daysBetween(date, today)
  if (days === 0) return '今天'
  if (days === 1) return '昨天'
  if (days === -1) return '明天'
  return days > 0 ? `${days} 天前` : `${-days} 天后`
}

/** A day in prose: 2021年6月30日. */
export function dateInProse(date: LocalDate): string {
  const [year, month, day] = date.split('-')
  return `${Number(year)}年${Number(month)}月${Number(day)}日`
}

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: BUSINESS_TIME_ZONE,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** The time of day in Asia/Shanghai: 14:02. */
export function timeOfDay(instant: Date): string {
  return clock.format(instant)
}

/** An instant in prose: 2021年6月30日 14:02. */
export function dateTimeInProse(instant: Date): string {
  return `${dateInProse(localDateOf(instant))} ${timeOfDay(instant)}`
}

/** An instant for tables: 2021-06-30 14:02. */
export function dateTimeInTable(instant: Date): string {
  return `${localDateOf(instant)} ${timeOfDay(instant)}`
}
