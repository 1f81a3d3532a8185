import type { SourceTable, SourceTableCell } from '@/lib/document-text/source-document'
import { trimSpan } from './source-text'

interface Row {
  readonly start: number
  readonly end: number
  readonly cells: readonly { readonly start: number; readonly end: number }[]
}

const FEWEST_ROWS = 2
/** A numbered row that breaks off before its second cell. */
const BROKEN_ROW = /^\s*\d{1,3}[.、](?!\d)/

/** Finds tables that were written out as lines of cells between "|" or tabs. */
export function findTextTables(folded: string): SourceTable[] {
  return [...tablesOf(folded, '|'), ...tablesOf(folded, '\t')].sort((a, b) => a.start - b.start)
}

function tablesOf(folded: string, separator: string): SourceTable[] {
  if (!folded.includes(separator)) return []
  const tables: SourceTable[] = []
  let rows: Row[] = []
  const close = (): void => {
    const table = tableOf(folded, rows)
    if (table !== null) tables.push(table)
    rows = []
  }
  let blank = 0
  let start = 0
  while (start < folded.length) {
    const next = folded.indexOf('\n', start)
    const end = next < 0 ? folded.length : next
    const line = folded.slice(start, end)
    if (line.split(separator, 3).length >= 2 && line.trim() !== separator) {
      addRow(rows, rowOf(folded, start, end, separator), separator)
      blank = 0
    } else if (line.trim() === '') blank += 1
    else if (rows.length > 1 && blank === 0 && BROKEN_ROW.test(line)) rows.push(rowOf(folded, start, end, separator))
    else close()
    if (blank > (separator === '|' ? 1 : 0)) close()
    start = end + 1
  }
  close()
  return tables
}

/** A line break inside a cell cuts a row of tabs in two: the halves are put together again. */
function addRow(rows: Row[], row: Row, separator: string): void {
  const width = rows[0]?.cells.length ?? 0
  const last = rows.at(-1)
  const open = last?.cells.at(-1)
  const rest = row.cells[0]
  const isCut =
    separator === '\t' &&
    rows.length > 1 &&
    row.cells.length < width &&
    (last?.cells.length ?? 0) + row.cells.length - 1 === width
  if (!isCut || last === undefined || open === undefined || rest === undefined) {
    rows.push(row)
    return
  }
  const cells = [...last.cells.slice(0, -1), { start: open.start, end: rest.end }, ...row.cells.slice(1)]
  rows[rows.length - 1] = { start: last.start, end: row.end, cells }
}

function rowOf(folded: string, start: number, end: number, separator: string): Row {
  const cells: { start: number; end: number }[] = []
  let from = start
  for (let index = start; index <= end; index += 1) {
    if (index < end && folded[index] !== separator) continue
    cells.push({ start: from, end: index })
    from = index + 1
  }
  // "| a | b |": the outer bars part nothing.
  if (separator === '|' && isBlankCell(folded, cells[0]) && folded.slice(start, end).trimStart().startsWith('|'))
    cells.shift()
  if (separator === '|' && isBlankCell(folded, cells.at(-1)) && folded.slice(start, end).trimEnd().endsWith('|'))
    cells.pop()
  return { start, end, cells }
}

function isBlankCell(folded: string, cell: { start: number; end: number } | undefined): boolean {
  return cell !== undefined && folded.slice(cell.start, cell.end).trim() === ''
}

function tableOf(folded: string, rows: readonly Row[]): SourceTable | null {
  const real = rows.filter((row) => !/^[\s|:—-]*$/.test(folded.slice(row.start, row.end)))
  const first = real[0]
  const last = real.at(-1)
  if (first === undefined || last === undefined || real.length < FEWEST_ROWS) return null
  const cells: SourceTableCell[] = real.flatMap((row, rowIndex) =>
    row.cells.map((cell, column) => ({
      ...trimSpan(folded, cell.start, cell.end),
      row: rowIndex,
      column,
      rowSpan: 1,
      columnSpan: 1,
    })),
  )
  const columnCount = real.reduce((most, row) => Math.max(most, row.cells.length), 0)
  return { start: first.start, end: last.end, rowCount: real.length, columnCount, cells }
}
