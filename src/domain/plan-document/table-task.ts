import type { SourceSpan } from '@/lib/document-text/source-document'
import { isNumberedList, numberedWords, type NumberedWords } from './cell-numbers'
import { findDeadlines, type FoundDeadline } from './deadlines'
import { findTargets, isOngoingText, isOngoingTime } from './measures'
import { findMilestones } from './milestones'
import { unitsOfLists, type TaskContent, type TaskContext } from './read-task'
import { readableText, trimSpan, writtenText, type SourceText } from './source-text'
import type { RowCell } from './table-rows'
import type { ColumnRole, ParsedMilestone, UnitRole } from './types'
import { parseUnitList, type UnitList } from './unit-list'

const UNIT_ROLES: readonly UnitRole[] = ['lead', 'responsible', 'supporting']

/** Reads one task from the cells of its row, or of the rows it covers. */
export function readTableTask(text: SourceText, cells: readonly RowCell[], context: TaskContext): TaskContent {
  const of = (role: ColumnRole): RowCell[] => cells.filter((cell) => cell.role === role)
  const named = namesOf(text, of('number')[0], of('title')[0], of('text'))
  const { words } = named
  const found = deadlinesOf(text, words, cells, context)
  const own = cells.filter((cell) => cell.isOwn)
  const isOngoing =
    of('deadline').some((cell) => isOngoingTime(text.folded.slice(cell.start, cell.end))) ||
    words.some((part) => isOngoingText(text.folded.slice(part.start, part.end)))
  return {
    number: named.number,
    title: named.title,
    text: words.map((part) => readableText(text, part.start, part.end)).join('\n'),
    start: own.reduce((first, cell) => Math.min(first, cell.start), Number.POSITIVE_INFINITY),
    end: own.reduce((last, cell) => Math.max(last, cell.end), 0),
    units: unitsOfLists(unitListsOf(text, cells), context.leadsFrom),
    milestones: milestonesOf(text, words, of('text'), context),
    deadlines: found.map((deadline) => deadline.date),
    deadlineSpans: found.map(({ date, text: written, start, end }) => ({ date, text: written, start, end })),
    targets: words.flatMap((part) => findTargets(text, part.start, part.end)),
    isOngoing,
    statements: [],
    isInherited: false,
    foundDeadlines: found,
  }
}

interface Names {
  readonly number: string | null
  readonly title: string | null
  readonly words: readonly SourceSpan[]
}

function namesOf(
  text: SourceText,
  number: RowCell | undefined,
  title: RowCell | undefined,
  texts: readonly RowCell[],
): Names {
  const titleWords = title === undefined ? null : numberedWords(text, title)
  const [first, ...more] = texts
  // Items numbered inside a cell are one task: their numbers are part of its words.
  const isList = first !== undefined && isNumberedList(text, first)
  const firstWords = first === undefined ? null : numberedWords(text, first)
  const opening = isList ? trimSpan(text.folded, first.start, first.end) : (firstWords ?? titleWords)
  const rest = more.map((cell) => numberedWords(text, cell))
  const written = number === undefined ? null : writtenText(text, number.start, number.end).replace(/[.、．]$/, '')
  return {
    number: written ?? (isList ? undefined : firstWords?.number) ?? titleWords?.number ?? null,
    title: first === undefined ? null : titleOf(text, titleWords),
    words: [...(opening === null ? [] : [opening]), ...rest],
  }
}

function titleOf(text: SourceText, title: NumberedWords | null): string | null {
  return title === null ? null : readableText(text, title.start, title.end).replace(/[。.]$/, '')
}

/** Under headings that are years, each cell is a milestone of its year. */
function milestonesOf(
  text: SourceText,
  words: readonly SourceSpan[],
  texts: readonly RowCell[],
  context: TaskContext,
): ParsedMilestone[] {
  const yearly = texts.flatMap((cell) => {
    const span = trimSpan(text.folded, cell.start, cell.end)
    return cell.year === null ? [] : [{ year: cell.year, text: readableText(text, span.start, span.end), ...span }]
  })
  if (yearly.length > 0) return yearly
  return words.flatMap((part) => findMilestones(text, part.start, part.end, context.years))
}

function deadlinesOf(
  text: SourceText,
  words: readonly SourceSpan[],
  cells: readonly RowCell[],
  context: TaskContext,
): FoundDeadline[] {
  const times = cells.filter((cell) => cell.role === 'deadline')
  const yearOf = (part: SourceSpan): number | null =>
    cells.find((cell) => cell.year !== null && cell.start <= part.start && part.end <= cell.end)?.year ??
    context.years.startYear
  const find = (part: SourceSpan, isTimeCell: boolean): FoundDeadline[] =>
    findDeadlines(text, part.start, part.end, { year: yearOf(part), isTimeCell })
  return [...words.flatMap((part) => find(part, false)), ...times.flatMap((part) => find(part, true))]
}

function unitListsOf(text: SourceText, cells: readonly RowCell[]): UnitList[] {
  return cells.flatMap((cell) => {
    const role = UNIT_ROLES.find((known) => known === cell.role)
    return role === undefined ? [] : [parseUnitList(text, cell.start, cell.end, role)]
  })
}
