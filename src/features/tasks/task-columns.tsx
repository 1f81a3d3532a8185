import { NEVER_REPORTED } from '@/domain/local-date/local-date-words'
import { assignmentRoleVocabulary } from '@/domain/responsibility/assignment-role-vocabulary'
import { reasonsBeside, signalInWords } from '@/domain/signal/signal-words'
import { statusColumn } from '@/ui/common-columns'
import { dueWithOngoing } from '@/domain/tasks/ongoing'
import type { TaskListItem } from '@/domain/tasks/task'
import type { DataColumn } from '@/ui/data-column'
import { AgeText } from '@/ui/work/AgeText'
import { SignalTag } from '@/ui/work/SignalTag'
import { percentColumn, taskColumn } from '@/ui/work/work-columns'
import styles from './TaskLedger.module.css'
import { TaskDue } from './TaskDue'
import type { FixedFilter, TaskSearch } from './use-task-search'

/** The columns of a list of tasks; with a unit asked for, the state is that unit's own. */
export function taskColumns(
  search: TaskSearch,
  fixed: FixedFilter,
  groupedNames: (names: string) => string,
): DataColumn<TaskListItem>[] {
  const { planId, unitId } = search.filter
  return [
    taskColumn<TaskListItem>(
      (task) => task,
      (task) => placeOf(task, planId === ''),
    ),
    unitId === ''
      ? {
          key: 'units',
          title: '责任单位',
          width: 180,
          isLongText: true,
          // Many units are named by their group.
          paperWidth: 200,
          text: ({ accountableUnits }) => groupedNames(accountableUnits) || '未明确',
        }
      : statusColumn(
          { key: 'role', title: fixed.unitId === undefined ? '该单位分工' : '分工', width: 110 },
          assignmentRoleVocabulary,
          ({ role }) => role,
        ),
    { key: 'signal', title: '状态', width: 140, text: signalInWords, render: (task) => <TaskSignal task={task} /> },
    percentColumn<TaskListItem>(
      { title: unitId === '' || fixed.unitId !== undefined ? '进度' : '该单位进度', width: 120 },
      ({ title }) => title,
      ({ percent }) => ({ percent }),
    ),
    {
      key: 'due',
      title: '期限',
      width: 150,
      text: ({ dueOn, isOngoing }) => dueWithOngoing(dueOn, isOngoing),
      render: (task) => <TaskDue state={task} isOngoing={task.isOngoing} />,
    },
    {
      key: 'fact',
      title: '更新',
      width: 120,
      text: ({ isComplete, factOn }) => (isComplete ? null : (factOn ?? NEVER_REPORTED)),
      render: (task) => (task.isComplete ? '' : <AgeText updatedOn={task.factOn} />),
    },
  ]
}

function placeOf({ planTitle, sectionTitle }: TaskListItem, withPlan: boolean): string {
  return [withPlan ? planTitle : null, sectionTitle].filter((words) => words !== null && words !== '').join(' · ')
}

function TaskSignal({ task }: { readonly task: TaskListItem }) {
  return (
    <span className={styles.signal}>
      <SignalTag signal={task.signal} isComplete={task.isComplete} isLate={task.isLate} />
      {task.isComplete ? null : <span className="faint">{reasonsBeside(task.signal, [task.reason])}</span>}
    </span>
  )
}
