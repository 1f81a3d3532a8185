import type { WorkEvent, WorkSubject } from '@/domain/moves/work-event'
import { isWorkEvent } from '@/domain/moves/work-event'
import { queryOptions } from '@tanstack/react-query'
import { getClient } from '../client'
import { unwrap } from '../request'
import { actionKeys } from './keys'

/** What whoever is signed in may do to a subject as it stands now. */
export function actionsOptions(subject: WorkSubject, id: string) {
  return queryOptions({
    queryKey: actionKeys.of(subject, id),
    queryFn: async ({ signal }): Promise<WorkEvent[]> => {
      const rows = await unwrap(getClient().rpc('my_actions', { p_subject: subject, p_id: id }).abortSignal(signal))
      return rows.map(({ event }) => event).filter(isWorkEvent)
    },
  })
}
