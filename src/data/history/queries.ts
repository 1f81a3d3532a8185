import type { HistoryEvent } from '@/domain/history/history-event'
import { historySubjectVocabulary } from '@/domain/history/history-event'
import type { TaskId, UnitId, UserId } from '@/domain/ids'
import { infiniteQueryOptions } from '@tanstack/react-query'
import { getClient } from '../client'
import { unwrap } from '../request'
import { historyKeys } from './keys'
import type { EventRow } from './mapper'
import { toHistoryEvent } from './mapper'

const EVENTS_PER_PAGE = 20

/** What happened to a task, newest first, a page at a time; only entries the reader may read. */
export function taskHistoryOptions(taskId: TaskId) {
  return infiniteQueryOptions({
    queryKey: historyKeys.task(taskId),
    queryFn: ({ pageParam, signal }) => fetchHistory(taskId, pageParam, signal),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => (last.length < EVENTS_PER_PAGE ? null : pages.length * EVENTS_PER_PAGE),
  })
}

async function fetchHistory(taskId: TaskId, from: number, signal: AbortSignal): Promise<HistoryEvent[]> {
  const rows = await unwrap(
    getClient()
      .from('audit_events')
      .select(
        'id, occurred_at, actor_id, actor_role, actor_unit_id, subject, action, to_state, changes, reason, unit_id',
      )
      .eq('task_id', taskId)
      .in('subject', historySubjectVocabulary.values)
      .order('occurred_at', { ascending: false })
      .order('id', { ascending: false })
      .range(from, from + EVENTS_PER_PAGE - 1)
      .abortSignal(signal),
  )
  const [people, units] = await Promise.all([
    fetchPeople(
      idsOf(rows, (row) => [row.actor_id]),
      signal,
    ),
    fetchUnits(
      idsOf(rows, (row) => [row.actor_unit_id, row.unit_id]),
      signal,
    ),
  ])
  return rows.map((row) => toHistoryEvent(row, { people, units }))
}

function idsOf<Id extends string>(rows: readonly EventRow[], pick: (row: EventRow) => (Id | null)[]): Id[] {
  return [...new Set(rows.flatMap(pick).filter((id) => id !== null))]
}

async function fetchPeople(ids: UserId[], signal: AbortSignal): Promise<Map<UserId, string>> {
  if (ids.length === 0) return new Map()
  const rows = await unwrap(
    getClient().from('accounts').select('user_id, display_name').in('user_id', ids).abortSignal(signal),
  )
  return new Map(rows.map((row) => [row.user_id, row.display_name]))
}

async function fetchUnits(ids: UnitId[], signal: AbortSignal): Promise<Map<UnitId, string>> {
  if (ids.length === 0) return new Map()
  const rows = await unwrap(getClient().from('units').select('id, name').in('id', ids).abortSignal(signal))
  return new Map(rows.map((row) => [row.id, row.name]))
}
