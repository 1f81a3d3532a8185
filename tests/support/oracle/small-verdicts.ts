import { must } from '../actors'
import type { History } from './history'
import { judge } from './judge'
import { livesOf } from './lives'
import { on } from './small-history'

// What the second rule says of a small history on a day.

export const judged = (history: History, day: string) => must(judge(must(livesOf(history)[0]), on(day)))
export const owed = (history: History, day: string, id = 'a1m1') =>
  must(judged(history, day).obligations.find(({ obligationId }) => obligationId === id))
export const task = (history: History, day: string) => must(judged(history, day).tasks[0])
/** Signal and reasons, as `red overdue returned`. */
export const says = (history: History, day: string, id = 'a1m1') => {
  const { signal, reasons } = owed(history, day, id)
  return [signal, ...reasons].join(' ')
}
export const taskSays = (history: History, day: string) => `${task(history, day).signal} ${task(history, day).reason}`
