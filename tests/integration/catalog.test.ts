import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openCounty, refusal, type Client } from '../support/actors'
import { issuePlan } from '../support/issued-plan'
import type { TestStack } from '../support/stack'

/** What a stranger may call: codes, the first look, and the calendar. */
const OPEN_TO_ANON = [
  'business_date',
  'business_today',
  'check_reset_code',
  'check_sign_up_code',
  'current_account',
  'is_set_up',
  'reset_password',
]

let county: Awaited<ReturnType<typeof openCounty>>
let stack: TestStack
beforeAll(async () => {
  county = await openCounty()
  stack = county.stack
  await issuePlan(county)
})
afterAll(() => county.stop())

/** A client that is not held to the schema, as an attacker's is not. */
const loose = (client: Client) => client as unknown as { from: (table: string) => ReturnType<Client['from']> }
const names = async (text: string) => (await stack.sql<{ name: string }>(text)).map(({ name }) => name).toSorted()

test('every table has row-level security, a comment and a policy', async () => {
  expect(
    await names(`select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and (not c.relrowsecurity or obj_description(c.oid) is null or not exists (select from pg_policy p where p.polrelid = c.oid))`),
  ).toEqual([])
})

test('every granted verb has a policy for it', async () => {
  // Column grants count too; a verb with a grant and no policy is a grant that somebody forgot to take away.
  expect(
    await names(`select c.relname || ' ' || verb as name
      from pg_class c, (values ('select', 'r'), ('insert', 'a'), ('update', 'w'), ('delete', 'd')) as v(verb, code)
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
        and case when verb = 'delete' then has_table_privilege('authenticated', c.oid, verb) else has_any_column_privilege('authenticated', c.oid, verb) end
        and not exists (select from pg_policy p where p.polrelid = c.oid and p.polcmd::text in (code, '*') and 'authenticated'::regrole = any (p.polroles))`),
  ).toEqual([])
})

test('anon has no right on any table, sequence or column, and no policy', async () => {
  expect(
    await names(`select c.relname as name from pg_class c where c.relnamespace in ('public'::regnamespace, 'private'::regnamespace) and c.relkind in ('r', 'v', 'm', 'p', 'S')
      and case when c.relkind = 'S' then has_sequence_privilege('anon', c.oid, 'usage, select, update')
        else has_any_column_privilege('anon', c.oid, 'select, insert, update, references') or has_table_privilege('anon', c.oid, 'delete, truncate, trigger') end`),
  ).toEqual([])
  expect(
    await names(
      `select polname as name from pg_policy where '{0}'::oid[] = polroles or 'anon'::regrole = any (polroles)`,
    ),
  ).toEqual([])
})

test('nobody but the owner has rights on what lies in schema private', async () => {
  expect(
    await names(`select c.relname as name from pg_class c, unnest(array['anon', 'authenticated', 'service_role']) as who
      where c.relnamespace = 'private'::regnamespace and c.relkind in ('r', 'v') and has_any_column_privilege(who, c.oid, 'select, insert, update')`),
  ).toEqual([])
})

