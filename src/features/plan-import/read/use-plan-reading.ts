import { useCallback, useEffect, useRef, useState } from 'react'
import { PlanReadingError, readInWorker, type PlanReader } from './plan-reading'
import type { PlanInput, ReadingStage, ReadPlan } from './read-plan-input'

/** Where a document comes from, for the draft's file name. */
export interface ReadingSource {
  readonly fileName: string
  readonly mediaType: string
  /** What was handed in; null for a paste. */
  readonly file: File | null
}

export type PlanReadingState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'busy'; readonly source: ReadingSource; readonly stage: ReadingStage }
  | { readonly phase: 'failed'; readonly source: ReadingSource; readonly message: string }
  | { readonly phase: 'done'; readonly source: ReadingSource; readonly plan: ReadPlan }

/** Reads one document at a time; starting another, or leaving, cancels the one before. */
export function usePlanReading(reader: PlanReader = readInWorker) {
  const [state, setState] = useState<PlanReadingState>({ phase: 'idle' })
  const current = useRef<AbortController | null>(null)
  useEffect(() => () => current.current?.abort(), [])

  const start = useCallback(
    async (source: ReadingSource, input: PlanInput | (() => Promise<PlanInput>)) => {
      current.current?.abort()
      const controller = new AbortController()
      current.current = controller
      const show = (next: PlanReadingState): void => {
        if (!controller.signal.aborted) setState(next)
      }
      show({ phase: 'busy', source, stage: 'reading' })
      try {
        const read = typeof input === 'function' ? await input() : input
        const plan = await reader(read, (stage) => show({ phase: 'busy', source, stage }), controller.signal)
        show({ phase: 'done', source, plan })
      } catch (error) {
        show({ phase: 'failed', source, message: messageOf(error) })
      }
    },
    [reader],
  )

  const reset = useCallback(() => {
    current.current?.abort()
    setState({ phase: 'idle' })
  }, [])

  return { state, start, reset }
}

function messageOf(error: unknown): string {
  if (error instanceof PlanReadingError) return error.message
  return '读不到这个文件。请确认它没有被移动或被其他软件占用，再试一次。'
}
