/**
 * Everything here that knows the product's tables: set-based inserts that fill an empty, migrated database, and the
 * questions a run asks of it. When the schema changes, this file changes with it, and report-calls.ts for what is called.
 *
 * Triggers are off while it fills, so the rows are those that the product's own functions would have left behind, without
 * their history (a million audit events more would measure nothing and take an hour).
 */
import type { Database, Session } from '../../supabase/local/database/database'

/** How many units there are; each has one account. */
export const UNITS = 200
/** How many tasks a plan has. */
const TASKS_A_PLAN = 40
/** Of everybody; the test data are on no network. */
export const PASSWORD = 'correct horse battery'

export const LEAD_EMAIL = 'lead@bench.example'
/** The address of the one account of a unit. */
export const unitEmail = (unit: number) => `unit-${unit}@bench.example`

/** An obligation on which its unit may hand in a report at once. */
export interface FreshObligation {
  /** Number of the unit, 0 to 199. */
  unit: number
  /** What the reporting functions call it by: argument name → value. */
  ids: Record<string, string>
}

/** A function of the API as the database has it. */
export interface ApiFunction {
  name: string
  arguments: string[]
}

/** Ids are made of names, so that the statements can refer to each other's rows without looking them up. */
const id = (words: string) => `md5(${words})::uuid`
const ISSUED_AT = "((public.business_today() - 150) + time '12:00') at time zone 'Asia/Shanghai'"
/** The rounds of the tasks over all units decide about their state, so that each unit has its share of every state. */
const ROUND = `((n / ${UNITS}) % 5)`

const PEOPLE = [
  `insert into public.units (id, name, position)
   select ${id("'unit ' || n")}, '测试单位' || n, n from generate_series(0, ${UNITS - 1}) n`,
  `insert into auth.users (id, email, encrypted_password, email_confirmed_at, raw_app_meta_data, raw_user_meta_data)
   select ${id('email')}, email, hash, now(), '{"provider": "email", "providers": ["email"]}', '{}'
   from (select '${LEAD_EMAIL}' as email union all select 'unit-' || n || '@bench.example' from generate_series(0, ${UNITS - 1}) n) e,
     -- Cheap on purpose: signing in is not measured.
     (select extensions.crypt('${PASSWORD}', extensions.gen_salt('bf', 4)) as hash) h`,
  `insert into public.accounts (user_id, display_name, email, role, unit_id)
   select ${id(`'${LEAD_EMAIL}'`)}, '政务公开办', '${LEAD_EMAIL}', 'lead_office'::public.app_role, null::uuid
   union all
   select ${id("'unit-' || n || '@bench.example'")}, '经办人' || n, 'unit-' || n || '@bench.example', 'department', ${id("'unit ' || n")}
   from generate_series(0, ${UNITS - 1}) n`,
]

