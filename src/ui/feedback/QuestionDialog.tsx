import { Button } from 'antd'
import { useEffect, useId, useRef } from 'react'
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
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={id}
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
