import type { ResultRow, ResultRun } from './results'

const HEAD = ['name', 'connections', 'req/s', 'p50 ms', 'p95 ms', 'share of the floor', 'memory MB', 'errors']

/** The one table of a run, with what went wrong first below it. */
export function resultTable(run: ResultRun): string {
  const title = `${run.engine}, ${whole(run.tasks)} tasks (filled in ${run.fillSeconds.toFixed(1)} s)`
  const errors = run.rows.flatMap(({ name, connections, firstError }) =>
    firstError === null ? [] : [`first error of ${name} at ${connections}: ${firstError}`],
  )
  return [title, alignedTable(HEAD, run.rows.map(cells)), ...errors].join('\n')
}

function cells(row: ResultRow): string[] {
  return [
    row.name,
    String(row.connections),
    amount(row.perSecond),
    amount(row.p50),
    amount(row.p95),
    percentage(row.share),
    row.memoryMb === null ? '–' : whole(row.memoryMb),
    String(row.errors),
  ]
}

/** Text to the left, everything after it to the right. */
export function alignedTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) => Math.max(...[head, ...rows].map((row) => (row[column] ?? title).length)))
  const line = (row: readonly string[]) =>
    widths
      .map((width, column) => (column === 0 ? (row[column] ?? '').padEnd(width) : (row[column] ?? '').padStart(width)))
      .join('  ')
      .trimEnd()
  return [line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)].join('\n')
}

/** Three digits that count, so that 0.21 and 3,410 can stand in one column. */
export function amount(value: number | null): string {
  if (value === null || !Number.isFinite(value)) return '–'
  return value >= 100 ? whole(value) : value.toPrecision(3)
}

/** A share as percent. */
export function percentage(share: number | null): string {
  return share === null || !Number.isFinite(share) ? '–' : `${amount(share * 100)} %`
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en')
}
