import type { SourceSpan } from '@/lib/document-text/source-document'
import { readLines, type Line } from './lines'
import { roleOfHeader, shapeOfCell } from './table-cells'
import type { RowCell, TableRow } from './table-rows'
import type { ColumnRole } from './types'

const FEWEST_HEADERS = 3
const LONGEST_HEADER_LINE = 120
const CLOSES_TABLE = /^(?:附件|抄送|注[:：]|备注:|说明:|\(此件|联系人|分享|.{0,30}\d{4}年\d{1,2}月\d{1,2}日)/

interface VerticalTable extends SourceSpan {
  readonly rows: readonly TableRow[]
}

/** Finds tables whose cells a program wrote one below the other: headings first, then cell after cell. */
export function findVerticalTables(folded: string): VerticalTable[] {
  const lines = cellLines(folded)
  const tables: VerticalTable[] = []
  let index = 0
  while (index < lines.length) {
    const columns = headersAt(folded, lines, index)
    if (columns === null) index += 1
    else {
      const table = readTable(folded, lines, index, columns)
      if (table.table !== null) tables.push(table.table)
      index = table.next
    }
  }
  return tables
}

/** The lines of a text, those of space-separated tables cut into their cells. */
function cellLines(folded: string): Line[] {
  let isTable = false
  return readLines(folded, 0, folded.length).flatMap((line) => {
    if (line.bare === '|') return []
    const words = line.end - line.start > LONGEST_HEADER_LINE ? [] : folded.slice(line.start, line.end).split(/\s+/)
    if (words.length >= FEWEST_HEADERS && words.every((word) => roleOfHeader(word) !== null)) isTable = true
    else if (CLOSES_TABLE.test(line.bare)) isTable = false
    const isNumbered = /^\d{1,3}\s+\S/.test(folded.slice(line.start, line.start + 8))
    return isTable || isNumbered ? cutAtSpaces(folded, line, isTable ? Number.POSITIVE_INFINITY : 1) : [line]
  })
}

function cutAtSpaces(folded: string, line: Line, most: number): Line[] {
  const cells: Line[] = []
  let from = line.start
  for (let at = line.start; at <= line.end; at += 1) {
    const isEnd = at === line.end || (/\s/.test(folded[at] ?? '') && cells.length < most)
    if (!isEnd) continue
    if (at > from) cells.push({ start: from, end: at, bare: folded.slice(from, at).replace(/\s/g, '') })
    from = at + 1
  }
  return cells
}

/** A run of column headings, among them one for tasks and one for units or dates. */
function headersAt(folded: string, lines: readonly Line[], index: number): ColumnRole[] | null {
  const columns: ColumnRole[] = []
  for (let at = index; at < lines.length && columns.length < 10; at += 1) {
    const role = roleOfHeader(lines[at]?.bare ?? '')
    if (role === null) break
    columns.push(role)
  }
  if (columns.length < FEWEST_HEADERS) return null
  const settled = columns.map((role) => (role === 'title' && !columns.includes('text') ? 'text' : role))
  const hasUnits = settled.some((role) => role === 'lead' || role === 'responsible')
  void folded
  return settled.includes('text') && (hasUnits || settled.includes('deadline')) ? settled : null
}

function readTable(
  folded: string,
  lines: readonly Line[],
  header: number,
  columns: readonly ColumnRole[],
): { table: VerticalTable | null; next: number } {
  const builder = new RowBuilder(folded, columns)
  let at = header + columns.length
  for (; at < lines.length; at += 1) {
    const line = lines[at]
    if (line === undefined || CLOSES_TABLE.test(line.bare)) break
    if (headersAt(folded, lines, at) !== null) {
      at += columns.length - 1
      continue
    }
    if (!builder.take(line)) break
  }
  const rows = builder.finish(/\d{4}年\d{1,2}月\d{1,2}日/.test(lines[at]?.bare ?? ''))
  const first = lines[header]
  const last = lines[at - 1]
  if (rows.length < 1 || first === undefined || last === undefined) return { table: null, next: at }
  return { table: { start: first.start, end: last.end, rows }, next: at }
}

class RowBuilder {
  private readonly rows: TableRow[] = []
  private cells: RowCell[] = []
  private lastNumber = 0
  private readonly isNumbered: boolean

  constructor(
    private readonly folded: string,
    private readonly columns: readonly ColumnRole[],
  ) {
    this.isNumbered = columns[0] === 'number'
  }

  /** Adds a line to the row it belongs to; false when the table has ended. */
  take(line: Line): boolean {
    const shape = shapeOfCell(this.folded.slice(line.start, line.end))
    if (shape === 'heading' && !this.endsRowEarly()) {
      this.closeRow()
      this.rows.push({ cells: [], heading: line })
      return true
    }
    if (this.opensRow(line, shape)) this.closeRow()
    if (shape === 'number' && (this.isNumbered || Number(line.bare.replace(/\D/g, '')) === this.lastNumber + 1)) {
      // Words before a number, where the headings have no column for it, are the title of what follows.
      this.cells = this.cells.map((cell) => ({ ...cell, role: 'title' as const }))
      this.lastNumber = Number(line.bare.replace(/\D/g, '')) || this.lastNumber + 1
      this.add(line, 'number')
      return true
    }
    if (this.isNumbered && this.cells.length === 0) return false
    if (!this.isNumbered && this.isRowFull() && shape === 'text' && line.bare.length > 160) return false
    this.add(line, this.roleOf(shape))
    return true
  }

  /** A unit's name after the last date, before the table's closing date, is a signature. */
  finish(isSigned: boolean): TableRow[] {
    const [last, before] = [this.cells.at(-1), this.cells.at(-2)]
    if (isSigned && last !== undefined && before?.role === 'deadline' && last.role !== 'deadline') this.cells.pop()
    this.closeRow()
    return this.rows
  }

  private endsRowEarly(): boolean {
    return this.cells.length > 0 && !this.cells.some((cell) => cell.role === 'text')
  }

  private opensRow(line: Line, shape: string): boolean {
    if (this.isNumbered || shape === 'number') {
      return (
        shape === 'number' && Number(line.bare.replace(/\D/g, '')) === this.lastNumber + 1 && !this.isTitlePending()
      )
    }
    return shape === 'text' && this.cells.some((cell) => !['text', 'title', 'section', 'number'].includes(cell.role))
  }

  /** Only words so far, in a table that has no column for its numbers. */
  private isTitlePending(): boolean {
    return (
      !this.isNumbered &&
      this.cells.length > 0 &&
      this.cells.every((cell) => cell.role === 'text' || cell.role === 'title')
    )
  }

  private isRowFull(): boolean {
    return this.cells.length >= this.columns.length
  }

  private roleOf(shape: string): ColumnRole {
    const hasNumber = this.cells.some((cell) => cell.role === 'number')
    if (shape === 'time' && this.columns.includes('deadline')) return 'deadline'
    const unitRoles = this.columns.filter((role) => role === 'lead' || role === 'responsible' || role === 'supporting')
    if (shape === 'units' && unitRoles.length > 0) {
      const used = new Set(this.cells.map((cell) => cell.role))
      return used.has('text') || !this.columns.includes('title')
        ? (unitRoles.find((role) => !used.has(role)) ?? unitRoles.at(-1) ?? 'responsible')
        : 'title'
    }
    if (hasNumber && !this.isNumbered) return 'text'
    const textRoles: ColumnRole[] = this.columns.filter(
      (role) => role === 'title' || role === 'text' || role === 'section',
    )
    const taken = this.cells.filter((cell) => textRoles.includes(cell.role)).length
    return textRoles[Math.min(taken, textRoles.length - 1)] ?? 'text'
  }

  private add(line: Line, role: ColumnRole): void {
    const place = { isOwn: true, isMerged: false, year: null, column: this.cells.length }
    this.cells.push({ role, start: line.start, end: line.end, ...place })
  }

  private closeRow(): void {
    if (this.cells.some((cell) => cell.role === 'text' || cell.role === 'title'))
      this.rows.push({ cells: this.cells, heading: null })
    this.cells = []
  }
}
