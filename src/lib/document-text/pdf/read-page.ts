import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { apply, multiply, toMatrix, type Fragment, type Matrix, type PageContent } from './pdf-geometry'
import { readRulings, type DrawingCodes } from './page-rulings'

interface TurnedFragment extends Fragment {
  /** Quarter turns against the page; undefined for slanted text such as a watermark. */
  readonly turn: number | undefined
}

/** Reads a page's text and ruled lines. Slanted text is a watermark and is left out. */
export async function readPage(page: PDFPageProxy, codes: DrawingCodes): Promise<PageContent> {
  const upright = page.getViewport({ scale: 1 })
  const first = await readTurned(page, toMatrix(upright.transform))
  const turn = prevailingTurn(first)
  const viewport = turn === 0 ? upright : page.getViewport({ scale: 1, rotation: (upright.rotation + turn * 90) % 360 })
  const matrix = toMatrix(viewport.transform)
  const fragments = turn === 0 ? first : await readTurned(page, matrix)
  const operators = await page.getOperatorList()
  return {
    width: viewport.width,
    height: viewport.height,
    fragments: fragments.filter((fragment) => fragment.turn === 0),
    rulings: matrix === undefined ? [] : readRulings(operators.fnArray, operators.argsArray, codes, matrix),
  }
}

async function readTurned(page: PDFPageProxy, pageMatrix: Matrix | undefined): Promise<TurnedFragment[]> {
  const content = await page.getTextContent({ disableNormalization: false })
  return content.items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return []
    const own = toMatrix(item.transform)
    if (own === undefined || pageMatrix === undefined) return []
    return [toFragment(item.str, item.width, multiply(pageMatrix, own))]
  })
}

function toFragment(text: string, width: number, matrix: Matrix): TurnedFragment {
  const [left, baseline] = apply(matrix, 0, 0)
  const size = Math.hypot(matrix[2], matrix[3])
  const angle = Math.atan2(matrix[1], matrix[0]) / (Math.PI / 2)
  const turn = Math.abs(angle - Math.round(angle)) < 0.05 ? (Math.round(angle) + 4) % 4 : undefined
  return { text, left, right: left + width, baseline, size, turn }
}

/** A table on its side makes a page whose text is turned; the page is then read turned back. */
function prevailingTurn(fragments: readonly TurnedFragment[]): number {
  const lengths = [0, 0, 0, 0]
  for (const { turn, text } of fragments) {
    if (turn !== undefined) lengths[turn] = (lengths[turn] ?? 0) + text.length
  }
  const longest = lengths.indexOf(Math.max(...lengths))
  return (4 - longest) % 4
}
