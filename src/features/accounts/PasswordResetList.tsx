import { passwordResetsOptions } from '@/data/accounts/queries'
import { passwordResetStateVocabulary } from '@/domain/permissions/password-reset-state-vocabulary'
import { MomentText } from '@/ui/DateText'
import { QueryState } from '@/ui/QueryState'
import { StatusTag } from '@/ui/StatusTag'
import { useQuery } from '@tanstack/react-query'
import styles from './accounts.module.css'

/** Every reset link made for the reader, by whom, and what became of it; it stays after 知道了. */
export function PasswordResetList() {
  const query = useQuery(passwordResetsOptions())
  return (
    <QueryState query={query} empty={<p className="faint">政务公开办没有为您生成过重置密码链接。</p>}>
      {(resets) => (
        <ul className={styles.resets} aria-label="密码重置记录">
          {resets.map((reset) => (
            <li key={reset.id}>
              <MomentText at={reset.madeAt} form="full" /> 政务公开办
              {reset.madeBy === null ? '' : `（${reset.madeBy}）`}生成链接{' '}
              <StatusTag vocabulary={passwordResetStateVocabulary} value={reset.state} />{' '}
              {reset.endedAt === null ? null : <MomentText at={reset.endedAt} form="full" />}
            </li>
          ))}
        </ul>
      )}
    </QueryState>
  )
}
