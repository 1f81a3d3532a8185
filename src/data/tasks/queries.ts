import type { SourceDocumentId, TaskId } from '@/domain/ids'
import { endOfBusinessDay, type LocalDate } from '@/domain/local-date/local-date'
import { asKnownOn } from '@/domain/reporting/submission'
import type { Task, TaskOnDay, TaskSubmission } from '@/domain/tasks/task'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { getClient } from '../client'
import { readAllPages } from '../read-all-pages'
import { expectOneRow, unwrap } from '../request'
import { givenArgs } from '../rpc-args'
import { taskKeys } from './keys'
import { toTask, toTaskOnDay, toTaskSearchHit } from './mapper'
import { TASK_SUBMISSION_COLUMNS, toTaskSubmission } from './submission-mapper'

/** Tasks whose number, words, plan or units contain every given word. */
export function taskSearchOptions(text: string) {
  const words = text.trim()
  return queryOptions({
    queryKey: taskKeys.search(words),
    queryFn: async ({ signal }) => {
      const rows = await unwrap(getClient().rpc('search_tasks', { p_text: words }).abortSignal(signal))
      return rows.map(toTaskSearchHit)
    },
    placeholderData: keepPreviousData,
    enabled: words !== '',
  })
}

/** A task with its plan, section, milestones and units, as it stands now. */
export function taskDetailOptions(taskId: TaskId) {
  return queryOptions({ queryKey: taskKeys.detail(taskId), queryFn: ({ signal }) => fetchTask(taskId, signal) })
}

async function fetchTask(taskId: TaskId, signal: AbortSignal): Promise<Task> {
  const [rows, assignments] = await Promise.all([
    unwrap(
      getClient()
        .from('tasks')
        .select(
          'id, number, title, requirement, is_ongoing, withdrawn_at, withdrawn_reason, source_start, source_end, plans!inner(id, title, state, source_document_id), plan_sections(id, number, title), milestones(id, due_on, requirement, weight)',
        )
        .eq('id', taskId)
        .abortSignal(signal),
    ),
    readAllPages((from, to) =>
      getClient()
        .from('assignments')
        .select('id, unit_id, role, written_name, withdrawn_at, withdrawn_reason, units(name, position)')
        .eq('task_id', taskId)
        .order('role')
        .order('id')
        .range(from, to)
        .abortSignal(signal),
    ),
  ])
  return toTask(expectOneRow(rows), assignments)
}

/** A task as it was worded and stood on a day; null once it is withdrawn. */
export function taskStateOptions(taskId: TaskId, asOf: LocalDate | null) {
  return queryOptions({
    queryKey: taskKeys.state(taskId, asOf),
    queryFn: async ({ signal }): Promise<TaskOnDay | null> => {
      const args = { p_task_id: taskId, ...givenArgs({ p_as_of: asOf }) }
      const rows = await unwrap(getClient().rpc('task_state', args).abortSignal(signal))
      const row = rows[0]
      return row === undefined ? null : toTaskOnDay(row)
    },
  })
}

/** The decoded text of an imported document; it never changes. */
export function sourceTextOptions(documentId: SourceDocumentId) {
  return queryOptions({
    queryKey: taskKeys.sourceText(documentId),
    queryFn: async ({ signal }) => {
      const rows = await unwrap(
        getClient().from('source_documents').select('file_name, content').eq('id', documentId).abortSignal(signal),
      )
      const { file_name, content } = expectOneRow(rows)
      return { fileName: file_name, content }
    },
    staleTime: Number.POSITIVE_INFINITY,
  })
}

const SUBMISSIONS_PER_PAGE = 10

/** The reports handed in on a task by a day, as they were known then, newest first, a few at a time; only those the reader may read. */
export function taskSubmissionsOptions(taskId: TaskId, asOf: LocalDate | null) {
  return infiniteQueryOptions({
    queryKey: taskKeys.submissions(taskId, asOf),
    queryFn: async ({ pageParam, signal }): Promise<TaskSubmission[]> => {
      const submissions = getClient().from('report_submissions').select(TASK_SUBMISSION_COLUMNS).eq('task_id', taskId)
      const rows = await unwrap(
        (asOf === null ? submissions : submissions.lt('submitted_at', endOfBusinessDay(asOf)))
          .order('submitted_at', { ascending: false })
          .order('id')
          .range(pageParam, pageParam + SUBMISSIONS_PER_PAGE - 1)
          .abortSignal(signal),
      )
      const known = rows.map(toTaskSubmission)
      return asOf === null ? known : known.map((each) => asKnownOn(each, asOf))
    },
    initialPageParam: 0,
    getNextPageParam: (last, pages) =>
      last.length < SUBMISSIONS_PER_PAGE ? null : pages.length * SUBMISSIONS_PER_PAGE,
  })
}
