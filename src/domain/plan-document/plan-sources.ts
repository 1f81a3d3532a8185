import type { OutlinePart } from './outline'
import type { PlanTable } from './plan-tables'
import type { PlanSource } from './read-plan'
import type { Statement } from './responsibility'
import type { SourceText } from './source-text'
import { findLastTitle } from './titles'

/** Parts a document into plans: each run of items, and each table that has a title of its own beside them. */
export function sourcesOfPlans(
  prose: SourceText,
  parts: readonly OutlinePart[],
  statements: readonly Statement[],
  tables: readonly PlanTable[],
): PlanSource[] {
  const takeTables = inOrder(tables)
  const takeStatements = inOrder(statements)
  return parts.flatMap((part) => {
    const mine = takeTables(part.end)
    const said = takeStatements(part.end)
    return mine.length === 0 ? [{ part, statements: said, tables: [] }] : partByTitles(prose.folded, part, said, mine)
  })
}

/** Hands out a sorted list piece by piece: what begins before each next place. */
function inOrder<T extends { readonly start: number }>(items: readonly T[]): (before: number) => T[] {
  let next = 0
  return (before) => {
    const from = next
    while (next < items.length && (items[next]?.start ?? before) < before) next += 1
    return items.slice(from, next)
  }
}

function partByTitles(
  folded: string,
  part: OutlinePart,
  statements: readonly Statement[],
  tables: readonly PlanTable[],
): PlanSource[] {
  const groups: { start: number; tables: PlanTable[] }[] = []
  let reach = part.roots.length === 0 ? part.start : lastItemBefore(part, tables[0]?.start ?? part.end)
  for (const table of tables) {
    const title = findLastTitle(folded, reach, table.start)
    const isFirst = groups.length === 0 && part.roots.length === 0
    if (title !== null || isFirst)
      groups.push({ start: isFirst ? part.start : (title?.start ?? table.start), tables: [table] })
    else if (groups.length > 0) groups.at(-1)?.tables.push(table)
    else return [{ part, statements, tables }]
    reach = table.end
  }
  const first = groups[0]?.start ?? part.end
  const own =
    part.roots.length === 0
      ? []
      : [{ part: { ...part, end: Math.max(first, part.roots.at(-1)?.start ?? 0) }, statements, tables: [] }]
  return [
    ...own,
    ...groups.map((group, index) => {
      const end = groups[index + 1]?.start ?? part.end
      return {
        part: {
          start: group.start,
          end,
          titleStart: index === 0 && own.length === 0 ? part.titleStart : group.start,
          roots: [],
        },
        statements: [],
        tables: group.tables,
      }
    }),
  ]
}

/** Where the last numbered item before a place begins. */
function lastItemBefore(part: OutlinePart, place: number): number {
  let reach = part.start
  let level = part.roots
  for (;;) {
    const node = level.filter((one) => one.start < place).at(-1)
    if (node === undefined) return reach
    reach = node.marker.contentStart
    level = node.children
  }
}
