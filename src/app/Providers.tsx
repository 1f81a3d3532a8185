import { userMessage } from '@/data/error-messages'
import { queryClient, setFailureListener } from '@/data/query-client'
import { ErrorWordsContext } from '@/ui/error-words'
import { useIsPhone } from '@/ui/use-media-query'
import { QueryClientProvider } from '@tanstack/react-query'
import { App as AntApp, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { useEffect } from 'react'
import { phoneTheme, theme } from './theme'

interface ProvidersProps {
  /** Called when a request finds that the session is over. */
  readonly onSessionOver: () => void
  readonly children: React.ReactNode
}

/** What every page stands in: language, theme, cache, and words for errors. */
export function Providers({ onSessionOver, children }: ProvidersProps) {
  return (
    <ConfigProvider locale={zhCN} theme={useIsPhone() ? phoneTheme : theme} button={{ autoInsertSpace: false }}>
      <AntApp message={{ maxCount: 2 }} component={false}>
        <ErrorWordsContext value={userMessage}>
          <QueryClientProvider client={queryClient}>
            <FailureNotices onSessionOver={onSessionOver} />
            {children}
          </QueryClientProvider>
        </ErrorWordsContext>
      </AntApp>
    </ConfigProvider>
  )
}

/** Says over the page what no form says in its place. */
function FailureNotices({ onSessionOver }: { readonly onSessionOver: () => void }) {
  const { message } = AntApp.useApp()
  useEffect(() => {
    setFailureListener({ onMutationFailure: (error) => void message.error(userMessage(error)), onSessionOver })
    return () => setFailureListener(null)
  }, [message, onSessionOver])
  return null
}
