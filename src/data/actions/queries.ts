import { isWorkEvent, type SubjectIds, type WorkEvent, type WorkSubject } from '@/domain/moves/work-event'
import { queryOptions } from '@tanstack/react-query'
import { getClient } from '../client'
import { unwrap } from '../request'
import { actionKeys } from './keys'

/** What whoever is signed in may do to a subject as it stands now. */
export function actionsOptions<Subject extends WorkSubject>(subject: Subject, id: SubjectIds[Subject]) {
  return queryOptions({
    queryKey: actionKeys.of(subject, id),
    queryFn: async ({ signal }): Promise<WorkEvent[]> => {
      const args: { p_subject: string; p_id: string } = { p_subject: subject, p_id: id }
      const rows = await unwrap(getClient().rpc('my_actions', args).abortSignal(signal))
      return rows.map(({ event }) => event).filter(isWorkEvent)
    },
  })
}
