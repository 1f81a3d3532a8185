import type { SourceSpan } from '@/lib/document-text/source-document'
import { readLines } from './lines'
import { readableText, type SourceText } from './source-text'
import { findLastTitle } from './titles'

/** Finds the title of the plan whose items begin at `headEnd`. */
export function findPlanTitle(folded: string, start: number, headEnd: number): SourceSpan | null {
  return (
    withoutAttachmentWord(folded, findLastTitle(folded, start, headEnd)) ??
    findQuotedTitle(folded, start, headEnd) ??
    findNoticeTitle(folded, start, headEnd)
  )
}

/** The title as one line. */
export function titleText(text: SourceText, title: SourceSpan): string {
  return readableText(text, title.start, title.end)
}

function withoutAttachmentWord(folded: string, title: SourceSpan | null): SourceSpan | null {
  if (title === null) return null
  const word = /^附件\s*[\d一二三四五]?\s*[:.、]?\s*/.exec(folded.slice(title.start, title.end))
  return word === null ? title : { start: title.start + word[0].length, end: title.end }
}

/** 关于印发《…》的通知 · 《…》已经…同意. */
function findQuotedTitle(folded: string, start: number, end: number): SourceSpan | null {
  const head = folded.slice(start, Math.min(end, start + 6000))
  const match =
    /(?:印发|转发|下发|(?:^|\n)\s*)《((?:[^《》]|《[^《》]{1,60}》){4,90})》(?:的通知|[^。\n]{0,12}已|现印发|\s)/.exec(
      head,
    )
  if (match?.[1] === undefined) return null
  const from = start + match.index + match[0].indexOf(match[1])
  return { start: from, end: from + match[1].length }
}

/** The notice's own heading, without what makes it a notice. */
function findNoticeTitle(folded: string, start: number, end: number): SourceSpan | null {
  const lines = readLines(folded, start, Math.min(end, start + 3000)).slice(0, 14)
  for (const [index, line] of lines.entries()) {
    if (
      line.bare.length > 120 ||
      !/(?:通知|意见|函|决定)$/.test(line.bare) ||
      !/关于/.test(line.bare + (lines[index - 1]?.bare ?? ''))
    )
      continue
    const previous = lines[index - 1]
    const isSplit = !/关于/.test(line.bare) && previous !== undefined
    const from = isSplit && previous !== undefined ? previous.start : line.start
    const words = folded.slice(from, line.end)
    const inner = /关于(?:印发|转发|下发)\s*[《“]?([\s\S]+?)[》”]?\s*的\s*通知$/.exec(words)
    if (inner?.[1] !== undefined) {
      const at = from + words.indexOf(inner[1])
      return { start: at, end: at + inner[1].length }
    }
    return { start: from, end: from + words.replace(/\s*的\s*(?:通知|函)$/, '').length }
  }
  return null
}
