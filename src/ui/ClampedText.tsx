import { useLayoutEffect, useRef, useState } from 'react'
import { CutText } from './CutText'
import { TextButton } from './TextButton'

interface ClampedTextProps {
  readonly children: React.ReactNode
  readonly lines?: number
}

/** Long text cut after a few lines, with a button that opens it; printed in full. */
export function ClampedText({ children, lines = 2 }: ClampedTextProps) {
  const box = useRef<HTMLElement>(null)
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
      {isOpen ? (
        <div>{children}</div>
      ) : (
        <CutText ref={box} lines={lines}>
          {children}
        </CutText>
      )}
      {isCut || isOpen ? (
        <TextButton data-print="hide" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {isOpen ? '收起' : '展开'}
        </TextButton>
      ) : null}
    </div>
  )
}
