import { taskObligationsOptions } from '@/data/obligations/queries'
import { taskDetailOptions, taskStateOptions } from '@/data/tasks/queries'
import type { Task, TaskState } from '@/data/tasks/task'
import type { LocalDate } from '@/domain/local-date/local-date'
import type { Obligation } from '@/domain/reporting/obligation'
import { signalReasonVocabulary } from '@/domain/signal/signal-reason-vocabulary'
import { ClampedText } from '@/ui/ClampedText'
import { MomentText } from '@/ui/DateText'
import { Paper } from '@/ui/Paper'
import { QueryState } from '@/ui/QueryState'
import { ToneTag } from '@/ui/StatusTag'
import { AgeText } from '@/ui/work/AgeText'
import { PercentBar } from '@/ui/work/PercentBar'
import { SignalTag } from '@/ui/work/SignalTag'
import { useQuery } from '@tanstack/react-query'
import { HistoryList } from './HistoryList'
import { ObligationTable } from './ObligationTable'
import { SourceClause } from './SourceClause'
import { SubmissionList } from './SubmissionList'
import { TaskDue } from './TaskDue'
import styles from './TaskView.module.css'
import { UnitsByRole } from './UnitsByRole'

interface TaskViewProps {
  readonly taskId: string
  readonly asOf: LocalDate | null
  /** In a drawer the sheets lie on paper already. */
  readonly isInDrawer?: boolean
  /** A sheet about earlier and later plans. */
  readonly lineage?: React.ReactNode
  /** What may be done about one unit's milestone; from another feature. */
  readonly renderObligationAction?: ((obligation: Obligation) => React.ReactNode) | undefined
}

/** All there is to know of one task, from its signal down to its source. */
export function TaskView({ taskId, asOf, isInDrawer = false, lineage, renderObligationAction }: TaskViewProps) {
  const query = useQuery(taskDetailOptions(taskId))
  return (
    <QueryState query={query}>
      {(task) => (
        <div className={isInDrawer ? styles.plain : undefined}>
          {isInDrawer ? <h3 className={styles.title}>{taskName(task)}</h3> : null}
          <StateSheet task={task} asOf={asOf} />
          <SourceSheet task={task} />
          {lineage}
          <ObligationSheet task={task} asOf={asOf} renderAction={renderObligationAction} />
          <Paper title="进展反馈和佐证材料">
            <SubmissionList task={task} />
          </Paper>
          <Paper title="变更记录">
            <HistoryList task={task} />
          </Paper>
        </div>
      )}
    </QueryState>
  )
}

/** A task as people call it: its number as written and its title. */
export function taskName(task: Pick<Task, 'number' | 'title'>): string {
  return task.number === null ? task.title : `${task.number} ${task.title}`
}

function StateSheet({ task, asOf }: { readonly task: Task; readonly asOf: LocalDate | null }) {
  const query = useQuery(taskStateOptions(task.id, asOf))
  return (
    <Paper>
      <QueryState query={query} isEmpty={(state) => state === null} empty={<WithdrawnNote task={task} />}>
        {(state) => (state === null ? null : <StateLine state={state} />)}
      </QueryState>
    </Paper>
  )
}

function StateLine({ state }: { readonly state: TaskState }) {
  return (
    <dl className={styles.state}>
      <div>
        <dt>状态</dt>
        <dd>
          <SignalTag signal={state.signal} isComplete={state.isComplete} isLate={state.isLate} />{' '}
          {state.isComplete ? null : signalReasonVocabulary.label(state.reason)}
        </dd>
      </div>
      <div>
        <dt>进度</dt>
        <dd>
          <PercentBar percent={state.percent} label="任务进度" />
        </dd>
      </div>
      <div>
        <dt>期限</dt>
        <dd>
          <TaskDue state={state} />
        </dd>
      </div>
      <div>
        <dt>更新</dt>
        <dd>
          <AgeText updatedOn={state.factOn} />
        </dd>
      </div>
    </dl>
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

function SourceSheet({ task }: { readonly task: Task }) {
  return (
    <Paper title="任务要求">
      <ClampedText lines={6}>
        <p className={styles.requirement}>{task.requirement}</p>
      </ClampedText>
      {task.source === null ? (
        <p className={styles.quiet}>此任务没有对应的原文。</p>
      ) : (
        <SourceClause place={task.source} planId={task.plan.id} />
      )}
    </Paper>
  )
}

interface ObligationSheetProps {
  readonly task: Task
  readonly asOf: LocalDate | null
  readonly renderAction: TaskViewProps['renderObligationAction']
}

function ObligationSheet({ task, asOf, renderAction }: ObligationSheetProps) {
  const query = useQuery(taskObligationsOptions(task.id, asOf))
  return (
    <Paper title="责任单位和节点">
      <UnitsByRole assignments={task.assignments} />
      <QueryState
        query={query}
        isEmpty={(rows) => rows.length === 0}
        empty={<p className={styles.quiet}>没有单位承担此任务。</p>}
      >
        {(obligations) => (
          <ObligationTable milestones={task.milestones} obligations={obligations} renderAction={renderAction} />
        )}
      </QueryState>
    </Paper>
  )
}
