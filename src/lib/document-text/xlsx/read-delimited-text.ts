import { buildSourceDocument, type Block } from '../document-blocks'
import type { SourceDocument } from '../source-document'
import { gridToBlocks, type SheetCell } from './sheet-grid'

const DELIMITERS = [',', '\t', ';', '|']
const SAMPLE_LINES = 20

/** Reads comma-, tab- or semicolon-separated values with quoted cells. */
export function readDelimitedText(text: string): SourceDocument {
  const declared = /^\ufeff?sep=(.)\r?\n/i.exec(text)
  const body = (declared === null ? text : text.slice(declared[0].length))
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
  return buildSourceDocument(readGrid(body, declared?.[1] ?? chooseDelimiter(body)))
}

function readGrid(text: string, delimiter: string): Block[] {
  const cells: SheetCell[] = []
  let row = 0
  let column = 0
  let position = 0
  let quotesWork = true
  while (position < text.length) {
    const quoted = quotesWork && text[position] === '"'
    const cell = (quoted ? readQuoted(text, position, delimiter) : undefined) ?? readBare(text, position, delimiter)
    // A quote that never closes is damage; looking for its end again at each cell would take for ever.
    if (quoted && cell.isBare) quotesWork = false
    cells.push({ row, column, text: cell.text })
    const isRowEnd = text[cell.end] !== delimiter
    row += isRowEnd ? 1 : 0
    column = isRowEnd ? 0 : column + 1
    position = cell.end + 1
  }
  return gridToBlocks(cells, [])
}

interface ReadCell {
  readonly text: string
  readonly end: number
  readonly isBare: boolean
}

function readQuoted(text: string, start: number, delimiter: string): ReadCell | undefined {
  let position = start + 1
  let value = ''
  for (;;) {
    const quote = text.indexOf('"', position)
    if (quote < 0) return undefined
    value += text.slice(position, quote)
    if (text[quote + 1] !== '"') {
      const rest = readBare(text, quote + 1, delimiter)
      return { text: value + rest.text, end: rest.end, isBare: false }
    }
    value += '"'
    position = quote + 2
  }
}

function readBare(text: string, start: number, delimiter: string): ReadCell {
  let end = start
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n') end += 1
  return { text: text.slice(start, end), end, isBare: true }
}

/** The delimiter that most lines have equally often; quoted text does not count. */
function chooseDelimiter(text: string): string {
  const sample = text.slice(0, 64 * 1024).replace(/"[^"]*"/g, '')
  const lines = sample.split('\n', SAMPLE_LINES).filter((line) => line.trim() !== '')
  let best = ','
  let bestScore = 0
  for (const delimiter of DELIMITERS) {
    const counts = lines.map((line) => line.split(delimiter).length - 1)
    const usual = counts.slice().sort((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0
    const score = counts.filter((count) => count === usual).length * Math.min(usual, 10)
    if (score > bestScore) {
      best = delimiter
      bestScore = score
    }
  }
  return best
}
