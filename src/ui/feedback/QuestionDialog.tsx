import { Button } from 'antd'
import { useId, useLayoutEffect, useRef } from 'react'
import { Buttons } from '../Buttons'
import type { Question } from './feedback-context'
import styles from './QuestionDialog.module.css'

interface QuestionDialogProps {
  readonly question: Question
  readonly onAnswer: (isYes: boolean) => void
}

/**
 * A question over the page, answered with yes or no. It is the browser's own dialog, here from the start: what asks whether
 * unsaved words may be lost is needed most when nothing can be fetched.
 */
export function QuestionDialog({ question, onAnswer }: QuestionDialogProps) {
  const { title, content, okText, cancelText, isDanger = false } = question
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useLayoutEffect(() => {
    const element = dialog.current
    // After the key or click that asked: the same Escape that would close a drawer must not answer the question.
    const timer = setTimeout(() => element?.showModal())
    return () => {
      clearTimeout(timer)
      // Closed while it is still there, it gives the focus back to where it was.
      if (element?.open === true) element.close()
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={id}
      // The same Escape would also ask the drawer or dialog below to close.
      onKeyDown={(event) => event.stopPropagation()}
      onCancel={(event) => {
        event.preventDefault()
        onAnswer(false)
      }}
    >
      <h2 id={id}>{title}</h2>
      {content === undefined ? null : <p className={styles.content}>{content}</p>}
      <Buttons align="end">
        <Button autoFocus={isDanger} onClick={() => onAnswer(false)}>
          {cancelText}
        </Button>
        <Button type="primary" danger={isDanger} autoFocus={!isDanger} onClick={() => onAnswer(true)}>
          {okText}
        </Button>
      </Buttons>
    </dialog>
  )
}
