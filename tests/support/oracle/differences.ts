import type { Answers, DatabaseRow } from './ask-database'
import { dayFrom, written, type Day } from './days'
import { judge, type Judgement } from './judge'
import type { PlanLife, TaskLife } from './lives'
import type { AssignmentRow, ObligationRow, Sums, TaskRow } from './rows'
import { unitSums } from './sums'

/** Where the database and the oracle say something else. */
export interface Difference {
  day: string
  planId: string
  /** Such as `obligation.due_on`. */
  column: string
  id: string
  database: unknown
  oracle: unknown
}

type Expected = Record<string, unknown>

const date = (day: Day | null) => (day === null ? null : written(day))

function obligation(row: ObligationRow): Expected {
  return {
    role: row.role,
    is_accountable: row.isAccountable,
    weight: row.weight,
    start_on: date(row.startOn),
    due_on: date(row.dueOn),
    milestone_due_on: date(row.milestoneDueOn),
    percent: row.percent,
    waiting_percent: row.waitingPercent,
    scheduled_percent: row.scheduledPercent,
    is_complete: row.isComplete,
    is_late: row.isLate,
    is_not_applicable: row.isNotApplicable,
    is_closed: row.isClosed,
    has_started: row.hasStarted,
    completed_on: date(row.completedOn),
    awaiting_since: date(row.awaitingSince),
    is_returned: row.isReturned,
    mend_until: date(row.mendUntil),
    fact_on: date(row.factOn),
    signal: row.signal,
    reasons: row.reasons.join(' '),
  }
}

function assignment(row: AssignmentRow): Expected {
  return {
    percent: row.percent,
    is_complete: row.isComplete,
    is_late: row.isLate,
    due_on: date(row.dueOn),
    fact_on: date(row.factOn),
    silent_since: date(row.silentSince),
    signal: row.signal,
    reason: row.reason,
  }
}

/** Of a task that nobody is accountable for only that is to be said. */
function task(row: TaskRow): Expected {
  if (row.reason === 'unassigned') return { signal: row.signal, reason: row.reason }
  return {
    percent: row.percent,
    waiting_percent: row.waitingPercent,
    is_complete: row.isComplete,
    is_late: row.isLate,
    is_awaiting: row.isAwaiting,
    due_on: date(row.dueOn),
    fact_on: date(row.factOn),
    silent_since: date(row.silentSince),
    signal: row.signal,
    reason: row.reason,
    open_responsible: row.openResponsible,
    overdue_responsible: row.overdueResponsible,
  }
}

function sums({ planId: _, unitId: __, ...row }: Sums & { planId?: string; unitId?: string }): Expected {
  return row
}

/** What is compared on a day, and where it differs. */
export interface Comparison {
  compared: number
  differences: Difference[]
}

/** Holds what the database says of some plans on a day against the oracle. */
export function comparePlans(
  plans: readonly PlanLife[],
  day: string,
  answers: Answers,
): Comparison & { judged: Judgement[] } {
  const all: Comparison = { compared: 0, differences: [] }
  const judged: Judgement[] = []
  for (const plan of plans) {
    const verdict = judge(plan, dayFrom(day))
    if (verdict !== undefined) judged.push(verdict)
    const context = { day, planId: plan.id, all }
    // What was withdrawn counts nowhere, so nothing is said of it here.
    const inForce = new Set(verdict?.tasks.map(({ taskId }) => taskId))
    const own = idsOf(verdict === undefined ? plan.tasks : plan.tasks.filter(({ id }) => inForce.has(id)))
    const rows = verdict ?? { obligations: [], assignments: [], tasks: [], sums: undefined }
    compare(
      context,
      'obligation',
      own('obligation', answers.obligations),
      rows.obligations.map((row) => [row.obligationId, obligation(row)]),
    )
    compare(
      context,
      'assignment',
      own('assignment', answers.assignments),
      rows.assignments.map((row) => [row.assignmentId, assignment(row)]),
    )
    compare(
      context,
      'task',
      own('task', answers.tasks),
      rows.tasks.map((row) => [row.taskId, task(row)]),
    )
    const counted = (row: DatabaseRow) => Number(row['tasks']) > 0
    const ofThisPlan = answers.plans.filter((row) => row['plan_id'] === plan.id && counted(row))
    compare(
      context,
      'plan',
      ofThisPlan,
      rows.sums === undefined || rows.sums.tasks === 0 ? [] : [[plan.id, sums(rows.sums)]],
    )
    const units = answers.units.filter((row) => row.asked_plan_id === plan.id && counted(row))
    compare(
      context,
      'unit',
      units,
      unitSums(rows.assignments).map((row) => [row.unitId, sums(row)]),
    )
  }
  return { ...all, judged }
}

/** Holds what the database says of units over all plans against the oracle. */
export function compareUnits(plans: readonly PlanLife[], day: string, answers: readonly DatabaseRow[]): Comparison {
  const all: Comparison = { compared: 0, differences: [] }
  const judged = plans.map((plan) => judge(plan, dayFrom(day))).filter((each) => each !== undefined)
  const counted = judged.filter(({ isCounted }) => isCounted).flatMap(({ assignments }) => assignments)
  const said = answers.filter((row) => Number(row['tasks']) > 0)
  compare(
    { day, planId: 'all', all },
    'unit',
    said,
    unitSums(counted).map((row) => [row.unitId, sums(row)]),
  )
  return all
}

/** Rows about some tasks alone. */
function idsOf(tasks: readonly TaskLife[]) {
  const ids = new Set(
    tasks.flatMap(({ id, obligations, assignments }) => [
      id,
      ...[...obligations, ...assignments].map((each) => each.id),
    ]),
  )
  return (what: string, rows: readonly DatabaseRow[]) => rows.filter((row) => ids.has(String(row[`${what}_id`])))
}

interface Context {
  day: string
  planId: string
  all: Comparison
}

function compare(
  { day, planId, all }: Context,
  what: string,
  said: readonly DatabaseRow[],
  expected: readonly (readonly [string, Expected])[],
): void {
  const left = new Map(said.map((row) => [String(row[`${what}_id`]), row]))
  const differs = (id: string, column: string, database: unknown, oracle: unknown) =>
    all.differences.push({ day, planId, id, column: `${what}.${column}`, database, oracle })
  if (left.size < said.length) differs(planId, 'row', 'the same one twice', 'once')
  for (const [id, columns] of expected) {
    const row = left.get(id)
    left.delete(id)
    if (row === undefined) differs(id, 'row', 'none', 'one')
    else
      for (const [column, value] of Object.entries(columns)) {
        all.compared += 1
        if (!isSame(row[column], value)) differs(id, column, row[column], value)
      }
  }
  for (const id of left.keys()) differs(id, 'row', 'one', 'none')
}

/** Half of the last place that either keeps: percents have four decimals. */
const TOLERANCE = 0.000_1

function isSame(said: unknown, expected: unknown): boolean {
  if (typeof expected === 'number') return said !== null && Math.abs(Number(said) - expected) < TOLERANCE
  if (Array.isArray(said)) return said.join(' ') === expected
  return said === expected
}
