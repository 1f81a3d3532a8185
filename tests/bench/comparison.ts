import type { ResultRow, ResultRun } from './results'
import { alignedTable, amount, percentage } from './table'

const HEAD = ['name', 'connections', 'req/s before', 'now', 'times', 'p50 before', 'now', 'share before', 'now']

/** What became of each measure since an earlier run of the same size on the same engine; '' when it has none of them. */
export function comparisonTable(before: readonly ResultRun[], now: ResultRun): string {
  const earlier = before.find(({ engine, tasks }) => kindOf(engine) === kindOf(now.engine) && tasks === now.tasks)
  if (earlier === undefined) return ''
  const rows = now.rows.flatMap((row) => {
    const old = find(earlier, row)
    return old === undefined ? [] : [compare(old, row)]
  })
  return alignedTable(HEAD, rows)
}

function compare(before: ResultRow, now: ResultRow): string[] {
  return [
    now.name,
    String(now.connections),
    amount(before.perSecond),
    amount(now.perSecond),
    before.perSecond > 0 ? amount(now.perSecond / before.perSecond) : '–',
    amount(before.p50),
    amount(now.p50),
    percentage(before.share),
    percentage(now.share),
  ]
}

const GROWTH_HEAD = ['name', 'connections', 'req/s small', 'req/s large', 'loss', 'p50 small', 'p50 large']

/** What is lost from the smallest to the largest database; '' when there is one size alone. */
export function growthTable(runs: readonly ResultRun[]): string {
  const [small, ...larger] = runs.toSorted((a, b) => a.tasks - b.tasks)
  const large = larger.at(-1)
  if (small === undefined || large === undefined) return ''
  const rows = small.rows.flatMap((row) => {
    const grown = find(large, row)
    return grown === undefined ? [] : [growth(row, grown)]
  })
  return `from ${small.tasks} to ${large.tasks} tasks\n${alignedTable(GROWTH_HEAD, rows)}`
}

function growth(small: ResultRow, large: ResultRow): string[] {
  const loss = small.perSecond > 0 ? 1 - large.perSecond / small.perSecond : null
  return [
    small.name,
    String(small.connections),
    amount(small.perSecond),
    amount(large.perSecond),
    loss === null ? '–' : `${Math.round(loss * 100)} %`,
    amount(small.p50),
    amount(large.p50),
  ]
}

function find({ rows }: ResultRun, { name, connections }: ResultRow): ResultRow | undefined {
  return rows.find((each) => each.name === name && each.connections === connections)
}

/** Without the version: a newer server is compared all the same. */
function kindOf(engine: string): string {
  return engine.split(' ')[0] ?? ''
}
