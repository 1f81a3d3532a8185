import { useActions } from '@/data/actions/use-actions'
import { taskDetailOptions } from '@/data/tasks/queries'
import type { Task } from '@/data/tasks/task'
import { paths, withSearch } from '@/domain/addresses/paths'
import type { LocalDate } from '@/domain/local-date/local-date'
import { dateInProse } from '@/domain/local-date/local-date-words'
import type { Obligation } from '@/domain/reporting/obligation'
import { PageHeader } from '@/ui/PageHeader'
import { PrintButton } from '@/ui/PrintButton'
import { QueryState } from '@/ui/QueryState'
import { TodayContext } from '@/ui/use-today'
import { AsOfPicker } from '@/ui/work/AsOfPicker'
import { UnknownActions } from '@/ui/work/UnknownActions'
import { useAsOf } from '@/ui/work/use-as-of'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { AmendmentDrawer } from './AmendmentDrawer'
import { taskName, TaskView } from './TaskView'

interface TaskPageProps {
  /** What earlier and later plans have to do with the task; from another feature. */
  readonly renderLineage?: (task: Task, asOf: LocalDate | null) => React.ReactNode
  /** What may be done today about one unit's milestone; from another feature. */
  readonly renderObligationAction?: (task: Task, obligation: Obligation) => React.ReactNode
}

/** One task: where it comes from, who owes what by when, what was reported, and how it came to be so. */
export function TaskPage({ renderLineage, renderObligationAction }: TaskPageProps) {
  const { taskId = '' } = useParams()
  const [asOf, setAsOf] = useAsOf()
  const query = useQuery(taskDetailOptions(taskId))
  return (
    <QueryState query={query} errorTitle="没有读取到任务">
      {(task) => (
        <>
          <PageHeader
            back={<Link to={withSearch(paths.tasks.to(), { asOf })}>全部任务</Link>}
            title={taskName(task)}
            description={
              <>
                <Link to={withSearch(paths.plan.to(task.plan.id), { asOf })}>{task.plan.title}</Link>
                {task.section === null ? '' : ` · ${task.section.number ?? ''} ${task.section.title}`}
                {asOf === null ? '' : ` · ${dateInProse(asOf)}当天已知的情况`}
              </>
            }
            secondary={
              <>
                <AsOfPicker asOf={asOf} onChange={setAsOf} />
                <PrintButton />
              </>
            }
            action={<AmendButton task={task} />}
          />
          <TodayContext value={asOf}>
            <TaskView
              taskId={taskId}
              asOf={asOf}
              lineage={renderLineage?.(task, asOf)}
              renderObligationAction={
                asOf === null ? (obligation) => renderObligationAction?.(task, obligation) : undefined
              }
            />
          </TodayContext>
        </>
      )}
    </QueryState>
  )
}

/** 调整任务, for whoever may do anything to it as it stands. */
function AmendButton({ task }: { readonly task: Task }) {
  const { events, query } = useActions('task', task.id)
  const [isOpen, setIsOpen] = useState(false)
  if (events.size === 0) return <UnknownActions query={query} />
  return (
    <>
      <Button type="primary" onClick={() => setIsOpen(true)}>
        调整任务
      </Button>
      <AmendmentDrawer task={task} isOpen={isOpen} onClose={() => setIsOpen(false)} />
    </>
  )
}
