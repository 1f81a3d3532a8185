import { reopeningsOptions } from '@/data/obligations/queries'
import type { Obligation } from '@/domain/reporting/obligation'
import { MomentText } from '@/ui/DateText'
import { useQuery } from '@tanstack/react-query'
import styles from './ReportForm.module.css'

/** Why a completion was taken back; nothing once it is complete again. */
export function ReopeningNotice({ obligation }: { readonly obligation: Obligation }) {
  const { data } = useQuery(reopeningsOptions(obligation.id))
  const last = data?.[0]
  if (last === undefined || obligation.isComplete || obligation.isNotApplicable) return null
  return (
    <div className={styles.notice} role="note" aria-label="办结已撤回">
      <p className={styles.noticeTitle}>
        办结已撤回 · <MomentText at={last.reopenedAt} form="full" />
      </p>
      <p className={styles.noticeText}>{last.reason}</p>
    </div>
  )
}
