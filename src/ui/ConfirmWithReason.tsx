import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import styles from './ConfirmWithReason.module.css'
import { FormError } from './FormError'

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
  const {
    description,
    actionLabel,
    isDanger = false,
    isReasonRequired = true,
    reasonLabel = '理由',
    suggestions = [],
  } = props
  const [reason, setReason] = useState('')
  const [error, setError] = useState<unknown>(null)
  const [isBusy, setIsBusy] = useState(false)
  const isReady = !isReasonRequired || reason.trim() !== ''

  const confirm = async () => {
    setIsBusy(true)
    setError(null)
    try {
      await props.onConfirm(reason.trim())
      props.onClose()
    } catch (thrown) {
      setError(thrown)
    } finally {
      setIsBusy(false)
    }
  }

  return (
    <>
      {description === undefined ? null : <div className={styles.description}>{description}</div>}
      <label className={styles.label}>
        {isReasonRequired ? reasonLabel : `${reasonLabel}（可不填）`}
        <Input.TextArea
          autoFocus
          rows={3}
          maxLength={MAX_LENGTH}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <div className={styles.suggestions}>
        {suggestions.map((words) => (
          <Button key={words} size="small" onClick={() => setReason(words)}>
            {words}
          </Button>
        ))}
      </div>
      <FormError error={error} />
      <div className={styles.buttons}>
        <Button onClick={props.onClose}>取消</Button>
        <Button type="primary" danger={isDanger} disabled={!isReady} loading={isBusy} onClick={() => void confirm()}>
          {actionLabel}
        </Button>
      </div>
    </>
  )
}
