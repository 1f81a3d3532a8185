import { DocumentReadError } from '@/lib/document-text/read-document'
import type { ReadingAnswer } from './plan-reading'
import { readPlanInput, type PlanInput } from './read-plan-input'

const answer = (message: ReadingAnswer): void => globalThis.postMessage(message)

globalThis.addEventListener('message', ({ data }: MessageEvent<PlanInput>) => {
  readPlanInput(data, (stage) => answer({ kind: 'stage', stage })).then(
    (plan) => answer({ kind: 'done', plan }),
    (error: unknown) => answer({ kind: 'failed', message: error instanceof DocumentReadError ? error.message : null }),
  )
})
