import { written, type Day } from './days'
import type { AssignmentRow, ObligationRow, Sums, TaskRow } from './rows'

// What the oracle says, in the columns of the database.

export type Expected = Record<string, unknown>

const date = (day: Day | null) => (day === null ? null : written(day))

/** What one has in the columns of private.obligations_at. */
export function obligationColumns(row: ObligationRow): Expected {
  return {
    role: row.role,
    is_accountable: row.isAccountable,
    weight: row.weight,
    start_on: date(row.startOn),
    due_on: date(row.dueOn),
    milestone_due_on: date(row.milestoneDueOn),
    percent: row.percent,
    waiting_percent: row.waitingPercent,
    scheduled_percent: row.scheduledPercent,
    is_complete: row.isComplete,
    is_late: row.isLate,
    is_not_applicable: row.isNotApplicable,
    is_closed: row.isClosed,
    has_started: row.hasStarted,
    completed_on: date(row.completedOn),
    awaiting_since: date(row.awaitingSince),
    is_returned: row.isReturned,
    mend_until: date(row.mendUntil),
    fact_on: date(row.factOn),
    signal: row.signal,
    reasons: row.reasons.join(' '),
  }
}

/** What a unit's share has in those of private.assignments_at. */
export function assignmentColumns(row: AssignmentRow): Expected {
  return {
    percent: row.percent,
    is_complete: row.isComplete,
    is_late: row.isLate,
    due_on: date(row.dueOn),
    fact_on: date(row.factOn),
    silent_since: date(row.silentSince),
    signal: row.signal,
    reason: row.reason,
  }
}

/** What a task has in those of private.tasks_at; of one that nobody is accountable for only that is to be said. */
export function taskColumns(row: TaskRow): Expected {
  if (row.reason === 'unassigned') return { signal: row.signal, reason: row.reason }
  return {
    percent: row.percent,
    waiting_percent: row.waitingPercent,
    is_complete: row.isComplete,
    is_late: row.isLate,
    is_awaiting: row.isAwaiting,
    due_on: date(row.dueOn),
    fact_on: date(row.factOn),
    silent_since: date(row.silentSince),
    signal: row.signal,
    reason: row.reason,
    open_responsible: row.openResponsible,
    overdue_responsible: row.overdueResponsible,
  }
}

/** What a sum has in those of plan_overview and unit_overview. */
export function sumColumns({
  planId: _planId,
  unitId: _unitId,
  ...row
}: Sums & { planId?: string; unitId?: string }): Expected {
  return row
}
