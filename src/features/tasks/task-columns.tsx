import { NEVER_REPORTED } from '@/domain/local-date/local-date-words'
import { assignmentRoleVocabulary } from '@/domain/responsibility/assignment-role-vocabulary'
import { stillOwedInWords, reasonsBesideTag, signalInWords } from '@/domain/signal/signal-words'
import { statusColumn } from '@/ui/common-columns'
import { dueWithOngoing } from '@/domain/tasks/ongoing'
import type { TaskListItem } from '@/domain/tasks/task'
import type { DataColumn } from '@/ui/data-column'
import { AgeText } from '@/ui/work/AgeText'
import { DueText } from '@/ui/work/DueText'
import { SignalTag } from '@/ui/work/SignalTag'
import { percentColumn, taskColumn } from '@/ui/work/work-columns'
import styles from './TaskLedger.module.css'
import type { FixedFilter, TaskSearch } from './use-task-search'

/** The columns of a list of tasks; with a unit asked for, the state is that unit's own. */
export function taskColumns(
  { filter: { planId, unitId } }: Pick<TaskSearch, 'filter'>,
  fixed: FixedFilter,
  groupedNames: (names: string) => string,
): DataColumn<TaskListItem>[] {
  return [
    taskColumn<TaskListItem>(
      (task) => task,
      (task) => placesOf(task, planId === ''),
    ),
    unitId === ''
      ? {
          key: 'units',
          title: '责任单位',
          width: 180,
          isLongText: true,
          // Many units are named by their group.
          paperWidth: 260,
          text: ({ accountableUnits }) => groupedNames(accountableUnits) || '未明确',
        }
      : statusColumn(
          { key: 'role', title: fixed.unitId === undefined ? '该单位分工' : '分工', width: 110 },
          assignmentRoleVocabulary,
          ({ role }) => role,
        ),
    {
      key: 'signal',
      title: '状态',
      width: 140,
      paperWidth: 170,
      text: stateInWords,
      render: (task) => <TaskSignal task={task} />,
    },
    percentColumn<TaskListItem>(
      { title: unitId === '' || fixed.unitId !== undefined ? '进度' : '该单位进度', width: 120 },
      ({ title }) => title,
      ({ percent, waitingPercent }) => ({ percent, waitingPercent }),
    ),
    {
      key: 'due',
      title: '期限',
      width: 150,
      text: ({ dueOn, isOngoing }) => dueWithOngoing(dueOn, isOngoing),
      render: (task) =>
        task.dueOn === null ? null : (
          <DueText state={{ ...task, dueOn: task.dueOn }} isOngoing={task.isOngoing} isBesideSignal />
        ),
    },
    {
      key: 'fact',
      title: '更新',
      width: 120,
      text: ({ factOn }) => factOn ?? NEVER_REPORTED,
      render: (task) => <AgeText state={task} />,
    },
  ]
}

function placesOf({ planTitle, sectionTitle }: TaskListItem, withPlan: boolean): string[] {
  return [withPlan ? planTitle : null, sectionTitle].filter((words) => words !== null).filter((words) => words !== '')
}

/** What is to be said beside the lamp: why, and that units beside the leads still owe their part. */
function besideTag(task: TaskListItem): string {
  return [reasonsBesideTag(task, [task.reason]), stillOwedInWords(task)].filter((words) => words !== '').join('；')
}

function stateInWords(task: TaskListItem): string {
  return [signalInWords(task), stillOwedInWords(task)].filter((words) => words !== '').join('；')
}

function TaskSignal({ task }: { readonly task: TaskListItem }) {
  return (
    <span className={styles.signal}>
      <SignalTag state={task} />
      <span className="faint">{besideTag(task)}</span>
    </span>
  )
}
