import { useActions } from '@/data/actions/use-actions'
import { taskDetailOptions, taskStateOptions } from '@/data/tasks/queries'
import { paths, withSearch } from '@/domain/addresses/paths'
import { dateInProse } from '@/domain/local-date/local-date-words'
import { sectionName } from '@/domain/plans/section-name'
import type { Task } from '@/domain/tasks/task'
import { taskName } from '@/domain/tasks/task-name'
import { PageHeader } from '@/ui/PageHeader'
import { PrintButton } from '@/ui/PrintButton'
import { QueryState } from '@/ui/QueryState'
import { openedPart } from '@/ui/lazy-part'
import { TodayContext } from '@/ui/use-today'
import { AsOfPicker } from '@/ui/work/AsOfPicker'
import { UnknownActions } from '@/ui/work/UnknownActions'
import { useAsOf } from '@/ui/work/use-as-of'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { ObligationActionsContext, type ObligationAction, type TaskSheet } from './task-sheet'
import { TaskView } from './TaskView'

const AmendmentDrawer = openedPart(() => import('./AmendmentDrawer').then((module) => module.AmendmentDrawer))

interface TaskPageProps {
  /** What stands under the task's state, in order; this feature's own sheets are in `own-sheets`. */
  readonly sheets: readonly TaskSheet[]
  /** What may be done today about one unit's milestone; each decides for itself whether it applies. */
  readonly obligationActions: readonly ObligationAction[]
}

const NOTHING: readonly ObligationAction[] = []

/** One task: where it comes from, who owes what by when, what was reported, and how it came to be so. */
export function TaskPage({ sheets, obligationActions }: TaskPageProps) {
  const taskId = paths.task.idIn(useParams())
  const [asOf, setAsOf] = useAsOf()
  const query = useQuery(taskDetailOptions(taskId))
  const state = useQuery(taskStateOptions(taskId, asOf))
  return (
    <QueryState isPage query={query} errorTitle="没有读取到任务">
      {(task) => (
        <>
          <PageHeader
            back={<Link to={withSearch(paths.tasks.to(), { asOf })}>全部任务</Link>}
            // As it was worded on the day that is looked at.
            title={taskName({ number: task.number, title: state.data?.title ?? task.title })}
            description={
              <>
                <Link to={withSearch(paths.plan.to(task.plan.id), { asOf })}>{task.plan.title}</Link>
                {task.section === null ? '' : ` · ${sectionName(task.section)}`}
                {asOf === null ? '' : ` · ${dateInProse(asOf)}当天已知的情况`}
              </>
            }
            secondary={
              <>
                <AsOfPicker asOf={asOf} onChange={setAsOf} />
                <PrintButton />
              </>
            }
            // A past day is looked at, not changed.
            action={asOf === null ? <AmendButton task={task} /> : undefined}
          />
          <TodayContext value={asOf}>
            <ObligationActionsContext value={asOf === null ? obligationActions : NOTHING}>
              <TaskView taskId={taskId} asOf={asOf} sheets={sheets} />
            </ObligationActionsContext>
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
