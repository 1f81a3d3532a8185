import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DemoContext } from '../../supabase/local/demo'
import type { DemoAccount } from '../../supabase/local/server'
import { seedDemo } from '../../supabase/seed/demo'
import { withStandingsMadeAtLast } from '../../supabase/seed/demo-standings'
import { demoUnits } from '../../supabase/seed/demo-units'
import { must, okay } from '../support/actors'
import { startStack, type TestStack } from '../support/stack'

/** The demo county on the real clock: what it tells of its past could all have happened, and stands as it would stand. */
let stack: TestStack
let context: DemoContext
let accounts: DemoAccount[]

beforeAll(async () => {
  stack = await startStack()
  const { url, publishableKey, transaction } = stack
  context = { url, publishableKey, transact: transaction, now: new Date() }
  accounts = await seedDemo(context)
}, 600_000)
afterAll(() => stack.stop())

/** Rows of a question that must have no answer. */
const none = async (question: string) => expect(await stack.sql(question)).toEqual([])
const count = async (question: string) =>
  Number(must((await stack.sql<{ count: number }>(`select count(*) from ${question}`))[0]).count)

describe('times', () => {
  test('no time anywhere lies after now', async () => {
    const columns = await stack.sql<{ place: string; column: string }>(
      `select format('%I.%I', c.table_schema, c.table_name) as place, c.column_name as column from information_schema.columns c
       join information_schema.tables t using (table_schema, table_name)
       where c.table_schema in ('public', 'private') and t.table_type = 'BASE TABLE' and c.data_type = 'timestamp with time zone'`,
    )
    expect(columns.length).toBeGreaterThan(20)
    const late = columns.map(
      ({ place, column }) => `select '${place}.${column}' as column from ${place} where ${column} > now()`,
    )
    await none(late.join(' union '))
  })

  test('history and events are in the order of time', async () => {
    for (const table of ['audit_events', 'events'])
      await none(
        `select id from (select id, occurred_at < lag(occurred_at) over (order by id) as is_early from public.${table}) e where is_early`,
      )
  })

  test('each plan is issued once, on its own day, before anything is reported on it', async () => {
    await none(
      `select p.id from public.plans p left join public.events e on e.plan_id = p.id and e.name = 'plan_issued'
       group by p.id having count(e.id) <> 1 or min(e.occurred_at) <> p.issued_at or p.issued_at <= p.created_at
         or public.business_date(p.issued_at) - p.document_date not between 1 and 14`,
    )
    await none(
      `select s.id from public.report_submissions s join public.tasks t on t.id = s.task_id join public.plans p on p.id = t.plan_id
       where s.submitted_at <= p.issued_at`,
    )
  })

  test('a decision comes after what it decides about, on a working day in office hours', async () => {
    await none('select id from public.report_submissions where decided_at <= submitted_at')
    await none(
      `select id from public.report_submissions s cross join lateral (values (s.submitted_at), (s.decided_at)) as v (at)
       where extract(isodow from at at time zone 'Asia/Shanghai') > 5
         or (at at time zone 'Asia/Shanghai')::time not between '08:30' and '18:00'`,
    )
  })

  test('the lead office does not decide at the same minute every day', async () => {
    expect(
      await count(
        "(select distinct to_char(decided_at at time zone 'Asia/Shanghai', 'HH24:MI') from public.report_submissions where decided_at is not null) d",
      ),
    ).toBeGreaterThan(5)
  })

  test('whoever did something had signed in that day', async () => {
    await none(
      `select e.id from public.events e join auth.users u on u.id = e.actor_id
       where u.last_sign_in_at < e.occurred_at - interval '1 hour' or u.last_sign_in_at > now()`,
    )
  })

  test('what a report brings was there when it was handed in, and no older than its unit or its account', async () => {
    await none(
      `select e.id from public.submission_evidence se join public.evidence e on e.id = se.evidence_id
       join public.report_submissions s on s.id = se.submission_id
       where e.created_at > s.submitted_at or e.unit_id <> s.unit_id`,
    )
    await none(
      `select s.id from public.report_submissions s join public.accounts a on a.user_id = s.submitted_by
       where a.unit_id <> s.unit_id or a.created_at > s.submitted_at`,
    )
    await none(
      'select o.id from storage.objects o join public.evidence e on e.storage_path = o.name where o.created_at <> e.created_at',
    )
  })
})

