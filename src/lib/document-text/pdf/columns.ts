import { rangeOf, type Fragment } from './pdf-geometry'
import { groupByBaseline, toTextLine, type TextLine } from './text-lines'

/** Lines of one column of one page, in reading order. */
interface LineColumn {
  readonly side: 'full' | 'left' | 'right'
  readonly lines: readonly TextLine[]
}

const FEWEST_LINES = 6
const STEP = 3

/** Splits a page's text into columns. Lines across both columns divide the page into parts, each read on its own. */
export function readColumns(fragments: readonly Fragment[], width: number, page: number): LineColumn[] {
  const rows = groupByBaseline(fragments)
  const gutter = findGutter(rows, width)
  if (gutter === undefined) return [{ side: 'full', lines: linesOf(rows, page) }]
  const columns: LineColumn[] = []
  let [left, right]: [Fragment[][], Fragment[][]] = [[], []]
  const close = (): void => {
    if (left.length > 0) columns.push({ side: 'left', lines: linesOf(left, page) })
    if (right.length > 0) columns.push({ side: 'right', lines: linesOf(right, page) })
    ;[left, right] = [[], []]
  }
  for (const row of rows) {
    if (row.some((fragment) => crosses(fragment, gutter))) {
      close()
      columns.push({ side: 'full', lines: linesOf([row], page) })
    } else {
      const isLeft = (fragment: Fragment): boolean => fragment.right <= gutter
      if (row.some(isLeft)) left.push(row.filter(isLeft))
      if (!row.every(isLeft)) right.push(row.filter((fragment) => !isLeft(fragment)))
    }
  }
  close()
  return columns
}

function linesOf(rows: readonly (readonly Fragment[])[], page: number): TextLine[] {
  return rows.map((row) => toTextLine(row, page)).filter((line) => line.text !== '')
}

/** A white strip near the middle with prose on both sides. */
function findGutter(rows: readonly (readonly Fragment[])[], width: number): number | undefined {
  let best: number | undefined
  let fewest = Number.POSITIVE_INFINITY
  for (let x = width * 0.35; x <= width * 0.65; x += STEP) {
    const crossing = rows.filter((row) => row.some((fragment) => crosses(fragment, x))).length
    if (crossing < fewest) {
      best = x
      fewest = crossing
    }
  }
  if (best === undefined || fewest > rows.length * 0.25) return undefined
  const gutter = best
  return isProse(rows, (fragment) => fragment.right <= gutter) && isProse(rows, (fragment) => fragment.left >= gutter)
    ? gutter
    : undefined
}

function crosses(fragment: Fragment, x: number): boolean {
  return fragment.left < x && fragment.right > x
}

/** Columns of prose are filled from edge to edge; columns of a table are not. */
function isProse(rows: readonly (readonly Fragment[])[], isInside: (fragment: Fragment) => boolean): boolean {
  const lines = rows.map((row) => row.filter(isInside)).filter((row) => row.length > 0)
  if (lines.length < FEWEST_LINES) return false
  const [left] = rangeOf(lines.flat().map((fragment) => fragment.left))
  const [, right] = rangeOf(lines.flat().map((fragment) => fragment.right))
  const filled = lines.filter(
    (row) => row.reduce((sum, item) => sum + item.right - item.left, 0) > (right - left) * 0.75,
  )
  return filled.length >= lines.length * 0.5
}
