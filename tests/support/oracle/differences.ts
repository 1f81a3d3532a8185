import type { Answers, DatabaseRow } from './ask-database'
import { assignmentColumns, obligationColumns, sumColumns, taskColumns, type Expected } from './columns'
import { dayFrom } from './days'
import { judge, type Judgement } from './judge'
import type { PlanLife, TaskLife } from './lives'
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
  const judged = plans.flatMap((plan) => {
    const verdict = judge(plan, dayFrom(day))
    const context = { day, planId: plan.id, all }
    compareRows(context, plan, verdict, answers)
    if (answers.summed.has(plan.id)) compareSums(context, verdict, answers)
    return verdict ?? []
  })
  return { ...all, judged }
}

function compareRows(context: Context, plan: PlanLife, verdict: Judgement | undefined, answers: Answers): void {
  // What was withdrawn counts nowhere, so nothing is said of it here.
  const inForce = new Set(verdict?.tasks.map(({ taskId }) => taskId))
  const own = idsOf(verdict === undefined ? plan.tasks : plan.tasks.filter(({ id }) => inForce.has(id)))
  const { obligations = [], assignments = [], tasks = [] } = verdict ?? {}
  const expected = {
    obligation: obligations.map((row) => [row.obligationId, obligationColumns(row)] as const),
    assignment: assignments.map((row) => [row.assignmentId, assignmentColumns(row)] as const),
    task: tasks.map((row) => [row.taskId, taskColumns(row)] as const),
  }
  compare(context, 'obligation', own('obligation', answers.obligations), expected.obligation)
  compare(context, 'assignment', own('assignment', answers.assignments), expected.assignment)
  compare(context, 'task', own('task', answers.tasks), expected.task)
}

function compareSums(context: Context, verdict: Judgement | undefined, answers: Answers): void {
  const { planId } = context
  const plans = answers.plans.filter((row) => row['plan_id'] === planId && isCounted(row))
  const units = answers.units.filter((row) => row.asked_plan_id === planId && isCounted(row))
  const { sums, assignments = [] } = verdict ?? {}
  compare(context, 'plan', plans, sums === undefined || sums.tasks === 0 ? [] : [[planId, sumColumns(sums)]])
  compare(
    context,
    'unit',
    units,
    unitSums(assignments).map((row) => [row.unitId, sumColumns(row)]),
  )
}

/** Whether anything is summed in a sum; one of nothing may be there or not. */
function isCounted(row: DatabaseRow): boolean {
  return Number(row['tasks']) > 0
}

/** Holds what the database says of units over all plans against the oracle. */
export function compareUnits(plans: readonly PlanLife[], day: string, answers: readonly DatabaseRow[]): Comparison {
  const all: Comparison = { compared: 0, differences: [] }
  const judged = plans.map((plan) => judge(plan, dayFrom(day))).filter((each) => each !== undefined)
  const counted = judged.filter(({ isCounted }) => isCounted).flatMap(({ assignments }) => assignments)
  const said = answers.filter(isCounted)
  compare(
    { day, planId: 'all', all },
    'unit',
    said,
    unitSums(counted).map((row) => [row.unitId, sumColumns(row)]),
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
