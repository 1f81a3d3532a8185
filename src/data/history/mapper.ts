import { historySubjectVocabulary, type HistoryEvent } from '@/domain/history/history-event'
import type { UnitId, UserId } from '@/domain/ids'
import { roleVocabulary } from '@/domain/permissions/role-vocabulary'
import type { Json, RowWith } from '../database'

export const EVENT_COLUMNS =
  'id, occurred_at, actor_id, actor_role, actor_unit_id, subject, action, to_state, changes, reason, unit_id'

type EventRow = RowWith<'audit_events', typeof EVENT_COLUMNS>

/** Names that entries refer to by id. */
interface HistoryNames {
  readonly people: ReadonlyMap<UserId, string>
  readonly units: ReadonlyMap<UnitId, string>
}

export function toHistoryEvent(row: EventRow, names: HistoryNames): HistoryEvent {
  return {
    id: row.id,
    occurredAt: row.occurred_at,
    actorName: nameOf(names.people, row.actor_id),
    actorPlace: nameOf(names.units, row.actor_unit_id) ?? roleLabel(row.actor_role),
    subject: historySubjectVocabulary.parse(row.subject),
    action: toAction(row.action),
    toState: row.to_state,
    changes: toChanges(row.changes),
    reason: row.reason,
    unitName: nameOf(names.units, row.unit_id),
  }
}

function nameOf<Id>(names: ReadonlyMap<Id, string>, id: Id | null): string | null {
  return id === null ? null : (names.get(id) ?? null)
}

function roleLabel(role: EventRow['actor_role']): string | null {
  return role === null ? null : roleVocabulary.label(roleVocabulary.parse(role))
}

function toAction(action: string): HistoryEvent['action'] {
  return action === 'created' || action === 'deleted' ? action : 'changed'
}

function toChanges(changes: Json): HistoryEvent['changes'] {
  if (changes === null || typeof changes !== 'object' || Array.isArray(changes)) return {}
  const pairs = Object.entries(changes).map(([column, value]) => {
    const [from, to] = Array.isArray(value) ? value : []
    return [column, [from ?? null, to ?? null] as const] as const
  })
  return Object.fromEntries(pairs)
}
