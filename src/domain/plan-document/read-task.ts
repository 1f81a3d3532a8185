import type { SourceSpan } from '@/lib/document-text/source-document'
import { endOfWords } from './closing'
import { findDeadlines, type FoundDeadline } from './deadlines'
import { isTitleSentence, readHeading, skipMarks } from './headings'
import { findTargets, isOngoingText, isOngoingTime } from './measures'
import { findMilestones, type YearRange } from './milestones'
import type { Statement } from './responsibility'
import { readableText, trimSpan, writtenText, type SourceText } from './source-text'
import type { TaskDraft } from './task-structure'
import type { ParsedTask, ParsedUnit } from './types'
import type { UnitList } from './unit-list'

export interface TaskContext {
  readonly years: YearRange
  readonly hasTitles: boolean
  /** From this place on the first unit of a plain list leads. */
  readonly leadsFrom: number
}

/** A task without its place in the plan. */
export type TaskContent = Omit<ParsedTask, 'id' | 'section' | 'subsection' | 'sectionId' | 'doubts'> & {
  readonly statements: readonly Statement[]
  readonly foundDeadlines: readonly FoundDeadline[]
  /** The units stand in the heading above. */
  readonly isInherited: boolean
}

/** Reads what one task says: title, words, units, dates and quantities. */
export function readTask(text: SourceText, found: TaskDraft, isLast: boolean, context: TaskContext): TaskContent {
  const draft = isLast ? withoutClosing(text.folded, found) : found
  const end = endOfTask(text.folded, draft, isLast)
  const span = trimSpan(text.folded, draft.start, end)
  const title = context.hasTitles || draft.node === null ? titleOf(text, draft, end) : ownLineTitle(text, draft, end)
  const bodyStart = title === null ? trimSpan(text.folded, draft.contentStart, end).start : title.bodyStart
  const words = wordSpans(text.folded, bodyStart, end, draft.statements)
  const due = deadlinesOf(text, draft, words, context)
  return {
    number: numberOf(text, draft),
    title: title === null ? null : readableText(text, title.start, title.end),
    text: words.map((part) => readableText(text, part.start, part.end)).join(''),
    ...span,
    units: unitsOfLists(
      (draft.statements.length > 0 ? draft.statements : draft.inherited).flatMap((statement) => statement.lists),
      context.leadsFrom,
    ),
    milestones: words.flatMap((part) => findMilestones(text, part.start, part.end, context.years)),
    deadlines: due.map((deadline) => deadline.date),
    deadlineSpans: due.map(({ date, text: written, start, end: to }) => ({ date, text: written, start, end: to })),
    targets: words.flatMap((part) => findTargets(text, part.start, part.end)),
    isOngoing: isOngoing(text.folded, draft, words),
    statements: draft.statements,
    isInherited: draft.statements.length === 0 && draft.inherited.length > 0,
    foundDeadlines: due,
  }
}

function numberOf(text: SourceText, draft: TaskDraft): string | null {
  const marker = draft.node?.marker
  return marker === undefined || marker.numberEnd === marker.numberStart
    ? null
    : writtenText(text, marker.numberStart, marker.numberEnd)
}

/** The document's closing words may name people again: "以上任务请抓好落实。联系人：…" */
function withoutClosing(folded: string, draft: TaskDraft): TaskDraft {
  const first = draft.statements[0]
  if (first === undefined) return draft
  const end = endOfWords(folded, first.start, draft.end, true)
  return { ...draft, end, statements: draft.statements.filter((statement) => statement.start < end) }
}

function endOfTask(folded: string, draft: TaskDraft, isLast: boolean): number {
  const last = draft.statements.at(-1)
  if (last === undefined) return endOfWords(folded, draft.start, draft.end, isLast)
  const lineEnd = folded.indexOf('\n', last.end)
  return Math.min(draft.end, lineEnd < 0 ? draft.end : lineEnd)
}

interface TitleSpan extends SourceSpan {
  readonly bodyStart: number
}

function titleOf(text: SourceText, draft: TaskDraft, end: number): TitleSpan | null {
  const stop = text.folded.indexOf('。', draft.contentStart)
  if (draft.node !== null) {
    const heading = readHeading(text.folded, draft.node)
    if (heading.bodyStart >= end || !isTitleSentence(text.folded, heading.title)) return null
    const rest = wordSpans(text.folded, heading.bodyStart, end, draft.statements)
    return rest.length === 0 ? null : { ...heading.title, bodyStart: heading.bodyStart }
  }
  if (stop < 0 || stop >= end) return null
  const title = trimSpan(text.folded, draft.contentStart, stop)
  const rest = wordSpans(text.folded, stop + 1, end, draft.statements)
  return rest.length > 0 && isTitleSentence(text.folded, title) ? { ...title, bodyStart: stop + 1 } : null
}

function ownLineTitle(text: SourceText, draft: TaskDraft, end: number): TitleSpan | null {
  if (draft.node === null || !readHeading(text.folded, draft.node).isOwnLine) return null
  return titleOf(text, draft, end)
}

/** The task's words around its responsibility brackets at the end; brackets inside the text stay. */
function wordSpans(folded: string, start: number, end: number, statements: readonly Statement[]): SourceSpan[] {
  const spans: SourceSpan[] = []
  let from = start
  for (const statement of statements) {
    if (statement.start >= from && statement.start < end) spans.push({ start: from, end: statement.start })
    from = Math.max(from, Math.min(statement.end, end))
  }
  spans.push({ start: from, end })
  return spans
    .map((span, index) =>
      trimSpan(folded, index === 0 ? span.start : skipMarks(folded, span.start, span.end), span.end),
    )
    .filter((span) => span.end > span.start)
}

function deadlinesOf(
  text: SourceText,
  draft: TaskDraft,
  words: readonly SourceSpan[],
  context: TaskContext,
): FoundDeadline[] {
  const year = context.years.startYear
  const inText = words.flatMap((part) => findDeadlines(text, part.start, part.end, { year, isTimeCell: false }))
  const inLines = draft.statements.flatMap((statement) =>
    statement.deadlines.flatMap((part) => findDeadlines(text, part.start, part.end, { year, isTimeCell: true })),
  )
  return [...inText, ...inLines].sort((a, b) => a.start - b.start)
}

function isOngoing(folded: string, draft: TaskDraft, words: readonly SourceSpan[]): boolean {
  const times = draft.statements.flatMap((statement) => statement.deadlines)
  return (
    times.some((part) => isOngoingTime(folded.slice(part.start, part.end))) ||
    words.some((part) => isOngoingText(folded.slice(part.start, part.end)))
  )
}

/** The units of all lists, each once per role; where the document says so, the first of a plain list leads. */
export function unitsOfLists(lists: readonly UnitList[], leadsFrom: number): ParsedUnit[] {
  const units = new Map<string, ParsedUnit>()
  for (const list of lists) {
    const isLed = (list.units[0]?.start ?? -1) >= leadsFrom && list.isPlain && list.units.length > 1
    list.units.forEach((unit, index) => {
      const role = isLed && index === 0 ? 'lead' : unit.role
      const key = `${role} ${unit.name}`
      if (!units.has(key)) units.set(key, { ...unit, role })
    })
  }
  return [...units.values()]
}
