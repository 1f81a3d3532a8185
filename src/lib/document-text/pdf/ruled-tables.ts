import type { Box, Ruling } from './pdf-geometry'

export interface GridBox extends Box {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
}

/** A table as its lines draw it. */
export interface RuledTable extends Box {
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  readonly cells: readonly GridBox[]
}

/** Lines this close are one: borders are drawn per cell and do not always meet. */
const TOLERANCE = 3.5
const MOST_LINES_PER_AXIS = 400

/** Finds the tables among a page's ruled lines, top to bottom. A plain frame or an underline is none. */
export function findRuledTables(rulings: readonly Ruling[]): RuledTable[] {
  const merged = mergeCollinear(rulings)
  return connectedGroups(merged)
    .flatMap((group) => toTable(group))
    .sort((a, b) => a.top - b.top)
}

function mergeCollinear(rulings: readonly Ruling[]): Ruling[] {
  const sorted = rulings
    .slice()
    .sort((a, b) => Number(a.isVertical) - Number(b.isVertical) || a.at - b.at || a.from - b.from)
  const merged: Ruling[] = []
  for (const lane of lanesOf(sorted)) {
    let current: Ruling | undefined
    for (const ruling of lane.sort((a, b) => a.from - b.from)) {
      if (current !== undefined && ruling.from <= current.to + TOLERANCE) {
        current = { ...current, to: Math.max(current.to, ruling.to) }
      } else {
        if (current !== undefined) merged.push(current)
        current = ruling
      }
    }
    if (current !== undefined) merged.push(current)
  }
  return merged
}

/** Lines of one direction at nearly the same place. */
function lanesOf(sorted: readonly Ruling[]): Ruling[][] {
  const lanes: Ruling[][] = []
  let lane: Ruling[] = []
  for (const ruling of sorted) {
    const first = lane[0]
    const fits = first !== undefined && first.isVertical === ruling.isVertical && ruling.at - first.at <= TOLERANCE
    if (!fits) lanes.push((lane = []))
    lane.push(first === undefined || !fits ? ruling : { ...ruling, at: first.at })
  }
  return lanes
}

function connectedGroups(rulings: readonly Ruling[]): Ruling[][] {
  const horizontals = rulings.filter((ruling) => !ruling.isVertical).slice(0, MOST_LINES_PER_AXIS)
  const verticals = rulings.filter((ruling) => ruling.isVertical).slice(0, MOST_LINES_PER_AXIS)
  const sets = new DisjointSets(horizontals.length + verticals.length)
  horizontals.forEach((horizontal, h) => {
    verticals.forEach((vertical, v) => {
      if (cross(horizontal, vertical)) sets.join(h, horizontals.length + v)
    })
  })
  const groups = new Map<number, Ruling[]>()
  ;[...horizontals, ...verticals].forEach((ruling, index) => {
    const root = sets.find(index)
    const group = groups.get(root) ?? []
    group.push(ruling)
    groups.set(root, group)
  })
  return Array.from(groups.values())
}

function cross(horizontal: Ruling, vertical: Ruling): boolean {
  const isWithin = (value: number, ruling: Ruling): boolean =>
    value >= ruling.from - TOLERANCE && value <= ruling.to + TOLERANCE
  return isWithin(vertical.at, horizontal) && isWithin(horizontal.at, vertical)
}

function toTable(group: readonly Ruling[]): RuledTable[] {
  const horizontals = group.filter((ruling) => !ruling.isVertical)
  const verticals = group.filter((ruling) => ruling.isVertical)
  if (horizontals.length < 2 || verticals.length < 1) return []
  // Tables with open sides have no outer verticals: their rows' ends are the edges.
  const xs = distinct([...verticals.map((line) => line.at), ...horizontals.flatMap((line) => [line.from, line.to])])
  const ys = distinct([...horizontals.map((line) => line.at), ...verticals.flatMap((line) => [line.from, line.to])])
  const cells = readCells(xs, ys, horizontals, verticals)
  if (cells.length < 2) return []
  const box = { left: xs[0] ?? 0, right: xs[xs.length - 1] ?? 0, top: ys[0] ?? 0, bottom: ys[ys.length - 1] ?? 0 }
  return [{ ...box, xs, ys, cells }]
}

function distinct(values: readonly number[]): number[] {
  const sorted = values.slice().sort((a, b) => a - b)
  return sorted.filter((value, index) => index === 0 || value - (sorted[index - 1] ?? 0) > TOLERANCE)
}

/** Fields of the grid with no line between them are one cell. */
function readCells(
  xs: readonly number[],
  ys: readonly number[],
  horizontals: readonly Ruling[],
  verticals: readonly Ruling[],
): GridBox[] {
  const columns = xs.length - 1
  const rows = ys.length - 1
  const sets = new DisjointSets(rows * columns)
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const field = row * columns + column
      const [x1, x2, y1, y2] = [xs[column] ?? 0, xs[column + 1] ?? 0, ys[row] ?? 0, ys[row + 1] ?? 0]
      if (column + 1 < columns && !hasLine(verticals, x2, (y1 + y2) / 2)) sets.join(field, field + 1)
      if (row + 1 < rows && !hasLine(horizontals, y2, (x1 + x2) / 2)) sets.join(field, field + columns)
    }
  }
  return boundingCells(sets, xs, ys)
}

function boundingCells(sets: DisjointSets, xs: readonly number[], ys: readonly number[]): GridBox[] {
  const columns = xs.length - 1
  const bounds = new Map<number, { top: number; bottom: number; left: number; right: number }>()
  for (let field = 0; field < columns * (ys.length - 1); field += 1) {
    const [row, column] = [Math.floor(field / columns), field % columns]
    const bound = bounds.get(sets.find(field))
    if (bound === undefined) {
      bounds.set(sets.find(field), { top: row, bottom: row, left: column, right: column })
    } else {
      bound.bottom = Math.max(bound.bottom, row)
      bound.left = Math.min(bound.left, column)
      bound.right = Math.max(bound.right, column)
    }
  }
  return Array.from(bounds.values(), ({ top, bottom, left, right }) => ({
    row: top,
    column: left,
    rowSpan: bottom - top + 1,
    columnSpan: right - left + 1,
    left: xs[left] ?? 0,
    right: xs[right + 1] ?? 0,
    top: ys[top] ?? 0,
    bottom: ys[bottom + 1] ?? 0,
  }))
}

function hasLine(rulings: readonly Ruling[], at: number, through: number): boolean {
  return rulings.some(
    (ruling) => Math.abs(ruling.at - at) <= TOLERANCE * 1.5 && ruling.from <= through && ruling.to >= through,
  )
}

class DisjointSets {
  private readonly parents: number[]

  constructor(size: number) {
    this.parents = Array.from({ length: size }, (_, index) => index)
  }

  find(item: number): number {
    let root = item
    while (this.parents[root] !== undefined && this.parents[root] !== root) root = this.parents[root] ?? root
    this.parents[item] = root
    return root
  }

  join(one: number, other: number): void {
    const [first, second] = [this.find(one), this.find(other)]
    this.parents[Math.max(first, second)] = Math.min(first, second)
  }
}
