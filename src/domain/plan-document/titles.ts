import type { SourceSpan } from '@/lib/document-text/source-document'
import { readLines, type Line } from './lines'

const PLAN_WORD =
  '(?:要点|计划|方案|措施|政策|意见|分解表?|分工表?|清单|任务书|安排|重点工作|规划|细则|办法|规定|台账|一览表|目标任务|实事(?:项目)?|工作重点|责任制|名单|目录|任务表|责任表|推进表|进度表|安排表|实施表|项目表|总表|表)'
const TITLE = new RegExp(`${PLAN_WORD}(?:(?:\\(|<|\\[)[^()<>\\[\\]]{1,24}(?:\\)|>|\\]))?$`)
const NUMBERED = /^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|\d+[.、])/
const LONGEST_TITLE = 90

/** Whether a line may be the title of a plan, or the last line of one. */
export function isTitleLine(line: Line): boolean {
  const { bare } = line
  if (bare.length < 5 || bare.length > LONGEST_TITLE || NUMBERED.test(bare)) return false
  return TITLE.test(bare) && !/[。;!?]/.test(bare) && !/^.{0,12}:/.test(bare) && !/(?:如下|下发给|给你们)/.test(bare)
}

/** The last title of a range, with the lines before it that belong to it. */
export function findLastTitle(folded: string, start: number, end: number): SourceSpan | null {
  const lines = readLines(folded, start, end)
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    const line = lines[index]
    if (line === undefined || !isTitleLine(line)) continue
    return { start: firstLineOfTitle(folded, lines, index), end: endOfTitle(line, lines[index + 1]) }
  }
  return null
}

/** "(2021—2025年)" under a title belongs to it. */
function endOfTitle(line: Line, next: Line | undefined): number {
  const isSuffix =
    next !== undefined && /^\((?:[^()]{0,6}\d{4}[^()]{0,14}|试行|暂行|征求意见稿|送审稿)\)$/.test(next.bare)
  return isSuffix ? next.end : line.end
}

function firstLineOfTitle(folded: string, lines: readonly Line[], index: number): number {
  let first = lines[index]
  for (let at = index - 1; at >= Math.max(0, index - 3); at -= 1) {
    const line = lines[at]
    if (line === undefined || first === undefined || !belongsToTitle(folded, line, first)) break
    first = line
  }
  return first?.start ?? 0
}

function belongsToTitle(folded: string, line: Line, next: Line): boolean {
  if (line.bare.length > 45 || /[。;:!?)\]]$/.test(line.bare) || NUMBERED.test(line.bare)) return false
  if (/\n\s*\n/.test(folded.slice(line.end, next.start))) return false
  if (/\d日$|号$|^附件|办公室$|人民政府$/.test(line.bare)) return false
  const isCutOff = countOf(next.bare, '》') > countOf(next.bare, '《')
  return isCutOff || /^关于|关于/.test(line.bare) || /^(?:\(|工作|的)/.test(next.bare)
}

function countOf(text: string, character: string): number {
  return text.split(character).length - 1
}
