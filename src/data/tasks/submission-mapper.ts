import type { TaskSubmission } from '@/domain/tasks/task'
import { DUE_COLUMNS, toDueDates, type DueDatesRow } from '../obligations/due-dates'
import { SUBMISSION_COLUMNS, toSubmission, type SubmissionRow } from '../reports/mapper'

/** A submission with the unit it is of, and until when that owes it. */
export const TASK_SUBMISSION_COLUMNS = `${SUBMISSION_COLUMNS}, obligations(${DUE_COLUMNS}, units(name))` as const

interface TaskSubmissionRow extends SubmissionRow {
  readonly obligations: DueDatesRow & { readonly units: { readonly name: string } }
}

export function toTaskSubmission(row: TaskSubmissionRow): TaskSubmission {
  return { ...toSubmission(row), ...toDueDates(row.obligations), unitName: row.obligations.units.name }
}
