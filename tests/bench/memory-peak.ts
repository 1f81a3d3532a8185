const EVERY_MS = 100

/** Runs `work` and answers its result beside the most that `read` told meanwhile; null when it told nothing. */
export async function withMemoryPeak<T>(
  read: () => number | null,
  work: () => Promise<T>,
): Promise<{ result: T; memoryMb: number | null }> {
  const seen: number[] = []
  const look = () => {
    const now = read()
    if (now !== null) seen.push(now)
  }
  const timer = setInterval(look, EVERY_MS)
  try {
    const result = await work()
    look()
    return { result, memoryMb: seen.length === 0 ? null : Math.max(...seen) }
  } finally {
    clearInterval(timer)
  }
}
