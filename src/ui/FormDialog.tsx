import { Modal } from 'antd'
import { GuardedContent } from './GuardedContent'
import { useCloseGuardOf } from './use-close-guard'

interface FormDialogProps {
  readonly isOpen: boolean
  readonly title: React.ReactNode
  readonly onClose: () => void
  readonly width?: number
  readonly children: React.ReactNode
}

/** A form over the page. Asks before typed words are lost; the form's own way out does not. */
export function FormDialog({ isOpen, title, onClose, width, children }: FormDialogProps) {
  const guard = useCloseGuardOf(onClose)
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
