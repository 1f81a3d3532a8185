import { boundedLoop, summarize, type Sample } from './bounded-loop'
import type { FloorKind } from './floor'
import type { FloorDatabase } from './floor-database'
import { LoadClient } from './load-client'
import { TRIVIAL_CALL, type Measure } from './measures'
import { withMemoryPeak } from './memory-peak'
import type { ResultRow } from './results'
import type { ServerProcess } from './server-process'

/** Both sides of a measure. */
export interface Sides {
  server: ServerProcess
  publishableKey: string
  floor: FloorDatabase
  /** The token of somebody signed in, for calls that are not measured. */
  caller: string
  /** The longest time that one measure loops. */
  seconds: number
}

/** A server has no more sessions than this to spare; a rush through more connections is compared with this many. */
const MOST_FLOOR_SESSIONS = 16
const WARM_UP_SECONDS = 1.5
/** A server that has just started is still being compiled; a few thousand requests later it is as it will be all day. */
const FIRST_WARM_UP = { connections: 16, requests: 4000, seconds: 12 }
const MOST_FLOOR_REQUESTS = 20_000

/**
 * Makes the measures one after the other. The floor of each is measured half before and half after it, so that both find
 * the machine in the same mood. `tell` hears of each row as it is made.
 */
export async function measureAll(
  measures: readonly Measure[],
  sides: Sides,
  tell: (row: ResultRow) => void,
): Promise<ResultRow[]> {
  const rows: ResultRow[] = []
  await warmUp(sides)
  for (const measure of measures) {
    for (const connections of measure.connections) {
      const made = await measureBoth(measure, connections, sides)
      rows.push(...made)
      made.forEach(tell)
    }
  }
  return rows
}

async function warmUp({ server, publishableKey, caller }: Sides): Promise<void> {
  const client = new LoadClient(server.url, publishableKey, FIRST_WARM_UP.connections)
  try {
    await boundedLoop(FIRST_WARM_UP, () => client.call(TRIVIAL_CALL, caller))
  } finally {
    await client.close()
  }
}

/** The row of a measure, and that of its floor where it has one. */
async function measureBoth(measure: Measure, connections: number, sides: Sides): Promise<ResultRow[]> {
  if (measure.floor === null) return [await measureStack(measure, connections, sides)]
  const floor = await prepareFloor(measure.floor, Math.min(connections, MOST_FLOOR_SESSIONS), sides)
  try {
    const before = await floor.loop()
    const row = await measureStack(measure, connections, sides)
    const sample = summarize(before, await floor.loop())
    const share = sample.perSecond > 0 ? row.perSecond / sample.perSecond : null
    return [{ ...row, share }, toRow(`floor of ${measure.name}`, connections, sample, null)]
  } finally {
    await floor.end()
  }
}

/** Warm sessions of the bare database, and a loop over them of half the time. */
async function prepareFloor(kind: FloorKind, connections: number, { floor, seconds }: Sides) {
  const sessions = await floor.connect(connections)
  let done = 0
  const run = () => sessions.run(kind, done++)
  await boundedLoop({ connections, requests: connections * 20, seconds: WARM_UP_SECONDS }, run)
  return {
    loop: () => boundedLoop({ connections, requests: MOST_FLOOR_REQUESTS, seconds: seconds / 2 }, run),
    end: () => sessions.end(),
  }
}

async function measureStack(measure: Measure, connections: number, sides: Sides): Promise<ResultRow> {
  const { server, publishableKey, seconds } = sides
  const client = new LoadClient(server.url, publishableKey, connections)
  const perform = (index: number) => measure.perform(client, index)
  try {
    // What fails here fails again where errors are counted.
    await boundedLoop({ connections, requests: connections * measure.warmUp, seconds: WARM_UP_SECONDS }, perform)
    const bounds = { connections, requests: measure.requests, seconds: measure.isWhole ? Infinity : seconds }
    const { result, memoryMb } = await withMemoryPeak(server.memoryMb, () => boundedLoop(bounds, perform))
    return toRow(measure.name, connections, summarize(result), memoryMb)
  } finally {
    await client.close()
  }
}

function toRow(name: string, connections: number, sample: Sample, memoryMb: number | null): ResultRow {
  const known = (value: number) => (Number.isFinite(value) ? value : null)
  return { name, connections, ...sample, p50: known(sample.p50), p95: known(sample.p95), share: null, memoryMb }
}
