import { signalReasonVocabulary, type SignalReason } from './signal-reason-vocabulary'
import { signalAppearance, signalCountVocabulary, type SignalCountKey, type SignalState } from './signal-vocabulary'

/** What is left to say of the reasons beside the lamp's own word; '' when that says it all. */
export function reasonsBesideTag(
  { isComplete }: Pick<SignalState, 'isComplete'>,
  reasons: readonly SignalReason[],
): string {
  if (isComplete) return ''
  const [first, ...further] = reasons
  if (first === 'completed' || first === 'completed_late') return PARTLY[first]
  const isSaid = first === undefined || signalReasonVocabulary.of(first).isSaidByTag
  return [...(isSaid ? [] : [first]), ...further].map((reason) => signalReasonVocabulary.label(reason)).join('、')
}

/** A part is complete and decides the lamp, while the whole is not: a milestone to come, or another unit's share. */
const PARTLY = { completed: '部分已办结', completed_late: '部分逾期办结' } as const

/** A signal in words, with its reason where the lamp does not say it. */
export function signalInWords(state: SignalState): string {
  const reasons = reasonsBesideTag(state, [state.reason])
  return [signalAppearance(state).label, reasons].filter((words) => words !== '').join('，')
}

/** How many stand in each signal, in words; what is rare is said only where there is some. */
export function countsInWords(counts: Readonly<Record<SignalCountKey, number>>): string {
  return signalCountVocabulary.entries
    .filter(({ value }) => counts[value] > 0 || value !== 'before_given')
    .map(({ value, label }) => `${label} ${counts[value]} 项`)
    .join('，')
}

/** What a task says whose leads have done their part while units responsible beside them have not; '' where that is not so. */
export function leadsDoneInWords(beside: ResponsibleBeside): string {
  const owed = stillOwedInWords(beside)
  return owed === '' ? '' : `牵头单位已办结，${owed}`
}

/** The same beside a lamp that says 办结 already. */
export function stillOwedInWords({ openResponsible, overdueResponsible }: ResponsibleBeside): string {
  if (openResponsible === 0) return ''
  const overdue = overdueResponsible === 0 ? '' : `，其中逾期 ${overdueResponsible} 个`
  return `另有 ${openResponsible} 个责任单位未办结${overdue}`
}

export interface ResponsibleBeside {
  /** Units responsible beside leads that owe their part still, when the leads have closed all that has started. */
  readonly openResponsible: number
  readonly overdueResponsible: number
}
