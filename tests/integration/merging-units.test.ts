import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { invite, must, okay, openCounty, refusal, signUp, succeed, type County } from '../support/actors'
import { day, draft, importPlan, issuePlan, type IssuedPlan } from '../support/issued-plan'
import { at, morning } from '../support/lived-plan'
import { complete, handIn, obligation, saveDraft } from '../support/reports'
import { plansThatDiffer, unitsThatDiffer } from '../support/standings'

// 民政局 turns out to be 教育局: what one of them had is the other's.

let county: County & { stop: () => Promise<void> }
let plan: IssuedPlan
let closed: IssuedPlan
let draftPlan: string
const before: Record<string, unknown> = {}

const merge = (p_reason = '同一单位的两种写法', p_unit_id = county.units.民政局, p_into_id = county.units.教育局) =>
  county.lead.client.rpc('merge_units', { p_unit_id, p_into_id, p_reason })
const preview = async () => {
  const args = { p_unit_id: county.units.民政局, p_into_id: county.units.教育局 }
  return must(okay(await county.lead.client.rpc('unit_merge_preview', args))[0])
}
const unitsOf = async (asOf?: string) =>
  okay(await county.lead.client.rpc('unit_overview', asOf === undefined ? {} : { p_as_of: asOf }))

beforeAll(async () => {
  county = await openCounty()
  const { lead, education, civil, units } = county
  const both = [
    ['教育局', 'supporting'],
    ['民政局', 'lead'],
  ] as const
  const tasks = [
    { number: '1', units: [['民政局', 'lead']] },
    // On 2 and 3 stand both; on 2 民政局 has reported, on 3 both have.
    { number: '2', units: both },
    {
      number: '3',
      units: [
        ['教育局', 'responsible'],
        ['民政局', 'responsible'],
      ],
    },
    { number: '4', units: [['民政局', 'responsible']] },
  ] as const
  await at(county.stack, morning(day(-20)), async () => {
    plan = await issuePlan(county, draft(tasks))
    closed = await issuePlan(county, draft([{ number: '9', units: both }]))
    await complete(lead, civil, units.民政局, obligation(closed.tasks['9'], '民政局'))
    await succeed(lead.client.rpc('close_plan', { p_plan_id: closed.planId, p_reason: '期满' }))
  })
  await complete(lead, civil, units.民政局, obligation(plan.tasks['1'], '民政局'))
  await succeed(
    lead.client.rpc('reopen_completion', {
      p_obligation_id: obligation(plan.tasks['1'], '民政局').id,
      p_reason: '失效',
    }),
  )
  await complete(lead, civil, units.民政局, obligation(plan.tasks['1'], '民政局'))
  await handIn(civil, units.民政局, obligation(plan.tasks['2'], '民政局'), { percent: 60 })
  await handIn(civil, units.民政局, obligation(plan.tasks['3'], '民政局'))
  await handIn(education, units.教育局, obligation(plan.tasks['3'], '教育局'))
  await saveDraft(civil, obligation(plan.tasks['4'], '民政局'))
  await lead.client.from('unit_group_members').insert({ unit_group_id: county.subdistricts, unit_id: units.民政局 })
  await lead.client.from('unit_aliases').insert({ alias: '县民政局', unit_id: units.民政局 })
  for (const unit_id of [units.教育局, units.民政局])
    await lead.client.from('unit_contacts').insert({ unit_id, name: '王五', phone: '668899' })
  await lead.client.from('units').update({ parent_id: units.民政局 }).in('id', [units.财政局, units.教育局])
  const resolutions = { 民政: { kind: 'unit', unitId: units.民政局 } }
  draftPlan = await importPlan(lead, draft([{ number: '1', units: [['民政', 'lead']] }], {}, { resolutions }))
  before.day = okay(await lead.client.rpc('task_state', { p_task_id: must(plan.tasks['1']).id }))
  before.past = okay(await lead.client.rpc('plan_overview', { p_as_of: day(-5) }))
})
afterAll(() => county.stop())