test('nobody_can_reach what lies in schema private', async () => {
  const tables = await stack.sql<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'private'::regnamespace and relkind in ('r', 'v', 'm')`,
  )
  expect(tables.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['capabilities', 'outbox', 'standing_day', 'states', 'task_standings', 'transitions']),
  )
  for (const { client } of [county.lead, county.leadership, county.education, { client: county.anon }])
    for (const { name } of tables) {
      expect(await refusal(loose(client).from(name).select('*').limit(1)), name).not.toBe('went through')
      const hidden = client.schema('private' as 'public')
      expect(
        await refusal(
          loose(hidden as unknown as Client)
            .from(name)
            .select('*')
            .limit(1),
        ),
        name,
      ).not.toBe('went through')
    }
})

test('signed-in people cannot truncate, trigger or refer to any table', async () => {
  expect(
    await names(`select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and has_table_privilege('authenticated', c.oid, 'truncate, references, trigger')`),
  ).toEqual([])
})

test('every function that runs with its owner’s rights sets its search path', async () => {
  expect(
    await names(`select p.oid::regprocedure::text as name from pg_proc p where p.pronamespace in ('public'::regnamespace, 'private'::regnamespace)
      and p.prosecdef and not coalesce(p.proconfig && array['search_path=""'], false)`),
  ).toEqual([])
})

test('no function is open to everybody by default', async () => {
  expect(
    await names(`select p.oid::regprocedure::text as name from pg_proc p where p.pronamespace in ('public'::regnamespace, 'private'::regnamespace)
      and (p.proacl is null or exists (select from aclexplode(p.proacl) a where a.grantee = 0))`),
  ).toEqual([])
})

test('anon can call the functions of the list and no other', async () => {
  expect(
    await names(
      `select p.proname as name from pg_proc p where p.pronamespace = 'public'::regnamespace and has_function_privilege('anon', p.oid, 'execute')`,
    ),
  ).toEqual(OPEN_TO_ANON)
})

test('in schema private only what policies ask is callable, and none of it changes anything', async () => {
  expect(
    await names(`select p.proname as name from pg_proc p, unnest(array['anon', 'authenticated']) as who
      where p.pronamespace = 'private'::regnamespace and has_function_privilege(who, p.oid, 'execute') and p.provolatile = 'v' and p.proname <> 'refuse'`),
  ).toEqual([])
})

test('every function of the API says what it is for', async () => {
  expect(
    await names(
      `select p.proname as name from pg_proc p where p.pronamespace = 'public'::regnamespace and obj_description(p.oid) is null`,
    ),
  ).toEqual([])
})

test('views, if any, ask with the rights of the reader', async () => {
  expect(
    await names(`select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('v', 'm')
      and not coalesce(c.reloptions && array['security_invoker=true', 'security_invoker=on'], false)`),
  ).toEqual([])
})

test('addresses and hashes of codes are in no grant', async () => {
  expect(
    await names(`select c.relname || '.' || a.attname as name from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace = 'public'::regnamespace and a.attname in ('email', 'code_hash') and has_column_privilege('authenticated', c.oid, a.attnum, 'select')`),
  ).toEqual([])
})

test('foreign keys that a list follows have an index', async () => {
  expect(
    await names(`select k.conrelid::regclass || '.' || a.attname as name from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      where k.contype = 'f' and k.connamespace = 'public'::regnamespace and a.attname in ('plan_id', 'task_id', 'unit_id', 'assignment_id', 'obligation_id', 'report_id', 'submission_id', 'evidence_id', 'parent_id')
        and not exists (select from pg_index i where i.indrelid = k.conrelid and k.conkey[1] = any (i.indkey::smallint[]))`),
  ).toEqual([])
})

test('every audited table, and nothing else, is in the list of who reads whose history', async () => {
  const audited = await names(`select distinct c.relname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where t.tgfoid = 'private.record_change()'::regprocedure and not t.tgisinternal`)
  expect(await names('select distinct subject as name from private.history_readers')).toEqual(audited)
})

/** What is only ever added to → a row of it, and a change that somebody might like. */
const APPEND_ONLY: Record<string, readonly [row: string, change: string]> = {
  audit_events: [`(subject, action) values ('test', 'created')`, `reason = 'x'`],
  events: [`(name) values ('plan_issued')`, `reason = 'x'`],
  due_terms: [
    `(milestone_id, due_on, weight, source) select id, due_on, weight, 'issue' from public.milestones`,
    `due_on = '2099-12-31'`,
  ],
  assignment_terms: [
    '(assignment_id, role, is_in_force) select id, role, true from public.assignments',
    'is_in_force = false',
  ],
  wording_terms: ['(task_id, title, requirement) select id, title, requirement from public.tasks', `title = 'x'`],
  earlier_dues: [
    `(obligation_id, task_id, answer) select id, task_id, 'owed' from public.obligations`,
    `answer = 'not_tracked'`,
  ],
}

describe.each(Object.entries(APPEND_ONLY))('%s', (table, [row, change]) => {
  const changes = [
    `update public.${table} set ${change}`,
    `delete from public.${table}`,
    `truncate public.${table} cascade`,
  ]
  beforeAll(() => county.stack.sql(`insert into public.${table} ${row}`))

  test.each(['service_role', 'postgres', 'authenticated'])('cannot be altered by %s', async (role) => {
    for (const each of changes) {
      await expect(stack.sql(`do $$ begin set local role ${role}; ${each}; end $$`), each).rejects.toThrow(
        /history_is_append_only|permission denied/,
      )
      await expect(
        stack.sql(`do $$ begin set local session_replication_role = replica; ${each}; end $$`),
        each,
      ).rejects.toThrow('history_is_append_only')
    }
  })

  test('cannot be forged', async () => {
    for (const role of ['service_role', 'authenticated'])
      await expect(
        stack.sql(`do $$ begin set local role ${role}; insert into public.${table} ${row}; end $$`),
      ).rejects.toThrow('permission denied')
  })
})
