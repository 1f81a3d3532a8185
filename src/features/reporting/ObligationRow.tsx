import { paths } from '@/domain/addresses/paths'
import { canReport } from '@/domain/reporting/obligation-groups'
import type { Obligation } from '@/domain/reporting/obligation'
import { assignmentRoleVocabulary } from '@/domain/responsibility/assignment-role-vocabulary'
import { reasonsBesideTag } from '@/domain/signal/signal-words'
import { Notice } from '@/ui/Notice'
import { StatusTag, ToneTag } from '@/ui/StatusTag'
import { AgeText } from '@/ui/work/AgeText'
import { DueText } from '@/ui/work/DueText'
import { PercentBar } from '@/ui/work/PercentBar'
import { SignalTag } from '@/ui/work/SignalTag'
import { Link } from 'react-router'
import styles from './MyObligationsPage.module.css'
import { NoChangeButton } from './NoChangeButton'

/** One thing the unit owes: how it stands and why, when it is due, and the way to report on it. */
export function ObligationRow({ obligation }: { readonly obligation: Obligation }) {
  const { id, number, title, role, planTitle, requirement, percent, waitingPercent, isClosed } = obligation
  const address = paths.obligation.to(id)
  return (
    <li className={styles.row}>
      <div className={styles.signal}>
        <SignalTag state={obligation} />
      </div>
      <div className={styles.task}>
        <Link to={address} className={styles.title} data-reach>
          {number === null ? '' : <span className={styles.number}>{number}</span>}
          {title}
        </Link>
        {requirement === '' ? null : <p className="soft">{requirement}</p>}
        <ReasonText obligation={obligation} />
        <p className={`${styles.origin} line faint`}>
          <StatusTag vocabulary={assignmentRoleVocabulary} value={role} /> {planTitle}
        </p>
        <ReturnReason obligation={obligation} />
      </div>
      <div className={styles.progress}>
        <PercentBar
          progress={{ percent, waitingPercent, scheduledPercent: isClosed ? null : obligation.scheduledPercent }}
          label={`${title} 进度`}
        />
      </div>
      <div className={styles.due}>
        <DueText state={obligation} isOngoing={obligation.isOngoing} isBesideSignal />
      </div>
      <div className={styles.actions} data-print="hide">
        <RowActions obligation={obligation} address={address} />
      </div>
    </li>
  )
}

/** The signal's reasons in words, and the age of the fact it rests on. */
function ReasonText({ obligation }: { readonly obligation: Obligation }) {
  const { reasons, isClosed } = obligation
  const words = reasonsBesideTag(obligation, reasons)
  if (isClosed) return words === '' ? null : <p className="line soft">{words}</p>
  return (
    <p className="line soft">
      {words === '' ? null : <span>{words}</span>}
      <AgeText state={obligation} />
      {obligation.reportState === 'draft' ? <ToneTag tone="neutral">有草稿未报送</ToneTag> : null}
    </p>
  )
}

function ReturnReason({ obligation }: { readonly obligation: Obligation }) {
  if (obligation.reportState !== 'returned' || obligation.returnReason === null) return null
  return (
    <div className={styles.returned}>
      <Notice tone="warning">
        <b>退回理由：</b>
        {obligation.returnReason}
      </Notice>
    </div>
  )
}

function RowActions({ obligation, address }: { readonly obligation: Obligation; readonly address: string }) {
  if (!canReport(obligation)) {
    return (
      <Link to={address} className={styles.look} aria-label={`查看 ${obligation.title}`}>
        查看
      </Link>
    )
  }
  return (
    <>
      <Link to={address} className={styles.report} aria-label={`填报 ${obligation.title}`}>
        {obligation.reportState === 'returned' ? '修改重报' : '填报'}
      </Link>
      {obligation.reportState === null && obligation.signal !== 'grey' ? (
        <NoChangeButton obligation={obligation} />
      ) : null}
    </>
  )
}
