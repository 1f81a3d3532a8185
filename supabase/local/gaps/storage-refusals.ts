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

const requests = new AsyncLocalStorage<{ answer?: Answer }>()

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

/** The code under which lite passes a refusal on without printing it. */
export const refusedCode = QUIETLY_REFUSED

/** Answers what was refused on the way with its own words. */
export function answerRefusals(): Layer {
  return (next) => (request, client) => {
    if (!new URL(request.url).pathname.startsWith('/storage/')) return next(request, client)
    const noted: { answer?: Answer } = {}
    return requests.run(noted, async () => {
      const response = await next(request, client)
      const { answer } = noted
      return response.ok || answer === undefined ? response : storageError(answer.status, answer.error, answer.message)
    })
  }
}
