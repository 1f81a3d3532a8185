import type { LocalDate } from '@/domain/local-date/local-date'
import type { Obligation } from '@/domain/reporting/obligation'
import type { Task } from '@/domain/tasks/task'
import { createContext } from 'react'

export interface TaskSheetProps {
  readonly task: Task
  /** The past day that is looked at; null is today, the only day on which anything can be done. */
  readonly asOf: LocalDate | null
  readonly title: string
}

/** One sheet of a task's page; whoever has nothing to show renders nothing. */
export interface TaskSheet {
  readonly key: string
  readonly title: string
  readonly Sheet: React.ComponentType<TaskSheetProps>
}

/** Something that may be done today about one unit's milestone. */
export type ObligationAction = React.ComponentType<{ readonly obligation: Obligation }>

/** What the page offers beside each obligation, from whatever feature; nothing in a drawer and on a past day. */
export const ObligationActionsContext = createContext<readonly ObligationAction[]>([])
