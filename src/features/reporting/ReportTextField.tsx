import { MAX_REPORT_TEXT } from '@/domain/reporting/report-content'
import TextArea from 'antd/es/input/TextArea'
import { useId } from 'react'
import styles from './ReportForm.module.css'

interface ReportTextFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly isRequired?: boolean
  readonly hint?: string
  /** What is wrong with it, in words. */
  readonly complaint?: string | undefined
  readonly rows?: number
  /** Stands at the end of the label's line. */
  readonly aside?: React.ReactNode
  /** What to know while writing, between the label and the box. */
  readonly context?: React.ReactNode
}

/** One part of a report, growing with what is written. */
export function ReportTextField(props: ReportTextFieldProps) {
  const { label, value, onChange, isRequired = false, hint, complaint, rows = 3, aside, context } = props
  const id = useId()
  const isWrong = complaint !== undefined
  return (
    <div className={styles.field}>
      <div className={styles.head}>
        <label htmlFor={id} className={styles.label}>
          {label}
          {isRequired ? null : <span className="faint">（可不填）</span>}
        </label>
        {aside}
      </div>
      {context === undefined ? null : <div className={styles.context}>{context}</div>}
      <TextArea
        id={id}
        value={value}
        maxLength={MAX_REPORT_TEXT}
        autoSize={{ minRows: rows, maxRows: 16 }}
        status={isWrong ? 'error' : ''}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? `${id}-complaint` : undefined}
        {...(hint === undefined ? {} : { placeholder: hint })}
        onChange={(event) => onChange(event.target.value)}
      />
      <Complaint id={`${id}-complaint`} words={complaint} />
    </div>
  )
}

/** What is wrong with a field, read out when it appears. */
export function Complaint({ id, words }: { readonly id?: string; readonly words: string | undefined }) {
  if (words === undefined) return null
  return (
    <p id={id} role="alert" className={styles.complaint}>
      {words}
    </p>
  )
}
