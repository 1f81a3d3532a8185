import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { invite, must, okay, openCounty, refusal, type Actor, type Client } from '../support/actors'
import { issuePlan, type IssuedPlan } from '../support/issued-plan'
import { attachLink, complete, handIn, obligation, review, saveDraft } from '../support/reports'

const SECRET = '不想让别人看到的问题'
let county: Awaited<ReturnType<typeof openCounty>>
let plan: IssuedPlan
let submissionId: string
let reportId: string

beforeAll(async () => {
  county = await openCounty()
  plan = await issuePlan(county)
  ;({ submissionId, reportId } = await handIn(
    county.education,
    county.units.教育局,
    obligation(plan.tasks['1'], '教育局'),
    { done: SECRET, hasEvidence: true },
  ))
})
afterAll(() => county.stop())

/** A request as anybody can write it, past supabase-js. */
async function rest(
  actor: { client: Client },
  query: string,
  init: RequestInit = {},
): Promise<{ status: number; text: string }> {
  const token = (await actor.client.auth.getSession()).data.session?.access_token
  const headers = {
    apikey: county.stack.publishableKey,
    ...(token ? { authorization: `Bearer ${token}` } : {}),
    'content-type': 'application/json',
    ...init.headers,
  }
  const answer = await fetch(`${county.stack.url}/rest/v1/${query}`, { ...init, headers })
  return { status: answer.status, text: await answer.text() }
}

describe('a peek at what others report', () => {
  test.each([
    'report_submissions?select=*,tasks(*),submission_evidence(*,evidence(*))',
    'report_submissions?select=*,submission_evidence(*,evidence(*))',
    'tasks?select=*,progress_reports(*)',
    'obligations?select=*,progress_reports(*)',
    'obligations?select=*,progress_reports(*,report_evidence(*))',
    'obligations?select=id,progress_reports!inner(done)&progress_reports.percent=gte.0',
    'events?select=*',
    'tasks?select=*,report_submissions(*)',
    'assignments?select=*,progress_reports(*),report_submissions(*)',
    'units?select=name,progress_reports(*),report_submissions(*),evidence(*)',
    'milestones?select=*,report_submissions(done)',
    'report_submissions?select=*',
    'progress_reports?select=*,report_evidence(*,evidence(*))',
    'evidence?select=*',
    'submission_evidence?select=*,report_submissions!inner(*),evidence!inner(*)',
    'audit_events?select=*&limit=1000',
    'accounts?select=user_id,progress_reports!created_by(*)',
    'tasks?select=id,report_submissions!inner(done)&report_submissions.percent=gte.0',
    'rpc/list_tasks',
    'rpc/search_tasks?p_text=%E4%B8%8D%E6%83%B3',
    'rpc/task_obligations?p_task_id=TASK',
  ])('outsider_cannot_read it by %s', async (query) => {
    const { text } = await rest(county.outsider, query.replace('TASK', must(plan.tasks['1']).id))
    expect(text).not.toContain(SECRET)
    expect(text).not.toContain('https://example.cn/a')
    expect((await rest({ client: county.anon }, query)).text).not.toContain(SECRET)
  })

  test('outsider_cannot_guess it by filtering or sorting what is embedded', async () => {
    const guess = (word: string) =>
      rest(
        county.outsider,
        `tasks?select=id,report_submissions!inner(id)&report_submissions.done=like.*${encodeURIComponent(word)}*`,
      )
    expect((await guess('问题')).text).toBe((await guess('没有这个词')).text)
  })

  test('each of these is seen by those it is for, so the queries themselves work', async () => {
    const { text } = await rest(county.civil, 'report_submissions?select=*,submission_evidence(*,evidence(*))')
    expect(text).toContain(SECRET)
    expect(text).toContain('https://example.cn/a')
    expect((await rest(county.education, 'progress_reports?select=*')).text).toContain(SECRET)
  })
})

