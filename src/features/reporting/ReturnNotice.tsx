import type { WorkingCopy } from '@/data/reports/working-copy'
import type { Submission } from '@/domain/reporting/submission'
import { MomentText } from '@/ui/DateText'
import { Notice } from '@/ui/Notice'
import styles from './ReportForm.module.css'

interface ReturnNoticeProps {
  readonly workingCopy: WorkingCopy | null
  readonly last: Submission | null
}

/** Why the last hand-in came back, above the form that mends it; and where the words in the form come from. */
export function ReturnNotice({ workingCopy, last }: ReturnNoticeProps) {
  if (workingCopy?.state === 'returned' && last?.decision === 'returned' && last.decidedAt !== null) {
    return (
      <Notice
        tone="warning"
        role="note"
        aria-label="退回理由"
        title={
          <>
            已退回，请修改后重新报送 · <MomentText at={last.decidedAt} form="full" />
            {last.decidedByName === null ? '' : ` · ${last.decidedByName}`}
          </>
        }
      >
        {last.decisionReason}
      </Notice>
    )
  }
  if (workingCopy === null && last?.decision === 'approved') {
    return (
      <p className={styles.started}>
        已带出 <MomentText at={last.submittedAt} form="full" /> 通过的内容，改动有变化的部分即可。
      </p>
    )
  }
  if (workingCopy?.state === 'draft' && workingCopy.updatedByName !== null) {
    return (
      <p className={styles.started}>
        草稿由 {workingCopy.updatedByName} 保存于 <MomentText at={workingCopy.updatedAt} form="full" />。
      </p>
    )
  }
  return null
}
