import { parseLocalDate, type LocalDate } from '@/domain/local-date/local-date'
import { planStateVocabulary } from '@/domain/plans/plan-state-vocabulary'
import { assignmentRoleVocabulary } from '@/domain/responsibility/assignment-role-vocabulary'
import { signalReasonVocabulary } from '@/domain/signal/signal-reason-vocabulary'
import { signalVocabulary } from '@/domain/signal/signal-vocabulary'
import {
  OUTSIDE_SECTIONS,
  type Assignment,
  type Milestone,
  type SourcePlace,
  type Task,
  type TaskFilter,
  type TaskListItem,
  type TaskOnDay,
  type TaskSearchHit,
  type TaskState,
} from '@/domain/tasks/task'
import type { FunctionRow, Tables } from '../database'
import { givenArgs, orNull } from '../rpc-args'

function toDay(value: string | null | undefined): LocalDate | null {
  return value === null || value === undefined ? null : parseLocalDate(value)
}

type StateRow = Pick<
  FunctionRow<'task_state'>,
  | 'signal'
  | 'reason'
  | 'percent'
  | 'waiting_percent'
  | 'is_complete'
  | 'is_late'
  | 'due_on'
  | 'fact_on'
  | 'plan_closed_on'
  | 'open_responsible'
  | 'overdue_responsible'
>

function toTaskState(row: StateRow): TaskState {
  return {
    signal: signalVocabulary.parse(row.signal),
    reason: signalReasonVocabulary.parse(row.reason),
    percent: orNull(row.percent),
    waitingPercent: orNull(row.waiting_percent),
    isComplete: row.is_complete,
    isLate: row.is_late,
    dueOn: toDay(row.due_on),
    factOn: toDay(row.fact_on),
    closedOn: toDay(row.plan_closed_on),
    openResponsible: row.open_responsible,
    overdueResponsible: row.overdue_responsible,
  }
}

export function toTaskOnDay(row: FunctionRow<'task_state'>): TaskOnDay {
  return { ...toTaskState(row), title: row.title, requirement: row.requirement }
}

/** A filter as the database reads it (`private.task_filter`), which refuses a key that it does not know. */
export function toFilterColumns(filter: TaskFilter) {
  const isOutside = filter.sectionId === OUTSIDE_SECTIONS
  return givenArgs({
    plan_id: filter.planId,
    section_id: isOutside ? null : filter.sectionId,
    is_outside_sections: isOutside ? true : null,
    unit_id: filter.unitId,
    is_supporting: filter.role === '' || filter.unitId === '' ? null : filter.role === 'supporting',
    is_leads_done: filter.isLeadsDone ? true : null,
    signal: filter.signal,
    is_awaiting: filter.isAwaiting ? true : null,
    year: filter.year === 0 ? null : filter.year,
    search: filter.words.trim(),
  })
}

export function toTaskListItem(row: FunctionRow<'list_tasks'>): TaskListItem {
  const role = orNull(row.role)
  return {
    ...toTaskState(row),
    taskId: row.task_id,
    planTitle: row.plan_title,
    sectionTitle: orNull(row.section_title),
    number: orNull(row.number),
    title: row.title,
    isOngoing: row.is_ongoing,
    silentSince: toDay(row.silent_since),
    accountableUnits: orNull(row.accountable_units) ?? '',
    role: role === null ? null : assignmentRoleVocabulary.parse(role),
  }
}

export function toTaskSearchHit(row: FunctionRow<'search_tasks'>): TaskSearchHit {
  return {
    taskId: row.task_id,
    number: orNull(row.number),
    title: row.title,
    planTitle: row.plan_title,
    accountableUnits: orNull(row.accountable_units) ?? '',
  }
}

type MilestoneRow = Pick<Tables<'milestones'>, 'id' | 'due_on' | 'requirement' | 'weight'>

interface AssignmentRow extends Pick<
  Tables<'assignments'>,
  'id' | 'unit_id' | 'role' | 'written_name' | 'withdrawn_at' | 'withdrawn_reason'
> {
  readonly units: { readonly name: string; readonly position: number } | null
}

interface TaskRow extends Pick<
  Tables<'tasks'>,
  | 'id'
  | 'number'
  | 'title'
  | 'requirement'
  | 'is_ongoing'
  | 'withdrawn_at'
  | 'withdrawn_reason'
  | 'source_start'
  | 'source_end'
> {
  readonly plans: Pick<Tables<'plans'>, 'id' | 'title' | 'state' | 'source_document_id'>
  readonly plan_sections: Pick<Tables<'plan_sections'>, 'id' | 'number' | 'title'> | null
  readonly milestones: readonly MilestoneRow[]
}

export function toTask(row: TaskRow, assignments: readonly AssignmentRow[]): Task {
  const { id, title, state } = row.plans
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    requirement: row.requirement,
    isOngoing: row.is_ongoing,
    withdrawnAt: row.withdrawn_at,
    withdrawnReason: row.withdrawn_reason,
    plan: { id, title, state: planStateVocabulary.parse(state) },
    section: row.plan_sections,
    source: toSourcePlace(row),
    milestones: row.milestones.map(toMilestone).sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1)),
    assignments: [...assignments].sort((a, b) => (a.units?.position ?? 0) - (b.units?.position ?? 0)).map(toAssignment),
  }
}

function toSourcePlace(row: TaskRow): SourcePlace | null {
  if (row.source_start === null || row.source_end === null) return null
  return { documentId: row.plans.source_document_id, start: row.source_start, end: row.source_end }
}

function toMilestone(row: MilestoneRow): Milestone {
  return {
    id: row.id,
    dueOn: parseLocalDate(row.due_on),
    requirement: row.requirement,
    weight: row.weight,
  }
}

function toAssignment(row: AssignmentRow): Assignment {
  return {
    id: row.id,
    unitId: row.unit_id,
    unitName: row.units?.name ?? row.written_name,
    role: assignmentRoleVocabulary.parse(row.role),
    writtenName: row.written_name,
    withdrawnAt: row.withdrawn_at,
    withdrawnReason: row.withdrawn_reason,
  }
}
