import type { SourceSpan } from '@/lib/document-text/source-document'
import { numberedWords } from './cell-numbers'
import { MARKER_RANK } from './markers'
import type { TaskContent, TaskContext } from './read-task'
import { readableText, type SourceText } from './source-text'
import type { RowCell, TableRow } from './table-rows'
import { readTableTask } from './table-task'
import type { ParsedSection } from './types'

export interface TableTask extends TaskContent {
  readonly section: ParsedSection | null
}

interface TablePlan {
  readonly sections: readonly ParsedSection[]
  readonly tasks: readonly TableTask[]
}

/** Turns the rows of a table into sections and tasks. */
export function readTablePlan(text: SourceText, rows: readonly TableRow[], context: TaskContext): TablePlan {
  const reader = new TableReader(text, context, hasSectionTitles(rows))
  for (const row of rows) reader.take(row)
  return reader.finish()
}

/** Whether the titles of a table stand over several rows each: then they are its sections. */
function hasSectionTitles(rows: readonly TableRow[]): boolean {
  const titles = rows.filter((row) => row.cells.some((cell) => cell.role === 'title' && cell.isOwn)).length
  const texts = rows.filter((row) => row.cells.some((cell) => cell.role === 'text' && cell.isOwn)).length
  return titles > 0 && texts >= titles * 1.5
}

class TableReader {
  private readonly sections: ParsedSection[] = []
  private readonly groups: { section: ParsedSection | null; cells: RowCell[] }[] = []
  private open: ParsedSection[] = []
  private lastTitle: RowCell | null = null

  constructor(
    private readonly text: SourceText,
    private readonly context: TaskContext,
    private readonly hasSectionTitles: boolean,
  ) {}

  take(row: TableRow): void {
    if (row.heading !== null) {
      this.openSection(row.heading, 0)
      return
    }
    const own = row.cells.filter((cell) => cell.isOwn)
    own
      .filter((cell) => cell.role === 'section' || this.isSectionTitle(cell, row))
      .forEach((cell, depth) => this.openSection(cell, depth))
    const content = row.cells.filter(
      (cell) => cell.role !== 'section' && !(cell.role === 'title' && this.isSectionTitle(cell, row)),
    )
    if (!content.some((cell) => cell.isOwn && (cell.role === 'text' || cell.role === 'title'))) return
    const title = content.find((cell) => cell.role === 'title')
    if (title !== undefined) this.lastTitle = title
    const last = this.groups.at(-1)
    if (last !== undefined && this.continuesTask(row, last.cells)) {
      for (const cell of content) if (cell.isOwn) last.cells.push(cell)
    } else this.groups.push({ section: this.open.at(-1) ?? null, cells: this.withTitle(content) })
  }

  finish(): TablePlan {
    return {
      sections: this.sections,
      tasks: this.groups.map((group) => ({
        ...readTableTask(this.text, group.cells, this.context),
        section: group.section,
      })),
    }
  }

  /** A numbered or merged title over rows with words of their own is a section. */
  private isSectionTitle(cell: RowCell, row: TableRow): boolean {
    if (cell.role !== 'title' || !row.cells.some((other) => other.role === 'text' && other.isOwn)) return false
    const { rank } = numberedWords(this.text, cell)
    if (rank !== null && rank <= MARKER_RANK.chinese_paren) return true
    return this.hasSectionTitles && row.cells.find((other) => other.role === 'number')?.isMerged !== true
  }

  /** A row whose title cell was lost stands under the title above. */
  private withTitle(cells: readonly RowCell[]): RowCell[] {
    if (this.lastTitle === null || this.hasSectionTitles || cells.some((cell) => cell.role === 'title'))
      return [...cells]
    return [{ ...this.lastTitle, isOwn: false }, ...cells]
  }

  /** A row under a merged number, or without one where the others have one, goes on with the task above. */
  private continuesTask(row: TableRow, above: readonly RowCell[]): boolean {
    const number = row.cells.find((cell) => cell.role === 'number')
    if (number !== undefined) return !number.isOwn
    if (!above.some((cell) => cell.role === 'number')) return false
    return !row.cells.some((cell) => cell.role === 'text' && numberedWords(this.text, cell).number !== null)
  }

  private openSection(span: SourceSpan, depth: number): void {
    const numbered = numberedWords(this.text, span)
    const title = readableText(this.text, numbered.start, numbered.end).replace(/[。.:：]$/, '')
    if (title === '' || this.open.some((section) => section.start === span.start)) return
    const level = this.levelOf(numbered.rank, depth)
    this.open = this.open.filter((section) => section.level < level)
    const parent = this.open.at(-1) ?? null
    const section: ParsedSection = {
      id: `s${this.sections.length + 1}`,
      number: numbered.number,
      title,
      level: (parent?.level ?? 0) + 1,
      parent: parent?.number ?? null,
      parentId: parent?.id ?? null,
      start: span.start,
      end: span.end,
    }
    this.sections.push(section)
    this.open.push(section)
  }

  private levelOf(rank: number | null, depth: number): number {
    if (rank === null) return depth + 1
    if (rank <= MARKER_RANK.chinese) return 1
    return rank <= MARKER_RANK.chinese_paren ? 2 : depth + 1
  }
}
