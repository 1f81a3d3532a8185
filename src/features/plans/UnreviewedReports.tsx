import { queueOptions } from '@/data/review/queries'
import { paths, withSearch } from '@/domain/addresses/paths'
import type { PlanId } from '@/domain/ids'
import { isCompleting, type QueueItem } from '@/domain/review/queue'
import { taskName } from '@/domain/tasks/task-name'
import { Notice } from '@/ui/Notice'
import { QueryState } from '@/ui/QueryState'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'

/** As many as say what kind of reports they are; the queue lists them all. */
const MOST_SHOWN = 5

/** What of a plan still awaits review when it is about to be closed; nothing where nothing does. */
export function UnreviewedReports({ planId }: { readonly planId: PlanId }) {
  const query = useQuery(queueOptions({ planId, unitId: '', isCompletingOnly: false, page: 1, pageSize: MOST_SHOWN }))
  return (
    <QueryState query={query} isEmpty={({ total }) => total === 0} empty={null} errorTitle="没有读取到待审核的反馈">
      {({ items, total }) => (
        <Notice
          tone="warning"
          title={`还有 ${total} 份反馈没有审核`}
          actions={<Link to={withSearch(paths.queue.to(), { plan: planId })}>去审核</Link>}
        >
          <ul aria-label="没有审核的反馈">
            {items.map((item) => (
              <li key={item.id}>
                <Link to={withSearch(paths.review.to(item.id), { plan: planId })}>{inWords(item)}</Link>
              </li>
            ))}
          </ul>
          {total > items.length ? <p>另有 {total - items.length} 份。</p> : null}
          <p>归档后仍可审核，通过的照样计入。</p>
        </Notice>
      )}
    </QueryState>
  )
}

function inWords(item: QueueItem): string {
  const task = taskName({ number: item.taskNumber, title: item.taskTitle })
  return `${item.unitName} · ${task}${isCompleting(item) ? '（申请办结）' : ''}`
}
