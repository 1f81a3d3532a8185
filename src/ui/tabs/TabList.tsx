import { useEffect, useRef } from 'react'
import styles from './Tabs.module.css'

export interface Tab<Key extends string> {
  readonly key: Key
  readonly label: string
}

export interface TabListProps<Key extends string> {
  readonly tabs: readonly Tab<Key>[]
  readonly active: Key
  readonly onChange: (key: Key) => void
  /** What tells the panels of this list from others on the page; without it the list stands over no panels of its own. */
  readonly id?: string
  /** In a sheet without a margin of its own. */
  readonly isFlush?: boolean
  /** Quiet controls at the far end. */
  readonly extra?: React.ReactNode
}

/** The head of a tabbed view: one stop for the Tab key, arrows go from one to the next. */
export function TabList<Key extends string>({ tabs, active, onChange, id, isFlush = false, extra }: TabListProps<Key>) {
  const list = useRef<HTMLDivElement>(null)
  // A tab beyond the edge of a phone is brought into view, by the list alone.
  useEffect(() => {
    const chosen = list.current?.querySelector<HTMLElement>(`[data-tab="${active}"]`)
    if (list.current === null || chosen === null || chosen === undefined) return
    const { offsetLeft, offsetWidth } = chosen
    const { scrollLeft, clientWidth } = list.current
    if (offsetLeft < scrollLeft || offsetLeft + offsetWidth > scrollLeft + clientWidth)
      list.current.scrollLeft = offsetLeft - (clientWidth - offsetWidth) / 2
  }, [active])
  const go = (event: React.KeyboardEvent<HTMLDivElement>) => {
    const next =
      tabs[
        placeAfter(
          event.key,
          tabs.findIndex((tab) => tab.key === active),
          tabs.length,
        )
      ]
    if (next === undefined) return
    event.preventDefault()
    onChange(next.key)
    event.currentTarget.querySelector<HTMLElement>(`[data-tab="${next.key}"]`)?.focus()
  }
  return (
    <div className={isFlush ? `${styles.head} ${styles.flush}` : styles.head}>
      <div ref={list} role="tablist" className={styles.list} onKeyDown={go}>
        {tabs.map(({ key, label }) => (
          <button
            key={key}
            type="button"
            role="tab"
            data-tab={key}
            aria-selected={key === active}
            tabIndex={key === active ? 0 : -1}
            className={styles.tab}
            onClick={() => onChange(key)}
            {...(id === undefined ? {} : { id: tabId(id, key), 'aria-controls': panelId(id, key) })}
          >
            {label}
          </button>
        ))}
      </div>
      {extra}
    </div>
  )
}

export const tabId = (id: string, key: string): string => `${id}-${key}-tab`
export const panelId = (id: string, key: string): string => `${id}-${key}-panel`

/** Where a key leads from one of so many tabs; -1 for any other key. */
function placeAfter(key: string, at: number, count: number): number {
  if (key === 'ArrowRight') return (at + 1) % count
  if (key === 'ArrowLeft') return (at - 1 + count) % count
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : -1
}
