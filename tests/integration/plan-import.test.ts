import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { must, okay, openCounty, refusal, succeed } from '../support/actors'
import { day, draft, importPlan, issuePlan, USUAL_TASKS } from '../support/issued-plan'
import { obligation, saveDraft } from '../support/reports'

let county: Awaited<ReturnType<typeof openCounty>>
beforeAll(async () => {
  county = await openCounty()
})
afterAll(() => county.stop())

const issue = (planId: string, revision = 2) =>
  county.lead.client.rpc('issue_plan', { p_plan_id: planId, p_expected_revision: revision })
const save = (planId: string, revision: number, content = draft()) =>
  county.lead.client.rpc('save_plan_draft', { p_plan_id: planId, p_expected_revision: revision, p_content: content })
const rolesOf = async (taskId: string) => {
  const rows = okay(
    await county.lead.client.from('assignments').select('role, written_name, units(name)').eq('task_id', taskId),
  )
  return Object.fromEntries(rows.map((row) => [row.units.name, row.role]))
}

describe('a draft', () => {
  test('the later of two clerks is told, and nothing is lost', async () => {
    const planId = await importPlan(county.lead, draft())
    expect((await save(planId, 2)).data).toBe(3)
    expect((await save(planId, 2)).error).toMatchObject({ message: 'plan_draft_revision_conflict', details: '3' })
    const outcomes = await Promise.all([refusal(save(planId, 3)), refusal(save(planId, 3))])
    expect(outcomes.toSorted()).toEqual(['plan_draft_revision_conflict', 'went through'])
  })

  test('with a long title or without one is kept all the same', async () => {
    const titles = ['长'.repeat(300), '', null]
    const p_drafts = titles.map((title) => draft(USUAL_TASKS, { title }))
    const rows = okay(
      await county.lead.client.rpc('import_plans', {
        p_file_name: '要点.docx',
        p_media_type: 'x',
        p_content: '正文',
        p_tables: [],
        p_drafts,
      }),
    )
    const plans = okay(
      await county.lead.client
        .from('plans')
        .select('title')
        .in(
          'id',
          rows.map((row) => row.plan_id),
        ),
    )
    expect(plans.map(({ title }) => title).toSorted()).toEqual(['要点.docx', '要点.docx', '长'.repeat(200)])
  })

  test('an empty document, or one without a plan, is refused', async () => {
    const importing = (p_content: string, p_drafts: never[]) =>
      refusal(
        county.lead.client.rpc('import_plans', {
          p_file_name: 'a',
          p_media_type: 'x',
          p_content,
          p_tables: [],
          p_drafts,
        }),
      )
    expect(await importing(' ', [])).toBe('document_is_empty')
    expect(await importing('正文', [])).toBe('document_holds_no_plan')
  })

  test('thrown away, it takes its document along only when no other plan stands on it', async () => {
    const rows = okay(
      await county.lead.client.rpc('import_plans', {
        p_file_name: '两份.txt',
        p_media_type: 'x',
        p_content: '正文',
        p_tables: [],
        p_drafts: [draft(), draft()],
      }),
    )
    const documents = async () =>
      okay(await county.lead.client.from('source_documents').select('id').eq('file_name', '两份.txt')).length
    await county.lead.client.rpc('discard_plan_draft', { p_plan_id: must(rows[0]).plan_id })
    expect(await documents()).toBe(1)
    await county.lead.client.rpc('discard_plan_draft', { p_plan_id: must(rows[1]).plan_id })
    expect(await documents()).toBe(0)
  })
})