/** `$1` is the number of tasks. */
const PLANS = [
  `insert into public.source_documents (id, file_name, content) values (${id("'source'")}, '要点.txt', '示例文本')`,
  `insert into public.plans (id, source_document_id, kind, title, starts_on, ends_on, state, created_by, created_at, issued_by, issued_at)
   select ${id("'plan ' || p")}, ${id("'source'")}, 'annual_work_plan', '政务公开工作要点（第' || p || '号）',
     public.business_today() - 150, public.business_today() + 220, 'issued', lead, ${ISSUED_AT}, lead, ${ISSUED_AT}
   from generate_series(0, ($1::integer - 1) / ${TASKS_A_PLAN}) p, (select ${id(`'${LEAD_EMAIL}'`)} as lead) l`,
  `insert into public.plan_sections (id, plan_id, position, number, title, level)
   select ${id("'section ' || p || ' ' || s")}, ${id("'plan ' || p")}, s, s || '、', '第' || s || '部分', 1
   from generate_series(0, ($1::integer - 1) / ${TASKS_A_PLAN}) p, generate_series(1, 4) s`,
  `insert into public.tasks (id, plan_id, section_id, position, number, title, requirement, created_at)
   select ${id("'task ' || n")}, ${id(`'plan ' || n / ${TASKS_A_PLAN}`)},
     ${id(`'section ' || n / ${TASKS_A_PLAN} || ' ' || (n % ${TASKS_A_PLAN}) / 10 + 1`)}, n % ${TASKS_A_PLAN} + 1,
     (n % ${TASKS_A_PLAN} + 1)::text, '推进第' || n || '项政务公开重点任务', '围绕第' || n || '项重点任务，及时准确公开相关信息，' || repeat('做好政策解读和回应关切。', 4), ${ISSUED_AT}
   from generate_series(0, $1::integer - 1) n`,
  // Some are past, most are still to come.
  `insert into public.milestones (id, task_id, due_on, created_at)
   select ${id("'milestone ' || n")}, ${id("'task ' || n")}, public.business_today() - 40 + (n * 37) % 230, ${ISSUED_AT}
   from generate_series(0, $1::integer - 1) n`,
  // One lead and two supporting units, never the same twice.
  `insert into public.assignments (id, task_id, unit_id, role, written_name, created_at)
   select ${id("'assignment ' || n || ' ' || a.number")}, ${id("'task ' || n")}, ${id("'unit ' || a.unit")}, a.role::public.assignment_role, '测试单位' || a.unit, ${ISSUED_AT}
   from generate_series(0, $1::integer - 1) n, lateral (values (0, 'lead', n % ${UNITS}),
     (1, 'supporting', (n + 1 + (n / ${UNITS}) % 99) % ${UNITS}), (2, 'supporting', (n + 101 + (n / ${UNITS}) % 98) % ${UNITS})) as a (number, role, unit)`,
]

const OWED = [
  `insert into public.obligations (id, assignment_id, milestone_id, task_id, unit_id, created_at)
   select ${id("'obligation ' || n || ' ' || a.number")}, ${id("'assignment ' || n || ' ' || a.number")}, ${id("'milestone ' || n")},
     ${id("'task ' || n")}, b.unit_id, ${ISSUED_AT}
   from generate_series(0, $1::integer - 1) n, generate_series(0, 2) as a (number),
     lateral (select x.unit_id from public.assignments x where x.id = ${id("'assignment ' || n || ' ' || a.number")}) b`,
  `insert into public.due_terms (milestone_id, due_on, weight, known_from, source)
   select m.id, m.due_on, m.weight, m.created_at, 'issue' from public.milestones m`,
  `insert into public.assignment_terms (assignment_id, role, is_in_force, known_from)
   select a.id, a.role, true, a.created_at from public.assignments a`,
  `insert into public.wording_terms (task_id, title, requirement, known_from)
   select t.id, t.title, t.requirement, t.created_at from public.tasks t`,
  `insert into public.wording_terms (task_id, milestone_id, requirement, known_from)
   select m.task_id, m.id, m.requirement, m.created_at from public.milestones m`,
]

/** Four reports a task, two of its lead: in one round of five the task is complete, in others something awaits an answer. */
const REPORTS = `
  select n, r.number, ${id("'report ' || n || ' ' || r.number")} as id, ${id("'obligation ' || n || ' ' || r.assignment")} as obligation_id,
    ${id("'task ' || n")} as task_id,
    case when ${ROUND} = 0 and r.number > 1 then 100 else r.percent end as percent,
    case when r.number <> 2 then 'approved' else (array['approved', 'submitted', 'returned', 'approved', 'approved'])[${ROUND} + 1] end as state,
    ${ISSUED_AT} + make_interval(days => r.day + n % 40) as submitted_at
  from generate_series(0, $1::integer - 1) n,
    (values (1, 0, 30, 20), (2, 0, 60, 90), (3, 1, 40, 70), (4, 2, 50, 75)) as r (number, assignment, percent, day)`

