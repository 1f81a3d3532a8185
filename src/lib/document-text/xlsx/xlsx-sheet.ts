import { DocumentReadError } from '../document-read-error'
import { walkXml } from '../parse-markup'
import { formatCellNumber } from './format-cell-number'
import type { MergedRange, SheetCell } from './sheet-grid'
import { decodeEscapes, type Workbook } from './xlsx-workbook'

const MOST_CELLS = 2_000_000

interface Sheet {
  readonly cells: readonly SheetCell[]
  readonly merges: readonly MergedRange[]
}

/** Reads a sheet as a stream: its markup can be a hundred times the size of its text. */
export function readSheet(bytes: Uint8Array, workbook: Workbook): Sheet {
  const reader = new SheetReader(workbook)
  walkXml(bytes, reader)
  return { cells: reader.cells, merges: reader.merges }
}

class SheetReader {
  readonly cells: SheetCell[] = []
  readonly merges: MergedRange[] = []
  private row = -1
  private column = -1
  private type = ''
  private style = 0
  private value = ''
  private isInValue = false
  private phonetic = 0

  constructor(private readonly workbook: Workbook) {}

  readonly onOpen = (name: string, attributes: Readonly<Record<string, string>>): void => {
    if (name === 'row') this.beginRow(attributes['r'])
    else if (name === 'c') this.beginCell(attributes)
    else if (name === 'v' || (name === 't' && this.phonetic === 0)) this.isInValue = true
    else if (name === 'rPh') this.phonetic += 1
    else if (name === 'mergeCell') this.addMerge(attributes['ref'] ?? '')
  }

  readonly onText = (text: string): void => {
    if (this.isInValue) this.value += text
  }

  readonly onClose = (name: string): void => {
    if (name === 'v' || name === 't') this.isInValue = false
    else if (name === 'rPh') this.phonetic -= 1
    else if (name === 'c') this.endCell()
  }

  private beginRow(number: string | undefined): void {
    const row = Number(number)
    this.row = row >= 1 ? row - 1 : this.row + 1
    this.column = -1
  }

  private beginCell(attributes: Readonly<Record<string, string>>): void {
    const place = parsePlace(attributes['r'] ?? '')
    this.column = place?.column ?? this.column + 1
    this.type = attributes['t'] ?? 'n'
    this.style = Number(attributes['s'] ?? '0')
    this.value = ''
  }

  private endCell(): void {
    const text = this.displayedText()
    if (text === '') return
    this.cells.push({ row: Math.max(0, this.row), column: this.column, text })
    if (this.cells.length > MOST_CELLS) throw new DocumentReadError('too_large')
  }

  private displayedText(): string {
    const { value, workbook } = this
    switch (this.type) {
      case 's':
        return workbook.sharedStrings[Number(value)] ?? ''
      case 'b':
        return value === '1' ? 'TRUE' : value === '' ? '' : 'FALSE'
      case 'e':
        return ''
      case 'n':
        return formatCellNumber(value, workbook.numberKinds[this.style] ?? { kind: 'number' }, workbook.uses1904)
      case 'd':
        return value.replace(/T00:00(?::00(?:\.0+)?)?Z?$/, '')
      default:
        return decodeEscapes(value)
    }
  }

  private addMerge(reference: string): void {
    const [from, to] = reference.split(':').map(parsePlace)
    if (from === undefined || to === undefined) return
    this.merges.push({ top: from.row, left: from.column, bottom: to.row, right: to.column })
  }
}

/** Turns "B12" into a zero-based row and column. */
function parsePlace(reference: string): { row: number; column: number } | undefined {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(reference)
  if (match?.[1] === undefined || match[2] === undefined) return undefined
  const column = Array.from(match[1].toUpperCase()).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return { row: Number(match[2]) - 1, column: column - 1 }
}
