import type { DownloadEvidence, SubmittedEvidence } from '@/domain/reporting/evidence'
import { reportStateVocabulary } from '@/domain/reporting/report-state-vocabulary'
import { submissionState, type Submission } from '@/domain/reporting/submission'
import { MomentText } from '../DateText'
import { Notice } from '../Notice'
import { StatusTag, ToneTag } from '../StatusTag'
import { EvidenceLine } from './EvidenceLine'
import { ReportText } from './ReportText'
import styles from './SubmissionRecord.module.css'

interface SubmissionRecordProps {
  readonly submission: Submission
  readonly onDownload: DownloadEvidence
}

/** One report as it was handed in, with its evidence and what the review decided. */
export function SubmissionRecord({ submission, onDownload }: SubmissionRecordProps) {
  return (
    <article className={styles.record}>
      <header className={`${styles.head} line soft`}>
        <StatusTag vocabulary={reportStateVocabulary} value={submissionState(submission)} />
        <span>
          <MomentText at={submission.submittedAt} form="full" /> 报送
        </span>
        {submission.submittedByName === null ? null : <span>{submission.submittedByName}</span>}
      </header>
      <DecisionText submission={submission} />
      <ReportText content={submission.content} />
      {submission.evidence.map((evidence) => (
        <EvidenceLine
          key={evidence.id}
          evidence={evidence}
          onDownload={onDownload}
          note={<AcceptanceNote evidence={evidence} />}
        />
      ))}
    </article>
  )
}

/** What the review decided, when, who, and why; nothing while it is open. */
export function DecisionText({ submission }: { readonly submission: Submission }) {
  const { decision, decidedAt, decidedByName, decisionReason } = submission
  if (decision === null || decidedAt === null) return null
  const isReturned = decision === 'returned'
  return (
    <Notice tone={isReturned ? 'warning' : 'neutral'}>
      <p className="soft">
        {isReturned ? '退回' : '通过'} · <MomentText at={decidedAt} form="full" />
        {decidedByName === null ? '' : ` · ${decidedByName}`}
      </p>
      {decisionReason === '' ? null : <p>{decisionReason}</p>}
    </Notice>
  )
}

/** Whether the review accepted a piece; nothing before it did. */
export function AcceptanceNote({ evidence }: { readonly evidence: SubmittedEvidence }) {
  if (evidence.isAccepted === null) return null
  return evidence.isAccepted ? <ToneTag tone="good">已认可</ToneTag> : <ToneTag tone="warning">未认可</ToneTag>
}
