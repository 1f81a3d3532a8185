import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { joinByInvitation, openCounty, refusal, type Actor, type Client } from '../support/actors'

const NOBODY = '00000000-0000-4000-8000-000000000000'

/** Function → arguments that would be looked at only after the question who is asking. */
const LEAD_OFFICE: Record<string, object> = {
  create_invitation: { p_role: 'lead_office', p_unit_id: NOBODY },
  invite_units: { p_unit_ids: [] },
  renew_invitations: { p_invitation_ids: [] },
  revoke_invitation: { p_invitation_id: NOBODY },
  list_accounts: {},
  set_account_disabled: { p_user_id: NOBODY, p_is_disabled: true, p_reason: 'x' },
  create_password_reset: { p_user_id: NOBODY },
  import_units: { p_units: [] },
  tasks_to_hand_over: { p_unit_id: NOBODY },
  retire_unit: { p_unit_id: NOBODY, p_handovers: {}, p_reason: 'x' },
  restore_unit: { p_unit_id: NOBODY },
  unit_merge_preview: { p_unit_id: NOBODY, p_into_id: NOBODY },
  merge_units: { p_unit_id: NOBODY, p_into_id: NOBODY, p_reason: 'x' },
  first_steps: {},
  make_unit_group: { p_name: 'x', p_member_ids: [], p_new_units: [] },
  import_plans: { p_file_name: 'a', p_media_type: 'text/plain', p_content: 'a', p_tables: [], p_drafts: [] },
  keep_source_file: { p_source_document_id: NOBODY, p_path: 'x' },
  plans_imported_before: { p_plans: [] },
  save_plan_draft: { p_plan_id: NOBODY, p_expected_revision: 1, p_content: {} },
  discard_plan_draft: { p_plan_id: NOBODY },
  unresolved_names: { p_plan_id: NOBODY },
  earlier_dues_of_draft: { p_plan_id: NOBODY },
  issue_plan: { p_plan_id: NOBODY, p_expected_revision: 1 },
  close_plan: { p_plan_id: NOBODY, p_reason: 'x' },
  approve_reports: { p_submission_ids: [NOBODY] },
  review_report: { p_submission_id: NOBODY, p_decision: 'approved', p_reason: 'x' },
  reopen_completion: { p_obligation_id: NOBODY, p_reason: 'x' },
  answer_earlier_dues: { p_task_id: NOBODY, p_answers: {} },
  amend_task: { p_task_id: NOBODY, p_title: 'x', p_requirement: 'x', p_reason: 'x' },
  withdraw_task: { p_task_id: NOBODY, p_reason: 'x' },
  add_assignment: { p_task_id: NOBODY, p_unit_id: NOBODY, p_role: 'lead', p_reason: 'x' },
  withdraw_assignment: { p_assignment_id: NOBODY, p_reason: 'x' },
  amend_milestone: { p_milestone_id: NOBODY, p_due_on: '2026-01-01', p_requirement: '', p_weight: 1, p_reason: 'x' },
  ancestor_candidates: { p_start_year: 2020, p_end_year: 2030 },
}
const REPORT = {
  p_obligation_id: NOBODY,
  p_expected_revision: 0,
  p_kind: 'progress',
  p_percent: 1,
  p_done: '',
  p_next_steps: '',
  p_problems: '',
}
const DEPARTMENT: Record<string, object> = {
  my_obligations: {},
  submit_report: { p_report_id: NOBODY, p_expected_revision: 1 },
  discard_report_draft: { p_report_id: NOBODY, p_expected_revision: 1 },
  save_report_draft: REPORT,
  hand_in_report: REPORT,
}
const ANY_ACCOUNT: Record<string, object> = {
  list_tasks: {},
  plan_overview: {},
  section_overview: { p_plan_id: NOBODY },
  unit_overview: {},
  task_matrix: { p_plan_id: NOBODY },
  progress_trend: { p_plan_id: NOBODY },
  task_obligations: { p_task_id: NOBODY },
  obligation_state: { p_obligation_id: NOBODY },
  my_actions: { p_subject: 'plan', p_id: NOBODY },
  ensure_day: {},
  task_state: { p_task_id: NOBODY },
  earlier_dues_of_task: { p_task_id: NOBODY },
  search_tasks: { p_text: 'a' },
  set_display_name: { p_display_name: '新名' },
  my_password_resets: {},
}
/** About something of the caller's own, which nobody has here. */
const OWN: Record<string, object> = { acknowledge_password_reset: { p_reset_id: NOBODY, p_state: 'used' } }
const OPEN = [
  'business_date',
  'business_today',
  'check_reset_code',
  'check_sign_up_code',
  'current_account',
  'is_set_up',
  'reset_password',
]

