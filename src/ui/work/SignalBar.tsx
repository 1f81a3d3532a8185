import { signalCountVocabulary, type SignalCountKey } from '@/domain/signal/signal-vocabulary'
import { countsInWords } from '@/domain/signal/signal-words'
import { useId } from 'react'
import styles from './SignalBar.module.css'

interface SignalBarProps {
  readonly counts: Readonly<Record<SignalCountKey, number>>
  /** The count that fills the whole bar; bars of one table share it, so that lengths compare. */
  readonly max: number
}

const parts = signalCountVocabulary.values

/** What fills a length by lines as well as by colour; the others are told apart by being full, hollow or dashed. */
const hatched: Readonly<Partial<Record<SignalCountKey, string>>> = {
  yellow: 'M-1 5 5 -1M-1 1 1 -1M3 5 5 3',
  complete: 'M0 1H4M0 3H4',
}

/**
 * Signals as lengths of one bar, each with a pattern of its own: red is full, yellow slanted, what is due soon
 * and green hollow, grey dashed, what fell due before it was given dotted, complete ruled. Drawn rather than filled by backgrounds, which printers leave out.
 */
export function SignalBar({ counts, max }: SignalBarProps) {
  const id = useId()
  const words = countsInWords(counts)
  const shown = parts.filter((key) => counts[key] > 0)
  const share = (count: number) => (max === 0 ? 0 : (100 * count) / max)
  const before = (key: SignalCountKey) =>
    shown.slice(0, shown.indexOf(key)).reduce((sum, each) => sum + counts[each], 0)
  return (
    <svg className={styles.bar} role="img" aria-label={words}>
      <title>{words}</title>
      {Object.entries(hatched).map(([key, lines]) => (
        <pattern key={key} id={`${id}${key}`} width="4" height="4" patternUnits="userSpaceOnUse">
          <path d={lines} className={styles[`${key}Lines`]} />
        </pattern>
      ))}
      {shown.map((key) => (
        <svg key={key} x={`${share(before(key))}%`} width={`${share(counts[key])}%`} data-signal={key}>
          <rect x="1" y="1" className={styles[key]} {...(key in hatched ? { fill: `url(#${id}${key})` } : {})} />
        </svg>
      ))}
    </svg>
  )
}
