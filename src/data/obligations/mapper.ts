import { parseObligationId } from '@/domain/ids'
import { parseLocalDate, type LocalDate } from '@/domain/local-date/local-date'
import { planStateVocabulary } from '@/domain/plans/plan-state-vocabulary'
import type { Obligation } from '@/domain/reporting/obligation'
import { reportStateVocabulary } from '@/domain/reporting/report-state-vocabulary'
import { assignmentRoleVocabulary } from '@/domain/responsibility/assignment-role-vocabulary'
import { signalReasonVocabulary, type SignalReason } from '@/domain/signal/signal-reason-vocabulary'
import { signalVocabulary } from '@/domain/signal/signal-vocabulary'
import type { FunctionAnswer } from '../call-function'
import { orNull } from '../rpc-args'
import { toDueDates } from './due-dates'

/** One shape, whether of a task, of a unit or one alone: what one of them adds, the compiler asks of the others. */
export type ObligationRow = FunctionAnswer<'task_obligations' | 'my_obligations' | 'obligation_state'>[number]

function toDay(value: string | null | undefined): LocalDate | null {
  const day = orNull(value)
  return day === null ? null : parseLocalDate(day)
}

/** However the driver writes a number; null where nothing applies. */
function toPercent(value: number | string | null): number | null {
  return value === null ? null : Number(value)
}

/** At least one, which decides. */
function toReasons(row: ObligationRow): [SignalReason, ...SignalReason[]] {
  const [first, ...further] = row.reasons.map((reason) => signalReasonVocabulary.parse(reason))
  return [signalReasonVocabulary.parse(first), ...further]
}

/** What a unit owes, from any of the functions that answer it. */
export function toObligation(row: ObligationRow): Obligation {
  const reportState = orNull(row.report_state)
  return {
    id: parseObligationId(row.obligation_id),
    assignmentId: row.assignment_id,
    milestoneId: row.milestone_id,
    taskId: row.task_id,
    planId: row.plan_id,
    planTitle: row.plan_title,
    planState: planStateVocabulary.parse(row.plan_state),
    closedOn: toDay(row.plan_closed_on),
    number: orNull(row.number),
    title: row.title,
    isOngoing: row.is_ongoing,
    unitId: row.unit_id,
    unitName: row.unit_name,
    role: assignmentRoleVocabulary.parse(row.role),
    isAccountable: row.is_accountable,
    requirement: row.requirement,
    ...toDueDates(row),
    percent: toPercent(row.percent),
    waitingPercent: toPercent(row.waiting_percent),
    scheduledPercent: Number(row.scheduled_percent),
    isComplete: row.is_complete,
    isLate: row.is_late,
    isNotApplicable: row.is_not_applicable,
    isClosed: row.is_closed,
    completedOn: toDay(row.completed_on),
    awaitingSince: toDay(row.awaiting_since),
    mendUntil: toDay(row.mend_until),
    factOn: toDay(row.fact_on),
    signal: signalVocabulary.parse(row.signal),
    reason: toReasons(row)[0],
    reasons: toReasons(row),
    reportState: reportState === null ? null : reportStateVocabulary.parse(reportState),
    returnReason: orNull(row.return_reason),
  }
}
