import { compactGrid } from '../place-cells'
import { joinLines } from './join-lines'
import { rangeOf, type Box, type Fragment } from './pdf-geometry'
import type { GridBox, RuledTable } from './ruled-tables'
import { cutFragment, toTextLines } from './text-lines'

export interface FilledCell {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly text: string
}

export interface FilledTable {
  readonly page: number
  readonly top: number
  readonly bottom: number
  /** The columns' edges, by which a continuation on the next page is recognised. */
  readonly xs: readonly number[]
  readonly rowCount: number
  readonly cells: readonly FilledCell[]
}

/** The usual space between a cell's border and its text, in characters. */
const PADDING = 0.4

/** Puts a page's text into its ruled tables; what stands outside is returned too. */
export function fillTables(
  tables: readonly RuledTable[],
  fragments: readonly Fragment[],
  page: number,
): { readonly filled: FilledTable[]; readonly outside: Fragment[] } {
  let outside = fragments.slice()
  const filled: FilledTable[] = []
  for (const table of tables) {
    const inside = outside.filter((fragment) => isInside(fragment, table))
    const cells = table.cells.map((cell): FilledCell => {
      const { row, column, rowSpan, columnSpan } = cell
      return { row, column, rowSpan, columnSpan, text: textOfCell(cell, inside, table.xs, page) }
    })
    if (cells.filter(({ text }) => text !== '').length < 2) continue
    filled.push(withoutUnusedLines(table, cells, page))
    outside = outside.filter((fragment) => !isInside(fragment, table))
  }
  return { filled, outside }
}

function isInside(fragment: Fragment, box: Box): boolean {
  const [x, y] = [(fragment.left + fragment.right) / 2, fragment.baseline - fragment.size * 0.35]
  return x > box.left && x < box.right && y > box.top && y < box.bottom
}

function textOfCell(cell: GridBox, fragments: readonly Fragment[], xs: readonly number[], page: number): string {
  const near = fragments.filter((fragment) => {
    const y = fragment.baseline - fragment.size * 0.35
    return y > cell.top && y < cell.bottom && fragment.right > cell.left && fragment.left < cell.right
  })
  const own = near
    .flatMap((fragment) => cutAtBorders(fragment, cell, xs))
    .filter((fragment) => isInside(fragment, cell))
  const lines = toTextLines(own, page)
  const [left] = rangeOf(lines.map((line) => line.left))
  const pitch =
    lines.length > 1 ? ((lines[lines.length - 1]?.baseline ?? 0) - (lines[0]?.baseline ?? 0)) / (lines.length - 1) : 0
  // Cells are set ragged or centred, so every start of a line counts as the margin.
  return joinLines(lines, (line) => ({
    right: cell.right - line.size * PADDING,
    left: Math.max(left, line.left),
    pitch,
  })).join('\n')
}

function cutAtBorders(fragment: Fragment, cell: GridBox, xs: readonly number[]): Fragment[] {
  const slack = fragment.size * 0.5
  const crossed = [cell.left, cell.right].filter(
    (x) => xs.includes(x) && fragment.left < x - slack && fragment.right > x + slack,
  )
  return crossed.reduce<Fragment[]>(
    (parts, x) =>
      parts.flatMap((part) => (part.left < x - slack && part.right > x + slack ? cutFragment(part, x) : [part])),
    [fragment],
  )
}

/** Grid lines at which no cell begins come from a stray stroke; they are taken out of the count. */
function withoutUnusedLines(table: RuledTable, cells: readonly FilledCell[], page: number): FilledTable {
  const columns = Array.from(new Set(cells.map((cell) => cell.column))).sort((a, b) => a - b)
  return {
    page,
    top: table.top,
    bottom: table.bottom,
    xs: columns.map((column) => table.xs[column] ?? 0),
    rowCount: new Set(cells.map((cell) => cell.row)).size,
    cells: compactGrid(cells),
  }
}
