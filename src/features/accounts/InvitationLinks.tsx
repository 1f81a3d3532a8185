import { dateTimeInTable } from '@/domain/local-date/local-date-words'
import { Buttons } from '@/ui/Buttons'
import { CopyableLink } from '@/ui/CopyableLink'
import { useFeedback } from '@/ui/feedback/feedback-context'
import { Button } from 'antd'
import styles from './accounts.module.css'
import { linksAsText, type IssuedInvitation } from './invite'

interface InvitationLinksProps {
  readonly invitations: readonly IssuedInvitation[]
  readonly onDone: () => void
}

/** The links that were just made; they cannot be shown again. */
export function InvitationLinks({ invitations, onDone }: InvitationLinksProps) {
  const { say } = useFeedback()
  const copyAll = async () => {
    try {
      await navigator.clipboard.writeText(linksAsText(invitations))
      say(`已复制 ${invitations.length} 个链接，可粘贴到表格或消息里`)
    } catch {
      say('浏览器不允许复制，请逐个选中复制', 'warning')
    }
  }
  const [first] = invitations
  return (
    <>
      <p>
        链接只显示这一次，只能用一次
        {first === undefined ? '' : `，有效期至 ${dateTimeInTable(new Date(first.expiresAt))}`}。
      </p>
      <ul className={styles.links}>
        {invitations.map((invitation) => (
          <li key={invitation.url}>
            <p className="strong">{invitation.name}</p>
            <CopyableLink url={invitation.url} label={`${invitation.name}的邀请链接`} />
          </li>
        ))}
      </ul>
      <Buttons align="end">
        {invitations.length > 1 ? <Button onClick={() => void copyAll()}>复制全部</Button> : null}
        <Button type="primary" onClick={onDone}>
          完成
        </Button>
      </Buttons>
    </>
  )
}
