import { useRemoveAncestor } from '@/data/lineage/mutations'
import { taskStateOptions } from '@/data/tasks/queries'
import { paths, withSearch } from '@/domain/addresses/paths'
import type { TaskId } from '@/domain/ids'
import { milestoneInWords, type LineageEntry } from '@/domain/lineage/task-lineage'
import type { LocalDate } from '@/domain/local-date/local-date'
import { yearsInWords } from '@/domain/plans/years-in-words'
import { taskName } from '@/domain/tasks/task-name'
import { ToneTag } from '@/ui/StatusTag'
import { SignalTag } from '@/ui/work/SignalTag'
import { useQuery } from '@tanstack/react-query'
import { Button, Popconfirm } from 'antd'
import { Link } from 'react-router'
import styles from './TaskLineage.module.css'

interface LineageRowProps {
  readonly entry: LineageEntry
  /** Earlier than the task, or later. */
  readonly side: 'above' | 'below'
  readonly asOf: LocalDate | null
  readonly canEdit: boolean
}

/** One task of a lineage with its plan, its years, its signal, and the milestone that ties it. */
export function LineageRow({ entry, side, asOf, canEdit }: LineageRowProps) {
  const { node, milestones, link } = entry
  return (
    <li className={styles.row}>
      <span className={`${styles.years} faint`}>{yearsInWords(node.startYear, node.endYear)}</span>
      <div className={styles.name}>
        <Link to={withSearch(paths.task.to(node.taskId), { asOf })}>{taskName(node)}</Link>
        <div className={`${styles.plan} faint`}>
          <Link to={withSearch(paths.plan.to(node.planId), { asOf })}>{node.planTitle}</Link>
        </div>
        {milestones.map((milestone) => (
          <p key={milestone.dueOn} className="soft">
            {side === 'below' ? '落实 ' : ''}
            {milestoneInWords(milestone)}
          </p>
        ))}
      </div>
      <Signal taskId={node.taskId} asOf={asOf} isWithdrawn={node.isWithdrawn} />
      {canEdit && link !== null ? (
        <RemoveLink taskId={link.taskId} ancestorId={link.ancestorId} name={taskName(node)} />
      ) : null}
    </li>
  )
}

/** The signal on the day that is looked at; a withdrawn task has none. */
function Signal({
  taskId,
  asOf,
  isWithdrawn,
}: {
  readonly taskId: TaskId
  readonly asOf: LocalDate | null
  readonly isWithdrawn: boolean
}) {
  const { data } = useQuery({ ...taskStateOptions(taskId, asOf), enabled: !isWithdrawn })
  if (isWithdrawn) return <ToneTag tone="neutral">已撤销</ToneTag>
  return data === undefined || data === null ? null : (
    <SignalTag signal={data.signal} isComplete={data.isComplete} isLate={data.isLate} />
  )
}

function RemoveLink({
  taskId,
  ancestorId,
  name,
}: {
  readonly taskId: TaskId
  readonly ancestorId: TaskId
  readonly name: string
}) {
  const remove = useRemoveAncestor()
  return (
    <Popconfirm
      title="解除这项关联？"
      description="只解除关联，任务本身不变。"
      okText="解除关联"
      cancelText="取消"
      onConfirm={() => remove.mutateAsync({ taskId, ancestorId }).catch(() => undefined)}
    >
      <Button
        size="small"
        type="text"
        loading={remove.isPending}
        aria-label={`解除与「${name}」的关联`}
        data-print="hide"
      >
        解除关联
      </Button>
    </Popconfirm>
  )
}
