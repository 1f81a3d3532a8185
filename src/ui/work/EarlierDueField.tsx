import {
  dayTrouble,
  earlierDueChoiceVocabulary,
  isAnyAnswered,
  LONGEST_EARLIER_DUE_NOTE,
  type EarlierDueAnswers,
  type EarlierDueChoice,
  type EarlierDueKind,
} from '@/domain/reporting/earlier-due'
import { Radio } from 'antd'
import TextArea from 'antd/es/input/TextArea'
import { Fragment } from 'react'
import { LocalDatePicker } from '../date-picker/LocalDatePicker'
import { Field } from '../Field'
import { useToday } from '../use-today'
import styles from './EarlierDueQuestion.module.css'

interface EarlierDueFieldProps {
  /** The question: 这 3 个节点怎么办？ */
  readonly label: string
  readonly value: EarlierDueChoice
  readonly onChange: (choice: EarlierDueChoice) => void
}

/** What is to become of what fell due before it was given: each answer in sight, with what follows from it. */
export function EarlierDueField({ label, value, onChange }: EarlierDueFieldProps) {
  return (
    <div className={styles.question}>
      <p className="strong">{label}</p>
      <Radio.Group
        vertical
        aria-label={label}
        value={value.kind}
        onChange={({ target }) => onChange({ kind: earlierDueChoiceVocabulary.parse(target.value), day: null })}
      >
        {earlierDueChoiceVocabulary.entries.map((entry) => (
          <Fragment key={entry.value}>
            <Radio value={entry.value}>
              {entry.label} <span className="faint">{entry.hint}</span>
            </Radio>
            {/* Right under the answer that it belongs to. */}
            {entry.value === value.kind ? <EarlierDueDay of={label} value={value} onChange={onChange} /> : null}
          </Fragment>
        ))}
      </Radio.Group>
    </div>
  )
}

interface EarlierDueDayProps extends Pick<EarlierDueFieldProps, 'value' | 'onChange'> {
  /** What it is the day of, for those who cannot see what it stands beside. */
  readonly of: string
}

/** The day that goes with an answer, and what is wrong with it; nothing where an answer needs none. */
export function EarlierDueDay({ of, value, onChange }: EarlierDueDayProps) {
  const today = useToday()
  const { dayLabel } = earlierDueChoiceVocabulary.of(value.kind)
  if (dayLabel === null) return null
  return (
    <span className={styles.day}>
      <span aria-hidden>{dayLabel}</span>
      <LocalDatePicker
        aria-label={`${dayLabel} ${of}`}
        isClearable={false}
        value={value.day}
        {...(isPastOnly(value.kind) ? { max: today } : {})}
        onChange={(day) => onChange({ ...value, day })}
      />
      <span className="faint">{dayTrouble(value, today)}</span>
    </span>
  )
}

function isPastOnly(kind: EarlierDueKind): boolean {
  return kind === 'done'
}

interface EarlierDueNoteProps {
  readonly value: EarlierDueAnswers
  readonly onChange: (answers: EarlierDueAnswers) => void
}

/** Words that stay with the answers in the history; asked where there is an answer. */
export function EarlierDueNote({ value, onChange }: EarlierDueNoteProps) {
  if (!isAnyAnswered(value)) return null
  return (
    <Field label="说明（可不填，写入变更记录）">
      <TextArea
        rows={2}
        maxLength={LONGEST_EARLIER_DUE_NOTE}
        value={value.note}
        onChange={(event) => onChange({ ...value, note: event.target.value })}
      />
    </Field>
  )
}
