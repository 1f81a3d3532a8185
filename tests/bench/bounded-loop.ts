import { percentile } from './percentile'

/** Where a loop ends, whichever comes first. */
export interface Bounds {
  connections: number
  requests: number
  seconds: number
}

/** Everything that a loop saw. */
export interface LoopRecord {
  /** Of each request that was answered, in milliseconds. */
  latencies: number[]
  errors: string[]
  seconds: number
}

/** What loops found. Failed requests count as errors and nowhere else. */
export interface Sample {
  requests: number
  perSecond: number
  p50: number
  p95: number
  errors: number
  /** What went wrong first. */
  firstError: string | null
}

/**
 * Does `work` again and again on so many connections at once, each beginning the next request when the last one is
 * answered; requests under way when the time is up are awaited and counted.
 */
export async function boundedLoop(
  { connections, requests, seconds }: Bounds,
  work: (index: number) => Promise<unknown>,
): Promise<LoopRecord> {
  const latencies: number[] = []
  const errors: string[] = []
  const begun = performance.now()
  const deadline = begun + seconds * 1000
  let next = 0
  const connection = async () => {
    while (next < requests && performance.now() < deadline) {
      const index = next++
      const sent = performance.now()
      try {
        await work(index)
        latencies.push(performance.now() - sent)
      } catch (error) {
        errors.push(error instanceof Error ? error.message : String(error))
      }
    }
  }
  await Promise.all(Array.from({ length: connections }, connection))
  return { latencies, errors, seconds: (performance.now() - begun) / 1000 }
}

/** Several loops over the same work as if they had been one. */
export function summarize(...records: readonly LoopRecord[]): Sample {
  const latencies = records.flatMap((record) => record.latencies).toSorted((a, b) => a - b)
  const errors = records.flatMap((record) => record.errors)
  const seconds = records.reduce((sum, record) => sum + record.seconds, 0)
  return {
    requests: latencies.length,
    perSecond: seconds > 0 ? latencies.length / seconds : 0,
    p50: percentile(latencies, 50),
    p95: percentile(latencies, 95),
    errors: errors.length,
    firstError: errors[0] ?? null,
  }
}
