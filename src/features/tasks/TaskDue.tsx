import { isPastDue } from '@/domain/local-date/local-date-words'
import type { TaskState } from '@/domain/tasks/task'
import { useToday } from '@/ui/use-today'
import { DueText } from '@/ui/work/DueText'

interface TaskDueProps {
  readonly state: Pick<TaskState, 'dueOn' | 'signal' | 'isComplete'>
  readonly isOngoing: boolean
}

/**
 * A task's due day. Whether it is late is the signal's to say: a completing report that awaits review stops the
 * clock, so a past day alone is not called 逾期.
 */
export function TaskDue({ state: { dueOn, signal, isComplete }, isOngoing }: TaskDueProps) {
  const today = useToday()
  if (dueOn === null) return null
  const isStill = isComplete || (isPastDue(dueOn, today) && signal !== 'red')
  return <DueText dueOn={dueOn} isComplete={isStill} isOngoing={isOngoing} isBesideSignal />
}
