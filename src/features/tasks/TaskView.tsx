import { taskDetailOptions, taskStateOptions } from '@/data/tasks/queries'
import type { TaskId } from '@/domain/ids'
import type { LocalDate } from '@/domain/local-date/local-date'
import { leadsDoneInWords, reasonsBesideTag } from '@/domain/signal/signal-words'
import type { Task, TaskState } from '@/domain/tasks/task'
import { Notice } from '@/ui/Notice'
import { taskName } from '@/domain/tasks/task-name'
import { MomentText } from '@/ui/DateText'
import { Fact, FactList } from '@/ui/FactList'
import { Paper } from '@/ui/Paper'
import { QueryState } from '@/ui/QueryState'
import { ToneTag } from '@/ui/StatusTag'
import { AgeText } from '@/ui/work/AgeText'
import { DueText } from '@/ui/work/DueText'
import { PercentBar } from '@/ui/work/PercentBar'
import { SignalTag } from '@/ui/work/SignalTag'
import { useQuery } from '@tanstack/react-query'
import { ownSheets } from './own-sheets'
import type { TaskSheet } from './task-sheet'
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
          {isInDrawer ? <Title task={task} asOf={asOf} /> : null}
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

/** The task's name as it was on that day. */
function Title({ task, asOf }: { readonly task: Task; readonly asOf: LocalDate | null }) {
  const { data } = useQuery(taskStateOptions(task.id, asOf))
  return <h2 className={styles.title}>{taskName({ number: task.number, title: data?.title ?? task.title })}</h2>
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
  const { dueOn } = state
  const leadsDone = leadsDoneInWords(state)
  return (
    <>
      <FactList layout="columns">
        <Fact label="状态">
          <SignalTag state={state} /> {reasonsBesideTag(state, [state.reason])}
        </Fact>
        <Fact label="进度">
          <PercentBar progress={state} label="任务进度" />
        </Fact>
        <Fact label="期限">
          {dueOn === null ? null : <DueText state={{ ...state, dueOn }} isOngoing={isOngoing} isBesideSignal />}
        </Fact>
        <Fact label="更新">
          <AgeText state={state} />
        </Fact>
      </FactList>
      {leadsDone === '' ? null : <Notice tone="warning">{leadsDone}。</Notice>}
    </>
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
