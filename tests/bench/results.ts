import { UsageError } from './options'

/** One line of the table: a measure at a number of connections. Times are milliseconds. */
export interface ResultRow {
  name: string
  connections: number
  requests: number
  perSecond: number
  p50: number | null
  p95: number | null
  /** Requests a second over those of the bare SQL that does the same; null where there is none. */
  share: number | null
  /** The most that the server's process held while this was measured. */
  memoryMb: number | null
  errors: number
  firstError: string | null
}

/** One size of database on one engine. */
export interface ResultRun {
  engine: string
  tasks: number
  fillSeconds: number
  rows: ResultRow[]
}

/** Everything that one call of the benchmark found; what `--out` writes and `--against` reads. */
export interface Results {
  madeAt: string
  node: string
  runs: ResultRun[]
}

/** Reads what `--out` wrote. */
export function parseResults(text: string): Results {
  const parsed = parseJson(text)
  return { madeAt: textAt(parsed, 'madeAt'), node: textAt(parsed, 'node'), runs: listAt(parsed, 'runs').map(toRun) }
}

function toRun(value: unknown): ResultRun {
  return {
    engine: textAt(value, 'engine'),
    tasks: numberAt(value, 'tasks'),
    fillSeconds: numberAt(value, 'fillSeconds'),
    rows: listAt(value, 'rows').map(toRow),
  }
}

function toRow(value: unknown): ResultRow {
  return {
    name: textAt(value, 'name'),
    connections: numberAt(value, 'connections'),
    requests: numberAt(value, 'requests'),
    perSecond: numberAt(value, 'perSecond'),
    p50: numberOrNullAt(value, 'p50'),
    p95: numberOrNullAt(value, 'p95'),
    share: numberOrNullAt(value, 'share'),
    memoryMb: numberOrNullAt(value, 'memoryMb'),
    errors: numberAt(value, 'errors'),
    firstError: at(value, 'firstError') === null ? null : textAt(value, 'firstError'),
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new UsageError('the file to compare with is no JSON')
  }
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}

function textAt(value: unknown, key: string): string {
  const found = at(value, key)
  return typeof found === 'string' ? found : wrong(key)
}

function numberAt(value: unknown, key: string): number {
  const found = at(value, key)
  return typeof found === 'number' ? found : wrong(key)
}

function numberOrNullAt(value: unknown, key: string): number | null {
  return at(value, key) === null ? null : numberAt(value, key)
}

function listAt(value: unknown, key: string): unknown[] {
  const found = at(value, key)
  return Array.isArray(found) ? found : wrong(key)
}

function wrong(key: string): never {
  throw new UsageError(`the file to compare with has no proper ${key}: it was not written by --out`)
}
