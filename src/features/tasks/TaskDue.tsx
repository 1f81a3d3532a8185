import type { TaskState } from '@/data/tasks/task'
import { isPastDue } from '@/domain/local-date/local-date-words'
import { DateText } from '@/ui/DateText'
import { useToday } from '@/ui/use-today'
import { DueText } from '@/ui/work/DueText'

/**
 * A task's due day. Whether it is late is the signal's to say: a completing report that awaits review stops the
 * clock, so a past day alone is not called 逾期.
 */
export function TaskDue({ state }: { readonly state: Pick<TaskState, 'dueOn' | 'signal' | 'isComplete'> }) {
  const today = useToday()
  if (state.dueOn === null) return null
  if (isPastDue(state.dueOn, today) && state.signal !== 'red') return <DateText date={state.dueOn} />
  return <DueText dueOn={state.dueOn} isComplete={state.isComplete} />
}
