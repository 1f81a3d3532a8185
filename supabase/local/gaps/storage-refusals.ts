/**
 * Gap: Storage in @supabase/lite answers 500 without a word, and prints a stack, when a trigger on storage.objects refuses
 * or when the adapter does: its own error class is not exported.
 *
 * Delete this file when lite answers the refusals of the database and of an adapter with their own status and message.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { storageError, type Layer } from '../gateway/handler'

/** What lite takes for "not allowed" and answers quietly; the layer below then says what it really was. */
const QUIETLY_REFUSED = '42501'

interface Answer {
  status: number
  error: string
  message: string
}

/** What happens on the way of one request to Storage. */
interface UnderWay {
  answer?: Answer
  /** What it wrote. */
  kept: [bucket: string, key: string][]
}

/** Takes away what a refused request wrote. */
export type Discard = (bucket: string, key: string) => Promise<void>

const requests = new AsyncLocalStorage<UnderWay>()

/** Thrown by the storage adapter: the request is answered with this status, error and message. */
export class StorageRefusal extends Error {
  readonly code = QUIETLY_REFUSED

  constructor(status: number, error: string, message: string) {
    super(message)
    const request = requests.getStore()
    if (request !== undefined) request.answer = { status, error, message }
  }
}

/** Keeps what SQL raised (SQLSTATE PTnnn, a key as the message) for the answer; true when a storage request is under way. */
export function noteRefusal({ code, message }: { code: string; message: string }): boolean {
  const status = /^PT(4\d\d)$/.exec(code)?.[1]
  const request = requests.getStore()
  if (request === undefined || status === undefined) return false
  request.answer = { status: Number(status), error: code, message }
  return true
}

/** Keeps in mind that the request under way has written a file, which must not stay when the request is refused after all. */
export function noteKept(bucket: string, key: string): void {
  requests.getStore()?.kept.push([bucket, key])
}

/** The code under which lite passes a refusal on without printing it. */
export const refusedCode = QUIETLY_REFUSED

/** Answers what was refused on the way with its own words, and leaves nothing of it behind. */
export function answerRefusals(discard: Discard): Layer {
  return (next) => (request, client) => {
    if (!new URL(request.url).pathname.startsWith('/storage/')) return next(request, client)
    const noted: UnderWay = { kept: [] }
    return requests.run(noted, async () => {
      const response = await next(request, client)
      if (response.ok) return response
      for (const [bucket, key] of noted.kept) await discard(bucket, key)
      const { answer } = noted
      return answer === undefined ? response : storageError(answer.status, answer.error, answer.message)
    })
  }
}
