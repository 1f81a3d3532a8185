import type { Autosave } from '@/lib/autosave'
import { useEffect } from 'react'

/**
 * Saves by itself while the page is open: again when the connection is back, once more when the page is left, with a
 * warning where something would be lost. A phone may end a page that was only put aside, so that keeps it as well.
 */
export function useAutosave<Content, Id extends string>(autosave: Autosave<Content, Id>): void {
  useEffect(() => {
    const listeners = new AbortController()
    const on = (target: EventTarget, type: string, act: (event: Event) => void) =>
      target.addEventListener(type, act, { signal: listeners.signal })
    on(globalThis, 'online', () => autosave.retry())
    on(globalThis, 'pagehide', () => autosave.leave())
    on(document, 'visibilitychange', () => autosave.keep())
    on(globalThis, 'beforeunload', (event) => {
      if (!autosave.hasUnsaved) return
      autosave.leave()
      event.preventDefault()
    })
    autosave.open()
    return () => {
      listeners.abort()
      autosave.close()
    }
  }, [autosave])
}
