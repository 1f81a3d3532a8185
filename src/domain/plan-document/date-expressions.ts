import { endOfMonth, endOfQuarter, endOfYear, localDateFrom, type LocalDate } from '../local-date/local-date'
import { parseNumeral } from './numerals'
import { plainDigits } from './plain-digits'

const CN = '[一二三四五六七八九十〇]{1,3}'
const YEAR = '(?:(?<!\\d)((?:19|20)\\d\\d)\\s?年|(今年|本年度?|当年|明年|次年|翌年|来年|年(?=[底末内])))'
const UNIT = `(?:(?<!\\d)(\\d{1,2}|${CN})\\s?月\\s?份?\\s?(?:(\\d{1,2}|${CN})\\s?[日号]|(上旬|中旬|下旬|初))?|(上半年|下半年)|第?\\s?([一二三四1-4])\\s?季度)`
const BOUND = '(底(?![线层数色蕴盘子部气稿图])|末(?![端梢])|内(?![容部外涵政需生]))?'
const NUMERIC = '((?:19|20)\\d\\d)[./-](\\d{1,2})(?:[./-](\\d{1,2}))?(?![\\d%./-])'

/** Year, unit of the year and bound, each where the document gives it: 2021年 · 9月 · 底 · 前. */
const DATE = new RegExp(
  `(?:${YEAR}\\s?年?\\s?${UNIT}?|${UNIT})\\s?${BOUND}\\s?(之前|以前|前(?![期述景沿瞻置端台往提]))?|${NUMERIC}\\s?(前)?`,
  'g',
)

/** Most cells and sentences hold no date at all. */
const MAY_HOLD_DATE = /[年月季半]|\d[./-]\d/

type YearWord = 'this' | 'next' | null

/** A date as written, with what stands before and after it in the same text. */
export interface DateExpression {
  readonly start: number
  readonly end: number
  readonly year: number | null
  readonly yearWord: YearWord
  readonly month: number | null
  readonly day: number | null
  readonly third: string | null
  readonly half: string | null
  readonly quarter: number | null
  readonly bound: string | null
  readonly isBefore: boolean
  readonly before: string
  readonly after: string
}

/** Finds every date in a folded text, whether or not something is due by it. */
export function findDates(folded: string): DateExpression[] {
  if (!MAY_HOLD_DATE.test(folded)) return []
  const written = plainDigits(folded)
  const found: DateExpression[] = []
  for (const match of written.matchAll(DATE)) {
    const expression = readExpression(match, written)
    if (expression !== null) found.push(expression)
  }
  return found
}

function readExpression(match: RegExpExecArray, written: string): DateExpression | null {
  const words = match[0]
  const start = match.index + (words.length - words.trimStart().length)
  const end = match.index + words.trimEnd().length
  const before = written.slice(Math.max(0, start - 20), start)
  const yearWord = match[2] === undefined || match[2] === '年' ? null : /明|次|翌|来/.test(match[2]) ? 'next' : 'this'
  // 三年内, 去年底: the year is counted from elsewhere.
  if (match[2] === '年' && /[\d一二三四五六七八九十两几近每去上前往历学财半全多数]$/.test(before)) return null
  const year = match[1] ?? match[15]
  const month = match[3] ?? match[8] ?? match[16]
  const day = match[4] ?? match[9] ?? match[17]
  const quarter = match[7] ?? match[12]
  return {
    start,
    end,
    year: year === undefined ? null : Number(year),
    yearWord,
    month: month === undefined ? null : parseNumeral(month),
    day: day === undefined ? null : parseNumeral(day),
    third: match[5] ?? match[10] ?? null,
    half: match[6] ?? match[11] ?? null,
    quarter: quarter === undefined ? null : parseNumeral(quarter),
    bound: match[13] ?? null,
    isBefore: match[14] !== undefined || match[18] !== undefined,
    before,
    after: written.slice(end, end + 28),
  }
}

/** Whether only a year is given: 2021年, 到2023年. */
export function isBareYear(date: DateExpression): boolean {
  return (
    date.year !== null &&
    date.month === null &&
    date.half === null &&
    date.quarter === null &&
    date.bound === null &&
    !date.isBefore
  )
}

/** The last day that a date in a given year stands for. */
export function lastDayOf(date: DateExpression, year: number): LocalDate | null {
  if (date.month !== null && date.day !== null) return localDateFrom(year, date.month, date.day)
  if (date.month !== null && (date.third === '上旬' || date.third === '初')) return localDateFrom(year, date.month, 10)
  if (date.month !== null && date.third === '中旬') return localDateFrom(year, date.month, 20)
  if (date.month !== null) return endOfMonth(year, date.month)
  if (date.half === '上半年') return endOfQuarter(year, 2)
  if (date.quarter !== null) return endOfQuarter(year, date.quarter)
  return endOfYear(year)
}
