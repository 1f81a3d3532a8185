import { useFeedback } from '@/ui/feedback/feedback-context'
import type { Account } from '@/data/accounts/account'
import { useSetAccountDisabled } from '@/data/accounts/mutations'
import { ConfirmWithReason } from '@/ui/ConfirmWithReason'

interface DisableDialogProps {
  /** The account in question; null keeps the dialog shut. */
  readonly account: Account | null
  readonly onClose: () => void
}

/** Shuts an account out or lets it in again, with a reason for the record. */
export function DisableDialog({ account, onClose }: DisableDialogProps) {
  const { say } = useFeedback()
  const setDisabled = useSetAccountDisabled()
  const willDisable = account?.disabledAt === null
  const who = account === null ? '' : `「${account.displayName}」`

  const confirm = async (reason: string) => {
    if (account === null) return
    await setDisabled.mutateAsync({ userId: account.userId, isDisabled: willDisable, reason })
    say(willDisable ? '账号已停用' : '账号已恢复')
  }
  return (
    <ConfirmWithReason
      isOpen={account !== null}
      title={willDisable ? `停用${who}的账号？` : `恢复${who}的账号？`}
      description={
        willDisable
          ? '停用后立即退出登录，不能再打开任何内容。此人发出的邀请、发出或收到的重置链接，未使用的一并撤销。已填报的进展保留，账号随时可以恢复。'
          : '恢复后可以用原来的密码登录。停用时撤销的邀请和重置链接不再有效。'
      }
      actionLabel={willDisable ? '停用' : '恢复'}
      isDanger={willDisable}
      suggestions={willDisable ? ['已调离岗位', '不再负责政务公开'] : ['重新负责政务公开', '误停用']}
      onConfirm={confirm}
      onClose={onClose}
    />
  )
}
