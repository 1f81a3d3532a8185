import { InputNumber, Slider } from 'antd'
import { useId } from 'react'
import styles from './ReportForm.module.css'

interface PercentFieldProps {
  readonly value: number
  readonly onChange: (percent: number) => void
  /** What stands approved. */
  readonly approvedPercent: number
  readonly scheduledPercent: number
}

/** Progress by a slider or a figure, with what was approved and the schedule beside it. */
export function PercentField({ value, onChange, approvedPercent, scheduledPercent }: PercentFieldProps) {
  const id = useId()
  const approved = Math.round(approvedPercent)
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        进度（%）
      </label>
      <div className={styles.percent}>
        <Slider
          className={styles.slider ?? ''}
          value={value}
          min={0}
          max={100}
          onChange={onChange}
          ariaLabelForHandle="进度滑块"
          tooltip={{ formatter: (percent) => `${percent ?? 0}%` }}
        />
        <InputNumber
          id={id}
          className={styles.figure ?? ''}
          value={value}
          min={0}
          max={100}
          precision={0}
          inputMode="numeric"
          onChange={(percent) => onChange(percent ?? 0)}
        />
      </div>
      <p className={styles.hint}>
        此前已通过 {approved}%，序时进度 {Math.round(scheduledPercent)}%。
        {value < approved ? <span className={styles.warning}>比此前已通过的低，请在「存在问题」中说明。</span> : null}
        {value === 100 ? <span className={styles.strong}>报 100% 即申请办结，须附至少一件佐证材料。</span> : null}
      </p>
    </div>
  )
}
