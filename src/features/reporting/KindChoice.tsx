import { reportKindVocabulary, type ReportKind } from '@/domain/reporting/report-kind-vocabulary'
import { Segments } from '@/ui/Segments'
import styles from './ReportForm.module.css'

interface KindChoiceProps {
  readonly value: ReportKind
  readonly onChange: (kind: ReportKind) => void
}

const hints: Readonly<Record<ReportKind, string>> = {
  progress: '',
  no_change: '沿用此前已通过的进度，可直接报送。',
  not_applicable: '本单位没有此事项。写明原因，通过后不再催报。',
}

/** Three full answers; two of them need one click. */
export function KindChoice({ value, onChange }: KindChoiceProps) {
  return (
    <div className={styles.field}>
      <Segments label="本次反馈" value={value} choices={reportKindVocabulary.entries} onChange={onChange} />
      {hints[value] === '' ? null : <p className={styles.hint}>{hints[value]}</p>}
    </div>
  )
}
