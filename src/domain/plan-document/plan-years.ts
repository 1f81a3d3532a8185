import { plainDigits } from './plain-digits'
import type { Issuance } from './issuance'
import type { YearRange } from './milestones'
import type { PlanKind } from './types'

const YEAR = '((?:19|20)\\d\\d)'
const RANGE = new RegExp(`${YEAR}年?(?:[-—~至到]+)${YEAR}年?`)
const FIVE_YEAR_PERIODS: readonly (readonly [RegExp, number, number])[] = [
  [/十三五/, 2016, 2020],
  [/十四五/, 2021, 2025],
  [/十五五/, 2026, 2030],
]

/** Reads the years a plan covers: from its title, else from its number, signature or opening words. */
export function readYears(title: string, head: string, body: string, issuance: Issuance): YearRange {
  const bare = plainDigits(title.replace(/\s/g, ''))
  const range = RANGE.exec(bare)
  if (range !== null) return { startYear: Number(range[1]), endYear: Number(range[2]) }
  const single = new RegExp(`${YEAR}年`).exec(bare)
  if (single !== null) return spanOfYears(bare, Number(single[1]))
  const period = FIVE_YEAR_PERIODS.find(([word]) => word.test(bare))
  const issued = issuance.issuedOn?.slice(0, 4) ?? yearOfNumber(issuance.documentNumber)
  if (period !== undefined) return { startYear: Math.max(period[1], Number(issued ?? period[1])), endYear: period[2] }
  const year =
    issued ?? new RegExp(`${YEAR}年`).exec(plainDigits(head))?.[1] ?? yearInForce(body) ?? commonestYear(body)
  return year === undefined ? { startYear: null, endYear: null } : spanOfYears(bare, Number(year))
}

/** "本意见自2023年1月1日起施行". */
function yearInForce(body: string): string | undefined {
  const foot = plainDigits(body.slice(-3000).replace(/\s/g, ''))
  return new RegExp(`自${YEAR}年\\d{1,2}月\\d{1,2}日起(?:施行|实施|执行|生效)`).exec(foot)?.[1]
}

/** The year a text without title or date speaks of most. */
function commonestYear(body: string): string | undefined {
  const counts = new Map<string, number>()
  for (const [, year] of plainDigits(body.slice(0, 200_000)).matchAll(new RegExp(`${YEAR}年`, 'g'))) {
    if (year !== undefined) counts.set(year, (counts.get(year) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))[0]?.[0]
}

/** "三年行动计划" covers three years from the one it names. */
function spanOfYears(title: string, startYear: number): YearRange {
  const word = /([两二三四五])年(?:行动|攻坚|工作|提升|实施)/.exec(title)?.[1]
  const length = word === undefined ? 1 : word === '两' ? 2 : '一二三四五'.indexOf(word) + 1
  return { startYear, endYear: startYear + length - 1 }
}

function yearOfNumber(number: string | null): string | undefined {
  return number === null ? undefined : new RegExp(`[〔\\[(（【〈]${YEAR}[〕\\])）】〉]`).exec(number)?.[1]
}

/** Tells long plans and tables of tasks from yearly plans, by title and by form. */
export function planKindOf(title: string, years: YearRange, isTable: boolean): PlanKind {
  if (/分解|分工|清单|台账|责任表|一览表|任务表|任务书|责任制/.test(title)) return 'task_breakdown'
  const isLong = years.startYear !== null && years.endYear !== null && years.endYear > years.startYear
  if (isLong || /行动计划|规划|行动方案|[两二三四五]年/.test(title)) return 'action_plan'
  return isTable && !/要点/.test(title) ? 'task_breakdown' : 'annual_work_plan'
}
