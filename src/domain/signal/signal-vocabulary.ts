import { defineVocabulary } from '@/lib/vocabulary'
import type { SignalReason } from './signal-reason-vocabulary'

const greyLooks = { colourToken: '--signal-grey', washToken: '--signal-grey-wash', order: 4 } as const
const yellowLooks = { colourToken: '--signal-yellow', washToken: '--signal-yellow-wash' } as const
const greenLooks = { colourToken: '--signal-green', washToken: '--signal-green-wash', order: 3 } as const
const redLooks = { colourToken: '--signal-red', washToken: '--signal-red-wash', order: 0 } as const
const completeLooks = { shape: '✓', colourToken: '--signal-complete' } as const

const red = { value: 'red', label: '逾期', shape: '■', ...redLooks } as const
const yellow = { value: 'yellow', label: '预警', shape: '▲', ...yellowLooks, order: 1 } as const
const green = { value: 'green', label: '正常', shape: '●', ...greenLooks } as const
const grey = { value: 'grey', label: '未启动', shape: '○', ...greyLooks } as const
const dueSoon = { value: 'due_soon', label: '临近期限', shape: '△', ...yellowLooks, order: 2 } as const
const beforeGiven = { value: 'due_before_given', label: '下达前到期', shape: '◇', ...greyLooks } as const
const complete = {
  value: 'complete',
  label: '办结',
  ...completeLooks,
  washToken: '--signal-complete-wash',
  order: 5,
} as const
const completeLate = {
  value: 'complete_late',
  label: '逾期办结',
  ...completeLooks,
  washToken: '--signal-yellow-wash',
  order: 6,
} as const

/**
 * The lamps, worst first. `colourToken` names a CSS variable of the theme; the shape and the word say the
 * same without colour.
 */
export const signalVocabulary = defineVocabulary([red, yellow, green, grey])

type Signal = (typeof signalVocabulary.values)[number]

/** Lamps that have a word of their own, because the lamp's would mislead: a near date is no failing, and 无此事项 is not 未启动. */
const reasonAppearances = defineVocabulary([
  dueSoon,
  beforeGiven,
  { value: 'unassigned', label: '未明确', shape: '○', ...greyLooks },
  { value: 'not_applicable', label: '无此事项', shape: '○', ...greyLooks },
  { value: 'not_tracked', label: '不跟踪', shape: '○', ...greyLooks },
  { value: 'closed_with_milestone', label: '随节点办结', shape: '○', ...greyLooks },
])

/** What a lamp says once the work is complete: late completion keeps a yellow edge for good. */
export const completionVocabulary = defineVocabulary([complete, completeLate])

/** All that one thing can be shown as, each by a word of its own: what a list is narrowed to by what its rows say. */
export const signalAppearanceVocabulary = defineVocabulary([
  ...signalVocabulary.entries,
  ...reasonAppearances.entries,
  ...completionVocabulary.entries,
])

export type SignalAppearance = (typeof signalAppearanceVocabulary.entries)[number]

/** How something stands, as the database says it: nothing in it is worked out by a screen. */
export interface SignalState {
  readonly signal: Signal
  /** The reason that decides. */
  readonly reason: SignalReason
  readonly isComplete: boolean
  readonly isLate: boolean
}

/** The row that a state is shown by, everywhere. */
export function signalAppearance({ signal, reason, isComplete, isLate }: SignalState): SignalAppearance {
  if (isComplete) return completionVocabulary.of(isLate ? 'complete_late' : 'complete')
  return reasonAppearances.is(reason) ? reasonAppearances.of(reason) : signalVocabulary.of(signal)
}

/** What a grey lamp may say is counted together: 未启动, 无此事项, 不跟踪, 未明确. */
export const NOT_GOING = '未启动、无此事项等'

/** What tasks are counted by, worst first; each counts under one alone. */
export const signalCountVocabulary = defineVocabulary([
  red,
  yellow,
  dueSoon,
  green,
  { ...grey, label: NOT_GOING },
  { ...beforeGiven, value: 'before_given' },
  complete,
])

export type SignalCountKey = (typeof signalCountVocabulary.values)[number]
