import { queueAroundOptions } from '@/data/review/queries'
import { paths, withSearch } from '@/domain/addresses/paths'
import type { Submission } from '@/domain/reporting/submission'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { toQueueFilter, toSearch, type QueueSearch } from './queue-filter'

/** How many await review besides this one, and the way to the next of them; without any, back to the queue. */
export function useNextInQueue(submission: Submission, filter: QueueSearch) {
  const navigate = useNavigate()
  const { data } = useQuery(queueAroundOptions(submission.id, submission.submittedAt, toQueueFilter(filter)))
  const nextId = data?.nextId ?? null
  const goOn = () => {
    const address = nextId === null ? paths.queue.to() : paths.review.to(nextId)
    void navigate(withSearch(address, toSearch(filter)))
  }
  return { remaining: data?.remaining ?? 0, nextId, goOn }
}
