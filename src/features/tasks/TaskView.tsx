import { taskDetailOptions, taskStateOptions } from '@/data/tasks/queries'
import type { TaskId } from '@/domain/ids'
import type { LocalDate } from '@/domain/local-date/local-date'
import { reasonsBeside } from '@/domain/signal/signal-words'
import type { Task, TaskState } from '@/domain/tasks/task'
import { taskName } from '@/domain/tasks/task-name'
import { MomentText } from '@/ui/DateText'
import { Fact, FactList } from '@/ui/FactList'
import { Paper } from '@/ui/Paper'
import { QueryState } from '@/ui/QueryState'
import { ToneTag } from '@/ui/StatusTag'
import { AgeText } from '@/ui/work/AgeText'
import { PercentBar } from '@/ui/work/PercentBar'
import { SignalTag } from '@/ui/work/SignalTag'
import { useQuery } from '@tanstack/react-query'
import { ownSheets } from './own-sheets'
import type { TaskSheet } from './task-sheet'
import { TaskDue } from './TaskDue'
import styles from './TaskView.module.css'

interface TaskViewProps {
  readonly taskId: TaskId
  readonly asOf: LocalDate | null
  /** What stands under the task's state, in order. */
  readonly sheets?: readonly TaskSheet[]
  /** In a drawer the sheets lie on paper already. */
  readonly isInDrawer?: boolean
}

/** All there is to know of one task, from its signal down to its source. */
export function TaskView({ taskId, asOf, sheets = ownSheets, isInDrawer = false }: TaskViewProps) {
  const query = useQuery(taskDetailOptions(taskId))
  return (
    <QueryState query={query}>
      {(task) => (
        <div className={isInDrawer ? styles.plain : undefined}>
          {isInDrawer ? <h2 className={styles.title}>{taskName(task)}</h2> : null}
          <StateSheet task={task} asOf={asOf} />
          {sheets.map(({ key, title, Sheet }) => (
            // What was opened or typed on one task's sheet has nothing to do with the next task's.
            <Sheet key={`${key} ${task.id}`} task={task} asOf={asOf} title={title} />
          ))}
        </div>
      )}
    </QueryState>
  )
}

function StateSheet({ task, asOf }: { readonly task: Task; readonly asOf: LocalDate | null }) {
  const query = useQuery(taskStateOptions(task.id, asOf))
  return (
    <Paper>
      <QueryState query={query} isEmpty={(state) => state === null} empty={<WithdrawnNote task={task} />}>
        {(state) => (state === null ? null : <StateLine state={state} isOngoing={task.isOngoing} />)}
      </QueryState>
    </Paper>
  )
}

function StateLine({ state, isOngoing }: { readonly state: TaskState; readonly isOngoing: boolean }) {
  return (
    <FactList layout="columns">
      <Fact label="状态">
        <SignalTag signal={state.signal} isComplete={state.isComplete} isLate={state.isLate} />{' '}
        {state.isComplete ? null : reasonsBeside(state.signal, [state.reason])}
      </Fact>
      <Fact label="进度">
        <PercentBar percent={state.percent} label="任务进度" />
      </Fact>
      <Fact label="期限">
        <TaskDue state={state} isOngoing={isOngoing} />
      </Fact>
      <Fact label="更新">
        <AgeText updatedOn={state.factOn} />
      </Fact>
    </FactList>
  )
}

function WithdrawnNote({ task }: { readonly task: Task }) {
  if (task.withdrawnAt === null) return <p>这一天还没有此任务。</p>
  return (
    <p>
      <ToneTag tone="neutral">已撤销</ToneTag> <MomentText at={task.withdrawnAt} form="full" />
      ，理由：{task.withdrawnReason}
    </p>
  )
}