describe('issuing', () => {
  test('needs every written name resolved', async () => {
    const tasks = [
      {
        number: '1',
        units: [
          ['县大数据局', 'lead'],
          ['教育局', 'supporting'],
        ] as const,
      },
    ]
    const planId = await importPlan(county.lead, draft(tasks))
    expect(okay(await county.lead.client.rpc('unresolved_names', { p_plan_id: planId }))).toEqual([
      { name: '县大数据局', task_count: 1 },
    ])
    expect((await issue(planId)).error).toMatchObject({ message: 'unit_names_unresolved', details: '县大数据局' })
    await save(planId, 2, draft(tasks, {}, { resolutions: { 县大数据局: { kind: 'not_tracked' } } }))
    expect(await refusal(issue(planId, 3))).toBe('went through')
  })

  test('a retired unit is given nothing, by name, alias or choice', async () => {
    const { data } = await county.lead.client.from('units').insert({ name: '旧局' }).select('id').single()
    const unitId = must(data).id
    await county.lead.client.from('unit_aliases').insert({ alias: '老局', unit_id: unitId })
    await succeed(county.lead.client.rpc('retire_unit', { p_unit_id: unitId, p_handovers: {}, p_reason: '撤并' }))
    const tasks = [
      {
        number: '1',
        units: [
          ['旧局', 'lead'],
          ['老局', 'lead'],
          ['某局', 'lead'],
        ] as const,
      },
    ]
    const planId = await importPlan(county.lead, draft(tasks, {}, { resolutions: { 某局: { kind: 'unit', unitId } } }))
    expect(
      okay(await county.lead.client.rpc('unresolved_names', { p_plan_id: planId }))
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(['旧局', '某局', '老局'].toSorted())
  })

  test('an empty group and a plan without tasks are refused', async () => {
    await county.lead.client.from('unit_groups').insert({ name: '各镇' })
    expect(
      (await issue(await importPlan(county.lead, draft([{ number: '1', units: [['各镇', 'lead']] }])))).error,
    ).toMatchObject({ message: 'unit_group_is_empty', details: '各镇' })
    expect(await refusal(issue(await importPlan(county.lead, draft([]))))).toBe('plan_has_no_tasks')
  })

  test('a group becomes its members of the day, and the strongest role stays', async () => {
    const units = [
      ['各街道', 'supporting'],
      ['东街道', 'lead'],
      ['县教体局', 'responsible'],
      ['教育局', 'supporting'],
    ] as const
    const plan = await issuePlan(county, draft([{ number: '1', units }]))
    expect(await rolesOf(must(plan.tasks['1']).id)).toEqual({
      东街道: 'lead',
      西街道: 'supporting',
      教育局: 'responsible',
    })
  })

  test('units of a general note stand in every task once accepted', async () => {
    const note = (isAccepted: boolean | null) => [{ name: '财政局', role: 'responsible', isAccepted }]
    const accepted = await issuePlan(county, draft(USUAL_TASKS, {}, { defaultUnits: note(true) }))
    for (const task of Object.values(accepted.tasks))
      expect(await rolesOf(task.id)).toMatchObject({ 财政局: 'responsible' })
    const open = await issuePlan(county, draft(USUAL_TASKS, {}, { defaultUnits: note(null) }))
    for (const task of Object.values(open.tasks)) expect(await rolesOf(task.id)).not.toHaveProperty('财政局')
  })

  test('two statements with one due day are one milestone; a task without any is due with the plan', async () => {
    const plan = await issuePlan(
      county,
      draft(
        [
          { number: '1', units: [['教育局', 'lead']], dueOn: [day(10), day(20), day(10)] },
          { number: '2', units: [['教育局', 'lead']] },
        ],
        { endsOn: day(99) },
      ),
    )
    expect(must(plan.tasks['1']).milestones.map(({ dueOn }) => dueOn)).toEqual([day(10), day(20)])
    expect(must(plan.tasks['2']).milestones.map(({ dueOn }) => dueOn)).toEqual([day(99)])
    const texts = okay(
      await county.lead.client
        .from('milestones')
        .select('requirement')
        .eq('id', must(must(plan.tasks['1']).milestones[0]).id),
    )
    expect(must(texts[0]).requirement.split('\n')).toHaveLength(2)
  })

  test('happens once, also when two clerks issue at the same moment, and locks the plan', async () => {
    const planId = await importPlan(county.lead, draft([{ number: '1', units: [['教育局', 'lead']] }]))
    const outcomes = await Promise.all([refusal(issue(planId)), refusal(issue(planId))])
    expect(outcomes.toSorted()).toEqual(['plan_is_issued', 'went through'])
    expect(await refusal(save(planId, 2))).toBe('plan_is_issued')
    const discard = () => refusal(county.lead.client.rpc('discard_plan_draft', { p_plan_id: planId }))
    expect(await discard()).toBe('plan_is_issued')
    await succeed(county.lead.client.rpc('close_plan', { p_plan_id: planId, p_reason: '结束' }))
    expect(await refusal(save(planId, 2))).toBe('plan_is_closed')
    expect(await discard()).toBe('plan_is_closed')
  })

  test('and what was thrown away is not there for anybody who still edits it', async () => {
    const planId = await importPlan(county.lead, draft([{ number: '1', units: [['教育局', 'lead']] }]))
    await succeed(county.lead.client.rpc('discard_plan_draft', { p_plan_id: planId }))
    const edits = [save(planId, 1), issue(planId), county.lead.client.rpc('discard_plan_draft', { p_plan_id: planId })]
    for (const edit of edits) expect(await refusal(edit)).toBe('plan_not_found')
  })
})

describe('amending', () => {
  test('asks for a reason, and history keeps from, to and why', async () => {
    const plan = await issuePlan(county)
    const { id } = must(plan.tasks['1'])
    const amend = (p_reason: string) =>
      county.lead.client.rpc('amend_task', { p_task_id: id, p_title: '新名称', p_requirement: '新要求', p_reason })
    expect(await refusal(amend(' '))).toBe('reason_missing')
    expect(await refusal(amend('文件更正'))).toBe('went through')
    const events = okay(
      await county.lead.client
        .from('audit_events')
        .select('action, changes, reason, actor_id')
        .eq('subject', 'tasks')
        .eq('subject_id', id)
        .eq('action', 'changed'),
    )
    expect(events).toMatchObject([
      { changes: { title: ['任务1', '新名称'] }, reason: '文件更正', actor_id: county.lead.userId },
    ])
  })

  test('a unit is added once, taken off, and given back', async () => {
    const plan = await issuePlan(county)
    const { id, assignments } = must(plan.tasks['4'])
    const add = (unit: string) =>
      refusal(
        county.lead.client.rpc('add_assignment', {
          p_task_id: id,
          p_unit_id: unit,
          p_role: 'supporting',
          p_reason: '补充',
        }),
      )
    expect(await add(county.units.教育局)).toBe('went through')
    expect(await add(county.units.教育局)).toBe('unit_already_assigned')
    const withdraw = () =>
      refusal(
        county.lead.client.rpc('withdraw_assignment', {
          p_assignment_id: must(assignments['民政局']),
          p_reason: '调整',
        }),
      )
    expect([await withdraw(), await withdraw()]).toEqual(['went through', 'assignment_is_withdrawn'])
    expect(await add(county.units.民政局)).toBe('went through')
  })

  test('two milestones of a task cannot share a due day', async () => {
    const plan = await issuePlan(
      county,
      draft([{ number: '1', units: [['教育局', 'lead']], dueOn: [day(10), day(20)] }]),
    )
    const [first] = must(plan.tasks['1']).milestones
    const move = (p_due_on: string) =>
      refusal(
        county.lead.client.rpc('amend_milestone', {
          p_milestone_id: must(first).id,
          p_due_on,
          p_requirement: '',
          p_weight: 1,
          p_reason: '更正',
        }),
      )
    expect([await move(day(20)), await move(day(15))]).toEqual(['due_date_taken', 'went through'])
  })

  test('ends with the plan', async () => {
    const plan = await issuePlan(county)
    await county.lead.client.rpc('close_plan', { p_plan_id: plan.planId, p_reason: '年度结束' })
    expect(
      await refusal(county.lead.client.rpc('withdraw_task', { p_task_id: must(plan.tasks['1']).id, p_reason: 'x' })),
    ).toBe('task_is_closed')
    await expect(saveDraft(county.education, obligation(plan.tasks['1'], '教育局'))).rejects.toThrow(
      'obligation_is_closed',
    )
  })
})

describe('units', () => {
  test('one in use cannot be deleted', async () => {
    await issuePlan(county)
    expect(await refusal(county.lead.client.from('units').delete().eq('id', county.units.教育局))).toBe('23503')
  })

  test('one name means one thing, whatever its width and brackets', async () => {
    const { client } = county.lead
    expect(await refusal(client.from('units').insert({ name: '教 育 局' }))).toBe('23505')
    expect(await refusal(client.from('unit_groups').insert({ name: '教育局' }))).toBe('unit_name_already_taken')
    expect(await refusal(client.from('unit_aliases').insert({ alias: '各街道', unit_id: county.units.教育局 }))).toBe(
      'unit_name_already_taken',
    )
    expect(await refusal(client.from('units').insert({ name: '县教体局' }))).toBe('unit_name_already_taken')
    expect(await refusal(client.from('units').insert({ name: '　' }))).toBe('23514')
  })

  test('a unit does not stand above itself', async () => {
    const { client } = county.lead
    const under = (unit: string, parent_id: string) =>
      refusal(client.from('units').update({ parent_id }).eq('id', unit))
    expect(await under(county.units.东街道, county.units.西街道)).toBe('went through')
    expect(await under(county.units.西街道, county.units.东街道)).toBe('unit_parent_loops')
  })

  test('a pasted list is taken whole or not at all', async () => {
    const p_units = [{ name: '水利局', aliases: [], groups: ['各委办局', '各委办局'] }, { name: '教育局' }]
    expect(await refusal(county.lead.client.rpc('import_units', { p_units }))).toBe('23505')
    expect(okay(await county.lead.client.from('units').select('id').eq('name', '水利局'))).toEqual([])
    expect(okay(await county.lead.client.rpc('import_units', { p_units: p_units.slice(0, 1) }))).toBe(1)
  })
})
