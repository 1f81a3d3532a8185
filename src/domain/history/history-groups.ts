import type { HistoryEvent } from './history-event'

/** Entries told as one: what happened when the plan was issued, or a single change. */
export interface HistoryGroup {
  readonly key: number
  readonly isIssue: boolean
  /** Newest first. */
  readonly events: readonly HistoryEvent[]
}

/** Issuing writes a task, its units and milestones within one transaction, a moment apart. */
const ISSUE_TAKES_AT_MOST_MS = 60_000
const issueSubjects = new Set(['tasks', 'milestones', 'assignments'])

/** Newest first, with everything the issuing of the plan wrote folded into one group at the end. */
export function groupHistory(events: readonly HistoryEvent[]): HistoryGroup[] {
  const issue = events.find((event) => event.subject === 'tasks' && event.action === 'created')
  const isOfIssue = (event: HistoryEvent) =>
    issue !== undefined &&
    event.action === 'created' &&
    issueSubjects.has(event.subject) &&
    event.reason === issue.reason &&
    Date.parse(event.occurredAt) - Date.parse(issue.occurredAt) <= ISSUE_TAKES_AT_MOST_MS
  const single = events.filter((event) => !isOfIssue(event)).map((event) => ({ key: event.id, isIssue: false, events: [event] }))
  if (issue === undefined) return single
  return [...single, { key: issue.id, isIssue: true, events: events.filter(isOfIssue) }]
}
