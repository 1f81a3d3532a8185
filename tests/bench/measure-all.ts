import { boundedLoop, type Sample } from './bounded-loop'
import type { FloorKind } from './floor'
import type { FloorDatabase } from './floor-database'
import { LoadClient } from './load-client'
import type { Measure } from './measures'
import { withMemoryPeak } from './memory-peak'
import type { ResultRow } from './results'
import type { ServerProcess } from './server-process'

/** Both sides of a measure. */
export interface Sides {
  server: ServerProcess
  publishableKey: string
  floor: FloorDatabase
  /** The longest time that one measure loops. */
  seconds: number
}

/** A server has no more sessions than this to spare; a rush through more connections is compared with this many. */
const MOST_FLOOR_SESSIONS = 16
const WARM_UP_SECONDS = 1.5
const MOST_FLOOR_REQUESTS = 20_000

/**
 * Makes the measures one after the other. The floor of each is measured right before the first that needs it, so that both
 * find the machine in the same mood. `tell` hears of each row as it is made.
 */
export async function measureAll(
  measures: readonly Measure[],
  sides: Sides,
  tell: (row: ResultRow) => void,
): Promise<ResultRow[]> {
  const rows: ResultRow[] = []
  const keep = (row: ResultRow) => {
    rows.push(row)
    tell(row)
    return row
  }
  for (const measure of measures) {
    for (const connections of measure.connections) {
      const floor = await floorRate(measure.floor, connections, sides, rows, keep)
      const row = await measureOne(measure, connections, sides)
      keep({ ...row, share: floor === null || floor === 0 ? null : row.perSecond / floor })
    }
  }
  return rows
}

/** Requests a second of the bare SQL, measured now or before; null where nothing is compared. */
async function floorRate(
  kind: FloorKind | null,
  wanted: number,
  { floor, seconds }: Sides,
  rows: readonly ResultRow[],
  keep: (row: ResultRow) => ResultRow,
): Promise<number | null> {
  if (kind === null) return null
  const connections = Math.min(wanted, MOST_FLOOR_SESSIONS)
  const name = `floor: ${kind}`
  const known = rows.find((row) => row.name === name && row.connections === connections)
  if (known !== undefined) return known.perSecond
  const sessions = await floor.connect(connections)
  try {
    const run = (index: number) => sessions.run(kind, index)
    await boundedLoop({ connections, requests: connections * 5, seconds: WARM_UP_SECONDS }, run)
    const sample = await boundedLoop({ connections, requests: MOST_FLOOR_REQUESTS, seconds }, run)
    return keep(toRow(name, connections, sample, null)).perSecond
  } finally {
    await sessions.end()
  }
}

async function measureOne(measure: Measure, connections: number, sides: Sides): Promise<ResultRow> {
  const { server, publishableKey, seconds } = sides
  const client = new LoadClient(server.url, publishableKey, connections)
  const perform = (index: number) => measure.perform(client, index)
  try {
    const warmUp = { connections, requests: connections * measure.warmUp, seconds: WARM_UP_SECONDS }
    // What fails here fails again where errors are counted.
    await boundedLoop(warmUp, perform)
    const bounds = { connections, requests: measure.requests, seconds: measure.isWhole ? Infinity : seconds }
    const { result, memoryMb } = await withMemoryPeak(server.memoryMb, () => boundedLoop(bounds, perform))
    return toRow(measure.name, connections, result, memoryMb)
  } finally {
    client.close()
  }
}

function toRow(name: string, connections: number, sample: Sample, memoryMb: number | null): ResultRow {
  const known = (value: number) => (Number.isFinite(value) ? value : null)
  return { name, connections, ...sample, p50: known(sample.p50), p95: known(sample.p95), share: null, memoryMb }
}
