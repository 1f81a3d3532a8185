import { sectionName } from '@/domain/plans/section-name'
import type { Obligation } from '@/domain/reporting/obligation'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { getClient } from '../client'
import { readAllPages } from '../read-all-pages'
import { expectOneRow, unwrap } from '../request'
import { obligationKeys } from './keys'
import { toObligation } from './mapper'

/** What the unit of whoever is signed in owes, most urgent first; `isAll` adds milestones not started and closed plans. */
export function myObligationsOptions(isAll: boolean) {
  return queryOptions({
    queryKey: obligationKeys.mine(isAll),
    queryFn: async ({ signal }): Promise<Obligation[]> => {
      const rows = await readAllPages((from, to) =>
        getClient().rpc('my_obligations', { p_with_all: isAll }).range(from, to).abortSignal(signal),
      )
      return rows.map(toObligation)
    },
    placeholderData: keepPreviousData,
  })
}

/** Every milestone of one assignment of the own unit, earliest first; empty when it is not the unit's. */
export function assignmentObligationsOptions(assignmentId: string) {
  return queryOptions({
    queryKey: obligationKeys.ofAssignment(assignmentId),
    queryFn: async ({ signal }): Promise<Obligation[]> => {
      const rows = await unwrap(
        getClient()
          .rpc('my_obligations', { p_with_all: true })
          .eq('assignment_id', assignmentId)
          .order('due_on')
          .abortSignal(signal),
      )
      return rows.map(toObligation)
    },
  })
}

/** The words of the task behind an assignment. */
export interface AssignedTask {
  readonly taskId: string
  readonly unitId: string
  readonly unitName: string
  readonly requirement: string
  readonly sectionTitle: string | null
  readonly documentNumber: string | null
}

/** The task that an assignment is about, in its own words. */
export function assignedTaskOptions(assignmentId: string) {
  return queryOptions({
    queryKey: obligationKeys.assignedTask(assignmentId),
    queryFn: ({ signal }) => fetchAssignedTask(assignmentId, signal),
  })
}

async function fetchAssignedTask(assignmentId: string, signal: AbortSignal): Promise<AssignedTask> {
  const row = expectOneRow(
    await unwrap(
      getClient()
        .from('assignments')
        .select(
          'task_id, unit_id, units!assignments_unit_id_fkey(name), tasks!assignments_task_id_fkey(requirement, plans(document_number), plan_sections(number, title))',
        )
        .eq('id', assignmentId)
        .abortSignal(signal),
    ),
  )
  const section = row.tasks.plan_sections
  return {
    taskId: row.task_id,
    unitId: row.unit_id,
    unitName: row.units.name,
    requirement: row.tasks.requirement,
    sectionTitle: section === null ? null : sectionName(section),
    documentNumber: row.tasks.plans.document_number,
  }
}

/** A completion that the lead office took back. */
export interface Reopening {
  readonly id: string
  readonly reopenedAt: string
  readonly reason: string
}

/** Why completions of an obligation were taken back, newest first; the few last ones. */
export function reopeningsOptions(assignmentId: string, milestoneId: string) {
  return queryOptions({
    queryKey: obligationKeys.reopenings(assignmentId, milestoneId),
    queryFn: ({ signal }) => fetchReopenings(assignmentId, milestoneId, signal),
  })
}

const SHOWN_REOPENINGS = 5

async function fetchReopenings(assignmentId: string, milestoneId: string, signal: AbortSignal): Promise<Reopening[]> {
  const rows = await unwrap(
    getClient()
      .from('completion_reopenings')
      .select('id, reopened_at, reason')
      .eq('assignment_id', assignmentId)
      .eq('milestone_id', milestoneId)
      .order('reopened_at', { ascending: false })
      .limit(SHOWN_REOPENINGS)
      .abortSignal(signal),
  )
  return rows.map((row) => ({ id: row.id, reopenedAt: row.reopened_at, reason: row.reason }))
}
