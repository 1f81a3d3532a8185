import { openLibrary, suggestLineage, type LineageLibrary } from '@/domain/lineage/suggest-lineage'
import type { TaskAnswer, WorkerRequest } from './search-engine'

const answer = (message: TaskAnswer): void => globalThis.postMessage(message)
let library: LineageLibrary = { groups: [] }

globalThis.addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
  if (data.kind === 'open') {
    library = openLibrary(data.setup.candidates, data.setup.span)
    return
  }
  for (const { taskId, question } of data.questions) answer({ taskId, suggestions: suggestLineage(question, library) })
})
