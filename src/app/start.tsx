import { configureClient } from '@/data/client'
import { userMessage } from '@/data/error-messages'
import type { RuntimeConfig } from '@/data/runtime-config'
import { ErrorMessage } from '@/ui/ErrorMessage'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router'
import { Providers } from './Providers'
import { createAppRouter } from './router'
import { watchSession } from './session-watch'
import { SignedOutFrame } from './SignedOutFrame'
import { applyThemeVariables } from './theme'
import './theme.css'
import './touch.css'

/** Shows the app as soon as its configuration is here; without one it can only say so. */
export async function start(container: HTMLElement, config: Promise<RuntimeConfig>): Promise<void> {
  applyThemeVariables(document.documentElement)
  const root = createRoot(container)
  try {
    configureClient(await config)
  } catch (error) {
    root.render(
      <SignedOutFrame>
        <ErrorMessage
          isPage
          title="系统没有启动"
          message={userMessage(error)}
          onRetry={() => globalThis.location.reload()}
        />
      </SignedOutFrame>,
    )
    return
  }
  const router = createAppRouter()
  const { endSession } = watchSession(router)
  root.render(
    <Providers onSessionOver={endSession}>
      <RouterProvider router={router} />
    </Providers>,
  )
}
