import { useState } from 'react'
import { useArrival } from '../use-arrival'
import { useIsPhone } from '../use-media-query'
import styles from './Choice.module.css'

const loadSearchable = () => import('./SearchableChoice').then((module) => module.SearchableChoice)

/** More choices than this are looked for by words rather than by eye. */
const MANY = 12

export interface ChoiceProps<Value extends string> {
  readonly label: string
  readonly value: Value | ''
  /** What nothing chosen is called; without it something is always chosen. */
  readonly all?: string
  /** Undefined while they are fetched. */
  readonly choices: readonly { readonly value: Value; readonly label: string }[] | undefined
  readonly onChange: (value: Value | '') => void
}

/**
 * One of a list's filters: a box that says its choice and is found by its label. It is the browser's own; where there is
 * much to choose from, one that can be searched takes its place as soon as somebody reaches for it.
 */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { choices, onChange } = props
  const { Part: Searchable, want, giveUp } = useArrival(loadSearchable)
  const [isPlain, setIsPlain] = useState(false)
  const isSearchable = !useIsPhone() && !isPlain && (choices?.length ?? 0) > MANY
  if (!isSearchable) return <NativeChoice {...props} />
  if (Searchable === null)
    return (
      <NativeChoice {...props} onReach={() => void want().then((hasCome) => setIsPlain(!hasCome))} onGoOn={giveUp} />
    )
  return (
    <Searchable
      {...props}
      onChange={(value) => onChange(choices?.find((choice) => choice.value === value)?.value ?? '')}
    />
  )
}

interface NativeChoiceProps<Value extends string> extends ChoiceProps<Value> {
  /** Called instead of opening. */
  readonly onReach?: () => void
  /** Whoever left before it came is not called back. */
  readonly onGoOn?: () => void
}

function NativeChoice<Value extends string>(props: NativeChoiceProps<Value>) {
  const { label, value, all, choices, onChange, onReach, onGoOn } = props
  const reach = (event: React.SyntheticEvent) => {
    if (onReach === undefined) return
    event.preventDefault()
    onReach()
  }
  return (
    <select
      className={styles.choice}
      aria-label={label}
      // A name too long for the box is read in full where the pointer rests.
      title={choices?.find((choice) => choice.value === value)?.label}
      aria-busy={choices === undefined}
      // Until the names are here, a chosen id would be shown bare.
      value={choices === undefined ? '' : value}
      onMouseDown={reach}
      onFocus={reach}
      onBlur={onGoOn}
      onPointerEnter={() => (onReach === undefined ? undefined : void loadSearchable().catch(() => undefined))}
      onChange={(event) => onChange(choices?.find((choice) => choice.value === event.target.value)?.value ?? '')}
    >
      {all === undefined ? null : <option value="">{all}</option>}
      {choices?.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  )
}
