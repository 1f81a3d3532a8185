import { completionVocabulary, signalAppearance, signalVocabulary, type Signal } from './signal-vocabulary'
import { signalReasonVocabulary, type SignalReason } from './signal-reason-vocabulary'

interface SignalState {
  readonly signal: Signal
  readonly reason: SignalReason
  readonly isComplete: boolean
  readonly isLate: boolean
}

/** A signal in words, with its reason while the work goes on. */
export function signalInWords({ signal, reason, isComplete, isLate }: SignalState): string {
  const { label } = signalAppearance(signal, isComplete, isLate)
  const beside = isComplete ? '' : reasonsBeside(signal, [reason])
  return beside === '' ? label : `${label}，${beside}`
}

/** The reasons of a signal that stands beside them, the one that decides first; what the signal says itself is not said again. */
export function reasonsBeside(signal: Signal, reasons: readonly SignalReason[]): string {
  return reasons
    .filter((reason) => signal !== 'red' || reason !== 'overdue')
    .map((reason) => signalReasonVocabulary.label(reason))
    .join('、')
}

/** What tasks are counted by: completed ones have no signal any more. */
export type SignalCountKey = Signal | 'complete'

/** How many stand in each signal, in words. */
export function countsInWords(counts: Readonly<Record<SignalCountKey, number>>): string {
  const words = signalVocabulary.entries.map(({ value, label }) => `${label} ${counts[value]} 项`)
  return [...words, `${completionVocabulary.label('complete')} ${counts.complete} 项`].join('，')
}
