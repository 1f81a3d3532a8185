import { createContext, use, useCallback, useEffect, useId, useRef, useState } from 'react'
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

/** What a drawer or a dialog offers to the forms in it, each known by an id of its own. */
interface GuardOfForms extends Pick<CloseGuard, 'close' | 'finish'> {
  readonly touch: (form: string) => void
  readonly settle: (form: string) => void
}

/** What is asked before it is closed. */
export interface CloseQuestion {
  readonly title: string
  readonly okText: string
  readonly cancelText: string
}

const UNSAVED: CloseQuestion = { title: '放弃未保存的修改？', okText: '放弃', cancelText: '继续填写' }

const nothing = () => undefined

/** The guard of the drawer around; outside of one there is nothing to close. */
export const CloseGuardContext = createContext<GuardOfForms>({
  touch: nothing,
  settle: nothing,
  close: nothing,
  finish: nothing,
})

/** What a form tells the drawer it stands in. What goes from the page holds nobody back. */
export function useCloseGuard(): CloseGuard {
  const form = useId()
  const { touch, settle, close, finish } = use(CloseGuardContext)
  useEffect(() => () => settle(form), [settle, form])
  return { touch: () => touch(form), settle: () => settle(form), close, finish }
}

/**
 * Asks before a drawer with unsaved words is closed. `session` is the key of its content, so that a drawer opened
 * again while it still slides out starts afresh; what a form of an earlier session learns late closes nothing.
 */
export function useCloseGuardOf(onClose: () => void, question: CloseQuestion = UNSAVED) {
  const { ask } = useFeedback()
  const touched = useRef(new Set<string>())
  const [hasTouched, setHasTouched] = useState(false)
  const [session, setSession] = useState(0)
  const current = useRef(session)
  const isAsking = useRef(false)
  const touch = useCallback((form: string) => {
    touched.current.add(form)
    setHasTouched(true)
  }, [])
  const settle = useCallback((form: string) => {
    touched.current.delete(form)
    setHasTouched(touched.current.size > 0)
  }, [])
  const finish = () => {
    if (current.current !== session) return
    current.current += 1
    touched.current.clear()
    setHasTouched(false)
    setSession(current.current)
    onClose()
  }
  const close = () => {
    if (touched.current.size === 0) return finish()
    if (isAsking.current) return
    isAsking.current = true
    void ask(question).then((isYes) => {
      isAsking.current = false
      if (isYes) finish()
    })
  }
  const hasUnsaved = () => touched.current.size > 0
  return { session, close, hasTouched, hasUnsaved, guard: { touch, settle, close, finish } }
}
