import type { CurrentAccount } from '@/data/accounts/account'
import { useSignOut } from '@/data/accounts/mutations'
import { paths } from '@/domain/addresses/paths'
import { roleVocabulary } from '@/domain/permissions/role-vocabulary'
import UserOutlined from '@ant-design/icons/UserOutlined'
import { FoldOut } from '@/ui/FoldOut'
import { Button } from 'antd'
import { Link, useNavigate } from 'react-router'
import styles from './AccountMenu.module.css'

/** Who is signed in, the way to their own page, and the way out. */
export function AccountMenu({ account }: { readonly account: CurrentAccount }) {
  const navigate = useNavigate()
  const signOut = useSignOut()
  // The session is gone from this device even if the server could not be told.
  const goOut = () => signOut.mutate(undefined, { onSettled: () => void navigate(paths.signIn.to()) })
  const place = account.unitName ?? roleVocabulary.label(account.role)

  const face = (
    <span className={styles.face}>
      <UserOutlined aria-hidden />
      <span className={styles.label}>{account.displayName}</span>
      <span className={styles.place}>{place}</span>
    </span>
  )
  return (
    <FoldOut label={`${account.displayName}，账号`} face={face}>
      <div className={styles.menu}>
        <p className="strong">{account.displayName}</p>
        <p className="faint">{place}</p>
        <p className="faint">{account.email}</p>
        <div className={styles.actions}>
          <Link to={paths.me.to()}>我的账号</Link>
          <Button size="small" loading={signOut.isPending} onClick={goOut}>
            退出登录
          </Button>
        </div>
      </div>
    </FoldOut>
  )
}
