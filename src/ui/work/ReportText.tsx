import type { ReportContent } from '@/domain/reporting/report-content'
import { reportKindVocabulary } from '@/domain/reporting/report-kind-vocabulary'
import { PercentBar } from './PercentBar'
import styles from './ReportText.module.css'

interface ReportTextProps {
  readonly content: ReportContent
  /** What was approved before, for the comparison before → now. */
  readonly previousPercent?: number
}

/** What a report says, as it was handed in; empty parts are left out. */
export function ReportText({ content, previousPercent }: ReportTextProps) {
  const { kind, percent, done, nextSteps, problems } = content
  return (
    <dl className={styles.parts}>
      <dt>反馈</dt>
      <dd>{reportKindVocabulary.label(kind)}</dd>
      {kind === 'not_applicable' ? null : (
        <>
          <dt>进度</dt>
          <dd className={styles.progress}>
            <PercentBar percent={percent} />
            {previousPercent === undefined ? null : (
              <span className={styles.change}>{changeInWords(previousPercent, percent)}</span>
            )}
          </dd>
        </>
      )}
      <Part label={kind === 'progress' ? '已完成' : '说明'} text={done} />
      <Part label="下一步" text={nextSteps} />
      <Part label="存在问题" text={problems} />
    </dl>
  )
}

function Part({ label, text }: { readonly label: string; readonly text: string }) {
  if (text.trim() === '') return null
  return (
    <>
      <dt>{label}</dt>
      <dd className={styles.text}>{text}</dd>
    </>
  )
}

function changeInWords(before: number, now: number): string {
  const from = Math.round(before)
  return from === now ? `与此前相同` : `${from}% → ${now}%`
}