describe('before', () => {
  test('it is said what goes over, and which tasks both have', async () => {
    const { shared, ...counts } = await preview()
    expect(counts).toEqual({
      tasks: 4,
      reports: 5,
      evidence: 3,
      accounts: 1,
      invitations: 0,
      names: 2,
      groups: 1,
      contacts: 1,
    })
    expect(shared).toHaveLength(3)
    expect(shared).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ title: '任务2', role: 'lead', is_open: true, has_reports_of_both: false }),
        expect.objectContaining({ title: '任务3', role: 'responsible', is_open: true, has_reports_of_both: true }),
        expect.objectContaining({ title: '任务9', is_open: false, has_reports_of_both: false }),
      ]),
    )
  })

  test('reports of both on one obligation, no reason, itself, or nobody: refused, and nothing happens', async () => {
    expect((await merge()).error).toMatchObject({ message: 'merging_units_both_reported', details: '任务3' })
    expect(await refusal(merge(' '))).toBe('reason_missing')
    expect(await refusal(merge('误建', county.units.教育局, county.units.教育局))).toBe('unit_is_merged_with_itself')
    expect(await refusal(merge('误建', must(plan.tasks['1']).id))).toBe('unit_not_found')
    expect(await county.stack.sql('select from public.units where merged_into is not null')).toEqual([])
  })
})

