import type { HistoryEvent, HistorySubject } from './history-event'

/** Entries told as one: all that the issuing of the plan wrote, or a single change. */
export interface HistoryGroup {
  readonly key: number
  readonly isIssue: boolean
  readonly events: readonly HistoryEvent[]
}

const issueSubjects: ReadonlySet<HistorySubject> = new Set(['tasks', 'milestones', 'assignments'])

/** Entries in the order they came, with everything the issuing of the plan wrote folded into one group at the end. */
export function groupHistory(events: readonly HistoryEvent[]): HistoryGroup[] {
  const issued = events.filter(isOfIssue)
  const single = events
    .filter((event) => !isOfIssue(event))
    .map((event) => ({ key: event.id, isIssue: false, events: [event] }))
  const [first] = issued
  return first === undefined ? single : [...single, { key: first.id, isIssue: true, events: issued }]
}

/** Every amendment has a reason; what was made without one was made by issuing the plan. */
function isOfIssue(event: HistoryEvent): boolean {
  return event.action === 'created' && issueSubjects.has(event.subject) && event.reason === null
}
