import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  invite,
  joinByInvitation,
  must,
  okay,
  openCounty,
  refusal,
  succeed,
  type Actor,
  type Client,
} from '../support/actors'
import { draft, importPlan, issuePlan, type IssuedPlan } from '../support/issued-plan'
import { attachLink, complete, handIn, obligation, saveDraft } from '../support/reports'

type County = Awaited<ReturnType<typeof openCounty>>
const SIGNED_IN = ['lead', 'leadership', 'education', 'colleague', 'civil', 'outsider'] as const
type Name = (typeof SIGNED_IN)[number]

let county: County
let disabled: Actor
let plan: IssuedPlan
/** Names used in the tables below → ids of this run. */
let ids: Record<string, string>

beforeAll(async () => {
  county = await openCounty()
  const { lead, education, civil, units } = county
  disabled = await joinByInvitation(county.stack, lead, 'department', units.教育局)
  // In SQL, so that the session stands and the database itself is asked: on a hosted project a token goes on working.
  await county.stack.sql('update public.accounts set disabled_at = now() where user_id = $1', [disabled.userId])
  plan = await issuePlan(county)
  const draftPlan = await importPlan(lead, draft())
  const handedIn = await handIn(education, units.教育局, obligation(plan.tasks['1'], '教育局'), { hasEvidence: true })
  const begun = await saveDraft(civil, obligation(plan.tasks['4'], '民政局'))
  const unsent = await attachLink(civil, units.民政局, begun.report_id)
  const completed = obligation(plan.tasks['2'], '教育局')
  await complete(lead, education, units.教育局, completed)
  await succeed(lead.client.rpc('reopen_completion', { p_obligation_id: completed.id, p_reason: '失效' }))
  await takeAndGiveBack(must(plan.tasks['4']).id, units.财政局)
  const invitation = await invite(lead, 'department', units.财政局)
  const sources = await county.stack.sql<{ id: string; state: string }>(
    'select source_document_id as id, state from public.plans',
  )
  const sourceOf = (state: string) => must(sources.find((source) => source.state === state)).id
  const contact = { unit_id: units.财政局, name: '王五', phone: '0578-1234567 转 801' }
  const contactId = okay(await county.outsider.client.from('unit_contacts').insert(contact).select('id').single()).id
  ids = {
    'a contact of 财政局': contactId,
    'the issued plan': plan.planId,
    'the draft plan': draftPlan,
    'its source': sourceOf('issued'),
    'the draft’s source': sourceOf('draft'),
    'the handed-in report': handedIn.reportId,
    'the begun report of 民政局': begun.report_id,
    'the handed-in submission': handedIn.submissionId,
    'the handed-in evidence': must(handedIn.evidenceId),
    'unsent evidence of 民政局': unsent,
    'task 1': must(plan.tasks['1']).id,
    'task 4': must(plan.tasks['4']).id,
    'the disabled account': disabled.userId,
    'an invitation': invitation.id,
    'what 教育局 owes on task 1': obligation(plan.tasks['1'], '教育局').id,
    财政局: units.财政局,
  }
})
afterAll(() => county.stop())

/** A unit that had a task for a moment: what was done to it stays its own to read, and nothing else of the task. */
async function takeAndGiveBack(p_task_id: string, p_unit_id: string): Promise<void> {
  const { client } = county.lead
  const added = { p_task_id, p_unit_id, p_role: 'supporting' as const, p_reason: '补充' }
  const p_assignment_id = okay(await client.rpc('add_assignment', added))
  await succeed(client.rpc('withdraw_assignment', { p_assignment_id, p_reason: '有误' }))
  await succeed(client.rpc('amend_task', { p_task_id, p_title: '任务4', p_requirement: '新的要求', p_reason: '更正' }))
}

/** A client that is not held to the schema, as an attacker's is not. */
const loose = (client: Client) => client as unknown as { from: (table: string) => ReturnType<Client['from']> }
const ALL: readonly Name[] = SIGNED_IN
const ON_TASK_1: readonly Name[] = ['lead', 'leadership', 'education', 'colleague', 'civil']

interface Rule {
  what: string
  table: string
  column: string
  /** A key of `ids`; without one any row counts. */
  row?: string
  readers: readonly Name[]
}
const rule = (what: string, table: string, readers: readonly Name[], column = 'id', row?: string): Rule => ({
  what,
  table,
  readers,
  column,
  ...(row ? { row } : {}),
})

