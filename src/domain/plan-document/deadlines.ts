import { findDates, isBareYear, lastDayOf, type DateExpression } from './date-expressions'
import type { SourceText } from './source-text'
import type { DoubtCode, ParsedDeadline } from './types'

interface DateContext {
  /** The year of the plan, for dates without one. */
  readonly year: number | null
  /** A 完成时限 cell or line: every date in it is due. */
  readonly isTimeCell: boolean
}

export interface FoundDeadline extends ParsedDeadline {
  readonly doubt: DoubtCode | null
}

/** Finds the dates by which something is due in a range of the text. */
export function findDeadlines(text: SourceText, start: number, end: number, context: DateContext): FoundDeadline[] {
  const found: FoundDeadline[] = []
  let lastYear: number | null = null
  for (const date of findDates(text.folded.slice(start, end))) {
    if (date.year !== null && (context.year === null || date.year >= context.year)) lastYear = date.year
    const year = yearOf(date, lastYear, context.year)
    if (year === null || (context.year !== null && year < context.year) || !isDue(date, context.isTimeCell)) continue
    const day = lastDayOf(date, year)
    if (day === null) continue
    const from = start + date.start
    const to = start + date.end
    found.push({
      date: day,
      text: text.source.slice(from, to),
      start: from,
      end: to,
      doubt: doubtOf(date, year, context),
    })
  }
  return found
}

function yearOf(date: DateExpression, lastYear: number | null, planYear: number | null): number | null {
  if (date.year !== null) return date.year
  if (date.yearWord === 'next') return planYear === null ? null : planYear + 1
  if (date.yearWord === 'this') return planYear ?? lastYear
  return lastYear ?? planYear
}

function doubtOf(date: DateExpression, year: number, context: DateContext): DoubtCode | null {
  const isWholeUnit = date.day === null && date.third === null && date.bound === null
  if (isWholeUnit && date.isBefore) return 'month_boundary'
  return date.year === null && year !== context.year ? 'year_inferred' : null
}

const COUNTED = /(?:每|逐|历|各|隔|上|次|当|前|近)(?:个)?(?:年|月|季度?|半年|周)?(?:度)?(?:的|于|在)?[^,。;、年]{0,3}$/
const RANGE_BEFORE = /(?:\d|月|日|年|季度|旬|份)\s*[-—~至到]\s*$/
const RANGE_AFTER = /^\s*(?:[-—~]|至|到(?!位)|起|以来|以后|之后|后(?!续)|开始(?!前)|以降)/
const TIMES_AFTER = /^[^,。;]{0,4}各 ?\d+ ?次/
const VERBS =
  '完成|建成|实现|启动|开展|出台|印发|制[定订]|编制|组织|召开|投入|投用|动工|开工|竣工|上线|建立|形成|公[布开示]|发布|[报上]送|上报|报|提交|举办|举行|' +
  '全面|基本|达到|力争|确保|落实|推出|开通|运行|启用|发放|验收|交付|通车|封顶|搭建|修订|梳理|汇总|总结|评估|考核|检查|督查|集中|实施|进行|推进|做好|开放|具备|试运行|主体'
const ACT_NEXT = new RegExp(
  `^[,:]?(?:要|将|须|应|再次?|正式|基本|全部|力争|争取|确保|分别|前|率先|完全|同步)?(?:${VERBS})`,
)
const DONE_NEXT = new RegExp(`^(?:正式)?(?:${VERBS})[^,。;]{0,2}?(?:的|了|《|以来)`)
const FACT_BEFORE = /(?:自|从|始于|根据|依据|按照?|继|距|对|与|比|较|同|《[^》]*|[(〔])\s*$/
const CONDITION_AFTER =
  /^(?:已经?|未|尚未|新)?(?:到期|出台|制[定发]|印发|发布|成立|注册|登记|设立|取得|形成|签订|投产|参保|出生|毕业|入学|发生|立项|竣工|备案|购买|入库|批准|入职|退休|实施|建成|存在|认定|获[批得]|纳入|完成|引进|入驻|开工|申报|通过|领取|缴纳|购置|签约)[^,。;]{0,4}的/
const VALIDITY_AFTER = /^,?[^。;,]{0,20}?(?:免收|暂免|免征|减免|减半|不收|享受|可享|延长至|暂不|给予补)/

function isDue(date: DateExpression, isTimeCell: boolean): boolean {
  if (/(?:截至|截止到?)\s*$/.test(date.before) || COUNTED.test(date.before) || TIMES_AFTER.test(date.after))
    return false
  if (RANGE_AFTER.test(date.after) && !date.isBefore && date.bound === null) return false
  if (date.bound === '内' && /^,?(?:都?要)?(?:持续|长期|常态)/.test(date.after)) return false
  if (isTimeCell) return true
  if (isBareYear(date) || RANGE_BEFORE.test(date.before)) return false
  if (date.bound !== null || date.isBefore || date.third !== null) return isBoundDue(date)
  return isTimeDue(date)
}

/** 9月底前, 到2025年底, 年内: due, unless it is a condition or a period of grace. */
function isBoundDue(date: DateExpression): boolean {
  if (date.isBefore && CONDITION_AFTER.test(date.after)) return false
  if (VALIDITY_AFTER.test(date.after)) return false
  if (date.bound !== null && !date.isBefore && /^(?:的|以来|数据|考核)/.test(date.after)) return false
  return !/(?:对|与|比|较|自|从)\s*$/.test(date.before)
}

/** 上半年完成, 9月启动: a time without 前 is due only where an act follows it. */
function isTimeDue(date: DateExpression): boolean {
  if (FACT_BEFORE.test(date.before) || DONE_NEXT.test(date.after)) return false
  if (date.day !== null) return /^(?:全部|基本)?(?:完成|报送|上报|投入|开工|竣工)/.test(date.after)
  return ACT_NEXT.test(date.after)
}
