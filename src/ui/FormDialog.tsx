import { Modal } from 'antd'
import { GuardedContent } from './GuardedContent'
import { useCloseGuardOf, type CloseQuestion } from './use-close-guard'

interface FormDialogProps {
  readonly isOpen: boolean
  readonly title: React.ReactNode
  readonly onClose: () => void
  readonly width?: number
  /** What is asked before it is closed with something in it; about unsaved words, if nothing is said. */
  readonly question?: CloseQuestion
  readonly children: React.ReactNode
}

/** A form over the page. Asks before typed words are lost; the form's own way out does not. */
export function FormDialog({ isOpen, title, onClose, width, question, children }: FormDialogProps) {
  const guard = useCloseGuardOf(onClose, question)
  return (
    <Modal
      open={isOpen}
      title={title}
      {...(width === undefined ? {} : { width })}
      footer={null}
      destroyOnHidden
      mask={{ closable: false }}
      onCancel={guard.close}
    >
      <GuardedContent guard={guard}>{children}</GuardedContent>
    </Modal>
  )
}