const RULES: readonly Rule[] = [
  rule('accounts', 'accounts', ALL, 'user_id'),
  ...[
    'units',
    'unit_groups',
    'unit_aliases',
    'plan_sections',
    'tasks',
    'milestones',
    'assignments',
    'obligations',
    'due_terms',
    'assignment_terms',
    'completion_reopenings',
  ].map((table) => rule(table, table, ALL)),
  rule('group members', 'unit_group_members', ALL, 'unit_id'),
  rule('invitations', 'invitations', ['lead']),
  rule('contacts of 财政局', 'unit_contacts', ['lead', 'leadership', 'outsider'], 'unit_id', '财政局'),
  rule(
    'the history of contacts of 财政局',
    'audit_events',
    ['lead', 'leadership', 'outsider'],
    'subject_id',
    'a contact of 财政局',
  ),
  rule('an issued plan', 'plans', ALL, 'id', 'the issued plan'),
  rule('a draft plan', 'plans', ['lead'], 'id', 'the draft plan'),
  rule('what is in a draft', 'plan_drafts', ['lead'], 'plan_id', 'the draft plan'),
  rule('the document of an issued plan', 'source_documents', ALL, 'id', 'its source'),
  rule('the document of a draft', 'source_documents', ['lead'], 'id', 'the draft’s source'),
  rule('a working copy', 'progress_reports', ['education', 'colleague'], 'id', 'the handed-in report'),
  rule('a working copy of 民政局', 'progress_reports', ['civil'], 'id', 'the begun report of 民政局'),
  rule(
    'attachments of a working copy',
    'report_evidence',
    ['education', 'colleague'],
    'report_id',
    'the handed-in report',
  ),
  rule('a submission on a shared task', 'report_submissions', ON_TASK_1, 'id', 'the handed-in submission'),
  rule('evidence of that submission', 'submission_evidence', ON_TASK_1, 'submission_id', 'the handed-in submission'),
  rule('the evidence itself', 'evidence', ON_TASK_1, 'id', 'the handed-in evidence'),
  rule('evidence not handed in yet', 'evidence', ['civil'], 'id', 'unsent evidence of 民政局'),
  rule('what was done on task 1', 'events', ON_TASK_1, 'task_id', 'task 1'),
  rule('what was handed in on it', 'events', ON_TASK_1, 'obligation_id', 'what 教育局 owes on task 1'),
  rule('what was done on task 4', 'events', ['lead', 'leadership', 'civil', 'outsider'], 'task_id', 'task 4'),
  rule('what was done to 财政局', 'events', ['lead', 'leadership', 'civil', 'outsider'], 'unit_id', '财政局'),
  rule('that a plan was issued', 'events', ALL, 'plan_id', 'the issued plan'),
  rule('the history of task 1', 'audit_events', ON_TASK_1, 'task_id', 'task 1'),
  rule('the history of task 4', 'audit_events', ['lead', 'leadership', 'civil'], 'task_id', 'task 4'),
  rule('the history of the issued plan', 'audit_events', ['lead', 'leadership'], 'subject_id', 'the issued plan'),
  rule('the history of the draft plan', 'audit_events', ['lead'], 'subject_id', 'the draft plan'),
  rule(
    'the history of a working copy',
    'audit_events',
    ['education', 'colleague'],
    'subject_id',
    'the handed-in report',
  ),
  rule(
    'the history of a working copy of 民政局',
    'audit_events',
    ['civil'],
    'subject_id',
    'the begun report of 民政局',
  ),
  rule('the history of a submission', 'audit_events', ON_TASK_1, 'subject_id', 'the handed-in submission'),
  rule(
    'the history of evidence not handed in yet',
    'audit_events',
    ['civil'],
    'subject_id',
    'unsent evidence of 民政局',
  ),
  rule('the history of an account', 'audit_events', ['lead'], 'subject_id', 'the disabled account'),
  rule('the history of an invitation', 'audit_events', ['lead'], 'subject_id', 'an invitation'),
]

describe('reading', () => {
  for (const { what, table, column, row, readers } of RULES) {
    const read = async (client: Client) => {
      const query = loose(client).from(table).select(column).limit(5)
      return row === undefined ? query : query.eq(column, must(ids[row]))
    }
    test.each(ALL.map((actor) => [actor, readers.includes(actor) ? 'can' : 'cannot']))(
      `%s_%s_read ${what}`,
      async (actor, may) => {
        const { data, error } = await read(county[actor as Name].client)
        expect(error).toBeNull()
        expect((data ?? []).length > 0).toBe(may === 'can')
      },
    )
    test(`anon_cannot_read ${what}`, async () => {
      expect(await refusal(read(county.anon))).toBe('42501')
    })
    test(`disabled_account_cannot_read ${what}`, async () => {
      expect((await read(disabled.client)).data ?? []).toEqual([])
    })
  }

  test('leadership_cannot_read addresses or unsent drafts in the history', async () => {
    const { data } = await county.leadership.client.from('audit_events').select('changes').limit(1000)
    const text = JSON.stringify(data)
    expect(text).not.toContain('@example.cn')
    expect(text).not.toContain('完成了一半')
  })
})

