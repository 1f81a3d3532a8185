import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { isCancelled, isSessionOver, toAppError } from './errors'

declare module '@tanstack/react-query' {
  interface Register {
    mutationMeta: {
      /** The form shows the failure beside the field, so no notice appears over the page. */
      isErrorShownInPlace?: boolean
    }
  }
}

const STALE_AFTER_MS = 30_000

/** Somebody who is told; a new one takes the place of the last. */
function createListener<Arguments extends readonly unknown[]>() {
  let listener: ((...what: Arguments) => void) | null = null
  return {
    tell: (...what: Arguments) => listener?.(...what),
    listen: (next: (...what: Arguments) => void) => {
      listener = next
      return () => {
        if (listener === next) listener = null
      }
    },
  }
}

const sessionOver = createListener<[]>()
const mutationFailure = createListener<[error: unknown]>()

/** Says who is told that the server no longer accepts the session; answers how to stop it. */
export const onSessionOver = sessionOver.listen

/** Says who is told that a write failed and nothing on the page shows it; answers how to stop it. */
export const onMutationFailure = mutationFailure.listen

/** Makes a query client with the house's rules for retrying and failing. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: noticeSessionOver }),
    mutationCache: new MutationCache({
      onError: (error, _variables, _result, mutation) => {
        noticeSessionOver(error)
        if (isSessionOver(error) || isCancelled(error)) return
        if (mutation.meta?.isErrorShownInPlace !== true) mutationFailure.tell(error)
      },
    }),
    defaultOptions: {
      // Without a network a request fails and says so; by default it would wait in silence for one to come back.
      queries: { staleTime: STALE_AFTER_MS, retry: shouldRetry, networkMode: 'always', refetchOnReconnect: true },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}

/** The page's query client; loaders and components share its cache. */
export const queryClient = createQueryClient()

/** Only what may pass by itself is tried again: not a refusal, and not a dead network the client has already retried. */
function shouldRetry(failureCount: number, error: unknown): boolean {
  if (failureCount >= 1) return false
  const appError = toAppError(error)
  return appError.isRetryable && appError.code !== 'network_unreachable'
}

function noticeSessionOver(error: unknown): void {
  if (isSessionOver(error)) sessionOver.tell()
}
