import { parseLocalDate } from '@/domain/local-date/local-date'
import type { LocalDate } from '@/domain/local-date/local-date'
import { planStateVocabulary } from '@/domain/plans/plan-state-vocabulary'
import type { Obligation } from '@/domain/reporting/obligation'
import { reportStateVocabulary } from '@/domain/reporting/report-state-vocabulary'
import { assignmentRoleVocabulary } from '@/domain/responsibility/assignment-role-vocabulary'
import { signalReasonVocabulary } from '@/domain/signal/signal-reason-vocabulary'
import { signalVocabulary } from '@/domain/signal/signal-vocabulary'
import type { Database } from '../database.types'

type ObligationRow = Database['public']['Functions']['my_obligations']['Returns'][number]

/** Generated types call a function's columns not-null, which they are not. */
function orNull<Value>(value: Value | null | undefined): Value | null {
  return value ?? null
}

export function toDateOrNull(value: string | null | undefined): LocalDate | null {
  const date = orNull(value)
  return date === null ? null : parseLocalDate(date)
}

export function toObligation(row: ObligationRow): Obligation {
  const reportState = orNull(row.report_state)
  return {
    assignmentId: row.assignment_id,
    milestoneId: row.milestone_id,
    taskId: row.task_id,
    planId: row.plan_id,
    planTitle: row.plan_title,
    planState: planStateVocabulary.parse(row.plan_state),
    number: orNull(row.number),
    title: row.title,
    role: assignmentRoleVocabulary.parse(row.role),
    isAccountable: row.is_accountable,
    requirement: row.requirement,
    startOn: parseLocalDate(row.start_on),
    dueOn: parseLocalDate(row.due_on),
    percent: Number(row.percent),
    scheduledPercent: Number(row.scheduled_percent),
    isComplete: row.is_complete,
    isLate: row.is_late,
    isNotApplicable: row.is_not_applicable,
    awaitingSince: toDateOrNull(row.awaiting_since),
    factOn: toDateOrNull(row.fact_on),
    signal: signalVocabulary.parse(row.signal),
    reasons: row.reasons.map((reason) => signalReasonVocabulary.parse(reason)),
    reportState: reportState === null ? null : reportStateVocabulary.parse(reportState),
    returnReason: orNull(row.return_reason),
  }
}
