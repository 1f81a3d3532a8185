import { parseMilestoneId } from '@/domain/ids'
import type { CandidateMilestone, LineageCandidate } from '@/domain/lineage/lineage-candidate'
import type { LineageLink, LineageMilestone, LineageTaskNode } from '@/domain/lineage/task-lineage'
import { isLocalDate, parseLocalDate, yearOf } from '@/domain/local-date/local-date'
import type { FunctionRow, Json, Tables } from '../database'
import { orNull } from '../rpc-args'

export function toLineageCandidate(row: FunctionRow<'ancestor_candidates'>): LineageCandidate {
  return {
    taskId: row.task_id,
    planId: row.plan_id,
    planTitle: row.plan_title,
    startYear: row.start_year,
    endYear: row.end_year,
    number: orNull(row.number),
    title: row.title,
    requirement: row.requirement,
    unitNames: [...new Set(row.unit_names)],
    milestones: Array.isArray(row.milestones) ? row.milestones.flatMap(toCandidateMilestone) : [],
  }
}

function toCandidateMilestone(value: Json): CandidateMilestone[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
  const { id, dueOn, year, requirement } = value
  if (typeof id !== 'string' || typeof dueOn !== 'string' || !isLocalDate(dueOn)) return []
  return [
    {
      id: parseMilestoneId(id),
      dueOn,
      year: typeof year === 'number' ? year : null,
      requirement: typeof requirement === 'string' ? requirement : '',
    },
  ]
}

/** Both ends of a link, and the milestone between them. */
export const LINK_COLUMNS =
  'task_id, ancestor_id, task:tasks!task_ancestors_task_id_fkey(id, number, title, withdrawn_at, plans(id, title, starts_on, ends_on)), ancestor:tasks!task_ancestors_ancestor_id_fkey(id, number, title, withdrawn_at, plans(id, title, starts_on, ends_on)), milestones(year, due_on, requirement)'

interface NodeRow extends Pick<Tables<'tasks'>, 'id' | 'number' | 'title' | 'withdrawn_at'> {
  readonly plans: Pick<Tables<'plans'>, 'id' | 'title' | 'starts_on' | 'ends_on'>
}

export interface LinkRow extends Pick<Tables<'task_ancestors'>, 'task_id' | 'ancestor_id'> {
  readonly task: NodeRow
  readonly ancestor: NodeRow
  readonly milestones: Pick<Tables<'milestones'>, 'year' | 'due_on' | 'requirement'> | null
}

export function toLineageLink(row: LinkRow): LineageLink {
  return { taskId: row.task_id, ancestorId: row.ancestor_id, milestone: toMilestone(row.milestones) }
}

function toMilestone(row: LinkRow['milestones']): LineageMilestone | null {
  return row === null ? null : { year: row.year, dueOn: parseLocalDate(row.due_on), requirement: row.requirement }
}

export function toLineageNode(row: NodeRow): LineageTaskNode {
  return {
    taskId: row.id,
    number: row.number,
    title: row.title,
    isWithdrawn: row.withdrawn_at !== null,
    planId: row.plans.id,
    planTitle: row.plans.title,
    startYear: yearOf(parseLocalDate(row.plans.starts_on)),
    endYear: yearOf(parseLocalDate(row.plans.ends_on)),
  }
}
