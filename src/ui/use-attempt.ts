import { useRef, useState } from 'react'

/** Something that is being tried: whether it runs, and why it failed the last time. */
export interface Attempt {
  readonly isBusy: boolean
  readonly error: unknown
  /** Tries it; answers whether it went well. A failure is kept until the next attempt. */
  readonly run: (action: () => Promise<unknown>) => Promise<boolean>
}

/** Does something that may fail, one at a time, and keeps its failure to be shown in its place. */
export function useAttempt(): Attempt {
  const [isBusy, setIsBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  // Enter twice comes before the first is drawn.
  const isRunning = useRef(false)
  const run = async (action: () => Promise<unknown>) => {
    if (isRunning.current) return false
    isRunning.current = true
    setIsBusy(true)
    setError(null)
    try {
      await action()
      return true
    } catch (thrown) {
      setError(thrown)
      return false
    } finally {
      isRunning.current = false
      setIsBusy(false)
    }
  }
  return { isBusy, error, run }
}