describe('after', () => {
  let link: string
  beforeAll(async () => {
    const p_assignment_id = must(must(plan.tasks['3']).assignments.民政局)
    await succeed(county.lead.client.rpc('withdraw_assignment', { p_assignment_id, p_reason: '重复' }))
    link = (await invite(county.lead, 'department', county.units.民政局)).code
    await succeed(merge())
  })

  test('work of one is the other’s, in place, with the stronger role where both had it', async () => {
    const { 教育局 } = county.units
    const rows = await county.stack.sql<{
      id: string
      role: string
      unit_id: string
      withdrawn_reason: string | null
      number: string
    }>(
      `select a.id, a.role, a.unit_id, a.withdrawn_reason, t.number from public.assignments a join public.tasks t on t.id = a.task_id`,
    )
    const inForce = rows.filter(({ withdrawn_reason }) => withdrawn_reason === null)
    const of教育局 = inForce.filter(({ unit_id }) => unit_id === 教育局).map(({ number, role }) => [number, role])
    expect(of教育局.toSorted()).toEqual([
      ['1', 'lead'],
      ['2', 'lead'],
      ['3', 'responsible'],
      ['4', 'responsible'],
      ['9', 'supporting'],
    ])
    // The same assignment, not another one.
    expect(rows.find(({ id }) => id === must(plan.tasks['1']).assignments.民政局)?.unit_id).toBe(教育局)
    const withdrawn = rows.find(({ id }) => id === must(plan.tasks['2']).assignments.民政局)
    expect(withdrawn).toMatchObject({ unit_id: county.units.民政局, withdrawn_reason: '同一单位的两种写法' })
    // Settled: a closed plan keeps both as they were.
    expect(inForce.filter(({ number }) => number === '9')).toHaveLength(2)
  })

  test('reports and evidence go on where they were, frozen as ever, and are read by the unit that stays', async () => {
    const { education, units } = county
    const of = async (number: string) =>
      okay(
        await education.client
          .from('report_submissions')
          .select('unit_id, percent, obligation_id')
          .eq('task_id', must(plan.tasks[number]).id),
      )
    expect(await of('1')).toHaveLength(2)
    expect(await of('2')).toEqual([
      { unit_id: units.教育局, percent: 60, obligation_id: obligation(plan.tasks['2'], '教育局').id },
    ])
    expect((await of('3')).map(({ unit_id }) => unit_id).toSorted()).toEqual([units.教育局, units.民政局].toSorted())
    const drafts = okay(
      await education.client.from('progress_reports').select('state').eq('task_id', must(plan.tasks['4']).id),
    )
    expect(drafts).toEqual([{ state: 'draft' }])
    const evidence = okay(await education.client.from('evidence').select('unit_id'))
    expect(new Set(evidence.map(({ unit_id }) => unit_id))).toEqual(new Set([units.教育局]))
    for (const change of ['percent = 1', `unit_id = '${units.财政局}'`, `unit_id = unit_id, done = 'x'`])
      await expect(
        county.stack.sql(`update public.report_submissions set ${change} where decision is not null`),
      ).rejects.toThrow(/submission_is_frozen|foreign key/)
    await expect(
      county.stack.sql(`update public.progress_reports set percent = 1 where state = 'approved'`),
    ).rejects.toThrow('approved_report_is_frozen')
    await expect(county.stack.sql(`update public.evidence set title = 'x'`)).rejects.toThrow('evidence_is_frozen')
  })

  test('signals are what the rule computes, of today and of past days', async () => {
    const today = okay(await county.lead.client.rpc('business_today'))
    expect(await plansThatDiffer(county.stack, today, [plan.planId, closed.planId])).toEqual([])
    expect(await unitsThatDiffer(county.stack, today)).toEqual([])
    expect(okay(await county.lead.client.rpc('task_state', { p_task_id: must(plan.tasks['1']).id }))).toEqual(
      before.day,
    )
    expect(okay(await county.lead.client.rpc('plan_overview', { p_as_of: day(-5) }))).toEqual(before.past)
    const units = await unitsOf()
    expect(units.find(({ name }) => name === '教育局')).toMatchObject({ tasks: 4, complete: 1 })
    expect(units.find(({ unit_id }) => unit_id === county.units.民政局)?.tasks ?? 0).toBe(0)
  })

  test('names, groups, people, contacts, parents and drafts follow', async () => {
    const { client } = county.lead
    const { 教育局, 民政局, 财政局 } = county.units
    const merged = okay(await client.from('units').select('name, retired_on, merged_into').eq('id', 民政局).single())
    expect(merged).toEqual({
      name: '民政局（已并入教育局）',
      retired_on: expect.any(String) as unknown,
      merged_into: 教育局,
    })
    const aliases = okay(await client.from('unit_aliases').select('alias').eq('unit_id', 教育局))
    expect(aliases.map(({ alias }) => alias).toSorted()).toEqual(['县教体局', '县民政局', '民政局'].toSorted())
    const members = okay(
      await client.from('unit_group_members').select('unit_id').eq('unit_group_id', county.subdistricts),
    )
    expect(members.map(({ unit_id }) => unit_id)).toContain(教育局)
    expect(members.map(({ unit_id }) => unit_id)).not.toContain(民政局)
    expect(okay(await client.from('unit_contacts').select('unit_id, name'))).toEqual([
      { unit_id: 教育局, name: '王五' },
    ])
    expect(okay(await county.civil.client.rpc('current_account'))).toMatchObject([{ unit_id: 教育局 }])
    const late = await signUp(county.stack, link)
    expect(okay(await late.client.rpc('current_account'))).toMatchObject([{ unit_id: 教育局 }])
    const parents = okay(await client.from('units').select('id, parent_id').in('id', [教育局, 财政局]))
    expect(Object.fromEntries(parents.map(({ id, parent_id }) => [id, parent_id]))).toEqual({
      [教育局]: null,
      [财政局]: 教育局,
    })
    expect(okay(await client.rpc('unresolved_names', { p_plan_id: draftPlan }))).toEqual([])
    const next = await importPlan(county.lead, draft([{ number: '1', units: [['民政局', 'lead']] }]))
    expect(okay(await client.rpc('unresolved_names', { p_plan_id: next }))).toEqual([])
  })

  test('history says who did it and why, and it is for good', async () => {
    const { client, userId } = county.lead
    const rows = okay(
      await client
        .from('audit_events')
        .select('actor_id, reason, changes')
        .eq('subject', 'units')
        .eq('subject_id', county.units.民政局)
        .order('id'),
    )
    expect(rows.at(-1)).toMatchObject({
      actor_id: userId,
      reason: '同一单位的两种写法',
      changes: { merged_into: [null, county.units.教育局] },
    })
    expect(await refusal(client.rpc('restore_unit', { p_unit_id: county.units.民政局 }))).toBe('unit_is_merged')
    expect(await refusal(merge())).toBe('unit_is_merged')
    expect(await refusal(merge('误建', county.units.财政局, county.units.民政局))).toBe('unit_is_retired')
  })

  test('somebody of the merged unit goes on reporting, for the one that stays', async () => {
    const owed = obligation(plan.tasks['2'], '教育局')
    expect(
      await refusal(
        county.civil.client.rpc('save_report_draft', {
          p_obligation_id: owed.id,
          p_expected_revision: 0,
          p_kind: 'progress',
          p_percent: 70,
          p_done: '',
          p_next_steps: '',
          p_problems: '',
        }),
      ),
    ).not.toBe('obligation_not_found')
  })

  test('a name that is merged a second time is told apart', async () => {
    const { client } = county.lead
    await succeed(client.from('unit_aliases').delete().eq('alias', '民政局'))
    const again = okay(await client.from('units').insert({ name: '民政局' }).select('id').single())
    await succeed(merge('又建了一次', again.id))
    const { name } = okay(await client.from('units').select('name').eq('id', again.id).single())
    expect(name).toMatch(/^民政局（已并入教育局，\d{4}-\d\d-\d\d \d\d:\d\d）$/)
  })
})
