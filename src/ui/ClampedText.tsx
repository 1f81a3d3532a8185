import { useLayoutEffect, useRef, useState } from 'react'
import styles from './ClampedText.module.css'

interface ClampedTextProps {
  readonly children: React.ReactNode
  readonly lines?: number
}

/** Long text cut after a few lines, with a button that opens it; printed in full. */
export function ClampedText({ children, lines = 2 }: ClampedTextProps) {
  const box = useRef<HTMLDivElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  const [isCut, setIsCut] = useState(false)

  useLayoutEffect(() => {
    const element = box.current
    if (element === null || isOpen) return undefined
    const observer = new ResizeObserver(() => setIsCut(element.scrollHeight > element.clientHeight + 1))
    observer.observe(element)
    return () => observer.disconnect()
  }, [isOpen])

  return (
    <div>
      <div
        ref={box}
        className={isOpen ? undefined : styles.cut}
        style={isOpen ? undefined : { WebkitLineClamp: lines }}
      >
        {children}
      </div>
      {isCut || isOpen ? (
        <button
          type="button"
          className={styles.toggle}
          data-print="hide"
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          {isOpen ? '收起' : '展开'}
        </button>
      ) : null}
    </div>
  )
}
