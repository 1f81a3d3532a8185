import { Button, Modal } from 'antd'
import TextArea from 'antd/es/input/TextArea'
import { useState } from 'react'
import { Buttons } from './Buttons'
import styles from './ConfirmWithReason.module.css'
import { Field } from './Field'
import { MutationForm } from './MutationForm'

interface ConfirmWithReasonProps {
  readonly isOpen: boolean
  /** The question: 停用此账号？ */
  readonly title: string
  /** What will follow from it. */
  readonly description?: React.ReactNode
  /** The verb on the button. */
  readonly actionLabel: string
  readonly isDanger?: boolean
  readonly isReasonRequired?: boolean
  readonly reasonLabel?: string
  /** Ready sentences that fill the box by one click. */
  readonly suggestions?: readonly string[]
  /** Does it; the dialog waits, closes when it succeeds and shows the failure otherwise. */
  readonly onConfirm: (reason: string) => Promise<unknown>
  readonly onClose: () => void
}

const MAX_LENGTH = 500

/** Asks for a reason before something that others will want explained. */
export function ConfirmWithReason(props: ConfirmWithReasonProps) {
  const { isOpen, title, onClose } = props
  return (
    <Modal open={isOpen} title={title} onCancel={onClose} footer={null} destroyOnHidden mask={{ closable: false }}>
      <ReasonForm {...props} />
    </Modal>
  )
}

function ReasonForm(props: ConfirmWithReasonProps) {
  const { description, isReasonRequired = true, reasonLabel = '理由', suggestions = [] } = props
  const [reason, setReason] = useState('')
  return (
    <MutationForm
      actionLabel={props.actionLabel}
      isDanger={props.isDanger ?? false}
      isReady={!isReasonRequired || reason.trim() !== ''}
      onSave={() => props.onConfirm(reason.trim())}
      onDone={props.onClose}
      onCancel={props.onClose}
    >
      {description === undefined ? null : <div className={styles.description}>{description}</div>}
      <Field label={isReasonRequired ? reasonLabel : `${reasonLabel}（可不填）`}>
        <TextArea
          autoFocus
          rows={3}
          maxLength={MAX_LENGTH}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
      <div className={styles.suggestions}>
        <Buttons>
          {suggestions.map((words) => (
            <Button key={words} size="small" onClick={() => setReason(words)}>
              {words}
            </Button>
          ))}
        </Buttons>
      </div>
    </MutationForm>
  )
}
