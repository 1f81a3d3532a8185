import type { TaskListItem } from '@/data/tasks/task'
import { NEVER_REPORTED } from '@/domain/local-date/local-date-words'
import { assignmentRoleVocabulary } from '@/domain/responsibility/assignment-role-vocabulary'
import { signalReasonVocabulary } from '@/domain/signal/signal-reason-vocabulary'
import { signalInWords } from '@/domain/signal/signal-words'
import { dueWithOngoing } from '@/domain/tasks/ongoing'
import type { DataColumn } from '@/ui/data-column'
import { StatusTag } from '@/ui/StatusTag'
import { AgeText } from '@/ui/work/AgeText'
import { PercentBar } from '@/ui/work/PercentBar'
import { SignalTag } from '@/ui/work/SignalTag'
import styles from './TaskLedger.module.css'
import { TaskDue } from './TaskDue'
import type { FixedFilter, TaskSearch } from './use-task-search'

/** The columns of a list of tasks; with a unit asked for, the state is that unit's own. */
export function taskColumns(search: TaskSearch, fixed: FixedFilter): DataColumn<TaskListItem>[] {
  const { planId, unitId } = search.filter
  return [
    {
      key: 'title',
      title: '任务',
      width: 300,
      text: taskName,
      render: (task) => <TaskName task={task} withPlan={planId === ''} />,
      onPhone: 'title',
    },
    { key: 'signal', title: '状态', width: 160, text: signalInWords, render: (task) => <TaskSignal task={task} /> },
    ...(unitId === ''
      ? [
          {
            key: 'units',
            title: '责任单位',
            width: 180,
            isLongText: true,
            text: (task: TaskListItem) => task.accountableUnits || '未明确',
          },
        ]
      : [
          {
            key: 'role',
            title: fixed.unitId === undefined ? '该单位分工' : '分工',
            width: 110,
            text: ({ role }: TaskListItem) => (role === null ? null : assignmentRoleVocabulary.label(role)),
            render: (task: TaskListItem) =>
              task.role === null ? '' : <StatusTag vocabulary={assignmentRoleVocabulary} value={task.role} />,
          },
        ]),
    {
      key: 'percent',
      title: unitId === '' || fixed.unitId !== undefined ? '进度' : '该单位进度',
      width: 120,
      text: ({ percent }) => `${Math.round(percent)}%`,
      render: (task) => <PercentBar percent={task.percent} label={`${task.title}的进度`} />,
    },
    {
      key: 'due',
      title: '期限',
      width: 130,
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

function TaskName({ task, withPlan }: { readonly task: TaskListItem; readonly withPlan: boolean }) {
  const place = [withPlan ? task.planTitle : null, task.sectionTitle]
    .filter((words) => words !== null && words !== '')
    .join(' · ')
  return (
    <>
      <span>{taskName(task)}</span>
      {place === '' ? null : <span className={styles.place}>{place}</span>}
    </>
  )
}

function TaskSignal({ task }: { readonly task: TaskListItem }) {
  return (
    <span className={styles.signal}>
      <SignalTag signal={task.signal} isComplete={task.isComplete} isLate={task.isLate} />
      {task.isComplete ? null : <span className={styles.reason}>{signalReasonVocabulary.label(task.reason)}</span>}
    </span>
  )
}

function taskName({ number, title }: TaskListItem): string {
  return number === null ? title : `${number} ${title}`
}
