import type { SourceSpan } from '@/lib/document-text/source-document'
import { findDates } from './date-expressions'
import { isOngoingTime } from './measures'
import { roleAtEnd } from './roles'
import { trimSpan } from './source-text'
import { looksLikeUnit, withoutAndOthers } from './unit-shape'

const ROLE_WORD = /牵头|负责|配合|承办|主办|协办|参与/
const LONGEST_SENTENCE = 200

/**
 * Finds paragraphs' last sentences that say nothing but who does the task, without a label or a bracket:
 * "由区司法局牵头，各镇街配合，6月底前完成。"
 */
export function findUnitSentences(folded: string): SourceSpan[] {
  const found: SourceSpan[] = []
  let start = 0
  while (start < folded.length) {
    const next = folded.indexOf('\n', start)
    const end = next < 0 ? folded.length : next
    const sentence = lastSentence(folded, start, end)
    if (sentence !== null && isOnlyUnits(folded.slice(sentence.start, sentence.end))) found.push(sentence)
    start = end + 1
  }
  return found
}

function lastSentence(folded: string, start: number, end: number): SourceSpan | null {
  const line = trimSpan(folded, start, end)
  if (line.end - line.start < 6 || folded[line.end - 1] === ')') return null
  const stop = folded[line.end - 1] === '。' ? line.end - 1 : line.end
  const from = Math.max(line.start, folded.lastIndexOf('。', stop - 1) + 1)
  return stop - from > LONGEST_SENTENCE ? null : trimSpan(folded, from, stop)
}

/** Names and roles, perhaps a date, and at least one name that a role follows. */
function isOnlyUnits(sentence: string): boolean {
  if (!ROLE_WORD.test(sentence) || /^[\d([①-⑳]|[:“《]/.test(sentence)) return false
  const pieces = sentence.replace(/\s/g, '').split(/[、,;]/)
  let hasRole = false
  for (const [index, piece] of pieces.entries()) {
    const word = roleAtEnd(piece)
    const name = piece.slice(0, word?.nameLength ?? piece.length).replace(/^由/, '')
    const isTime = index > 0 && word === null && isTimeOfWork(piece)
    if (isTime || (name === '' && word !== null && index > 0)) continue
    if (!isName(name)) return false
    if (word !== null) hasRole = true
  }
  return hasRole && roleAtEnd(pieces[0] ?? '')?.nameLength !== 0
}

function isName(name: string): boolean {
  return looksLikeUnit(withoutAndOthers(name)) && !/(?:工作|任务|机制|体系|制度|要求|[将把对向为在])/.test(name)
}

function isTimeOfWork(piece: string): boolean {
  if (isOngoingTime(piece)) return true
  const [date] = findDates(piece)
  return date !== undefined && date.start <= 2 && /^(?:全部|全面)?(?:完成|办结|落实)?$/.test(piece.slice(date.end))
}
