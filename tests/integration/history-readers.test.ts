import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { historySubjectVocabulary } from '@/domain/history/history-event'
import { invite, must, okay, openCounty, type Actor } from '../support/actors'
import { draft, importPlan, issuePlan, type IssuedPlan } from '../support/issued-plan'
import { attachLink, handIn, obligation, review, saveDraft } from '../support/reports'

const DRAFT_TITLE = '还没有下达的要点'
const NOTE = '给新来的联络员小王'
const UNSENT = '还没有报送的页面'

let county: Awaited<ReturnType<typeof openCounty>>
let plan: IssuedPlan
beforeAll(async () => {
  county = await openCounty()
  const { lead, education, civil, units } = county
  plan = await issuePlan(county)
  await importPlan(lead, draft(undefined, { title: DRAFT_TITLE }))
  okay(await lead.client.rpc('create_invitation', { p_role: 'department', p_unit_id: units.财政局, p_note: NOTE }))
  const revoked = await invite(lead, 'leadership')
  await lead.client.rpc('revoke_invitation', { p_invitation_id: revoked.id })
  okay(await lead.client.rpc('create_password_reset', { p_user_id: civil.userId }))
  const handedIn = await handIn(education, units.教育局, obligation(plan.tasks['1'], '教育局'), {
    percent: 40,
    hasEvidence: true,
  })
  await review(lead, handedIn.submissionId, 'returned')
  const begun = await saveDraft(civil, obligation(plan.tasks['2'], '民政局'), { percent: 73 })
  const row = { unit_id: units.民政局, kind: 'link' as const, title: UNSENT, url: 'https://example.cn/unsent' }
  okay(await civil.client.from('evidence').insert(row).select('id').single())
  await attachLink(civil, units.民政局, begun.report_id)
})
afterAll(() => county.stop())

const read = async (actor: Actor) => okay(await actor.client.from('audit_events').select('*').order('id').limit(1000))
const subjectsOf = async (actor: Actor) => [...new Set((await read(actor)).map(({ subject }) => subject))].toSorted()
const OF_TASKS = ['assignments', 'completion_reopenings', 'milestones', 'report_submissions', 'tasks']

describe('leadership', () => {
  test('reads the history of what is issued and handed in, and no invitation, account, reset, draft or working copy', async () => {
    const events = await read(county.leadership)
    const text = JSON.stringify(events)
    for (const secret of [DRAFT_TITLE, NOTE, UNSENT, '@example.cn']) expect(text).not.toContain(secret)
    expect(events.filter((event) => event.to_state === 'draft')).toEqual([])
    expect(await subjectsOf(county.leadership)).toEqual([
      'assignments',
      'milestones',
      'plans',
      'report_submissions',
      'tasks',
      'unit_aliases',
      'unit_group_members',
      'unit_groups',
      'units',
    ])
  })
  test('reads that a plan was issued', async () => {
    const events = (await read(county.leadership)).filter(({ subject }) => subject === 'plans')
    expect(events.map(({ subject_id, to_state }) => [subject_id, to_state])).toEqual([[plan.planId, 'issued']])
  })
})

describe('the lead office', () => {
  test('reads its own drafts, invitations and resets, and no unit’s working copy', async () => {
    const events = await read(county.lead)
    const text = JSON.stringify(events)
    expect(text).toContain(DRAFT_TITLE)
    expect(text).toContain(NOTE)
    expect(text).not.toContain(UNSENT)
    const subjects = await subjectsOf(county.lead)
    expect(subjects).toEqual(
      expect.arrayContaining(['accounts', 'invitations', 'password_resets', 'plans', 'report_submissions']),
    )
    for (const subject of ['progress_reports', 'evidence']) expect(subjects).not.toContain(subject)
    // Not even that 73 % stands in a draft.
    expect(text).not.toMatch(/"percent":\[[^\]]*\b73\b/)
  })
})

describe('a department', () => {
  test('reads of other units what they handed in on shared tasks, and nothing of their working copies', async () => {
    const events = await read(county.education)
    expect(JSON.stringify(events)).not.toContain(UNSENT)
    const own = events.filter(({ subject }) => !OF_TASKS.includes(subject))
    expect([...new Set(own.map(({ subject }) => subject))].toSorted()).toEqual(['evidence', 'progress_reports'])
    expect(own.filter(({ unit_id }) => unit_id !== county.units.教育局)).toEqual([])
    const shared = (await read(county.civil)).filter(({ subject }) => subject === 'report_submissions')
    expect(shared.map(({ unit_id }) => unit_id)).toEqual([county.units.教育局, county.units.教育局])
  })
  test('on no task reads nothing', async () => {
    expect(await read(county.outsider)).toEqual([])
  })
})

test('each reader of a task’s page reads all that its history tells', async () => {
  const taskId = must(plan.tasks['1']).id
  const told = await county.stack.sql<{ id: string }>(
    'select id from public.audit_events where task_id = $1 and subject = any ($2)',
    [taskId, historySubjectVocabulary.values],
  )
  const idsOf = async (actor: Actor) =>
    okay(
      await actor.client
        .from('audit_events')
        .select('id')
        .eq('task_id', taskId)
        .in('subject', [...historySubjectVocabulary.values]),
    ).map(({ id }) => id)
  for (const actor of [county.lead, county.leadership, county.education, county.civil])
    expect((await idsOf(actor)).length).toBe(told.length)
})

test('a newly audited table is read by nobody until it is listed', async () => {
  await county.stack.sql(
    'create table public.later_things (id uuid primary key default gen_random_uuid(), plan_id uuid, task_id uuid, unit_id uuid)',
  )
  await county.stack.sql(
    'create trigger later_things_are_audited after insert on public.later_things for each row execute function private.record_change()',
  )
  await county.stack.sql('insert into public.later_things (task_id, unit_id) values ($1, $2)', [
    must(plan.tasks['1']).id,
    county.units.教育局,
  ])
  expect(await county.stack.sql(`select from public.audit_events where subject = 'later_things'`)).toHaveLength(1)
  for (const actor of [county.lead, county.leadership, county.education])
    expect(await subjectsOf(actor)).not.toContain('later_things')
})
