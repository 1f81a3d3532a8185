import { defineVocabulary } from '@/lib/vocabulary'

/** What the audit trail speaks of on a task's page. */
export const historySubjectVocabulary = defineVocabulary([
  { value: 'tasks', label: '任务' },
  { value: 'milestones', label: '节点' },
  { value: 'assignments', label: '责任分工' },
  { value: 'report_submissions', label: '进展反馈' },
  { value: 'completion_reopenings', label: '办结' },
  { value: 'earlier_dues', label: '下达前到期' },
])

export type HistorySubject = (typeof historySubjectVocabulary.values)[number]

/** One entry of the audit trail. */
export interface HistoryEvent {
  readonly id: number
  readonly occurredAt: string
  /** Who did it; null when the system did. */
  readonly actorName: string | null
  /** The unit or office the actor belongs to, in words. */
  readonly actorPlace: string | null
  readonly subject: HistorySubject
  readonly action: 'created' | 'changed' | 'deleted'
  /** The state after it, for what has states: a submission's decision. */
  readonly toState: string | null
  /** Column → [from, to]. */
  readonly changes: Readonly<Record<string, readonly [unknown, unknown]>>
  readonly reason: string | null
  /** The unit that the change concerns. */
  readonly unitName: string | null
}
