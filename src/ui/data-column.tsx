import type { ArrangeableColumn } from './arrange-rows'
import { ClampedText } from './ClampedText'
import { TextButton } from './TextButton'

/** One column of a `DataTable`. */
export interface DataColumn<Row> extends ArrangeableColumn<Row> {
  readonly title: string
  /** How the text looks on screen and in print, where it is to look like more than text; says nothing that it does not. */
  readonly render?: (row: Row) => React.ReactNode
  /** Pixels; the widest column may go without. */
  readonly width?: number
  /** Figures stand at the right. */
  readonly isNumber?: boolean
  /** Clamps to two lines and opens on demand. */
  readonly isLongText?: boolean
  /** On a phone: the card's heading, or not shown. */
  readonly onPhone?: 'title' | 'hidden'
  /** Secondary: it goes first where the page is too tight for all, and the row says the rest when it is opened. */
  readonly onTight?: 'hidden'
  /** What says nothing on paper, where the other columns need the room. */
  readonly onPaper?: 'hidden'
  /** The share of a sheet it asks for, beside those of the others; else its width, and twice that for long text. */
  readonly paperWidth?: number
}

const DEFAULT_WIDTH = 200

/** A column's pixels, which it keeps at the least. */
export function widthOf<Row>(column: DataColumn<Row>): number {
  return column.width ?? DEFAULT_WIDTH
}

/** What a column asks of a sheet of paper: long text cannot be opened there, stands whole and needs the more room. */
export function paperWidthOf<Row>(column: DataColumn<Row>): number {
  return column.paperWidth ?? widthOf(column) * (column.isLongText === true ? 2 : 1)
}

interface CellProps<Row> {
  readonly column: DataColumn<Row>
  readonly row: Row
  readonly onOpen: ((row: Row) => void) | undefined
}

/** What stands in a cell; null or '' where there is nothing to say of a row. */
export function contentOf<Row>(column: DataColumn<Row>, row: Row): React.ReactNode {
  return column.render === undefined ? column.text(row) : column.render(row)
}

/** A cell's content; the first one of a row that opens is the button that opens it. */
export function Cell<Row>({ column, row, onOpen }: CellProps<Row>) {
  const content = contentOf(column, row)
  if (onOpen !== undefined) {
    return <TextButton onClick={() => onOpen(row)}>{content}</TextButton>
  }
  return column.isLongText === true ? <ClampedText>{content}</ClampedText> : content
}
