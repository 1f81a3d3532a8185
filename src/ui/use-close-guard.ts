import { useFeedback } from './feedback/feedback-context'
import { createContext, use, useState } from 'react'

interface CloseGuard {
  /** Something was typed that would be lost. */
  readonly touch: () => void
  /** Nothing is left to save: closes without asking. */
  readonly finish: () => void
}

/** The guard of the drawer around; outside of one there is nothing to close. */
export const CloseGuardContext = createContext<CloseGuard>({ touch: () => undefined, finish: () => undefined })

/** What a form tells the drawer it stands in. */
export function useCloseGuard(): CloseGuard {
  return use(CloseGuardContext)
}

/**
 * Asks before a drawer with unsaved words is closed. `session` is the key of its content, so that a drawer opened
 * again while it still slides out starts afresh.
 */
export function useCloseGuardOf(onClose: () => void) {
  const { ask } = useFeedback()
  const [isTouched, setIsTouched] = useState(false)
  const [session, setSession] = useState(0)
  const finish = () => {
    setIsTouched(false)
    setSession(session + 1)
    onClose()
  }
  const close = () => {
    if (!isTouched) return finish()
    void ask({ title: '放弃未保存的修改？', okText: '放弃', cancelText: '继续填写' }).then((isYes) => {
      if (isYes) finish()
    })
  }
  return { session, close, guard: { touch: () => setIsTouched(true), finish } }
}
