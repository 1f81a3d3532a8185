import { parseLocalDate } from '@/domain/local-date/local-date'
import type { SubmissionRow } from '../reports/mapper'
import { SUBMISSION_COLUMNS, toSubmission } from '../reports/mapper'
import type { TaskSubmission } from './task'

/** A submission with the unit and the milestone it speaks of. */
export const TASK_SUBMISSION_COLUMNS = `${SUBMISSION_COLUMNS}, obligations(units(name), milestones(due_on))` as const

interface TaskSubmissionRow extends SubmissionRow {
  readonly obligations: {
    readonly units: { readonly name: string }
    readonly milestones: { readonly due_on: string }
  }
}

export function toTaskSubmission(row: TaskSubmissionRow): TaskSubmission {
  const { units, milestones } = row.obligations
  return { ...toSubmission(row), unitName: units.name, milestoneDueOn: parseLocalDate(milestones.due_on) }
}
