import { percentInWords, shownPercent } from '@/domain/reporting/percent'
import { useId, useState } from 'react'
import styles from './ReportForm.module.css'

interface PercentFieldProps {
  readonly value: number
  readonly onChange: (percent: number) => void
  /** What stands approved. */
  readonly approvedPercent: number | null
  readonly scheduledPercent: number
}

const WHOLE = 100

/** Progress by a slider or a figure, with what was approved and the schedule beside it. */
export function PercentField({ value, onChange, approvedPercent, scheduledPercent }: PercentFieldProps) {
  const id = useId()
  const approved = shownPercent(approvedPercent ?? 0)
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        进度（%）
      </label>
      <div className={styles.percent}>
        <input
          type="range"
          className={styles.slider}
          value={value}
          min={0}
          max={WHOLE}
          aria-label="进度滑块"
          onChange={(event) => onChange(toPercent(event.target.value))}
        />
        <Figure id={id} value={value} onChange={onChange} />
      </div>
      <p className={styles.hint}>
        此前已通过 {approved}%，序时进度 {percentInWords(scheduledPercent)}。
        {value < approved ? <span className={styles.warning}>比此前已通过的低，请在「存在问题」中说明。</span> : null}
        {value === 100 ? <span className={styles.strong}>报 100% 即申请办结，须附至少一件佐证材料。</span> : null}
      </p>
    </div>
  )
}

function Figure({ id, value, onChange }: Pick<PercentFieldProps, 'value' | 'onChange'> & { readonly id: string }) {
  // An emptied box counts as 0 and stays empty until it is left, so that the next figure needs no deleting.
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <input
      id={id}
      type="number"
      inputMode="numeric"
      className={styles.figure}
      value={typed ?? value}
      min={0}
      max={WHOLE}
      onChange={(event) => {
        const text = event.target.value
        const percent = toPercent(text)
        setTyped(text === '' || Number(text) === percent ? text : null)
        onChange(percent)
      }}
      onBlur={() => setTyped(null)}
      // Scrolling the page over a figure must not change it.
      onWheel={(event) => event.currentTarget.blur()}
    />
  )
}

/** The nearest whole percent there is. */
function toPercent(text: string): number {
  return Math.min(WHOLE, Math.max(0, Math.round(Number(text))))
}
