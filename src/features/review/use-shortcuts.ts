import { useEffect, useRef } from 'react'

interface Shortcuts {
  /** Ctrl+Enter. */
  readonly approve: () => void
  /** Alt+R. */
  readonly startReturn: () => void
  /** Alt+N. */
  readonly next: () => void
}

/** Keys for reviewing one after the other; each with Ctrl or Alt, so that no letter typed by chance decides anything. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts)
  useEffect(() => {
    latest.current = shortcuts
  })
  useEffect(() => {
    const act = (event: KeyboardEvent) => {
      if (event.repeat || event.isComposing) return
      const action = actionOf(event, latest.current)
      if (action === null) return
      event.preventDefault()
      action()
    }
    globalThis.addEventListener('keydown', act)
    return () => globalThis.removeEventListener('keydown', act)
  }, [])
}

function actionOf(event: KeyboardEvent, { approve, startReturn, next }: Shortcuts): (() => void) | null {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return approve
  if (!event.altKey || event.ctrlKey || event.metaKey) return null
  if (event.code === 'KeyR') return startReturn
  return event.code === 'KeyN' ? next : null
}
