import type { CurrentAccount } from '@/data/accounts/account'
import { useSignOut } from '@/data/accounts/mutations'
import { paths } from '@/domain/addresses/paths'
import { roleVocabulary } from '@/domain/permissions/role-vocabulary'
import UserOutlined from '@ant-design/icons/UserOutlined'
import { Button, Popover } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import styles from './AccountMenu.module.css'

/** Who is signed in, the way to their own page, and the way out. */
export function AccountMenu({ account }: { readonly account: CurrentAccount }) {
  const [isOpen, setIsOpen] = useState(false)
  const navigate = useNavigate()
  const signOut = useSignOut()
  // The session is gone from this device even if the server could not be told.
  const leave = () => signOut.mutate(undefined, { onSettled: () => void navigate(paths.signIn.to()) })
  const place = account.unitName ?? roleVocabulary.label(account.role)

  const content = (
    <div className={styles.menu}>
      <p className="strong">{account.displayName}</p>
      <p className="faint">{place}</p>
      <p className="faint">{account.email}</p>
      <div className={styles.actions}>
        <Link to={paths.me.to()} onClick={() => setIsOpen(false)}>
          我的账号
        </Link>
        <Button size="small" loading={signOut.isPending} onClick={leave}>
          退出登录
        </Button>
      </div>
    </div>
  )
  return (
    <Popover open={isOpen} onOpenChange={setIsOpen} trigger="click" placement="bottomRight" content={content}>
      <button type="button" className={styles.button} aria-label={`${account.displayName}，账号`}>
        <UserOutlined aria-hidden />
        <span className={styles.label}>{account.displayName}</span>
        <span className={styles.place}>{place}</span>
      </button>
    </Popover>
  )
}
