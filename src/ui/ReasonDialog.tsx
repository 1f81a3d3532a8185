import { Button } from 'antd'
import TextArea from 'antd/es/input/TextArea'
import { useState } from 'react'
import { Buttons } from './Buttons'
import type { ConfirmWithReasonProps } from './ConfirmWithReason'
import { Field } from './Field'
import { FormDialog } from './FormDialog'
import { MutationForm } from './MutationForm'
import styles from './ReasonDialog.module.css'

const MAX_LENGTH = 500

/** The dialog that asks for the reason. */
export function ReasonDialog(props: ConfirmWithReasonProps) {
  const { isOpen, title, onClose } = props
  return (
    <FormDialog isOpen={isOpen} title={title} onClose={onClose}>
      <ReasonForm {...props} />
    </FormDialog>
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
      {description === undefined ? null : <div className={`${styles.description} soft`}>{description}</div>}
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
