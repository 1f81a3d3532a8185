import { defineVocabulary } from '@/lib/vocabulary'

/**
 * The lamps, worst first. `colourToken` names a CSS variable of the theme; the shape and the word say the
 * same without colour.
 */
export const signalVocabulary = defineVocabulary([
  { value: 'red', label: '逾期', shape: '■', colourToken: '--signal-red', washToken: '--signal-red-wash', order: 0 },
  {
    value: 'yellow',
    label: '预警',
    shape: '▲',
    colourToken: '--signal-yellow',
    washToken: '--signal-yellow-wash',
    order: 1,
  },
  {
    value: 'green',
    label: '正常',
    shape: '●',
    colourToken: '--signal-green',
    washToken: '--signal-green-wash',
    order: 2,
  },
  {
    value: 'grey',
    label: '未启动',
    shape: '○',
    colourToken: '--signal-grey',
    washToken: '--signal-grey-wash',
    order: 3,
  },
])

export type Signal = (typeof signalVocabulary.values)[number]

/** What a lamp says once the work is complete: late completion keeps a yellow edge for good. */
export const completionVocabulary = defineVocabulary([
  {
    value: 'complete',
    label: '办结',
    shape: '✓',
    colourToken: '--signal-complete',
    washToken: '--signal-complete-wash',
    order: 4,
  },
  {
    value: 'complete_late',
    label: '逾期办结',
    shape: '✓',
    colourToken: '--signal-complete',
    washToken: '--signal-yellow-wash',
    order: 5,
  },
])

export type SignalAppearance = (typeof signalVocabulary.entries)[number] | (typeof completionVocabulary.entries)[number]

/** The row that a signal is shown by; grey with an accepted 无此事项 stays grey. */
export function signalAppearance(signal: Signal, isComplete: boolean, isLate = false): SignalAppearance {
  if (!isComplete) return signalVocabulary.of(signal)
  return completionVocabulary.of(isLate || signal === 'yellow' ? 'complete_late' : 'complete')
}
