import type { Account } from '@/data/accounts/account'
import { useCreatePasswordReset } from '@/data/accounts/mutations'
import { absoluteUrl, paths } from '@/domain/addresses/paths'
import { Buttons } from '@/ui/Buttons'
import { CopyableLink } from '@/ui/CopyableLink'
import { MomentText } from '@/ui/DateText'
import { MutationForm } from '@/ui/MutationForm'
import { Button, Modal } from 'antd'

interface ResetLinkDialogProps {
  /** Who forgot the password; null keeps the dialog shut. */
  readonly account: Account | null
  readonly onClose: () => void
}

/** Makes a link by which somebody sets a new password; nobody else ever sees the password. */
export function ResetLinkDialog({ account, onClose }: ResetLinkDialogProps) {
  return (
    <Modal
      open={account !== null}
      title="重置密码"
      footer={null}
      destroyOnHidden
      mask={{ closable: false }}
      onCancel={onClose}
    >
      {account === null ? null : <ResetLink account={account} onClose={onClose} />}
    </Modal>
  )
}

function ResetLink({ account, onClose }: { readonly account: Account; readonly onClose: () => void }) {
  const create = useCreatePasswordReset()
  if (create.data === undefined) {
    return (
      <MutationForm actionLabel="生成链接" onSave={() => create.mutateAsync(account.userId)} onCancel={onClose}>
        <p>
          为「{account.displayName}
          」生成一个链接，由本人打开并设置新密码。之前未用的重置链接随即失效。操作有记录，本人登录后会看到提醒。
        </p>
      </MutationForm>
    )
  }
  const url = absoluteUrl(paths.reset.to(create.data.code), globalThis.location.origin)
  return (
    <>
      <p>请把链接发给「{account.displayName}」。链接只显示这一次，只能用一次。</p>
      <CopyableLink url={url} label="重置密码链接" />
      <p className="faint">
        有效期至 <MomentText at={create.data.expiresAt} form="full" />
      </p>
      <Buttons align="end">
        <Button onClick={onClose}>完成</Button>
      </Buttons>
    </>
  )
}
