import { configureClient } from '@/data/client'
import { userMessage } from '@/data/error-messages'
import { loadRuntimeConfig } from '@/data/runtime-config'
import { ErrorMessage } from '@/ui/ErrorMessage'
import type { Root } from 'react-dom/client'
import { RouterProvider } from 'react-router'
import './locale'
import { Providers } from './Providers'
import { createAppRouter } from './router'
import { watchSession } from './session-watch'
import { SignedOutFrame } from './SignedOutFrame'
import { applyThemeVariables } from './theme'
import './theme.css'

/** Reads the configuration, then shows the app; without one it can only say so. */
export async function start(root: Root): Promise<void> {
  applyThemeVariables(document.documentElement)
  try {
    configureClient(await loadRuntimeConfig())
  } catch (error) {
    root.render(
      <Providers onSessionOver={() => undefined}>
        <SignedOutFrame>
          <ErrorMessage
            title="系统没有启动"
            message={userMessage(error)}
            onRetry={() => globalThis.location.reload()}
          />
        </SignedOutFrame>
      </Providers>,
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
