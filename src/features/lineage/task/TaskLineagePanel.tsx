import { useCurrentAccount } from '@/data/accounts/use-current-account'
import { taskLineageOptions } from '@/data/lineage/queries'
import { arrangeLineage, type LineageLine } from '@/domain/lineage/task-lineage'
import type { LocalDate } from '@/domain/local-date/local-date'
import type { Task } from '@/domain/tasks/task'
import { taskName } from '@/domain/tasks/task-name'
import { EmptyState } from '@/ui/EmptyState'
import { Paper } from '@/ui/Paper'
import { QueryState } from '@/ui/QueryState'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { AddAncestor } from './AddAncestor'
import { LineageRow } from './LineageRow'
import styles from './TaskLineage.module.css'

interface TaskLineagePanelProps {
  readonly task: Task
  readonly asOf: LocalDate | null
  readonly title: string
}

/** 任务沿革: the plans above a task, up to the one over several years, and those that went on from it. */
export function TaskLineagePanel({ task, asOf, title }: TaskLineagePanelProps) {
  const { role } = useCurrentAccount()
  const query = useQuery(taskLineageOptions(task.id))
  const line = useMemo(
    () => (query.data === undefined ? undefined : arrangeLineage(task.id, query.data)),
    [query.data, task.id],
  )
  // A past day is looked at, not changed.
  const canEdit = role === 'lead_office' && asOf === null
  // Whoever cannot add anything has no use for an empty sheet, nor for one that may turn out empty.
  if (!canEdit && query.error === null && (line === undefined || isEmpty(line))) return null
  const direct = line?.ancestors.filter((entry) => entry.link !== null).map((entry) => entry.node.taskId) ?? []
  return (
    <Paper title={title} aside={canEdit ? <AddAncestor task={task} taken={direct} /> : undefined}>
      <QueryState
        query={{ ...query, data: line }}
        errorTitle="没有读取到任务沿革"
        isEmpty={isEmpty}
        empty={<EmptyState title="还没有关联其他计划的任务" hint="承接上一年或五年计划的任务，可以在这里关联" />}
      >
        {(shown) => <Line line={shown} task={task} asOf={asOf} canEdit={canEdit} />}
      </QueryState>
    </Paper>
  )
}

function isEmpty({ ancestors, descendants }: LineageLine): boolean {
  return ancestors.length + descendants.length === 0
}

interface LineProps extends Omit<TaskLineagePanelProps, 'title'> {
  readonly line: LineageLine
  readonly canEdit: boolean
}

function Line({ line, task, asOf, canEdit }: LineProps) {
  return (
    <ol aria-label="任务沿革">
      {line.ancestors.map((entry) => (
        <LineageRow key={entry.node.taskId} entry={entry} side="above" asOf={asOf} canEdit={canEdit} />
      ))}
      <li className={styles.here} aria-current="true">
        <span className={`${styles.years} faint`}>本任务</span>
        <span className={styles.name}>{taskName(task)}</span>
      </li>
      {line.descendants.map((entry) => (
        <LineageRow key={entry.node.taskId} entry={entry} side="below" asOf={asOf} canEdit={canEdit} />
      ))}
    </ol>
  )
}
