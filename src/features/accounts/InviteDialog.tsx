import { FormDialog } from '@/ui/FormDialog'
import { useState } from 'react'
import type { IssuedInvitation } from './invite'
import { InvitationLinks } from './InvitationLinks'
import { InviteForm } from './InviteForm'

interface InviteDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onShowInvitations: () => void
}

/** Invites one role or many units at once, then shows the links, once. */
export function InviteDialog({ isOpen, onClose, onShowInvitations }: InviteDialogProps) {
  const [issued, setIssued] = useState<readonly IssuedInvitation[]>([])
  const close = () => {
    setIssued([])
    onClose()
    if (issued.length > 0) onShowInvitations()
  }
  return (
    <FormDialog
      isOpen={isOpen}
      title={issued.length === 0 ? '邀请谁使用系统' : '请把链接发给对方'}
      width={560}
      onClose={close}
    >
      {issued.length === 0 ? (
        <InviteForm onIssued={setIssued} onCancel={close} />
      ) : (
        <InvitationLinks invitations={issued} onDone={close} />
      )}
    </FormDialog>
  )
}
