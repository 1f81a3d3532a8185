import type { TaskId } from '@/domain/ids'
import { parseLocalDate } from '@/domain/local-date/local-date'
import { planStateVocabulary } from '@/domain/plans/plan-state-vocabulary'
import { signalReasonVocabulary } from '@/domain/signal/signal-reason-vocabulary'
import { signalVocabulary } from '@/domain/signal/signal-vocabulary'
import { unitKindVocabulary } from '@/domain/units/unit-kind-vocabulary'
import type { FunctionRow } from '../database'
import { toDueDates } from '../obligations/due-dates'
import { orNull } from '../rpc-args'
import type {
  Matrix,
  MatrixMilestone,
  MatrixTask,
  PlanOverview,
  SectionOverview,
  TaskCounts,
  TrendPoint,
  UnitOverview,
} from './overview'

interface CountColumns {
  readonly tasks: number
  readonly red: number
  readonly yellow: number
  readonly due_soon: number
  readonly green: number
  readonly grey: number
  readonly before_given: number
  readonly complete: number
  readonly complete_late: number
}

function toCounts(row: CountColumns): TaskCounts {
  const { tasks, red, yellow, due_soon, green, grey, before_given, complete } = row
  return { tasks, red, yellow, due_soon, green, grey, before_given, complete, completeLate: row.complete_late }
}

export function toPlanOverview(row: FunctionRow<'plan_overview'>): PlanOverview {
  return {
    planId: row.plan_id,
    title: row.title,
    state: planStateVocabulary.parse(row.state),
    startsOn: parseLocalDate(row.starts_on),
    endsOn: parseLocalDate(row.ends_on),
    counts: toCounts(row),
    percent: orNull(row.percent),
    scheduledPercent: orNull(row.scheduled_percent),
    awaitingReview: row.awaiting_review,
    leadsDone: row.leads_done,
  }
}

export function toSectionOverview(row: FunctionRow<'section_overview'>): SectionOverview {
  return {
    sectionId: orNull(row.section_id),
    number: orNull(row.number),
    title: row.title,
    counts: toCounts(row),
    percent: orNull(row.percent),
  }
}

export function toUnitOverview(row: FunctionRow<'unit_overview'>): UnitOverview {
  const silentSince = orNull(row.silent_since)
  return {
    unitId: row.unit_id,
    name: row.name,
    kind: unitKindVocabulary.parse(row.kind),
    counts: toCounts(row),
    percent: orNull(row.percent),
    supporting: row.supporting,
    silentSince: silentSince === null ? null : parseLocalDate(silentSince),
  }
}

export function toTrendPoint(row: FunctionRow<'progress_trend'>): TrendPoint {
  const { red, complete } = row
  const [percent, scheduledPercent] = [orNull(row.percent), orNull(row.scheduled_percent)]
  return { asOf: parseLocalDate(row.as_of), percent, scheduledPercent, red, complete }
}

/** The rows of the matrix, task by task; the order stays the plan's. */
export function toMatrix(rows: readonly FunctionRow<'task_matrix'>[]): Matrix {
  const tasks = new Map<TaskId, MatrixTask & { readonly milestones: MatrixMilestone[] }>()
  for (const row of rows) {
    const task = tasks.get(row.task_id) ?? {
      taskId: row.task_id,
      number: orNull(row.number),
      title: row.title,
      milestones: [],
    }
    task.milestones.push(toMatrixMilestone(row))
    tasks.set(row.task_id, task)
  }
  const years = [...new Set(rows.map((row) => row.year))].sort((a, b) => a - b)
  return { years, tasks: [...tasks.values()] }
}

function toMatrixMilestone(row: FunctionRow<'task_matrix'>): MatrixMilestone {
  return {
    milestoneId: row.milestone_id,
    ...toDueDates(row),
    lastDueOn: parseLocalDate(row.last_due_on),
    year: row.year,
    requirement: row.requirement,
    signal: signalVocabulary.parse(row.signal),
    reason: signalReasonVocabulary.parse(row.reason),
    percent: orNull(row.percent),
    waitingPercent: orNull(row.waiting_percent),
    isComplete: row.is_complete,
    isLate: row.is_late,
  }
}

/** The counts of several plans together; the rows must be all of them, as `planOverviewOptions` reads them. */
export function toTotal(plans: readonly PlanOverview[]): TaskCounts {
  const sum = (pick: (counts: TaskCounts) => number) => plans.reduce((total, plan) => total + pick(plan.counts), 0)
  return {
    tasks: sum((counts) => counts.tasks),
    red: sum((counts) => counts.red),
    yellow: sum((counts) => counts.yellow),
    due_soon: sum((counts) => counts.due_soon),
    green: sum((counts) => counts.green),
    grey: sum((counts) => counts.grey),
    before_given: sum((counts) => counts.before_given),
    complete: sum((counts) => counts.complete),
    completeLate: sum((counts) => counts.completeLate),
  }
}
