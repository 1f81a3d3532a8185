import type { IssuedInvitation } from '@/data/accounts/account'
import { FormDialog } from '@/ui/FormDialog'
import { useState } from 'react'
import { InvitationLinks, LINKS_QUESTION } from './InvitationLinks'
import { InviteForm } from './InviteForm'

interface InviteDialogProps {
  readonly isOpen: boolean
  /** Starts with every unit that has neither an account nor a link that works. */
  readonly isForAllUnits?: boolean
  readonly onClose: () => void
  readonly onShowInvitations: () => void
}

/** Invites one role or many units at once, then shows the links, once. */
export function InviteDialog({ isOpen, isForAllUnits = false, onClose, onShowInvitations }: InviteDialogProps) {
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
      width={issued.length === 0 ? 560 : 720}
      {...(issued.length === 0 ? {} : { question: LINKS_QUESTION })}
      onClose={close}
    >
      {issued.length === 0 ? (
        <InviteForm isForAllUnits={isForAllUnits} onIssued={setIssued} onCancel={close} />
      ) : (
        <InvitationLinks invitations={issued} />
      )}
    </FormDialog>
  )
}
