import type { DemoAccount } from '@/data/runtime-config'
import { PlainButton } from '@/ui/plain/PlainButton'
import styles from './accounts.module.css'

interface DemoAccountsProps {
  readonly accounts: readonly DemoAccount[]
  readonly isBusy: boolean
  readonly onChoose: (account: DemoAccount) => void
}

/** On a demo server, each role by one click; elsewhere nothing. */
export function DemoAccounts({ accounts, isBusy, onChoose }: DemoAccountsProps) {
  if (accounts.length === 0) return null
  return (
    <section className={styles.demo} aria-labelledby="demo-accounts">
      <h2 id="demo-accounts">演示账号</h2>
      <p className="faint">点一下即可登录，数据可以随意改动。</p>
      <div className={styles.demoButtons}>
        {accounts.map((account) => (
          <PlainButton key={account.email} disabled={isBusy} onClick={() => onChoose(account)}>
            {account.label}
          </PlainButton>
        ))}
      </div>
    </section>
  )
}
