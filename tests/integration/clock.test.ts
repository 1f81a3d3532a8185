import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { invite, must, okay, openCounty, signInAgain, succeed, type Actor, type Client } from '../support/actors'
import { day, issuePlan, type IssuedPlan } from '../support/issued-plan'
import { at } from '../support/lived-plan'
import { complete, handIn, obligation, review } from '../support/reports'

const NOBODY = '00000000-0000-4000-8000-000000000000'
const PAST = '2001-02-03T04:05:06+08'
const ACTORS = ['lead', 'leadership', 'education', 'anon'] as const

let county: Awaited<ReturnType<typeof openCounty>>
let plan: IssuedPlan
beforeAll(async () => {
  county = await openCounty()
  plan = await issuePlan(county)
})
afterAll(() => county.stop())

const clientOf = (actor: (typeof ACTORS)[number]): Client => (actor === 'anon' ? county.anon : county[actor].client)

/** What a victim would see: the day, on whichever session of the pool, and the moment of whatever is written next. */
async function expectTheRealTime(what: string): Promise<void> {
  const days = await Promise.all(Array.from({ length: 12 }, () => county.education.client.rpc('business_today')))
  expect(new Set(days.map(okay)), what).toEqual(new Set([day()]))
  const row = { unit_id: county.units.教育局, kind: 'link' as const, title: '页面', url: 'https://example.cn/' }
  const written = okay(await county.education.client.from('evidence').insert(row).select('created_at').single())
  expect(Math.abs(Date.parse(written.created_at) - Date.now()), what).toBeLessThan(120_000)
}

async function send(client: Client, path: string, headers: Record<string, string>, body: unknown): Promise<number> {
  const token = (await client.auth.getSession()).data.session?.access_token
  const answer = await fetch(`${county.stack.url}/rest/v1/${path}`, {
    method: 'POST',
    headers: {
      apikey: county.stack.publishableKey,
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      'content-type': 'application/json',
      ...headers,
    },
    body: JSON.stringify(body),
  })
  await answer.text()
  return answer.status
}

describe.each(ACTORS)('%s_cannot_set the clock', (actor) => {
  test('by calling what sets settings', async () => {
    for (const profile of ['public', 'private', 'pg_catalog', 'extensions', 'auth'])
      for (const args of [
        { setting_name: 'app.now', new_value: PAST, is_local: false },
        { name: 'app.now', value: PAST, is_local: false },
      ])
        expect(
          await send(clientOf(actor), 'rpc/set_config', { 'content-profile': profile }, args),
          profile,
        ).toBeGreaterThanOrEqual(400)
    for (const name of ['clock', 'live_at', 'pg_reload_conf', 'query'])
      expect(await send(clientOf(actor), `rpc/${name}`, {}, { app: { now: PAST } })).toBeGreaterThanOrEqual(400)
    await expectTheRealTime('set_config')
  })

  test('by a header or a parameter of that name', async () => {
    for (const header of ['app.now', 'app-now', 'x-app-now', 'request.app.now', 'x-client-info', 'prefer', 'date'])
      await send(clientOf(actor), 'rpc/business_today', { [header]: `app.now=${PAST}` }, {})
    await send(clientOf(actor), `rpc/business_today?app.now=${encodeURIComponent(PAST)}`, {}, {})
    await send(clientOf(actor), 'rpc/business_today', {}, { 'app.now': PAST })
    await expectTheRealTime('headers')
  })

  test('by SQL in any argument of any function', async () => {
    const functions = await county.stack.sql<{ name: string; parameters: string[]; types: string[] }>(
      `select p.proname as name, p.proargnames[1:p.pronargs] as parameters,
         array(select format_type(t, null) from unnest(p.proargtypes) with ordinality as a(t, n) order by n)::text[] as types
       from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prorettype <> 'trigger'::regtype and p.pronargs > 0
         and p.proname not in ('reset_password') order by 1`,
    )
    expect(functions.length).toBeGreaterThan(30)
    for (const { name, parameters, types } of functions)
      for (const text of INJECTIONS) {
        const args = Object.fromEntries(parameters.map((parameter, index) => [parameter, argument(types[index], text)]))
        await send(clientOf(actor), `rpc/${name}`, {}, args)
      }
    await expectTheRealTime('arguments')
  })
})

const SETTING = `set_config('app.now', '${PAST}', false)`
const INJECTIONS = [
  `x'; select ${SETTING}; --`,
  `x' || ${SETTING} || '`,
  `$$; select ${SETTING}; $$`,
  `number; select ${SETTING}`,
  `(select ${SETTING})`,
]

/** An argument that passes for what the parameter is, with SQL in it wherever text may stand. */
function argument(type: string | undefined, text: string): unknown {
  switch (type) {
    case 'uuid':
      return must(plan.tasks['1']).id
    case 'uuid[]':
      return [NOBODY]
    case 'integer':
      return 1
    case 'boolean':
      return true
    case 'date':
      return '2026-01-01'
    case 'timestamp with time zone':
      return PAST
    case 'numeric':
      return 1
    case 'jsonb':
      return [{ name: text, title: text, document: { title: text, kind: text, startsOn: text } }]
    default:
      return text
  }
}