/** Columns that are worked out: read with the rows of their table, under its policies. */
const COLUMNS: Record<string, object> = {
  due_on: { p_obligation: {} },
  milestone_due_on: { p_obligation: {} },
  percent_before: { p_submission: {} },
}

let county: Awaited<ReturnType<typeof openCounty>>
let disabled: Actor
beforeAll(async () => {
  county = await openCounty()
  disabled = await joinByInvitation(county.stack, county.lead, 'lead_office')
  // In SQL, so that the session stands and the database itself is asked: on a hosted project a token goes on working.
  await county.stack.sql('update public.accounts set disabled_at = now() where user_id = $1', [disabled.userId])
})
afterAll(() => county.stop())

const call = (client: Client, name: string, args: object) => refusal(client.rpc(name as 'is_set_up', args as never))

test('each function of the API is in one of the lists', async () => {
  const rows = await county.stack.sql<{ name: string }>(
    `select distinct proname as name from pg_proc where pronamespace = 'public'::regnamespace and has_function_privilege('authenticated', oid, 'execute')`,
  )
  const listed = [LEAD_OFFICE, DEPARTMENT, ANY_ACCOUNT, OWN, COLUMNS].flatMap(Object.keys)
  expect(rows.map(({ name }) => name).toSorted()).toEqual([...listed, ...OPEN].toSorted())
})

describe.each(Object.entries({ ...LEAD_OFFICE, ...DEPARTMENT, ...ANY_ACCOUNT, ...OWN }))('%s', (name, args) => {
  test('anon_cannot_call', async () => {
    expect(await call(county.anon, name, args)).toBe('42501')
  })
  test('disabled_account_cannot_call', async () => {
    expect(await call(disabled.client, name, args)).toBe('not_signed_in')
  })
})

describe.each(Object.entries(LEAD_OFFICE))('%s', (name, args) => {
  test.each(['education', 'leadership'] as const)('%s_cannot_call', async (actor) => {
    expect(await call(county[actor].client, name, args)).toBe('not_permitted')
  })
  test('lead_can_call', async () => {
    expect(await call(county.lead.client, name, args)).not.toMatch(/^(not_permitted|not_signed_in|42501|PGRST\d+)$/)
  })
})

describe.each(Object.entries(DEPARTMENT))('%s', (name, args) => {
  test.each(['lead', 'leadership'] as const)('%s_cannot_call', async (actor) => {
    expect(await call(county[actor].client, name, args)).toBe('not_permitted')
  })
  test('department_can_call', async () => {
    expect(await call(county.education.client, name, args)).not.toMatch(
      /^(not_permitted|not_signed_in|42501|PGRST\d+)$/,
    )
  })
})

describe.each(Object.entries(ANY_ACCOUNT))('%s', (name, args) => {
  test.each(['lead', 'leadership', 'education'] as const)('%s_can_call', async (actor) => {
    expect(await call(county[actor].client, name, args)).toBe('went through')
  })
})

describe.each(Object.entries(OWN))('%s', (name, args) => {
  test.each(['lead', 'leadership', 'education'] as const)('%s_can_call', async (actor) => {
    expect(await call(county[actor].client, name, args)).not.toMatch(
      /^(went through|not_permitted|not_signed_in|42501|PGRST\d+)$/,
    )
  })
})

describe.each(Object.entries(COLUMNS))('%s', (name, args) => {
  test('anon_cannot_call', async () => {
    expect(await call(county.anon, name, args)).toBe('42501')
  })
  test('says nothing to a disabled account, whatever obligation it makes up', async () => {
    const [owed] = await county.stack.sql<{ as_json: object }>(
      `select to_jsonb(o) as as_json from public.obligations o limit 1`,
    )
    const { data } = await disabled.client.rpc(name as 'due_on', { p_obligation: owed?.as_json ?? {} } as never)
    expect(data ?? null).toBeNull()
  })
})
