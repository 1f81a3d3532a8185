import { useEffect, useRef, useState } from 'react'
import styles from './FoldOut.module.css'

interface FoldOutProps {
  /** What the button is called. */
  readonly label: string
  /** What the button shows. */
  readonly face: React.ReactNode
  /** Commands and nothing else, for those who cannot see it. */
  readonly isMenu?: boolean
  readonly children: React.ReactNode
}

/**
 * A small box that a button opens beside itself. It stands right behind the button, so that Tab leads into it and out of
 * it; arrows go through it, Escape leaves it where it began; a command, a way elsewhere and turning elsewhere shut it.
 */
export function FoldOut({ label, face, isMenu = false, children }: FoldOutProps) {
  const [isOpen, setIsOpen] = useState(false)
  const trigger = useRef<HTMLButtonElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isOpen) panel.current?.querySelector<HTMLElement>('a, button')?.focus()
  }, [isOpen])
  const leave = () => {
    setIsOpen(false)
    trigger.current?.focus()
  }
  const press = (event: React.KeyboardEvent) => {
    const all = [...(panel.current?.querySelectorAll<HTMLElement>('a, button') ?? [])]
    const at = all.findIndex((stop) => stop === document.activeElement)
    const next = { ArrowDown: at + 1, ArrowUp: Math.max(at, 0) - 1, Home: 0, End: -1 }[event.key]
    if (!isOpen || (next === undefined && event.key !== 'Escape')) return
    event.preventDefault()
    if (next === undefined) leave()
    else all.at(next % all.length)?.focus()
  }
  /**
   * After what was chosen has begun: a browser lets React shut the box between two listeners of one click, and what is shut
   * hears nothing more. Whatever the choice gave the focus to keeps it.
   */
  const leaveByChoice = ({ target }: React.MouseEvent) => {
    if (!(target instanceof Element) || target.closest('a, [role="menuitem"]') === null) return
    if (panel.current?.contains(document.activeElement) === true) leave()
    else setIsOpen(false)
  }
  return (
    <div
      className={styles.box}
      data-print="hide"
      // A click on a button focuses this box in browsers that do not focus buttons.
      tabIndex={-1}
      onKeyDown={press}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setIsOpen(false)
      }}
    >
      <button
        ref={trigger}
        type="button"
        className={styles.face}
        aria-label={label}
        aria-haspopup={isMenu ? 'menu' : undefined}
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        {face}
      </button>
      {isOpen ? (
        <div
          ref={panel}
          role={isMenu ? 'menu' : 'group'}
          aria-label={label}
          className={styles.panel}
          onClick={leaveByChoice}
        >
          {children}
        </div>
      ) : null}
    </div>
  )
}