test('nobody_can_set the clock by what is written into a token', async () => {
  const claims = { 'app.now': PAST, app: { now: PAST }, now: PAST, sign_up_code: '' }
  for (const actor of [county.education, county.lead]) {
    await actor.client.auth.updateUser({ data: claims })
    const again = await signInAgain(county.stack, actor)
    expect(okay(await again.rpc('business_today'))).toBe(day())
    await expectTheRealTime('a token')
  }
})

describe('with the clock set', () => {
  const LIVED = '2031-05-05T10:00:00+08:00'
  const MOVED = '2031-05-06T11:00:00+08:00'
  let submissionId: string
  let since: string

  beforeAll(async () => {
    const [row] = await county.stack.sql<{ now: string }>('select now()::text as now')
    since = must(row).now
    const lived = await at(county.stack, LIVED, async () => {
      const issued = await issuePlan(county)
      const owed = obligation(issued.tasks['1'], '教育局')
      ;({ submissionId } = await handIn(county.education, county.units.教育局, owed, {
        percent: 40,
        hasEvidence: true,
      }))
      return issued
    })
    await at(county.stack, MOVED, () => goOn(county.lead, lived))
  })

  async function goOn(lead: Actor, lived: IssuedPlan): Promise<void> {
    await succeed(review(lead, submissionId, 'approved'))
    const owed = obligation(lived.tasks['2'], '教育局')
    await complete(lead, county.education, county.units.教育局, owed)
    await succeed(lead.client.rpc('reopen_completion', { p_obligation_id: owed.id, p_reason: '失效' }))
    const [milestone] = must(lived.tasks['4']).milestones
    const words = { p_due_on: '2031-12-01', p_requirement: '', p_weight: 1, p_reason: '调整' }
    await succeed(lead.client.rpc('amend_milestone', { p_milestone_id: must(milestone).id, ...words }))
    const task = { p_task_id: must(lived.tasks['4']).id, p_unit_id: county.units.财政局 }
    okay(await lead.client.rpc('add_assignment', { ...task, p_role: 'supporting', p_reason: '补充' }))
    await succeed(lead.client.rpc('withdraw_task', { p_task_id: must(lived.tasks['3']).id, p_reason: '取消' }))
    await succeed(lead.client.rpc('close_plan', { p_plan_id: lived.planId, p_reason: '结束' }))
  }

  const instants = async (text: string) =>
    (
      await county.stack.sql<{
        at: string
      }>(`select distinct to_char(x at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
       from (${text}) as t(x) where x > '2031-01-01' order by 1`)
    ).map(({ at }) => at)
  const both = [LIVED, MOVED].map((instant) => new Date(instant).toISOString())

  test.each([
    ['submitted_at', 'select submitted_at from public.report_submissions', both],
    ['decided_at', 'select decided_at from public.report_submissions', both.slice(1)],
    ['reopened_at', 'select reopened_at from public.completion_reopenings', both.slice(1)],
    ['occurred_at of events', 'select occurred_at from public.events', both],
    ['occurred_at of history', 'select occurred_at from public.audit_events', both],
    ['known_from of due dates', 'select known_from from public.due_terms', both],
    ['known_from of roles', 'select known_from from public.assignment_terms', both],
    ['issued_at', 'select issued_at from public.plans', both.slice(0, 1)],
    ['closed_at', 'select closed_at from public.plans', both.slice(1)],
    ['withdrawn_at', 'select withdrawn_at from public.tasks', both.slice(1)],
    ['attached_at', 'select attached_at from public.report_evidence', both],
  ])('%s follows it', async (_name, text, expected) => {
    expect(await instants(text)).toEqual(expected)
  })

  test('nothing that was written goes by another clock', async () => {
    const columns = await county.stack.sql<{ at: string; name: string }>(
      `select format('%I.%I', table_schema, table_name) as at, column_name as name from information_schema.columns
       where table_schema in ('public', 'private') and data_type = 'timestamp with time zone'`,
    )
    expect(columns.length).toBeGreaterThan(25)
    for (const column of columns) {
      const real = await county.stack.sql(
        `select from ${column.at} where ${column.name} > $1::text::timestamptz and ${column.name} < now() + interval '1 day'`,
        [since],
      )
      expect([column.at, column.name, real.length]).toEqual([column.at, column.name, 0])
    }
  })

  test('a code runs out by it', async () => {
    const problemOf = async (p_code: string) =>
      okay(await county.anon.rpc('check_sign_up_code', { p_code }))[0]?.problem
    const { code } = await at(county.stack, LIVED, () => invite(county.lead, 'leadership'))
    expect(await at(county.stack, '2031-05-12T09:59:59+08', () => problemOf(code))).toBeNull()
    expect(await at(county.stack, '2031-05-12T10:00:00+08', () => problemOf(code))).toBe('expired')
  })

  test('and once it is let go, it is now again', async () => {
    await expectTheRealTime('afterwards')
  })
})
