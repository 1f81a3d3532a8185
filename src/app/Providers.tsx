import { userMessage } from '@/data/error-messages'
import { onSessionOver as setSessionOverListener, queryClient } from '@/data/query-client'
import { ErrorWordsContext } from '@/ui/error-words'
import { QueryClientProvider } from '@tanstack/react-query'
import { useEffect } from 'react'

interface ProvidersProps {
  /** Called when a request finds that the session is over. */
  readonly onSessionOver: () => void
  readonly children: React.ReactNode
}

/** What every page stands in, signed in or not: cache, and words for errors. */
export function Providers({ onSessionOver, children }: ProvidersProps) {
  useEffect(() => setSessionOverListener(onSessionOver), [onSessionOver])
  return (
    <ErrorWordsContext value={userMessage}>
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    </ErrorWordsContext>
  )
}
