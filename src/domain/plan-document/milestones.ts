import { findDates, isBareYear, type DateExpression } from './date-expressions'
import { readableText, trimSpan, type SourceText } from './source-text'
import type { ParsedMilestone } from './types'

export interface YearRange {
  readonly startYear: number | null
  readonly endYear: number | null
}

/** "2016年以来", "2021年度", "2020年版", "2020年新增的": the year belongs to a word. */
const YEAR_OF_A_WORD =
  /^\s*(?:以[来后前]|[版度起末初底内间前后的、]|至|到|[-—~]|新增|重点|工作|政务|政府|要点|《|期间|版本|同期|上半|下半|第)/
const ACT_AFTER =
  /^\s*(?:[,:]|(?:要|将|须|应|再|率先|基本|全部|全面|力争|争取|确保|初步|完成|开展|建[立成设]|实现|推[进动出]|启动|制[定订]|出台|编制|组织|探索|形成|达到|新[建改增]|继续|进一步|持续|深化|加[快强大]|完善|优化|健全|打造|培育|引进|创[建办]|扩大|提[升高]|落实|做好|构建|搭建|普及|覆盖|试点|修订|整合|梳理|选[取择]|在|对|各|全[市省县区州国]|争创|强化|规范|开[放通发]|举办|督促|指导|积极|依托|围绕|协同|配合|参与|每|利用|通过|结合|以))/
const OPENS_STATEMENT =
  /(?:^|[。;:!?,\n”])\s*(?:其中,?)?(?:(?:力争|争取|确保|计划|预计|拟)?[到至]|力争|争取|计划|在)?\s*$/

/** Finds the statements of a task that a bare year opens; each reaches to the next one or to the paragraph's end. */
export function findMilestones(text: SourceText, start: number, end: number, years: YearRange): ParsedMilestone[] {
  const folded = text.folded.slice(start, end)
  const opening = findDates(folded).filter((date) => opensStatement(date, years))
  return opening.flatMap((date, index) => {
    const from = start + statementStart(date)
    const to = statementEnd(folded, date, opening[index + 1])
    const span = trimSpan(text.folded, from, start + to)
    if (date.year === null) return []
    return [{ year: date.year, text: readableText(text, span.start, span.end), ...span }]
  })
}

function opensStatement(date: DateExpression, years: YearRange): boolean {
  if (!isBareYear(date) || date.year === null) return false
  if (years.startYear !== null && date.year < years.startYear) return false
  if (years.endYear !== null && date.year > years.endYear + 15) return false
  if (YEAR_OF_A_WORD.test(date.after) || !OPENS_STATEMENT.test(date.before)) return false
  return ACT_AFTER.test(date.after) || /(?:到|至|[。;\n]|^)\s*$/.test(date.before)
}

function statementStart(date: DateExpression): number {
  const lead = /(?:力争|争取|确保|计划|预计|拟)?(?:到|至|在|于)?(?:了)?\s*$/.exec(date.before)?.[0] ?? ''
  return date.start - lead.length
}

function statementEnd(folded: string, date: DateExpression, next: DateExpression | undefined): number {
  const paragraph = folded.indexOf('\n\n', date.end)
  const end = paragraph < 0 ? folded.length : paragraph
  return next === undefined ? end : Math.min(end, statementStart(next))
}
