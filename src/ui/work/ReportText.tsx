import type { ReportContent } from '@/domain/reporting/report-content'
import { reportKindVocabulary } from '@/domain/reporting/report-kind-vocabulary'
import { shownPercent } from '@/domain/reporting/percent'
import { Fact, FactList } from '../FactList'
import { PercentBar } from './PercentBar'
import styles from './ReportText.module.css'

interface ReportTextProps {
  readonly content: ReportContent
  /** What was approved before, for the comparison before → now. */
  readonly previousPercent?: number | null
}

/** What a report says, as it was handed in; empty parts are left out. */
export function ReportText({ content, previousPercent }: ReportTextProps) {
  const { kind, percent, done, nextSteps, problems } = content
  return (
    <FactList layout="text">
      <Fact label="反馈">{reportKindVocabulary.label(kind)}</Fact>
      {kind === 'not_applicable' ? null : (
        <Fact label="进度">
          <div className="line">
            <PercentBar progress={{ percent }} />
            {previousPercent === undefined || previousPercent === null ? null : (
              <span className="soft">{changeInWords(previousPercent, percent)}</span>
            )}
          </div>
        </Fact>
      )}
      <Part label={kind === 'progress' ? '已完成' : '说明'} text={done} />
      <Part label="下一步" text={nextSteps} />
      <Part label="存在问题" text={problems} />
    </FactList>
  )
}

function Part({ label, text }: { readonly label: string; readonly text: string }) {
  if (text.trim() === '') return null
  return (
    <Fact label={label}>
      <p className={styles.text}>{text}</p>
    </Fact>
  )
}

function changeInWords(before: number, now: number): string {
  const from = shownPercent(before)
  return from === now ? `与此前相同` : `${from}% → ${now}%`
}
