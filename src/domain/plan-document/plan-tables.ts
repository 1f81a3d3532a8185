import type { SourceDocument, SourceSpan, SourceTable } from '@/lib/document-text/source-document'
import { recognizeFolded } from './table-columns'
import { readRows, type TableRow } from './table-rows'
import { findTextTables } from './text-tables'
import type { ColumnMapping, ParseOptions, RecognizedTable } from './types'
import { findVerticalTables } from './vertical-tables'

/** A table of tasks, read into rows. */
export interface PlanTable extends SourceSpan {
  readonly rows: readonly TableRow[]
}

interface FoundTables {
  /** Those that hold tasks. */
  readonly plans: readonly PlanTable[]
  readonly recognized: readonly RecognizedTable[]
}

/** Finds the tables that hold tasks: declared by the file, or written out in the text. */
export function findPlanTables(document: SourceDocument, folded: string, options: ParseOptions): FoundTables {
  const recognized = recognizeAll(allTables(document, folded), folded, options)
  const found = recognized
    .filter((one) => one.holdsTasks)
    .map(({ table, mapping }) => ({
      start: startOfHeadings(folded, table, mapping.headerRows),
      end: table.end,
      rows: readRows(folded, table, mapping),
    }))
  const vertical = recognized.length > 0 ? [] : findVerticalTables(folded)
  return { plans: [...found, ...vertical].filter((table) => table.rows.length > 0), recognized }
}

/** A merged first row above the headings is the table's title, and stands before the table like any other. */
function startOfHeadings(folded: string, table: SourceTable, headerRows: number): number {
  for (let row = 0; row < headerRows; row += 1) {
    const cells = table.cells.filter((cell) => cell.row === row && folded.slice(cell.start, cell.end).trim() !== '')
    if (cells.length > 1) return Math.min(...cells.map((cell) => cell.start))
  }
  return table.start
}

function recognizeAll(tables: readonly SourceTable[], folded: string, options: ParseOptions): RecognizedTable[] {
  let previous: ColumnMapping | null = null
  return tables.map((table, index) => {
    const recognised = recognizeFolded(folded.slice(table.start, table.end), table, table.start)
    const mapping: ColumnMapping = options.tableColumns?.[index] ?? continued(recognised, previous)
    const holds = holdsTasks(mapping)
    if (holds) previous = mapping
    return { table, mapping, holdsTasks: holds }
  })
}

/** The file's own tables, and those that only the text spells out. */
function allTables(document: SourceDocument, folded: string): SourceTable[] {
  const declared = document.tables.filter((table) => table.end <= folded.length && table.start < table.end)
  const written = findTextTables(folded).filter((table) => isBetterThan(table, overlapping(declared, table)))
  const kept = declared.filter((table) => overlapping(written, table).length === 0)
  return [...kept, ...written].sort((a, b) => a.start - b.start)
}

function overlapping(tables: readonly SourceTable[], table: SourceSpan): SourceTable[] {
  return tables.filter((other) => other.start < table.end && table.start < other.end)
}

/** A reader that goes by tabs alone loses rows with a line break in a cell. */
function isBetterThan(written: SourceTable, declared: readonly SourceTable[]): boolean {
  const isPlain = declared.every((table) => table.cells.every((cell) => cell.rowSpan === 1 && cell.columnSpan === 1))
  return isPlain && declared.every((table) => table.rowCount < written.rowCount)
}

/** A table that goes on on the next page has no headings of its own. */
function continued(mapping: ColumnMapping, previous: ColumnMapping | null): ColumnMapping {
  const isWithoutHeader =
    mapping.headerRows === 0 && previous !== null && previous.columns.length === mapping.columns.length
  return isWithoutHeader ? { headerRows: 0, columns: previous.columns } : mapping
}

function holdsTasks({ columns, headerRows }: ColumnMapping): boolean {
  const hasUnits = columns.some((role) => role === 'lead' || role === 'responsible')
  const hasTime = columns.includes('deadline')
  if (!columns.includes('text')) return false
  return headerRows > 0 ? hasUnits || hasTime || columns.includes('person') : hasUnits && columns.length > 1
}
