import type { PlanInput, ReadingStage, ReadPlan } from './read-plan-input'

/** What the worker answers. */
export type ReadingAnswer =
  | { readonly kind: 'stage'; readonly stage: ReadingStage }
  | { readonly kind: 'done'; readonly plan: ReadPlan }
  /** `message` is for the reader; null when the failure is not the file's. */
  | { readonly kind: 'failed'; readonly message: string | null }

/** Reads a document somewhere; cancelled by the signal. */
export type PlanReader = (
  input: PlanInput,
  onStage: (stage: ReadingStage) => void,
  signal: AbortSignal,
) => Promise<ReadPlan>

/** A failure with words for the reader. */
export class PlanReadingError extends Error {
  override readonly name = 'PlanReadingError'
}

const UNREADABLE = '读取这份文件时出错。请用 Word/WPS 另存为 .docx 或 .txt 后再导入，或把正文粘贴进来。'

/** Reads in a worker, so that the page stays alive however long it takes, and cancelling is immediate. */
export const readInWorker: PlanReader = (input, onStage, signal) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./plan-reading.worker.ts', import.meta.url), { type: 'module' })
    const finish = (settle: () => void): void => {
      worker.terminate()
      signal.removeEventListener('abort', cancel)
      settle()
    }
    const cancel = (): void => finish(() => reject(new DOMException('The reading was cancelled.', 'AbortError')))
    signal.addEventListener('abort', cancel)
    worker.addEventListener('error', () => finish(() => reject(new PlanReadingError(UNREADABLE))))
    worker.addEventListener('message', ({ data }: MessageEvent<ReadingAnswer>) => {
      if (data.kind === 'stage') onStage(data.stage)
      if (data.kind === 'done') finish(() => resolve(data.plan))
      if (data.kind === 'failed') finish(() => reject(new PlanReadingError(data.message ?? UNREADABLE)))
    })
    worker.postMessage(input)
  })
