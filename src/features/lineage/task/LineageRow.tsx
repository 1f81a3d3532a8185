import { useRemoveAncestor } from '@/data/lineage/mutations'
import { taskStateOptions } from '@/data/tasks/queries'
import { paths, withSearch } from '@/domain/addresses/paths'
import {
  milestoneInWords,
  type LineageEntry,
  type LineageLink,
  type LineageTaskNode,
} from '@/domain/lineage/task-lineage'
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
      <Signal node={node} asOf={asOf} />
      {canEdit && link !== null ? <RemoveLink link={link} name={taskName(node)} /> : null}
    </li>
  )
}

/** The signal on the day that is looked at; a withdrawn task has none. */
function Signal({ node, asOf }: { readonly node: LineageTaskNode; readonly asOf: LocalDate | null }) {
  const { taskId, isWithdrawn } = node
  const { data } = useQuery({ ...taskStateOptions(taskId, asOf), enabled: !isWithdrawn })
  if (isWithdrawn) return <ToneTag tone="neutral">已撤销</ToneTag>
  return data === undefined || data === null ? null : <SignalTag state={data} />
}

function RemoveLink({ link, name }: { readonly link: LineageLink; readonly name: string }) {
  const { taskId, ancestorId } = link
  const remove = useRemoveAncestor()
  return (
    <Popconfirm
      title="解除这项关联？"
      description="只解除关联，任务本身不变。"
      okText="解除关联"
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
