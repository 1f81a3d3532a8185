import { historySubjectVocabulary, type HistoryEvent } from '@/domain/history/history-event'
import type { TaskId, UnitId, UserId } from '@/domain/ids'
import { endOfBusinessDay, type LocalDate } from '@/domain/local-date/local-date'
import { infiniteQueryOptions } from '@tanstack/react-query'
import { getClient } from '../client'
import { unwrap } from '../request'
import { historyKeys } from './keys'
import { EVENT_COLUMNS, toHistoryEvent } from './mapper'

const EVENTS_PER_PAGE = 20

/** What had happened to a task by a day, newest first, a page at a time; only entries the reader may read. */
export function taskHistoryOptions(taskId: TaskId, asOf: LocalDate | null) {
  return infiniteQueryOptions({
    queryKey: historyKeys.task(taskId, asOf),
    queryFn: ({ pageParam, signal }) => fetchHistory({ taskId, asOf }, pageParam, signal),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => (last.length < EVENTS_PER_PAGE ? null : pages.length * EVENTS_PER_PAGE),
  })
}

interface Scope {
  readonly taskId: TaskId
  readonly asOf: LocalDate | null
}

async function fetchHistory({ taskId, asOf }: Scope, from: number, signal: AbortSignal): Promise<HistoryEvent[]> {
  const events = getClient().from('audit_events').select(EVENT_COLUMNS).eq('task_id', taskId)
  const rows = await unwrap(
    (asOf === null ? events : events.lt('occurred_at', endOfBusinessDay(asOf)))
      .in('subject', historySubjectVocabulary.values)
      .order('occurred_at', { ascending: false })
      .order('id', { ascending: false })
      .range(from, from + EVENTS_PER_PAGE - 1)
      .abortSignal(signal),
  )
  const actors = idsOf(rows.map((row) => row.actor_id))
  const places = idsOf(rows.flatMap((row) => [row.actor_unit_id, row.unit_id]))
  const [people, units] = await Promise.all([fetchPeople(actors, signal), fetchUnits(places, signal)])
  return rows.map((row) => toHistoryEvent(row, { people, units }))
}

function idsOf<Id extends string>(ids: readonly (Id | null)[]): Id[] {
  return [...new Set(ids.filter((id) => id !== null))]
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
