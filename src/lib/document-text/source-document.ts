/** A range of `SourceDocument.text` in UTF-16 offsets; `end` is exclusive. */
export interface SourceSpan {
  readonly start: number
  readonly end: number
}

/** One cell; a merged cell is listed once, at its top left corner. */
export interface SourceTableCell extends SourceSpan {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
}

/** A table laid over the text; the cells' offsets are authoritative, not the tabs and line breaks. */
export interface SourceTable extends SourceSpan {
  readonly rowCount: number
  readonly columnCount: number
  readonly cells: readonly SourceTableCell[]
}

/** A paragraph that its file declares to be a heading; level 1 is the highest. */
export interface SourceHeading extends SourceSpan {
  readonly level: number
}

/** A file's decoded text with the structure its format declared. */
export interface SourceDocument {
  readonly text: string
  readonly tables: readonly SourceTable[]
  readonly headings: readonly SourceHeading[]
}
