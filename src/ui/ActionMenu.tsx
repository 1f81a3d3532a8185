import MoreOutlined from '@ant-design/icons/MoreOutlined'
import { useEffect, useRef, useState } from 'react'
import styles from './ActionMenu.module.css'

interface MenuAction {
  readonly label: string
  readonly isDanger?: boolean
  readonly onChoose: () => void
}

interface ActionMenuProps {
  /** What the actions are for. */
  readonly label: string
  readonly actions: readonly MenuAction[]
}

/** What is seldom done, behind three dots; arrows go through it, Escape leaves it where it began. */
export function ActionMenu({ label, actions }: ActionMenuProps) {
  const [isOpen, setIsOpen] = useState(false)
  const trigger = useRef<HTMLButtonElement>(null)
  const menu = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isOpen) menu.current?.querySelector('button')?.focus()
  }, [isOpen])
  const leave = () => {
    setIsOpen(false)
    trigger.current?.focus()
  }
  const press = (event: React.KeyboardEvent) => {
    const items = [...(menu.current?.querySelectorAll('button') ?? [])]
    const at = items.findIndex((item) => item === document.activeElement)
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key]
    if (!isOpen || (next === undefined && event.key !== 'Escape')) return
    event.preventDefault()
    if (next === undefined) leave()
    else items.at(next % items.length)?.focus()
  }
  return (
    <div
      className={styles.box}
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
        className={styles.trigger}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        <MoreOutlined aria-hidden />
      </button>
      {isOpen ? (
        <div ref={menu} role="menu" aria-label={label} className={styles.menu}>
          {actions.map((action) => (
            <button
              key={action.label}
              type="button"
              role="menuitem"
              tabIndex={-1}
              className={action.isDanger === true ? `${styles.item} ${styles.danger}` : styles.item}
              onClick={() => {
                // First, so that what the action opens can take the focus.
                leave()
                action.onChoose()
              }}
            >
              {action.label}
            </button>
          ))}
        </div>
      ) : null}
    </div>
  )
}
