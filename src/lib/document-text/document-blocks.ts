import type { SourceDocument, SourceHeading, SourceTable, SourceTableCell } from './source-document'

interface ParagraphBlock {
  readonly kind: 'paragraph'
  readonly text: string
  readonly headingLevel?: number
}

export interface GridCell {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly blocks: readonly Block[]
}

interface TableBlock {
  readonly kind: 'table'
  readonly cells: readonly GridCell[]
}

/** What every structured format is reduced to before it becomes one text. */
export type Block = ParagraphBlock | TableBlock

/** Lays blocks out as one text with table and heading overlays; overlays never overlap each other. */
export function buildSourceDocument(blocks: readonly Block[]): SourceDocument {
  const writer = new DocumentWriter()
  for (const block of unwrapLayoutTables(blocks)) {
    if (block.kind === 'paragraph') writer.writeParagraph(block)
    else writer.writeTable(block)
  }
  return writer.finish()
}

/** A cell's blocks as the text that stands in the cell. */
function flattenBlocks(blocks: readonly Block[]): string {
  const lines = blocks.map((block) => (block.kind === 'paragraph' ? cleanText(block.text) : flattenRows(block)))
  const text = lines.join('\n').trim()
  return /[\t\n]/.test(text) ? text.replace(/\t/g, ' ').replace(/\n{2,}/g, '\n') : text
}

function flattenRows(table: TableBlock): string {
  const rows = groupByRow(table.cells)
  return rows.map((row) => row.map((cell) => flattenBlocks(cell.blocks)).join(' ')).join('\n')
}

function groupByRow(cells: readonly GridCell[]): GridCell[][] {
  const rows: GridCell[][] = []
  for (const cell of cells) {
    const row = (rows[cell.row] ??= [])
    row.push(cell)
  }
  return Array.from(rows, (row: GridCell[] | undefined) => (row ?? []).sort((a, b) => a.column - b.column))
}

/**
 * Frames and page layouts are often drawn with a table: a single cell, or cells that hold whole tables.
 * Their content is the document, so it is taken out of the frame.
 */
function unwrapLayoutTables(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return [block]
    const cells = block.cells
    const nested = cells.flatMap((cell) => cell.blocks.filter((inner) => inner.kind === 'table'))
    const nestedCells = nested.reduce((sum, table) => sum + table.cells.length, 0)
    const isLayout = cells.length <= 1 || (nested.length > 0 && nestedCells >= cells.length)
    return isLayout
      ? groupByRow(cells).flatMap((row) => row.flatMap((cell) => unwrapLayoutTables(cell.blocks)))
      : [block]
  })
}

/** Indentation at the start may mean something, blanks at the end do not. */
function withoutEnd(text: string): string {
  return text.trimEnd().replace(/^\n+/, '')
}

const UNCLEAN = /[^\P{Cc}\t\n]|[\u00ad\u200b\u2028\u2029\ufeff]/u
const INVISIBLE = /[^\P{Cc}\t\n]|[\u00ad\u200b\ufeff]/gu

/** Line ends as \n; characters that print nothing are dropped. */
function cleanText(text: string): string {
  return UNCLEAN.test(text) ? text.replace(/\r\n?|[\u2028\u2029\v]/g, '\n').replace(INVISIBLE, '') : text
}

class DocumentWriter {
  private readonly parts: string[] = []
  private readonly tables: SourceTable[] = []
  private readonly headings: SourceHeading[] = []
  private length = 0
  private blankLines = 0

  writeParagraph(block: ParagraphBlock): void {
    const text = withoutEnd(cleanText(block.text))
    if (text === '') {
      this.blankLines += 1
      return
    }
    this.beginLine()
    const start = this.length
    this.append(text)
    if (block.headingLevel !== undefined) {
      this.headings.push({ start, end: this.length, level: block.headingLevel })
    }
  }

  writeTable(table: TableBlock): void {
    const rows = groupByRow(table.cells).map((row) => row.map((cell) => ({ cell, text: flattenBlocks(cell.blocks) })))
    if (rows.every((row) => row.every(({ text }) => text === ''))) return
    this.beginLine()
    const start = this.length
    const cells = rows.flatMap((row, index) => {
      if (index > 0) this.append('\n')
      return this.writeRow(row)
    })
    const rowCount = cells.reduce((most, cell) => Math.max(most, cell.row + cell.rowSpan), 0)
    const columnCount = cells.reduce((most, cell) => Math.max(most, cell.column + cell.columnSpan), 0)
    this.tables.push({ start, end: this.length, rowCount, columnCount, cells })
  }

  finish(): SourceDocument {
    return { text: this.parts.join(''), tables: this.tables, headings: this.headings }
  }

  /** Columns covered by a merged cell stay as empty fields, so the text alone keeps its alignment. */
  private writeRow(row: readonly { readonly cell: GridCell; readonly text: string }[]): SourceTableCell[] {
    let column = 0
    return row.map(({ cell, text }) => {
      this.append('\t'.repeat(Math.max(0, cell.column - column)))
      column = cell.column
      const start = this.length
      this.append(text)
      const { rowSpan, columnSpan } = cell
      return { row: cell.row, column: cell.column, rowSpan, columnSpan, start, end: this.length }
    })
  }

  /** Keeps at most one blank line between paragraphs: it can mark a new part, more say nothing. */
  private beginLine(): void {
    if (this.length > 0) this.append(this.blankLines > 0 ? '\n\n' : '\n')
    this.blankLines = 0
  }

  private append(text: string): void {
    if (text === '') return
    this.parts.push(text)
    this.length += text.length
  }
}
