import { createContext, use, useId, useRef, useState } from 'react'
import { useFeedback } from './feedback/feedback-context'

interface CloseGuard {
  /** Something was typed that would be lost. */
  readonly touch: () => void
  /** What was typed here is saved. */
  readonly settle: () => void
  /** Closes; asks first when something typed elsewhere in the drawer would be lost. */
  readonly close: () => void
  /** What the drawer is about is gone: closes without asking. */
  readonly finish: () => void
}

const nothing = () => undefined

/** The guard of the drawer around, for each form in it; outside of one there is nothing to close. */
export const CloseGuardContext = createContext<(form: string) => CloseGuard>(() => ({
  touch: nothing,
  settle: nothing,
  close: nothing,
  finish: nothing,
}))

/** What a form tells the drawer it stands in. */
export function useCloseGuard(): CloseGuard {
  return use(CloseGuardContext)(useId())
}

/**
 * Asks before a drawer with unsaved words is closed. `session` is the key of its content, so that a drawer opened
 * again while it still slides out starts afresh.
 */
export function useCloseGuardOf(onClose: () => void) {
  const { ask } = useFeedback()
  const touched = useRef(new Set<string>())
  const [session, setSession] = useState(0)
  const finish = () => {
    touched.current.clear()
    setSession(session + 1)
    onClose()
  }
  const close = () => {
    if (touched.current.size === 0) return finish()
    void ask({ title: '放弃未保存的修改？', okText: '放弃', cancelText: '继续填写' }).then((isYes) => {
      if (isYes) finish()
    })
  }
  const guard = (form: string): CloseGuard => ({
    touch: () => void touched.current.add(form),
    settle: () => void touched.current.delete(form),
    close,
    finish,
  })
  return { session, close, guard }
}