describe('history', () => {
  test('everything handed in and decided was told once and stands in the audit trail, by whom it was done', async () => {
    await none(
      `select s.id from public.report_submissions s left join public.events e
         on e.name = 'report_handed_in' and e.payload ->> 'submission_id' = s.id::text
       group by s.id having count(e.id) <> 1 or min(e.occurred_at) <> s.submitted_at or min(e.actor_id::text) <> s.submitted_by::text`,
    )
    await none(
      `select s.id from public.report_submissions s left join public.events e
         on e.name = 'report_' || s.decision and e.payload ->> 'submission_id' = s.id::text
       where s.decision is not null
       group by s.id having count(e.id) <> 1 or min(e.occurred_at) <> s.decided_at or min(e.reason) <> s.decision_reason`,
    )
    await none(
      `select s.id from public.report_submissions s left join public.audit_events a
         on a.subject = 'report_submissions' and a.subject_id = s.id
       group by s.id having count(a.id) <> 1 + (s.decision is not null)::integer or min(a.occurred_at) <> s.submitted_at`,
    )
  })

  test('no reason of one deed is written down for another', async () => {
    await none("select id from public.audit_events where actor_role = 'department' and reason is not null")
  })
})

describe('what stands now', () => {
  test('the kept standings are what is computed for today', async () => {
    const tasks = 'array(select id from public.tasks)'
    for (const kind of ['obligation', 'assignment', 'task']) {
      const kept = `select to_jsonb(s) - 'as_of' - 'changes_on' as row from private.${kind}_standings s`
      const computed = `select to_jsonb(c) - 'as_of' - 'changes_on' as row from private.${kind}s_at(public.business_today(), ${tasks}) c`
      expect(await count(`(${kept}) k`)).toBeGreaterThan(0)
      await none(`(${kept} except ${computed}) union all (${computed} except ${kept})`)
    }
    const sums = ['tasks', 'red', 'yellow', 'green', 'grey', 'complete', 'complete_late', 'awaiting', 'percent_sum']
    const counted = `select plan_id, ${sums.map((sum) => `sum(${sum})`).join(', ')} from private.plan_counts group by plan_id`
    const summed = `select plan_id, ${sums.join(', ')}
      from private.plan_sums(array(select t from private.tasks_at(public.business_today(), ${tasks}) t))`
    expect(await count(`(${counted}) c`)).toBe(2)
    await none(`(${counted} except ${summed}) union all (${summed} except ${counted})`)
    expect(await stack.sql('select private.is_kept(public.business_today()) as kept')).toEqual([{ kept: true }])
  })

  test('every state that teaches something is there', async () => {
    const states = [
      "private.task_standings where signal = 'red' and not is_complete",
      "private.task_standings where signal = 'yellow' and not is_complete",
      'private.task_standings where is_complete',
      'private.task_standings where open_responsible > 0',
      "private.obligation_standings where reasons[1] = 'due_before_given'",
      "private.obligation_standings where reasons[1] = 'not_tracked'",
      "private.obligation_standings where reasons[1] = 'support_awaited'",
      'public.report_submissions where decision is null',
      "public.progress_reports where state = 'returned'",
      "public.evidence where kind = 'link'",
      "public.evidence where kind = 'file'",
      'public.completion_reopenings',
    ]
    for (const state of states) expect(await count(state), state).toBeGreaterThan(0)
    expect(await count('public.units')).toBe(demoUnits.length)
  })

  test('everybody on the sign-in page signs in, and a unit reads the bytes of its own file', async () => {
    expect(accounts).toHaveLength(6)
    const clients = new Map<string, Awaited<ReturnType<TestStack['signIn']>>>()
    for (const { email, password } of accounts) clients.set(email, await stack.signIn(email, password))
    const reporter = must(clients.get('jiaoyu@lanxi.example'))
    const [file] = okay(await reporter.from('evidence').select('storage_path, byte_size').eq('kind', 'file').limit(1))
    const { data } = await reporter.storage.from('evidence').download(must(file?.storage_path))
    expect((await must(data).arrayBuffer()).byteLength).toBe(file?.byte_size)
  })

  test('the real time counts again and every trigger is on, also after a seeding that failed', async () => {
    const isReal = 'select private.clock() = now() as is_real'
    expect(await stack.sql(isReal)).toEqual([{ is_real: true }])
    await expect(seedDemo(context)).rejects.toThrow()
    expect(await stack.sql(isReal)).toEqual([{ is_real: true }])
    const failing = () => Promise.reject(new Error('half-way'))
    await expect(withStandingsMadeAtLast(context.transact, failing)).rejects.toThrow('half-way')
    await none("select tgname from pg_trigger where not tgisinternal and tgenabled = 'D'")
  })
})