test('of a task it no longer has, a unit reads what was done to it and nothing else', async () => {
  const events = okay(await county.outsider.client.from('events').select('name, unit_id, task_id').order('id'))
  const ofTask = events.filter(({ task_id }) => task_id !== null)
  expect(ofTask.map(({ name, unit_id }) => [name, unit_id])).toEqual([
    ['unit_assigned', county.units.财政局],
    ['unit_withdrawn', county.units.财政局],
  ])
  expect(events.map(({ name }) => name)).toContain('plan_issued')
})

/** Tables that only functions write. */
const WRITTEN_BY_FUNCTIONS = [
  'accounts',
  'audit_events',
  'invitations',
  'plans',
  'plan_drafts',
  'plan_sections',
  'source_documents',
  'tasks',
  'milestones',
  'assignments',
  'progress_reports',
  'report_submissions',
  'submission_evidence',
  'completion_reopenings',
  'obligations',
  'due_terms',
  'assignment_terms',
  'events',
]
const KEY: Record<string, string> = {
  accounts: 'user_id',
  audit_events: 'subject_id',
  due_terms: 'milestone_id',
  assignment_terms: 'assignment_id',
  events: 'plan_id',
  plan_drafts: 'plan_id',
  submission_evidence: 'submission_id',
}

describe('writing past the functions', () => {
  const each = ['lead', 'leadership', 'education', 'anon'] as const
  const clientOf = (actor: string): Client =>
    actor === 'anon' ? county.anon : actor === 'disabled' ? disabled.client : county[actor as Name].client

  test.each(WRITTEN_BY_FUNCTIONS)('nobody_can_write %s directly', async (table) => {
    const key = KEY[table] ?? 'id'
    for (const actor of each) {
      const at = loose(clientOf(actor)).from(table)
      const id = '00000000-0000-4000-8000-000000000000'
      const attempts = [
        at.insert({ [key]: id } as never),
        at.update({ [key]: id } as never).neq(key, id),
        at.delete().neq(key, id),
      ]
      for (const attempt of attempts) expect(await refusal(attempt), `${actor} on ${table}`).toBe('42501')
      // The gateway knows no upsert; a hosted project needs the rights of both halves for it, which are tested above.
      expect(await refusal(at.upsert({ [key]: id } as never)), `${actor} on ${table}`).toMatch(/^(42501|PGRST100)$/)
    }
  })

  test.each(['leadership', 'education', 'outsider', 'anon', 'disabled'])(
    '%s_cannot_change units, groups or lineage',
    async (actor) => {
      const client = clientOf(actor)
      const unitId = county.units.财政局
      expect(await refusal(client.from('units').insert({ name: '假单位' }))).toBe('42501')
      expect(await refusal(client.from('unit_groups').insert({ name: '假组' }))).toBe('42501')
      expect(await refusal(client.from('unit_aliases').insert({ alias: '假名', unit_id: unitId }))).toBe('42501')
      expect(
        await refusal(
          client.from('unit_group_members').insert({ unit_group_id: county.subdistricts, unit_id: unitId }),
        ),
      ).toBe('42501')
      expect(
        await refusal(
          client.from('task_ancestors').insert({ task_id: must(ids['task 1']), ancestor_id: must(ids['task 4']) }),
        ),
      ).toBe('42501')
      expect((await client.from('units').update({ name: '改名' }).eq('id', unitId).select('id')).data ?? []).toEqual([])
      expect((await client.from('units').delete().eq('id', unitId).select('id')).data ?? []).toEqual([])
      expect((await client.from('unit_groups').delete().eq('id', county.subdistricts).select('id')).data ?? []).toEqual(
        [],
      )
    },
  )

  test('lead_can_change units and groups', async () => {
    const { client } = county.lead
    const { data } = await client.from('units').insert({ name: '新单位' }).select('id').single()
    const id = must(data).id
    expect((await client.from('units').update({ name: '新单位二' }).eq('id', id).select('id')).data).toHaveLength(1)
    expect(
      await refusal(client.from('unit_group_members').insert({ unit_group_id: county.subdistricts, unit_id: id })),
    ).toBe('went through')
    expect((await client.from('unit_group_members').delete().eq('unit_id', id).select('unit_id')).data).toHaveLength(1)
    expect((await client.from('units').delete().eq('id', id).select('id')).data).toHaveLength(1)
  })
})
