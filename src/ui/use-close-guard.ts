import { createContext, use, useId, useRef, useState } from 'react'
import { useFeedback } from './feedback/feedback-context'

/** The drawer around, as its forms see it; each form has a key of its own. */
interface Guarded {
  readonly touch: (form: string) => void
  readonly settle: (form: string) => void
  readonly close: () => void
  readonly finish: () => void
}

const nothing = () => undefined

/** The guard of the drawer around; outside of one there is nothing to close. */
export const CloseGuardContext = createContext<Guarded>({
  touch: nothing,
  settle: nothing,
  close: nothing,
  finish: nothing,
})

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

/** What a form tells the drawer it stands in. */
export function useCloseGuard(): CloseGuard {
  const form = useId()
  const { touch, settle, close, finish } = use(CloseGuardContext)
  return { touch: () => touch(form), settle: () => settle(form), close, finish }
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
  const guard: Guarded = {
    touch: (form) => void touched.current.add(form),
    settle: (form) => void touched.current.delete(form),
    close,
    finish,
  }
  return { session, close, guard }
}
