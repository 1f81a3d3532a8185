import type { TaskId } from '@/domain/ids'
import type { LineageCandidate, YearSpan } from '@/domain/lineage/lineage-candidate'
import type { TaskLineage } from '@/domain/lineage/task-lineage'
import { queryOptions } from '@tanstack/react-query'
import { getClient } from '../client'
import { readAllPages } from '../read-all-pages'
import { lineageKeys } from './keys'
import { LINK_COLUMNS, toLineageCandidate, toLineageLink, toLineageNode, type LinkRow } from './mapper'

/** The tasks of issued plans that tasks of these years may go on from, the newest plan first; only for the lead office. */
export function lineageCandidatesOptions(span: YearSpan) {
  return queryOptions({
    queryKey: lineageKeys.candidates(span),
    queryFn: ({ signal }) => fetchCandidates(span, signal),
    staleTime: 5 * 60_000,
  })
}

async function fetchCandidates({ startYear, endYear }: YearSpan, signal: AbortSignal): Promise<LineageCandidate[]> {
  const args = { p_start_year: startYear, p_end_year: endYear }
  // The function answers in the order of the documents, which no column of its answer could restore.
  const rows = await readAllPages((from, to) =>
    getClient().rpc('ancestor_candidates', args).range(from, to).abortSignal(signal),
  )
  return rows.map(toLineageCandidate).sort((a, b) => b.startYear - a.startYear || a.planId.localeCompare(b.planId))
}

/** All that a task goes on from and all that goes on from it, through as many plans as there are. */
export function taskLineageOptions(taskId: TaskId) {
  return queryOptions({ queryKey: lineageKeys.task(taskId), queryFn: ({ signal }) => fetchLineage(taskId, signal) })
}

async function fetchLineage(taskId: TaskId, signal: AbortSignal): Promise<TaskLineage> {
  const [above, below] = await Promise.all([
    fetchLine('task_id', taskId, signal),
    fetchLine('ancestor_id', taskId, signal),
  ])
  const rows = [...above, ...below]
  const nodes = new Map(rows.flatMap((row) => [row.task, row.ancestor]).map((row) => [row.id, toLineageNode(row)]))
  return { nodes, links: rows.map(toLineageLink) }
}

/** The links in one direction, a generation at a time; the database lets none lead back. */
async function fetchLine(from: 'task_id' | 'ancestor_id', taskId: TaskId, signal: AbortSignal): Promise<LinkRow[]> {
  const to = from === 'task_id' ? 'ancestor_id' : 'task_id'
  const links: LinkRow[] = []
  const seen = new Set([taskId])
  let generation = [taskId]
  while (generation.length > 0) {
    const rows = await fetchLinks(from, generation, signal)
    links.push(...rows)
    generation = [...new Set(rows.map((row) => row[to]))].filter((id) => !seen.has(id))
    for (const id of generation) seen.add(id)
  }
  return links
}

function fetchLinks(
  column: 'task_id' | 'ancestor_id',
  taskIds: readonly TaskId[],
  signal: AbortSignal,
): Promise<LinkRow[]> {
  return readAllPages((from, to) =>
    getClient()
      .from('task_ancestors')
      .select(LINK_COLUMNS)
      .in(column, taskIds)
      .order('task_id')
      .order('ancestor_id')
      .range(from, to)
      .abortSignal(signal),
  )
}
