import { useId, useState } from 'react'
import styles from './TextField.module.css'

interface TextFieldProps extends Omit<React.ComponentProps<'input'>, 'value' | 'onChange' | 'type' | 'id'> {
  readonly label: string
  /** A line under the field. */
  readonly hint?: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** What is wrong with the value, in words. */
  readonly problem: string | null
  /** Hidden while it is typed, unless asked for. */
  readonly isPassword?: boolean
}

/** A line of text with its label, for pages that come without the component library. */
export function TextField(props: TextFieldProps) {
  const { label, hint, value, onChange, problem, isPassword = false, ...rest } = props
  const id = useId()
  const [isShown, setIsShown] = useState(false)
  const note = problem ?? hint
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <div className={styles.box}>
        <input
          {...rest}
          id={id}
          type={isPassword && !isShown ? 'password' : 'text'}
          value={value}
          aria-invalid={problem !== null}
          aria-describedby={note === undefined ? undefined : `${id}-note`}
          onChange={(event) => onChange(event.target.value)}
        />
        {isPassword ? (
          <button type="button" aria-controls={id} aria-pressed={isShown} onClick={() => setIsShown(!isShown)}>
            {isShown ? '隐藏' : '显示'}
          </button>
        ) : null}
      </div>
      {note === undefined ? null : (
        <p
          id={`${id}-note`}
          className={problem === null ? 'faint' : styles.problem}
          role={problem === null ? undefined : 'alert'}
        >
          {note}
        </p>
      )}
    </div>
  )
}