describe('embeds within embeds', () => {
  const aliases = Array.from({ length: 20 }, (_, index) => `a${index}:evidence(id)`).join(',')
  test.each([
    'evidence?select=id,units(id,evidence(id))',
    `evidence?select=id,units(id,${aliases})`,
    'units?select=id,evidence(id)',
    'report_submissions?select=id,tasks(id,report_submissions(id))',
    `submission_evidence?select=${Array.from({ length: 13 }, (_, index) => `e${index}:evidence(id)`).join(',')}`,
    'tasks?select=id,milestones(id,tasks(id))',
  ])('nobody_can_multiply rows by %s', async (query) => {
    expect((await rest(county.education, query)).status).toBe(400)
  })
  test('nobody_can_insert thousands of rows at once', async () => {
    const row = { unit_id: county.units.教育局, kind: 'link', title: 'x', url: 'https://example.cn' }
    expect(
      (
        await rest(county.education, 'evidence', {
          method: 'POST',
          body: JSON.stringify(Array.from({ length: 501 }, () => row)),
        })
      ).status,
    ).toBe(400)
  })
})

describe('hidden columns', () => {
  test.each([
    'accounts?select=*',
    'accounts?select=email',
    'accounts?select=user_id&email=eq.a@example.cn',
    'accounts?select=user_id&order=email',
    'accounts?select=user_id&email=like.*a*',
    'accounts?select=user_id&or=(email.like.*a*,role.eq.leadership)',
    'accounts?select=x:email',
    'accounts?select=email.count()',
    'accounts?select=user_id,to_json:email::text',
    'units?select=name,accounts(email)',
    'units?select=name,accounts!inner(user_id)&accounts.email=like.*a*',
    'progress_reports?select=id,accounts!created_by(email)',
    'invitations?select=code_hash',
    'invitations?select=id&code_hash=like.a*',
    'invitations?select=id&order=code_hash',
  ])('nobody_can_use %s', async (query) => {
    for (const actor of [county.education, county.lead, county.leadership]) {
      const { status, text } = await rest(actor, query)
      expect(status).toBeGreaterThanOrEqual(400)
      expect(text).not.toContain('@example.cn')
    }
  })

  test('nothing but schema public answers', async () => {
    for (const schema of ['private', 'auth', 'storage', 'extensions', 'pg_catalog', 'information_schema']) {
      const { status } = await rest(county.lead, schema === 'auth' ? 'users' : 'setup_codes', {
        headers: { 'accept-profile': schema },
      })
      expect(status).toBeGreaterThanOrEqual(400)
    }
    for (const table of [
      'auth.users',
      'private.setup_codes',
      'pg_user',
      'setup_codes',
      'users',
      'task_standings',
      'outbox',
    ]) {
      expect((await rest(county.lead, `${table}?select=*`)).status).toBeGreaterThanOrEqual(400)
    }
    for (const name of [
      'end_sessions',
      'move',
      'tell',
      'refresh_standings',
      'roll_standings',
      'approve_submission',
      'refuse',
      'ensure_setup_code',
      'set_config',
      'pg_sleep',
      'current_setting',
      'crypt',
    ]) {
      expect(
        (await rest(county.education, `rpc/${name}`, { method: 'POST', body: '{}' })).status,
      ).toBeGreaterThanOrEqual(400)
    }
  })
})

