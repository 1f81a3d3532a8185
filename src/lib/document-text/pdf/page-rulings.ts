import { apply, IDENTITY, multiply, numbersOf, rangeOf, toMatrix, type Matrix, type Ruling } from './pdf-geometry'

/** The drawing operations that matter here, by the engine's numbers. */
export interface DrawingCodes {
  readonly save: number
  readonly restore: number
  readonly transform: number
  readonly constructPath: number
  readonly paintFormXObjectBegin: number
  readonly paintFormXObjectEnd: number
  readonly stroke: number
  readonly closeStroke: number
  readonly fill: number
  readonly eoFill: number
}

/** Thicker than this a filled bar is a background, not a line. */
const THICKEST_LINE = 3
const SHORTEST_LINE = 3
const MOST_RULINGS = 20_000
/** The engine's path language: a code, then that many coordinates. */
const PATH_COORDINATES = [2, 2, 6, 4, 0]
const MOVE = 0
const LINE = 1
const CLOSE = 4

/** Collects the straight lines of a page's drawing operations, in page coordinates. */
export function readRulings(
  fnArray: readonly number[],
  argsArray: readonly unknown[],
  codes: DrawingCodes,
  page: Matrix,
): Ruling[] {
  const rulings: Ruling[] = []
  const saved: Matrix[] = []
  let current = IDENTITY
  fnArray.forEach((code, index) => {
    const args: unknown = argsArray[index]
    if (code === codes.save || code === codes.paintFormXObjectBegin) saved.push(current)
    if (code === codes.restore || code === codes.paintFormXObjectEnd) current = saved.pop() ?? IDENTITY
    if (code === codes.transform) current = multiply(current, toMatrix(args) ?? IDENTITY)
    if (code === codes.paintFormXObjectBegin && Array.isArray(args))
      current = multiply(current, toMatrix(args[0]) ?? IDENTITY)
    if (code === codes.constructPath && rulings.length < MOST_RULINGS) {
      for (const ruling of linesOfPath(args, codes, multiply(page, current))) rulings.push(ruling)
    }
  })
  return rulings
}

function linesOfPath(args: unknown, codes: DrawingCodes, matrix: Matrix): Ruling[] {
  if (!Array.isArray(args) || !Array.isArray(args[1])) return []
  const paint: unknown = args[0]
  const isStroked = paint !== codes.fill && paint !== codes.eoFill
  const isPainted = typeof paint === 'number' && paint >= codes.stroke && paint <= codes.eoFill + 4
  if (!isPainted) return []
  return subpathsOf(numbersOf(args[1][0]), matrix).flatMap((points) => (isStroked ? edgesOf(points) : thinBar(points)))
}

type Point = readonly [number, number]

function subpathsOf(data: readonly number[], matrix: Matrix): Point[][] {
  const subpaths: Point[][] = []
  let points: Point[] = []
  for (let index = 0; index < data.length;) {
    const code = data[index] ?? CLOSE
    const count = PATH_COORDINATES[code] ?? 0
    const [x, y] = [data[index + count - 1] ?? 0, data[index + count] ?? 0]
    if (code === MOVE) subpaths.push((points = []))
    const first = points[0]
    if (code === CLOSE && first !== undefined) points.push(first)
    else if (code === MOVE || code === LINE) points.push(apply(matrix, x, y))
    else if (code !== CLOSE) subpaths.push((points = [apply(matrix, x, y)]))
    index += count + 1
  }
  return subpaths
}

function edgesOf(points: readonly Point[]): Ruling[] {
  return points.slice(1).flatMap((point, index) => {
    const before = points[index]
    return before === undefined ? [] : lineBetween(before, point)
  })
}

/** Word processors draw a border as a long, thin, filled rectangle. */
function thinBar(points: readonly Point[]): Ruling[] {
  const [left, right] = rangeOf(points.map(([x]) => x))
  const [top, bottom] = rangeOf(points.map(([, y]) => y))
  if (right - left <= THICKEST_LINE && bottom - top > right - left) {
    return lineBetween([(left + right) / 2, top], [(left + right) / 2, bottom])
  }
  if (bottom - top > THICKEST_LINE) return []
  return lineBetween([left, (top + bottom) / 2], [right, (top + bottom) / 2])
}

function lineBetween([x1, y1]: Point, [x2, y2]: Point): Ruling[] {
  const width = Math.abs(x1 - x2)
  const height = Math.abs(y1 - y2)
  if (width < 1 && height >= SHORTEST_LINE) {
    return [{ isVertical: true, at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) }]
  }
  if (height < 1 && width >= SHORTEST_LINE) {
    return [{ isVertical: false, at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) }]
  }
  return []
}
