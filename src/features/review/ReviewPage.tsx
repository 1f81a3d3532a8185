import { reviewSubjectOptions } from '@/data/review/queries'
import { paths, withSearch } from '@/domain/addresses/paths'
import type { SubmissionId } from '@/domain/ids'
import type { ReviewSubject } from '@/domain/review/queue'
import { taskName } from '@/domain/tasks/task-name'
import { PageHeader } from '@/ui/PageHeader'
import { QueryState } from '@/ui/QueryState'
import { useSearchState } from '@/ui/use-search-state'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { queueFilterDefaults, toSearch } from './queue-filter'
import { ReviewDesk } from './ReviewDesk'

/** One report under review, beside what it answers. */
export function ReviewPage({ submissionId }: { readonly submissionId: SubmissionId }) {
  const [filter] = useSearchState(queueFilterDefaults)
  const query = useQuery(reviewSubjectOptions(submissionId))
  return (
    <QueryState isPage query={query}>
      {(subject) => (
        <>
          <PageHeader
            title={titleOf(subject)}
            description={subject.planTitle}
            back={<Link to={withSearch(paths.queue.to(), toSearch(filter))}>待办</Link>}
          />
          <ReviewDesk subject={subject} filter={filter} />
        </>
      )}
    </QueryState>
  )
}

function titleOf({ unitName, taskNumber, taskTitle }: ReviewSubject): string {
  return `${unitName}：${taskName({ number: taskNumber, title: taskTitle })}`
}
