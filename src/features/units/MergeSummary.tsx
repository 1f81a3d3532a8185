import type { MergePreview, SharedTask } from '@/data/units/merging'
import type { Unit } from '@/data/units/queries'
import { paths } from '@/domain/addresses/paths'
import { assignmentRoleVocabulary } from '@/domain/responsibility/assignment-role-vocabulary'
import { taskName } from '@/domain/tasks/task-name'
import { Fact, FactList } from '@/ui/FactList'
import { Notice } from '@/ui/Notice'
import { Link } from 'react-router'
import styles from './UnitQuestion.module.css'

interface MergeSummaryProps {
  readonly preview: MergePreview
  readonly unit: Unit
  readonly kept: Unit
}

/** What goes over, in figures, and what becomes of the tasks that both have. */
export function MergeSummary({ preview, unit, kept }: MergeSummaryProps) {
  const { shared } = preview
  const blocked = shared.filter(({ hasReportsOfBoth }) => hasReportsOfBoth)
  const joined = shared.filter(({ isOpen, hasReportsOfBoth }) => isOpen && !hasReportsOfBoth)
  const settled = shared.filter(({ isOpen }) => !isOpen)
  return (
    <div className={styles.parts}>
      <FactList label={`归入${kept.name}`}>
        <Fact label="任务">{`${preview.tasks} 项，反馈 ${preview.reports} 份，佐证 ${preview.evidence} 件`}</Fact>
        <Fact label="账号">{`${preview.accounts} 个${preview.invitations === 0 ? '' : `，未用的邀请 ${preview.invitations} 个`}`}</Fact>
        <Fact label="别名">{`${preview.names} 个，「${unit.name}」成为${kept.name}的别名`}</Fact>
        <Fact label="单位组">{`${preview.groups} 个`}</Fact>
        <Fact label="联系人">{`${preview.contacts} 位`}</Fact>
      </FactList>
      {blocked.length === 0 ? null : (
        <Notice tone="bad" title="先处理这些任务，才能合并" role="alert">
          <p>两个单位在同一节点上都有反馈，不能判断以哪份为准。请在任务里撤回{unit.name}的分工，再来合并。</p>
          <SharedTasks tasks={blocked} />
        </Notice>
      )}
      {joined.length === 0 ? null : (
        <Notice title={`两个单位都有的任务 ${joined.length} 项，保留较重的分工，反馈合在一起`}>
          <SharedTasks tasks={joined} hasRole />
        </Notice>
      )}
      {settled.length === 0 ? null : (
        <Notice tone="neutral" title={`已归档或已撤销、两个单位都有的任务 ${settled.length} 项，各自的记录原样保留`}>
          <SharedTasks tasks={settled} />
        </Notice>
      )}
      <p>{unit.name}随即停用，名称后注明已并入。合并后不能撤销。</p>
    </div>
  )
}

interface SharedTasksProps {
  readonly tasks: readonly SharedTask[]
  readonly hasRole?: boolean
}

function SharedTasks({ tasks, hasRole = false }: SharedTasksProps) {
  return (
    <ul>
      {tasks.map((task) => (
        <li key={task.taskId}>
          <Link to={paths.task.to(task.taskId)}>{taskName(task)}</Link>
          {hasRole ? ` · ${assignmentRoleVocabulary.label(task.role)}` : ''}{' '}
          <span className="faint">{task.planTitle}</span>
        </li>
      ))}
    </ul>
  )
}
