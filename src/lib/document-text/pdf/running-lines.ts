import { quantile } from './pdf-geometry'
import type { TextLine } from './text-lines'

/** Headers and footers stand among the first or last few lines of a page. */
const EDGE_LINES = 2

const PAGE_NUMBER =
  /^(?:[-—–―－·•\s]*\d{1,4}[-—–―－·•\s]*|[-—–―－\s]*第\s*[\d一二三四五六七八九十百]+\s*页(?:\s*[,，/]?\s*共\s*[\d一二三四五六七八九十百]+\s*页)?[-—–―－\s]*|(?:page\s*)?\d{1,4}\s*(?:\/|of|／)\s*\d{1,4})$/i

interface PageLines {
  readonly height: number
  readonly lines: readonly TextLine[]
  /** Where the page's text and tables begin and end. */
  readonly top: number
  readonly bottom: number
}

/** Drops page numbers at the edges of pages and lines that come back there page after page. */
export function dropRunningLines(pages: readonly PageLines[]): TextLine[][] {
  const counts = new Map<string, number>()
  for (const page of pages) {
    const keys = new Set(edgeLines(page).map((line) => keyOf(line, page)))
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const lines = pages.flatMap((page) => page.lines)
  const bodySize = quantile(
    lines.map((line) => line.size),
    0.5,
  )
  return pages.map((page) => {
    const edge = new Set(edgeLines(page))
    return page.lines.filter((line) => {
      if (!edge.has(line)) return true
      if (isOutermost(line, page) && PAGE_NUMBER.test(line.text)) return false
      return (counts.get(keyOf(line, page)) ?? 0) < countOfRunningLine(line, bodySize, pages.length)
    })
  })
}

/**
 * How often a line must come back. Odd and even pages may carry different headers and the first none; but a heading of
 * the text may stand at the same height twice, so only small print is taken for a header that early.
 */
function countOfRunningLine(line: TextLine, bodySize: number, pageCount: number): number {
  if (line.size < bodySize * 0.9) return Math.max(2, Math.floor(pageCount * 0.4))
  return pageCount <= 3 ? Math.max(2, pageCount) : Math.max(3, Math.ceil(pageCount * 0.4))
}

function edgeLines(page: PageLines): TextLine[] {
  const sorted = page.lines.slice().sort((a, b) => a.baseline - b.baseline)
  const outer = [...sorted.slice(0, EDGE_LINES), ...sorted.slice(-EDGE_LINES)]
  const isNearEdge = (line: TextLine): boolean =>
    line.baseline < page.height * 0.15 || line.baseline > page.height * 0.85
  return outer.filter(isNearEdge)
}

/** A number inside the text or a table is content; beyond everything else it counts pages. */
function isOutermost(line: TextLine, page: PageLines): boolean {
  return line.baseline - line.size * 0.5 <= page.top + line.size || line.baseline >= page.bottom - line.size * 0.5
}

/** The same words at the same height, whatever their number. */
function keyOf(line: TextLine, page: PageLines): string {
  const words = line.text.replace(/\d+/g, '#').replace(/\s+/g, '')
  return `${words}@${Math.round((line.baseline / page.height) * 50)}`
}
