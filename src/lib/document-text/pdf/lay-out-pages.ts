import type { Block } from '../document-blocks'
import { readColumns } from './columns'
import { appendTable, continuesTable } from './continue-table'
import { fillTables, type FilledTable } from './fill-table'
import { joinLines, measureMargins, type TextMargins } from './join-lines'
import { rangeOf, type PageContent } from './pdf-geometry'
import { findRuledTables } from './ruled-tables'
import { dropRunningLines } from './running-lines'
import { toAlignedBlocks } from './aligned-rows'
import type { TextLine } from './text-lines'

type PageItem = { readonly table: FilledTable } | { readonly line: TextLine }

interface LaidPage {
  readonly content: PageContent
  readonly lines: readonly TextLine[]
  readonly tables: readonly FilledTable[]
}

/** Fewer lines than this do not show a column's margins; the document's stand in. */
const ENOUGH_LINES = 8

/** Turns the pages' text and lines into paragraphs and tables that run on from page to page. */
export function layOutPages(pages: readonly PageContent[]): Block[] {
  const columnKeys = new Map<TextLine, string>()
  const laid = pages.map((content, page) => layOutPage(content, page, columnKeys))
  const kept = dropRunningLines(laid.map(edgesOf))
  const items = laid.flatMap((page, index) => inReadingOrder(kept[index] ?? [], page.tables))
  const marginsOf = marginFinder(
    items.flatMap((item) => ('line' in item ? [item.line] : [])),
    columnKeys,
  )
  return toBlocks(items, marginsOf)
}

function layOutPage(content: PageContent, page: number, columnKeys: Map<TextLine, string>): LaidPage {
  const { filled, outside } = fillTables(findRuledTables(content.rulings), content.fragments, page)
  const columns = readColumns(outside, content.width, page)
  for (const column of columns) for (const line of column.lines) columnKeys.set(line, column.side)
  return { content, lines: columns.flatMap((column) => column.lines), tables: filled }
}

function edgesOf(page: LaidPage): { height: number; lines: readonly TextLine[]; top: number; bottom: number } {
  const tops = [...page.lines.map((line) => line.baseline - line.size), ...page.tables.map((table) => table.top)]
  const bottoms = [...page.lines.map((line) => line.baseline), ...page.tables.map((table) => table.bottom)]
  return { height: page.content.height, lines: page.lines, top: rangeOf(tops)[0], bottom: rangeOf(bottoms)[1] }
}

function inReadingOrder(lines: readonly TextLine[], tables: readonly FilledTable[]): PageItem[] {
  const items: PageItem[] = []
  const waiting = tables.slice()
  for (const line of lines) {
    while (waiting[0] !== undefined && waiting[0].top < line.baseline) {
      items.push({ table: waiting[0] })
      waiting.shift()
    }
    items.push({ line })
  }
  return [...items, ...waiting.map((table) => ({ table }))]
}

/** A column's own margins where it shows them, else those of the same column on all pages. */
function marginFinder(
  lines: readonly TextLine[],
  sides: ReadonlyMap<TextLine, string>,
): (line: TextLine) => TextMargins {
  const bySide = groupBy(lines, (line) => sides.get(line) ?? '')
  const byPage = groupBy(lines, (line) => `${line.page}/${sides.get(line) ?? ''}`)
  const ofSide = new Map(Array.from(bySide, ([key, group]) => [key, measureMargins(group)]))
  const ofPage = new Map(
    Array.from(byPage, ([key, group]) => [key, group.length < ENOUGH_LINES ? undefined : measureMargins(group)]),
  )
  return (line) => {
    const general = ofSide.get(sides.get(line) ?? '') ?? measureMargins([line])
    const own = ofPage.get(`${line.page}/${sides.get(line) ?? ''}`)
    const isShort = own === undefined || own.right < general.right - 2 * line.size
    return isShort ? general : own
  }
}

function groupBy(lines: readonly TextLine[], keyOf: (line: TextLine) => string): Map<string, TextLine[]> {
  const groups = new Map<string, TextLine[]>()
  for (const line of lines) {
    const group = groups.get(keyOf(line)) ?? []
    group.push(line)
    groups.set(keyOf(line), group)
  }
  return groups
}

function toBlocks(items: readonly PageItem[], marginsOf: (line: TextLine) => TextMargins): Block[] {
  const blocks: Block[] = []
  let lines: TextLine[] = []
  let table: FilledTable | undefined
  const closeTable = (): void => {
    if (table !== undefined) blocks.push(tableBlock(table))
    table = undefined
  }
  const closeText = (): void => {
    for (const block of toAlignedBlocks(joinLines(lines, marginsOf))) blocks.push(block)
    lines = []
  }
  for (const item of items) {
    if ('line' in item) {
      closeTable()
      lines.push(item.line)
      continue
    }
    closeText()
    if (table !== undefined && continuesTable(table, item.table))
      table = { ...appendTable(table, item.table), page: item.table.page }
    else {
      closeTable()
      table = item.table
    }
  }
  closeTable()
  closeText()
  return blocks
}

function tableBlock(table: FilledTable): Block {
  return {
    kind: 'table',
    cells: table.cells.map(({ text, ...place }) => ({ ...place, blocks: [{ kind: 'paragraph', text }] })),
  }
}
