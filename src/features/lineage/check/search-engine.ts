import type { LineageCandidate, YearSpan } from '@/domain/lineage/lineage-candidate'
import type { LineageQuestion, LineageSuggestion } from '@/domain/lineage/suggest-lineage'
import type { DraftTaskId } from '@/domain/plan-draft/draft-ids'

/** The plan's years and what its tasks are compared with. */
export interface EngineSetup {
  readonly candidates: readonly LineageCandidate[]
  readonly span: YearSpan
}

/** A task of the draft, by its id, and what is known of it. */
export interface TaskQuestion {
  readonly taskId: DraftTaskId
  readonly question: LineageQuestion
}

/** What an engine says of one task. */
export interface TaskAnswer {
  readonly taskId: DraftTaskId
  readonly suggestions: readonly LineageSuggestion[]
}

/** Compares tasks with candidates somewhere, in the order they are asked for. */
export interface SearchEngine {
  readonly ask: (questions: readonly TaskQuestion[]) => void
  readonly close: () => void
}

export type OpenEngine = (setup: EngineSetup, onAnswer: (answer: TaskAnswer) => void) => SearchEngine

/** What a worker is told. */
export type WorkerRequest =
  | { readonly kind: 'open'; readonly setup: EngineSetup }
  | { readonly kind: 'ask'; readonly questions: readonly TaskQuestion[] }

/** Compares in a worker, so that typing never waits. Where there are none, between other things on the page. */
export const openEngine: OpenEngine = (setup, onAnswer) => {
  if (typeof Worker === 'undefined') return openIdleEngine(setup, onAnswer)
  const worker = new Worker(new URL('./lineage-search.worker.ts', import.meta.url), { type: 'module' })
  const send = (request: WorkerRequest): void => worker.postMessage(request)
  worker.addEventListener('message', ({ data }: MessageEvent<TaskAnswer>) => onAnswer(data))
  send({ kind: 'open', setup })
  return { ask: (questions) => send({ kind: 'ask', questions }), close: () => worker.terminate() }
}

/** Compares one task at a time on the page itself; what compares is fetched by those alone who have no worker. */
export const openIdleEngine: OpenEngine = ({ candidates, span }, onAnswer) => {
  const comparing = import('@/domain/lineage/suggest-lineage').then(({ openLibrary, suggestLineage }) => {
    const library = openLibrary(candidates, span)
    return (question: LineageQuestion) => suggestLineage(question, library)
  })
  const queue: TaskQuestion[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let isOpen = true
  const work = async (): Promise<void> => {
    const compare = await comparing
    const next = queue.shift()
    timer = undefined
    if (next === undefined || !isOpen) return
    onAnswer({ taskId: next.taskId, suggestions: compare(next.question) })
    timer = setTimeout(start)
  }
  const start = (): void => void work()
  return {
    ask: (questions) => {
      queue.push(...questions)
      timer ??= setTimeout(start)
    },
    close: () => {
      isOpen = false
      clearTimeout(timer)
    },
  }
}
