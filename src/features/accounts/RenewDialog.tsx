import type { IssuedInvitation } from '@/data/accounts/account'
import { useRenewInvitations } from '@/data/accounts/mutations'
import type { InvitationId } from '@/domain/ids'
import { FormDialog } from '@/ui/FormDialog'
import { MutationForm } from '@/ui/MutationForm'
import { useState } from 'react'
import { InvitationLinks, LINKS_QUESTION } from './InvitationLinks'
import { DEFAULT_DAYS, ValidDaysField } from './ValidDaysField'

interface RenewDialogProps {
  /** The invitations in question; none keeps the dialog shut. */
  readonly ids: readonly InvitationId[]
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** New links for invitations that nobody accepted; the former ones stop working. */
export function RenewDialog({ ids, isOpen, onClose }: RenewDialogProps) {
  const { mutateAsync } = useRenewInvitations()
  const [issued, setIssued] = useState<readonly IssuedInvitation[]>([])
  const close = () => {
    setIssued([])
    onClose()
  }
  return (
    <FormDialog
      isOpen={isOpen}
      title={issued.length === 0 ? `重新生成 ${ids.length} 个链接？` : '请把链接发给对方'}
      width={issued.length === 0 ? 520 : 720}
      {...(issued.length === 0 ? {} : { question: LINKS_QUESTION })}
      onClose={close}
    >
      {issued.length === 0 ? (
        <MutationForm<{ readonly validDays: number }>
          initialValues={{ validDays: DEFAULT_DAYS }}
          actionLabel="重新生成"
          onSave={async ({ validDays }) => setIssued(await mutateAsync({ ids, validDays }))}
          onDone={() => undefined}
          onCancel={close}
        >
          <p>原来发出的链接立即失效，请改发新的链接。</p>
          <ValidDaysField />
        </MutationForm>
      ) : (
        <InvitationLinks invitations={issued} />
      )}
    </FormDialog>
  )
}
