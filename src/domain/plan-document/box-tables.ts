import type { SourceSpan } from '@/lib/document-text/source-document'
import { asWritten, TextWriter, type RewrittenText } from './rewritten-text'

const BAR = /[│┃║]/
const ROW = /^\s*[│┃║].*[│┃║]\s*$/
const DRAWN = /^[\s─━═┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝│┃║]+$/
const RULE = /[─━═]{2}/
const FEWEST_ROWS = 2

/** What stands between two bars of one line. */
type CellLine = readonly SourceSpan[]
/** The lines of each cell of a row. */
type BoxRow = readonly (readonly SourceSpan[])[]

/** A drawn table: between two rules of it stands a group of lines. */
interface Box {
  readonly start: number
  end: number
  readonly groups: CellLine[][]
}

/** Writes drawn tables as rows of cells between "|", cells of several lines on one; null when there are none. */
export function openBoxTables(text: string): RewrittenText | null {
  if (!BAR.test(text)) return null
  const tables = boxesOf(text)
    .map((box) => ({ ...box, rows: rowsOf(box) }))
    .filter((box) => box.rows.length >= FEWEST_ROWS)
  if (tables.length === 0) return null
  const writer = new TextWriter(asWritten(text))
  let copied = 0
  for (const table of tables) {
    writer.copy(copied, table.start)
    for (const row of table.rows) writeRow(writer, row)
    copied = table.end
  }
  writer.copy(copied, text.length)
  return writer.finish()
}

function boxesOf(text: string): Box[] {
  const boxes: Box[] = []
  let isOpen = false
  let start = 0
  while (start < text.length) {
    const next = text.indexOf('\n', start)
    const end = next < 0 ? text.length : next
    const line = text.slice(start, end)
    const isRule = RULE.test(line) && DRAWN.test(line)
    const isBox = isRule || ROW.test(line)
    if (isBox && !isOpen) boxes.push({ start, end, groups: [] })
    isOpen = isBox
    const box = boxes.at(-1)
    if (isBox && box !== undefined) {
      box.end = end
      if (isRule || box.groups.length === 0) box.groups.push([])
      if (!isRule) box.groups.at(-1)?.push(cellsOf(text, start, end))
    }
    start = end + 1
  }
  return boxes
}

function cellsOf(text: string, start: number, end: number): SourceSpan[] {
  const bars: number[] = []
  for (let at = start; at < end; at += 1) if (BAR.test(text[at] ?? '')) bars.push(at)
  return bars.slice(0, -1).map((bar, index) => {
    const words = text.slice(bar + 1, bars[index + 1] ?? end)
    const from = bar + 1 + (words.length - words.trimStart().length)
    return { start: from, end: from + words.trim().length }
  })
}

/** What stands between two rules is one row; where only the headings are ruled off, a row begins with its first cell. */
function rowsOf(box: Box): BoxRow[] {
  const groups = box.groups.filter((group) => group.length > 0)
  const isRuled = groups.length > FEWEST_ROWS
  return groups.flatMap((group) => {
    const rows: SourceSpan[][][] = []
    for (const line of group) {
      const isNew = rows.length === 0 || (!isRuled && (line[0]?.end ?? 0) > (line[0]?.start ?? 0))
      if (isNew) rows.push(line.map((cell) => [cell]))
      else line.forEach((cell, column) => rows.at(-1)?.[column]?.push(cell))
    }
    return rows
  })
}

function writeRow(writer: TextWriter, row: BoxRow): void {
  const start = row[0]?.[0]?.start ?? 0
  writer.add('|', start)
  for (const cell of row) {
    for (const part of cell) writer.copy(part.start, part.end)
    writer.add('|', cell.at(-1)?.end ?? start)
  }
  writer.add('\n', start)
}