describe('a better score', () => {
  test('department_cannot_report for another unit', async () => {
    const foreign = obligation(plan.tasks['4'], '民政局')
    await expect(saveDraft(county.education, foreign, { percent: 100 })).rejects.toThrow('obligation_not_found')
    const { report_id } = await saveDraft(county.civil, foreign)
    const mine = (name: 'submit_report' | 'discard_report_draft') =>
      refusal(county.education.client.rpc(name, { p_report_id: report_id, p_expected_revision: 1 }))
    expect([await mine('submit_report'), await mine('discard_report_draft')]).toEqual([
      'report_not_found',
      'report_not_found',
    ])
  })

  test('department_cannot_approve, decide or accept its own', async () => {
    const { client } = county.education
    expect(await refusal(client.rpc('approve_reports', { p_submission_ids: [submissionId] }))).toBe('not_permitted')
    for (const [table, change] of [
      ['report_submissions', { decision: 'approved' }],
      ['report_submissions', { percent: 100 }],
      ['report_submissions', { submitted_at: '2020-01-01' }],
      ['progress_reports', { state: 'approved' }],
      ['submission_evidence', { is_accepted: true }],
      ['milestones', { due_on: '2099-01-01' }],
      ['assignments', { role: 'supporting' }],
      ['obligations', { unit_id: county.units.财政局 }],
      ['plans', { warning_days: 0 }],
    ] as const) {
      expect(
        (
          await rest(
            county.education,
            `${table}?${table === 'submission_evidence' ? 'submission_id' : 'id'}=neq.00000000-0000-4000-8000-000000000000`,
            { method: 'PATCH', body: JSON.stringify(change) },
          )
        ).status,
      ).toBe(403)
    }
  })

  test('nobody_can_change a submission after the decision, not even with the owner’s rights', async () => {
    const done = await complete(county.lead, county.civil, county.units.民政局, obligation(plan.tasks['2'], '民政局'))
    for (const change of [
      `update public.report_submissions set percent = 1 where id = '${done.submissionId}'`,
      `update public.report_submissions set submitted_at = now() - interval '1 year' where id = '${done.submissionId}'`,
      `update public.report_submissions set decision = 'returned', decision_reason = 'x' where id = '${done.submissionId}'`,
      `delete from public.report_submissions where id = '${done.submissionId}'`,
      `update public.progress_reports set percent = 1 where id = '${done.reportId}'`,
      `delete from public.progress_reports where id = '${done.reportId}'`,
      `update public.submission_evidence set is_accepted = false where submission_id = '${done.submissionId}'`,
      `delete from public.submission_evidence where submission_id = '${done.submissionId}'`,
    ])
      await expect(county.stack.sql(change)).rejects.toThrow(/frozen/)
  })

  test('submitting, saving and approving at the same moment leave one story', async () => {
    const owed = obligation(plan.tasks['2'], '教育局')
    const { report_id } = await saveDraft(county.education, owed, { percent: 100 })
    await attachLink(county.education, county.units.教育局, report_id)
    const submit = (actor: Actor) =>
      refusal(actor.client.rpc('submit_report', { p_report_id: report_id, p_expected_revision: 1 }))
    const outcomes = await Promise.all([submit(county.education), submit(county.colleague), submit(county.education)])
    expect(outcomes.filter((outcome) => outcome === 'went through')).toHaveLength(1)
    const [sent] = okay(await county.lead.client.from('report_submissions').select('id').eq('report_id', report_id))
    const decided = await Promise.all([
      refusal(review(county.lead, must(sent).id, 'approved')),
      saveDraft(county.education, owed, { percent: 1 }, 2).then(
        () => 'saved',
        () => 'refused',
      ),
    ])
    expect(decided).toEqual(['went through', 'refused'])
  })

  test('department_cannot_attach evidence behind the reviewer’s back', async () => {
    const { data } = await county.education.client
      .from('evidence')
      .insert({ unit_id: county.units.教育局, kind: 'link', title: 'x', url: 'https://e.cn' })
      .select('id')
      .single()
    expect(
      await refusal(
        county.education.client
          .from('submission_evidence')
          .insert({ submission_id: submissionId, evidence_id: must(data).id }),
      ),
    ).toBe('42501')
    expect(
      await refusal(
        county.education.client.from('report_evidence').insert({ report_id: reportId, evidence_id: must(data).id }),
      ),
    ).toBe('42501')
  })

  test('a forged or foreign token is nobody', async () => {
    const forged = `${btoa('{"alg":"none","typ":"JWT"}')}.${btoa(JSON.stringify({ sub: county.lead.userId, role: 'service_role', exp: 9_999_999_999 }))}.`
    for (const token of [forged, `${forged}x`, 'service_role']) {
      const answer = await rest({ client: county.anon }, 'units?select=name', {
        headers: { authorization: `Bearer ${token}` },
      })
      expect(answer.status).toBeGreaterThanOrEqual(400)
    }
    for (const header of ['x-role', 'role', 'request.jwt.claims']) {
      expect(
        (await rest({ client: county.anon }, 'units?select=name', { headers: { [header]: 'service_role' } })).status,
      ).toBeGreaterThanOrEqual(400)
    }
  })
})

describe('looking for accounts', () => {
  test('the checks of codes say nothing about addresses, and an unknown code looks like any other', async () => {
    const answers = await Promise.all(
      ['', 'x', county.education.email].map((p_code) => county.anon.rpc('check_reset_code', { p_code })),
    )
    expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1)
  })

  test('leadership_and_department_cannot_list accounts or invitations of the lead office', async () => {
    await invite(county.lead, 'leadership')
    expect(okay(await county.leadership.client.from('invitations').select('id'))).toEqual([])
    expect(await refusal(county.leadership.client.rpc('list_accounts'))).toBe('not_permitted')
  })
})
