import type { ObligationId, TaskId } from '@/domain/ids'
import type { LocalDate } from '@/domain/local-date/local-date'
import { sectionName } from '@/domain/plans/section-name'
import type { Obligation } from '@/domain/reporting/obligation'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { getClient } from '../client'
import { readAllPages } from '../read-all-pages'
import { expectOneRow, unwrap } from '../request'
import { givenArgs } from '../rpc-args'
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

/** What each unit of a task owes by each milestone, with signals and reasons. */
export function taskObligationsOptions(taskId: TaskId, asOf: LocalDate | null) {
  return queryOptions({
    queryKey: obligationKeys.ofTask(taskId, asOf),
    queryFn: async ({ signal }): Promise<Obligation[]> => {
      const args = { p_task_id: taskId, ...givenArgs({ p_as_of: asOf }) }
      const rows = await readAllPages((from, to) =>
        getClient().rpc('task_obligations', args).range(from, to).abortSignal(signal),
      )
      return rows.map(toObligation)
    },
  })
}

/** Every milestone that one assignment owes today, earliest first. */
export function assignmentObligationsOptions({ taskId, assignmentId }: Pick<Obligation, 'taskId' | 'assignmentId'>) {
  return queryOptions({
    queryKey: obligationKeys.ofAssignment(taskId, assignmentId),
    queryFn: async ({ signal }): Promise<Obligation[]> => {
      const rows = await unwrap(
        getClient()
          .rpc('task_obligations', { p_task_id: taskId })
          .eq('assignment_id', assignmentId)
          .order('due_on')
          .abortSignal(signal),
      )
      return rows.map(toObligation)
    },
  })
}

/** One obligation as it stood on a day; null when it was not in force then: withdrawn, not yet issued, or unknown. */
export function obligationOptions(id: ObligationId, asOf: LocalDate | null) {
  return queryOptions({
    queryKey: obligationKeys.one(id, asOf),
    queryFn: async ({ signal }): Promise<Obligation | null> => {
      const args = { p_obligation_id: id, ...givenArgs({ p_as_of: asOf }) }
      const rows = await unwrap(getClient().rpc('obligation_state', args).abortSignal(signal))
      const row = rows[0]
      return row === undefined ? null : toObligation(row)
    },
  })
}

/** The words of the task that an obligation is about. */
interface ObligationTask {
  readonly requirement: string
  readonly sectionTitle: string | null
  readonly documentNumber: string | null
}

/** The task that an obligation is about, in its own words. */
export function obligationTaskOptions(id: ObligationId) {
  return queryOptions({
    queryKey: obligationKeys.task(id),
    queryFn: ({ signal }) => fetchObligationTask(id, signal),
  })
}

async function fetchObligationTask(id: ObligationId, signal: AbortSignal): Promise<ObligationTask> {
  const { tasks: task } = expectOneRow(
    await unwrap(
      getClient()
        .from('obligations')
        .select('tasks(requirement, plans(document_number), plan_sections(number, title))')
        .eq('id', id)
        .abortSignal(signal),
    ),
  )
  return {
    requirement: task.requirement,
    sectionTitle: task.plan_sections === null ? null : sectionName(task.plan_sections),
    documentNumber: task.plans.document_number,
  }
}

/** A completion that the lead office took back. */
interface Reopening {
  readonly reopenedAt: string
  readonly reason: string
}

/** Why completions of an obligation were taken back, newest first; the few last ones. */
export function reopeningsOptions(id: ObligationId) {
  return queryOptions({ queryKey: obligationKeys.reopenings(id), queryFn: ({ signal }) => fetchReopenings(id, signal) })
}

const SHOWN_REOPENINGS = 5

async function fetchReopenings(id: ObligationId, signal: AbortSignal): Promise<Reopening[]> {
  const rows = await unwrap(
    getClient()
      .from('completion_reopenings')
      .select('reopened_at, reason')
      .eq('obligation_id', id)
      .order('reopened_at', { ascending: false })
      .limit(SHOWN_REOPENINGS)
      .abortSignal(signal),
  )
  return rows.map((row) => ({ reopenedAt: row.reopened_at, reason: row.reason }))
}
