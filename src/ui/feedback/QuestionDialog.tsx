import { Modal } from 'antd'
import { useState } from 'react'
import type { Question } from './feedback-context'

interface QuestionDialogProps {
  /** Null while nothing is asked. */
  readonly question: Question | null
  readonly onAnswer: (isYes: boolean) => void
}

/** A question over the page, answered with yes or no. */
export function QuestionDialog({ question, onAnswer }: QuestionDialogProps) {
  // What was asked last stays readable while the dialog closes.
  const [shown, setShown] = useState(question)
  if (question !== null && question !== shown) setShown(question)
  return (
    <Modal
      open={question !== null}
      title={shown?.title}
      okText={shown?.okText}
      cancelText={shown?.cancelText}
      okButtonProps={{ danger: shown?.isDanger === true }}
      width={440}
      mask={{ closable: false }}
      onOk={() => onAnswer(true)}
      onCancel={() => onAnswer(false)}
    >
      {shown?.content}
    </Modal>
  )
}
