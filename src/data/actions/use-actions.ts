import type { SubjectIds, WorkEvent, WorkSubject } from '@/domain/moves/work-event'
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { actionsOptions } from './queries'

type Events = ReadonlySet<WorkEvent>

/** What may be done, and how sure the page is of it. */
export interface Actions {
  /** Empty until the answer is here, so that nothing is offered that may be refused. */
  readonly events: Events
  /** Whether the answer is still to come, or failed to: a failure must not look like "nothing may be done". */
  readonly query: UseQueryResult<Events>
}

interface UseActionsOptions {
  /** False where the reader sees already that there is nothing to ask: a long list asks for few of its rows. */
  readonly isAsked?: boolean
}

const NOTHING: Events = new Set()

/** What whoever is signed in may do to a subject: a screen offers that and no more. Every write to the work asks again. */
export function useActions<Subject extends WorkSubject>(
  subject: Subject,
  id: SubjectIds[Subject],
  { isAsked = true }: UseActionsOptions = {},
): Actions {
  const query = useQuery({ ...actionsOptions(subject, id), enabled: isAsked, select: toSet })
  return { events: query.data ?? NOTHING, query }
}

function toSet(events: readonly WorkEvent[]): Events {
  return new Set(events)
}