const FACTS = [
  `insert into public.progress_reports (id, obligation_id, task_id, unit_id, state, percent, done, revision, created_at, updated_at)
   select r.id, r.obligation_id, r.task_id, o.unit_id, r.state::public.report_state, r.percent, '已完成阶段工作', 3, r.submitted_at, r.submitted_at
   from (${REPORTS}) r join public.obligations o on o.id = r.obligation_id`,
  `insert into public.report_submissions (id, report_id, obligation_id, task_id, unit_id, number, kind, percent, done, next_steps,
     problems, submitted_at, decision, decided_at, decision_reason)
   select md5(r.id::text)::uuid, r.id, r.obligation_id, r.task_id, o.unit_id, 1, 'progress', r.percent, '已完成阶段工作', '', '',
     r.submitted_at, d.decision, case when d.decision is not null then r.submitted_at + interval '2 days' end,
     case d.decision when 'returned' then '请补充' else '' end
   from (${REPORTS}) r join public.obligations o on o.id = r.obligation_id,
     lateral (select nullif(r.state, 'submitted')::public.review_decision as decision) d`,
]

/** Plans whose standings are made in one go. */
const PLANS_AT_ONCE = 5

/** Makes the standings of every task by the product's own function, and turns the day. */
async function makeStandings(database: Database, tasks: number): Promise<void> {
  const plans = Math.ceil(tasks / TASKS_A_PLAN)
  const refresh = (first: number) => (session: Session) =>
    session.query(
      `select private.refresh_standings(array(select t.id from public.tasks t where t.plan_id in (
         select ${id("'plan ' || p")} from generate_series($1::integer, $2::integer) p)))`,
      [first, first + PLANS_AT_ONCE - 1],
    )
  for (let first = 0; first < plans; first += PLANS_AT_ONCE)
    await database.transaction(refresh(first), { isPatient: true })
  await database.transaction((session) => session.query('select private.ensure_day(public.business_today())'), {
    isPatient: true,
  })
}

/** Fills an empty database with units, accounts and `tasks` tasks, and tells the planner. */
export async function fillDatabase(database: Database, tasks: number): Promise<void> {
  const work = async ({ query }: Pick<Database, 'query'>) => {
    await query("select set_config('session_replication_role', 'replica', true)")
    for (const statement of PEOPLE) await query(statement)
    for (const statement of [...PLANS, ...OWED, ...FACTS])
      await query(statement, statement.includes('$1') ? [tasks] : [])
  }
  await database.transaction((session) => work(session), { isPatient: true })
  await database.query('analyze', [], { isPatient: true })
  await makeStandings(database, tasks)
  await database.query('vacuum (analyze)', [], { isPatient: true })
  await database.query('checkpoint', [], { isPatient: true })
}

/** At most so many obligations without an open report, going round the units, so that all have the same part. */
export async function freshObligations(database: Database, most: number): Promise<FreshObligation[]> {
  const rows = await database.query<{ unit: number; obligation_id: string }>(
    `select u.position as unit, o.id as obligation_id
     from public.obligations o join public.units u on u.id = o.unit_id
     where not exists (select from public.progress_reports r
       where r.obligation_id = o.id and (r.state <> 'approved' or r.percent = 100))
     order by row_number() over (partition by o.unit_id order by o.id), u.position limit $1`,
    [most],
    { isPatient: true },
  )
  return rows.map(({ unit, obligation_id }) => ({ unit, ids: { p_obligation_id: obligation_id } }))
}

/** The functions of the API among `names`, with what they are called with; some may not be there yet. */
export function apiFunctions(database: Database, names: readonly string[]): Promise<ApiFunction[]> {
  return database.query<ApiFunction>(
    `select proname as name, proargnames[1:pronargs] as arguments
     from pg_proc where pronamespace = 'public'::regnamespace and proname = any ($1)`,
    [names],
  )
}

/** Ids of the units by their numbers. */
export async function unitIds(database: Database): Promise<string[]> {
  const rows = await database.query<{ id: string }>('select id from public.units order by position')
  return rows.map((row) => row.id)
}
