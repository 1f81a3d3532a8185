import type { Block, GridCell } from '../document-blocks'

const FEWEST_ROWS = 3

/** Rows without ruled lines: several paragraphs in a row with equally many wide gaps are a table. */
export function toAlignedBlocks(paragraphs: readonly string[]): Block[] {
  const blocks: Block[] = []
  let rows: string[][] = []
  const close = (): void => {
    if (rows.length >= FEWEST_ROWS) blocks.push(toTable(rows))
    else for (const fields of rows) blocks.push({ kind: 'paragraph', text: fields.join('\t') })
    rows = []
  }
  for (const paragraph of paragraphs) {
    const fields = paragraph.split('\t')
    if (rows[0] !== undefined && rows[0].length !== fields.length) close()
    if (fields.length > 1) rows.push(fields)
    else blocks.push({ kind: 'paragraph', text: paragraph })
  }
  close()
  return blocks
}

function toTable(rows: readonly (readonly string[])[]): Block {
  const cells = rows.flatMap((fields, row) =>
    fields.map((text, column): GridCell => ({
      row,
      column,
      rowSpan: 1,
      columnSpan: 1,
      blocks: [{ kind: 'paragraph', text }],
    })),
  )
  return { kind: 'table', cells }
}
