import { useCallback } from 'react'
import styles from './StickyFoot.module.css'

/**
 * What stays at the foot of the page while the rest scrolls. Its height is known to the page (`--sticky-foot` in
 * theme.css), so that whatever takes the focus or is brought into view stops above it and never opens underneath.
 */
export function StickyFoot({ children }: { readonly children: React.ReactNode }) {
  const measure = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined
    const root = document.documentElement.style
    const observer = new ResizeObserver(() => root.setProperty('--sticky-foot', `${element.offsetHeight}px`))
    observer.observe(element)
    return () => {
      observer.disconnect()
      root.removeProperty('--sticky-foot')
    }
  }, [])
  return (
    <div ref={measure} className={styles.foot}>
      {children}
    </div>
  )
}
