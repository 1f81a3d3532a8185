import { TaskLineagePanel } from '@/features/lineage/task/TaskLineagePanel'
import { AnswerEarlierDue } from '@/features/review/AnswerEarlierDue'
import { ReopenCompletion } from '@/features/review/ReopenCompletion'
import { historySheet, obligationSheet, sourceSheet, submissionSheet } from '@/features/tasks/own-sheets'
import type { ObligationAction, TaskSheet } from '@/features/tasks/task-sheet'
import { TaskPage } from '@/features/tasks/TaskPage'

/** What is to be read of a task, from top to bottom; a room adds its sheet here. */
const sheets: readonly TaskSheet[] = [
  sourceSheet,
  { key: 'lineage', title: '任务沿革', Sheet: TaskLineagePanel },
  obligationSheet,
  submissionSheet,
  historySheet,
]

/** What may be done about one unit's milestone; a room adds its button here. */
const obligationActions: readonly ObligationAction[] = [ReopenCompletion, AnswerEarlierDue]

/** One task, put together from the rooms that have something to say of it. */
export function Component() {
  return <TaskPage sheets={sheets} obligationActions={obligationActions} />
}
