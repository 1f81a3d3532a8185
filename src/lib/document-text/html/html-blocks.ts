import type { Block } from '../document-blocks'
import { elementsOf, type MarkupElement, type MarkupNode } from '../parse-markup'
import { placeCells, type FlowingCell } from '../place-cells'
import { headingLevelOf, isDropped, isListLabel, isPreformatted } from './html-elements'
import { HtmlListCounter } from './html-lists'

const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu ol optgroup option p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
)

/** Turns markup into paragraphs and tables: block elements make lines, everything else flows. */
export class HtmlBlockReader {
  private blocks: Block[] = []
  private line = ''
  private level: number | undefined
  private preformatted = false
  private readonly lists: HtmlListCounter[] = []

  /** The blocks below an element, in order. */
  read(container: MarkupElement): Block[] {
    const outer = { blocks: this.blocks, line: this.line, level: this.level }
    this.blocks = []
    this.line = ''
    this.level = undefined
    this.readChildren(container)
    this.endLine()
    const { blocks } = this
    this.blocks = outer.blocks
    this.line = outer.line
    this.level = outer.level
    return blocks
  }

  private readChildren(element: MarkupElement): void {
    for (const child of element.children) this.readNode(child)
  }

  private readNode(node: MarkupNode): void {
    if (typeof node === 'string') this.line += this.preformatted ? node : collapse(node)
    else if (node.name === 'br') this.line += '\n'
    else if (!isDropped(node)) this.readElement(node)
  }

  private readElement(element: MarkupElement): void {
    if (isListLabel(element)) {
      this.line += listLabelOf(element)
    } else if (element.name === 'table') {
      this.endLine()
      this.readTable(element)
    } else if (BLOCKS.has(element.name)) {
      this.readBlock(element)
    } else {
      this.readChildren(element)
    }
  }

  private readBlock(element: MarkupElement): void {
    const outer = { level: this.level, preformatted: this.preformatted }
    this.endLine()
    this.level = headingLevelOf(element) ?? this.level
    this.preformatted = outer.preformatted || isPreformatted(element)
    if (element.name === 'ol' || element.name === 'ul') this.readList(element)
    else if (element.name === 'li') this.readListItem(element)
    else this.readChildren(element)
    this.endLine()
    this.level = outer.level
    this.preformatted = outer.preformatted
  }

  private readList(element: MarkupElement): void {
    this.lists.push(new HtmlListCounter(element))
    this.readChildren(element)
    this.lists.pop()
  }

  private readListItem(element: MarkupElement): void {
    const label = this.lists[this.lists.length - 1]?.next(element, visibleText(element)) ?? ''
    this.line += label
    this.readChildren(element)
  }

  private readTable(table: MarkupElement): void {
    const rows: FlowingCell[][] = []
    this.collectRows(table, rows)
    const cells = placeCells(rows)
    if (cells.length > 0) this.blocks.push({ kind: 'table', cells })
  }

  private collectRows(container: MarkupElement, rows: FlowingCell[][]): void {
    for (const element of elementsOf(container)) {
      if (isDropped(element)) continue
      if (element.name === 'tr') rows.push(this.readRow(element))
      else if (element.name === 'td' || element.name === 'th') this.adoptCell(element, rows)
      else if (element.name === 'caption') this.readBlock(element)
      else this.collectRows(element, rows)
    }
  }

  private readRow(row: MarkupElement): FlowingCell[] {
    const cells = elementsOf(row).filter((element) => element.name === 'td' || element.name === 'th')
    return cells.filter((cell) => !isDropped(cell)).map((cell) => this.readCell(cell))
  }

  /** A cell outside any row continues the last one, as browsers have it. */
  private adoptCell(element: MarkupElement, rows: FlowingCell[][]): void {
    const cell = this.readCell(element)
    const last = rows[rows.length - 1]
    if (last === undefined) rows.push([cell])
    else last.push(cell)
  }

  private readCell(cell: MarkupElement): FlowingCell {
    const rowSpan = spanOf(cell.attributes['rowspan'])
    return {
      rowSpan: rowSpan === 0 ? Number.MAX_SAFE_INTEGER : rowSpan,
      columnSpan: spanOf(cell.attributes['colspan']),
      blocks: this.read(cell),
    }
  }

  private endLine(): void {
    const text = tidyLine(this.line)
    if (text !== '') {
      this.blocks.push({ kind: 'paragraph', text, ...(this.level === undefined ? {} : { headingLevel: this.level }) })
    }
    this.line = ''
  }
}

/** A source line break between Chinese characters is the editor's wrapping, not a space. */
function collapse(text: string): string {
  return text
    .replace(/([\u2e80-\u9fff\uff00-\uffef])[ \t]*[\r\n][ \t\r\n\f]*(?=[\u2e80-\u9fff\uff00-\uffef])/g, '$1')
    .replace(/[ \t\r\n\f]+/g, ' ')
}

function tidyLine(line: string): string {
  return line
    .split('\n')
    .map((part) => part.replace(/ {2,}/g, ' ').trimEnd().replace(/^ +/, ''))
    .join('\n')
    .replace(/^\n+|\n+$/g, '')
}

function spanOf(value: string | undefined): number {
  const span = value === undefined ? Number.NaN : Number.parseInt(value, 10)
  return span >= 0 ? Math.min(span, 65534) : 1
}

function visibleText(element: MarkupElement): string {
  const text = element.children.map((child) => {
    if (typeof child === 'string') return child
    return isDropped(child) ? '' : visibleText(child)
  })
  return text.join('').trimStart()
}

/** The gap that a word processor draws after a label is spacing, not text. */
function listLabelOf(element: MarkupElement): string {
  const label = visibleText(element).replace(/[\s\u00a0]+/g, '')
  return /[、，。．：；）】》〕]$/.test(label) ? label : `${label} `
}
