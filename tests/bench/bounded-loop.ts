import { percentile } from './percentile'

/** Where a loop ends, whichever comes first. */
export interface Bounds {
  connections: number
  requests: number
  seconds: number
}

/** What a loop found. Failed requests count as errors and nowhere else. */
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
): Promise<Sample> {
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
  return summarize(latencies, errors, (performance.now() - begun) / 1000)
}

function summarize(latencies: number[], errors: string[], seconds: number): Sample {
  const sorted = latencies.toSorted((a, b) => a - b)
  return {
    requests: latencies.length,
    perSecond: seconds > 0 ? latencies.length / seconds : 0,
    p50: percentile(sorted, 50),
    p95: percentile(sorted, 95),
    errors: errors.length,
    firstError: errors[0] ?? null,
  }
}
