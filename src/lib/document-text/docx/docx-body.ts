import type { Block, GridCell } from '../document-blocks'
import { childOf, childValue, elementsOf, type MarkupElement } from '../parse-markup'
import { compactGrid } from '../place-cells'
import { DocxInlineReader } from './docx-inline'
import type { DocxNumbering } from './docx-numbering'
import { readLevel, readListReference, toHeadingLevel, type DocxStyles } from './docx-styles'

/** Wrappers that say something about their content but are transparent to a reader. */
const TRANSPARENT = new Set([
  'w:sdt',
  'w:sdtContent',
  'w:customXml',
  'w:smartTag',
  'w:ins',
  'w:moveTo',
  'mc:AlternateContent',
  'mc:Choice',
])

/** Reads the paragraphs and tables of a document body, a cell or a text box. */
export class DocxBodyReader {
  private readonly inline = new DocxInlineReader()

  constructor(
    private readonly styles: DocxStyles,
    private readonly numbering: DocxNumbering,
  ) {}

  /** The blocks in reading order; a text box follows the paragraph it is anchored in. */
  read(container: MarkupElement): Block[] {
    const blocks: Block[] = []
    let carried = ''
    for (const element of contentOf(container)) {
      if (element.name === 'w:tbl') blocks.push(this.readTable(element))
      if (element.name !== 'w:p') continue
      const { text, boxes } = this.inline.read(element)
      if (isMarkDeleted(element)) carried += text
      else {
        const paragraph = this.toParagraph(element, carried + text)
        if (paragraph !== undefined) blocks.push(paragraph)
        carried = ''
      }
      blocks.push(...boxes.flatMap((box) => this.read(box)))
    }
    if (carried !== '') blocks.push({ kind: 'paragraph', text: carried })
    return blocks
  }

  private toParagraph(element: MarkupElement, text: string): Block | undefined {
    const properties = childOf(element, 'w:pPr')
    const styleId = childValue(properties, 'w:pStyle')
    if (this.styles.isContentsLine(styleId)) return undefined
    const label = this.listLabel(properties, styleId)
    const direct = readLevel(childValue(properties, 'w:outlineLvl'))
    const level = direct === undefined ? this.styles.headingLevel(styleId) : toHeadingLevel(direct)
    return { kind: 'paragraph', text: label + text, ...(level === undefined ? {} : { headingLevel: level }) }
  }

  private listLabel(properties: MarkupElement | undefined, styleId: string | undefined): string {
    const direct = readListReference(properties)
    const styled = this.styles.list(styleId)
    const listId = direct.listId ?? styled.listId
    if (listId === undefined || listId === '0') return ''
    const tied = this.numbering.levelOfStyle(listId, styleId) ?? this.numbering.levelOfStyle(listId, styled.styleId)
    const inherited = direct.listId === undefined ? (styled.level ?? tied) : tied
    return this.numbering.next(listId, direct.level ?? inherited ?? 0)
  }

  private readTable(table: MarkupElement): Block {
    const cells: GridCell[] = []
    const openMerges = new Map<number, MutableCell>()
    let row = 0
    for (const tableRow of contentOf(table).filter((element) => element.name === 'w:tr')) {
      const properties = childOf(tableRow, 'w:trPr')
      if (childOf(properties, 'w:del') !== undefined) continue
      let column = readCount(childValue(properties, 'w:gridBefore'), 0)
      for (const element of contentOf(tableRow).filter((child) => child.name === 'w:tc')) {
        const cell = this.readCell(element, row, column, openMerges)
        if (cell !== undefined) cells.push(cell)
        column += columnSpanOf(element)
      }
      row += 1
    }
    return { kind: 'table', cells: compactGrid(cells) }
  }

  /** A cell that continues the one above only makes that one taller. */
  private readCell(
    element: MarkupElement,
    row: number,
    column: number,
    openMerges: Map<number, MutableCell>,
  ): MutableCell | undefined {
    const merge = childOf(childOf(element, 'w:tcPr'), 'w:vMerge')
    const above = openMerges.get(column)
    const isContinued = merge !== undefined && merge.attributes['w:val'] !== 'restart'
    if (isContinued && above !== undefined && above.row + above.rowSpan === row) {
      above.rowSpan += 1
      return undefined
    }
    const cell = { row, column, rowSpan: 1, columnSpan: columnSpanOf(element), blocks: this.read(element) }
    if (merge === undefined) openMerges.delete(column)
    else openMerges.set(column, cell)
    return cell
  }
}

interface MutableCell extends GridCell {
  rowSpan: number
}

/** The children with transparent wrappers opened; a fallback for older programs is not among them. */
function contentOf(container: MarkupElement): MarkupElement[] {
  return elementsOf(container).flatMap((child) => (TRANSPARENT.has(child.name) ? contentOf(child) : [child]))
}

/** A deleted or moved paragraph mark joins the paragraph to the next one. */
function isMarkDeleted(paragraph: MarkupElement): boolean {
  const mark = childOf(childOf(paragraph, 'w:pPr'), 'w:rPr')
  return childOf(mark, 'w:del') !== undefined || childOf(mark, 'w:moveFrom') !== undefined
}

function columnSpanOf(cell: MarkupElement): number {
  return readCount(childValue(childOf(cell, 'w:tcPr'), 'w:gridSpan'), 1)
}

/** A span from the file, kept within what a table can have. */
function readCount(value: string | undefined, least: number): number {
  const count = value === undefined ? Number.NaN : Number.parseInt(value, 10)
  return count >= least ? Math.min(count, 63) : least
}
