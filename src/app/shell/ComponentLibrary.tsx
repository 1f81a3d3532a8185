import { userMessage } from '@/data/error-messages'
import { onMutationFailure } from '@/data/query-client'
import { useFeedback } from '@/ui/feedback/feedback-context'
import { useIsPhone } from '@/ui/use-media-query'
import { FeedbackProvider } from '@/ui/feedback/FeedbackProvider'
import { ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { useEffect } from 'react'
import { phoneTheme, theme } from '../theme'

/** What Ant Design's parts stand in: language, theme, notices. Pages for people who are not signed in do without them. */
export function ComponentLibrary({ children }: { readonly children: React.ReactNode }) {
  return (
    <ConfigProvider locale={zhCN} theme={useIsPhone() ? phoneTheme : theme} button={{ autoInsertSpace: false }}>
      <FeedbackProvider>
        <FailureNotices />
        {children}
      </FeedbackProvider>
    </ConfigProvider>
  )
}

/** Says over the page what no form says in its place. */
function FailureNotices() {
  const { say } = useFeedback()
  useEffect(() => onMutationFailure((error) => say(userMessage(error), 'bad')), [say])
  return null
}
