import { userMessage } from '@/data/error-messages'
import { onMutationFailure } from '@/data/query-client'
import { useIsPhone } from '@/ui/use-media-query'
import { App as AntApp, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { useEffect } from 'react'
import { phoneTheme, theme } from '../theme'

/** What Ant Design's parts stand in: language, theme, notices. Pages for people who are not signed in do without them. */
export function ComponentLibrary({ children }: { readonly children: React.ReactNode }) {
  return (
    <ConfigProvider locale={zhCN} theme={useIsPhone() ? phoneTheme : theme} button={{ autoInsertSpace: false }}>
      <AntApp message={{ maxCount: 2 }} component={false}>
        <FailureNotices />
        {children}
      </AntApp>
    </ConfigProvider>
  )
}

/** Says over the page what no form says in its place. */
function FailureNotices() {
  const { message } = AntApp.useApp()
  useEffect(() => onMutationFailure((error) => void message.error(userMessage(error))), [message])
  return null
}
