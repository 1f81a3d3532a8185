import type { County } from '../actors'
import { dayFrom, type Day, type Instant } from './days'
import type { History } from './history'

/** Days come as text, instants as microseconds. */
const instant = (column: string) => `(extract(epoch from ${column}) * 1000000)::bigint::text`

/** Columns of each table as the history names them; days and instants as written. */
const TABLES = {
  plans: `select id, starts_on::text as "startsOn", ends_on::text as "endsOn", warning_days as "warningDays",
    behind_points as "behindPoints", reporting_cadence::text as cadence, report_grace_days as "graceDays",
    ${instant('issued_at')} as "issuedAt", ${instant('closed_at')} as "closedAt" from public.plans where state <> 'draft'`,
  tasks: `select id, plan_id as "planId", ${instant('withdrawn_at')} as "withdrawnAt" from public.tasks`,
  milestones: `select id, task_id as "taskId" from public.milestones`,
  dueTerms: `select id::integer, milestone_id as "milestoneId", obligation_id as "obligationId", due_on::text as "dueOn",
    weight::float8, ${instant('known_from')} as "knownFrom" from public.due_terms`,
  assignments: `select id, task_id as "taskId", unit_id as "unitId" from public.assignments`,
  assignmentTerms: `select id::integer, assignment_id as "assignmentId", role::text, is_in_force as "isInForce",
    ${instant('known_from')} as "knownFrom" from public.assignment_terms`,
  obligations: `select id, task_id as "taskId", assignment_id as "assignmentId", milestone_id as "milestoneId"
    from public.obligations`,
  submissions: `select id, obligation_id as "obligationId", number, kind::text, percent::integer,
    ${instant('submitted_at')} as "submittedAt", decision::text, ${instant('decided_at')} as "decidedAt"
    from public.report_submissions`,
  reopenings: `select obligation_id as "obligationId", ${instant('reopened_at')} as "reopenedAt"
    from public.completion_reopenings`,
  answers: `select id::text, obligation_id as "obligationId", answer::text, done_on::text as "doneOn",
    ${instant('answered_at')} as "answeredAt" from public.earlier_dues order by number`,
} as const satisfies Record<keyof History, string>

/** Reads all that the oracle judges by, and nothing that the database has worked out. */
export async function readHistory({ stack }: Pick<County, 'stack'>): Promise<History> {
  const read = <Name extends keyof History>(name: Name) => stack.sql<History[Name][number]>(TABLES[name])
  return {
    plans: (await read('plans')).map((row) => inNumbers(row, ['startsOn', 'endsOn'], ['issuedAt', 'closedAt'])),
    tasks: (await read('tasks')).map((row) => inNumbers(row, [], ['withdrawnAt'])),
    milestones: await read('milestones'),
    dueTerms: (await read('dueTerms')).map((row) => inNumbers(row, ['dueOn'], ['knownFrom'])),
    assignments: await read('assignments'),
    assignmentTerms: (await read('assignmentTerms')).map((row) => inNumbers(row, [], ['knownFrom'])),
    obligations: await read('obligations'),
    submissions: (await read('submissions')).map((row) => inNumbers(row, [], ['submittedAt', 'decidedAt'])),
    reopenings: (await read('reopenings')).map((row) => inNumbers(row, [], ['reopenedAt'])),
    answers: (await read('answers')).map((row) => inNumbers(row, ['doneOn'], ['answeredAt'])),
  }
}

/** Days and instants of a row as numbers; what is not there stays away. */
function inNumbers<Row extends object>(row: Row, days: readonly (keyof Row)[], instants: readonly (keyof Row)[]): Row {
  const numbers = (keys: readonly (keyof Row)[], read: (text: string) => Day | Instant) =>
    keys.map((key) => [key, row[key] === null ? null : read(String(row[key]))])
  return { ...row, ...Object.fromEntries([...numbers(days, dayFrom), ...numbers(instants, Number)]) }
}
