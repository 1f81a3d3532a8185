import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { must, okay, openCounty, succeed } from '../support/actors'
import type { IssuedPlan } from '../support/issued-plan'
import { askOn, at, issueAt, noon, reportAt } from '../support/lived-plan'
import { obligation, type Obligation } from '../support/reports'

let county: Awaited<ReturnType<typeof openCounty>>
let plan: IssuedPlan
let owed: Obligation
let others: Obligation

beforeAll(async () => {
  county = await openCounty()
})
afterAll(() => county.stop())
beforeEach(async () => {
  const units = [
    ['教育局', 'responsible'],
    ['民政局', 'responsible'],
  ] as const
  const tasks = [{ number: '1', units, dueOn: ['2025-06-30', '2025-09-30'] }]
  plan = await issueAt(county, '2025-01-01', tasks, { warningDays: 0 })
  owed = obligation(plan.tasks['1'], '教育局')
  others = obligation(plan.tasks['1'], '民政局')
})

const taskId = () => must(plan.tasks['1']).id
const ofDay = (p_as_of: string | undefined) => (p_as_of === undefined ? {} : { p_as_of })
const stateOf = (date: string, { id }: Obligation = owed) =>
  askOn(county, date, async (day) => {
    const [row] = okay(await county.lead.client.rpc('obligation_state', { p_obligation_id: id, ...ofDay(day) }))
    return row && { start: row.start_on, due: row.due_on, role: row.role, signal: row.signal, reason: row.reasons[0] }
  })
const taskOn = (date: string) =>
  askOn(county, date, async (day) =>
    must(okay(await county.lead.client.rpc('task_state', { p_task_id: taskId(), ...ofDay(day) }))[0]),
  )
const amendOn = (date: string, p_due_on: string, p_weight = 1) => {
  const amended = { p_milestone_id: owed.milestoneId, p_due_on, p_requirement: '', p_weight, p_reason: '上级调整' }
  return at(county.stack, noon(date), () => succeed(county.lead.client.rpc('amend_milestone', amended)))
}
/** As the room for extensions will write it. */
const extendOn = (date: string, dueOn: string, { id, milestoneId }: Obligation = owed) =>
  county.stack.act(
    { at: noon(date) },
    `insert into public.due_terms (milestone_id, obligation_id, due_on, source, reason)
     values ($1::text::uuid, $2::text::uuid, $3::text::date, 'extension', '汛期推迟')`,
    [milestoneId, id, dueOn],
  )

describe('a due date that was moved twice', () => {
  beforeEach(async () => {
    await amendOn('2025-03-10', '2025-05-31')
    await amendOn('2025-07-15', '2025-08-31')
  })

  test.each([
    ['2025-03-09', '2025-06-30'],
    ['2025-03-10', '2025-05-31'],
    ['2025-07-14', '2025-05-31'],
    ['2025-07-15', '2025-08-31'],
  ])('was on %s what was known then: %s', async (date, due) => {
    expect(await stateOf(date)).toMatchObject({ due })
    expect(await stateOf(date, others)).toMatchObject({ due })
  })

  test.each([
    ['2025-05-31', 'green'],
    ['2025-06-01', 'red'],
    ['2025-07-14', 'red'],
    ['2025-07-15', 'yellow'],
    ['2025-08-31', 'yellow'],
    ['2025-09-01', 'red'],
  ])('and on %s the signal was %s', async (date, signal) => {
    const known = must(await stateOf(date)).signal
    expect(signal === 'red' ? known === 'red' : known !== 'red').toBe(true)
  })

  test('every former one stays to be read, with its day and its reason', async () => {
    const terms = okay(
      await county.outsider.client
        .from('due_terms')
        .select('due_on, weight, source, reason, known_from')
        .eq('milestone_id', owed.milestoneId)
        .order('id'),
    )
    expect(terms.map((term) => ({ ...term, known_from: new Date(term.known_from).toISOString() }))).toEqual([
      { due_on: '2025-06-30', weight: 1, source: 'issue', reason: '', known_from: '2024-12-31T16:00:00.000Z' },
      {
        due_on: '2025-05-31',
        weight: 1,
        source: 'amendment',
        reason: '上级调整',
        known_from: '2025-03-10T04:00:00.000Z',
      },
      {
        due_on: '2025-08-31',
        weight: 1,
        source: 'amendment',
        reason: '上级调整',
        known_from: '2025-07-15T04:00:00.000Z',
      },
    ])
  })

  test('the next milestone begins the day after', async () => {
    const next = obligation(plan.tasks['1'], '教育局', 1)
    expect(await stateOf('2025-03-09', next)).toMatchObject({ start: '2025-07-01' })
    expect(await stateOf('2025-03-10', next)).toMatchObject({ start: '2025-06-01' })
    expect(await stateOf('2025-07-15', next)).toMatchObject({ start: '2025-09-01' })
  })
})

test('rewording a milestone writes no term', async () => {
  const reworded = { p_due_on: '2025-06-30', p_requirement: '新的要求', p_weight: 1, p_reason: '更正' }
  await succeed(county.lead.client.rpc('amend_milestone', { p_milestone_id: owed.milestoneId, ...reworded }))
  const terms = await county.stack.sql('select from public.due_terms where milestone_id = $1', [owed.milestoneId])
  expect(terms).toHaveLength(1)
})

describe('an extension', () => {
  beforeEach(() => extendOn('2025-06-20', '2025-07-31'))

  test('counts from its day on, for its unit alone', async () => {
    expect(await stateOf('2025-06-19')).toMatchObject({ due: '2025-06-30' })
    expect(await stateOf('2025-06-20')).toMatchObject({ due: '2025-07-31' })
    expect(await stateOf('2025-06-20', others)).toMatchObject({ due: '2025-06-30' })
    expect(await stateOf('2025-06-20', obligation(plan.tasks['1'], '教育局', 1))).toMatchObject({
      start: '2025-07-01',
      due: '2025-09-30',
    })
  })

  test.each([
    ['2025-06-30', 'not late', 'not late'],
    ['2025-07-01', 'not late', 'overdue'],
    ['2025-07-31', 'not late', 'overdue'],
    ['2025-08-01', 'overdue', 'overdue'],
  ])('on %s its unit is %s and the other %s', async (date, own, other) => {
    const isOverdue = async (one: Obligation) =>
      must(await stateOf(date, one)).reason === 'overdue' ? 'overdue' : 'not late'
    expect([await isOverdue(owed), await isOverdue(others)]).toEqual([own, other])
  })

  test('makes a report in time what would have been late', async () => {
    const handedIn = { at: noon('2025-07-31'), decision: 'approved' } as const
    await reportAt(county, '教育局', owed, handedIn)
    await reportAt(county, '民政局', others, handedIn)
    expect(await stateOf('2025-08-01')).toMatchObject({ signal: 'green', reason: 'completed' })
    expect(await stateOf('2025-08-01', others)).toMatchObject({ signal: 'yellow', reason: 'completed_late' })
  })

  test('goes before what the milestone is moved to later, and the last one counts', async () => {
    await amendOn('2025-07-10', '2025-08-15')
    expect(await stateOf('2025-07-10')).toMatchObject({ due: '2025-07-31' })
    expect(await stateOf('2025-07-10', others)).toMatchObject({ due: '2025-08-15' })
    await extendOn('2025-07-20', '2025-08-31')
    expect(await stateOf('2025-07-19')).toMatchObject({ due: '2025-07-31' })
    expect(await stateOf('2025-07-20')).toMatchObject({ due: '2025-08-31' })
  })

  test('leaves the date of the milestone as the plan says it', async () => {
    const [cell] = await askOn(county, '2025-06-20', async (day) =>
      okay(await county.lead.client.rpc('task_matrix', { p_plan_id: plan.planId, ...ofDay(day) })),
    )
    expect(must(cell).due_on).toBe('2025-06-30')
    const [milestone] = okay(await county.lead.client.from('milestones').select('due_on').eq('id', owed.milestoneId))
    expect(must(milestone).due_on).toBe('2025-06-30')
  })

  test('lets the task be as late as the unit that has none', async () => {
    expect(await taskOn('2025-07-01')).toMatchObject({ signal: 'red', reason: 'overdue', due_on: '2025-06-30' })
    await extendOn('2025-07-01', '2025-07-31', others)
    expect((await taskOn('2025-07-01')).signal).not.toBe('red')
  })

  test('is of one obligation on its own milestone, and says why', async () => {
    const insert = (columns: string, values: unknown[]) =>
      county.stack.sql(
        `insert into public.due_terms (milestone_id, obligation_id, due_on, source, reason) ${columns}`,
        values,
      )
    const next = must(must(plan.tasks['1']).milestones[1]).id
    await expect(
      insert(`values ($1::text::uuid, $2::text::uuid, '2125-12-01', 'extension', '推迟')`, [next, owed.id]),
    ).rejects.toThrow('an_obligations_term_is_of_its_milestone')
    await expect(
      insert(`values ($1::text::uuid, $2::text::uuid, '2125-12-01', 'amendment', '推迟')`, [owed.milestoneId, owed.id]),
    ).rejects.toThrow('an_extension_or_answer_is_of_one_obligation')
    await expect(
      insert(`values ($1::text::uuid, $2::text::uuid, '2125-12-01', 'extension', ' ')`, [owed.milestoneId, owed.id]),
    ).rejects.toThrow('a_change_of_terms_says_why')
  })
})

test('roles of past days come from terms, and a unit off the task owes nothing from that day on', async () => {
  const withdrawn = { p_assignment_id: owed.assignmentId, p_reason: '职责调整' }
  await at(county.stack, noon('2025-04-01'), () => succeed(county.lead.client.rpc('withdraw_assignment', withdrawn)))
  const back = { p_task_id: taskId(), p_unit_id: county.units.教育局, p_role: 'lead' as const, p_reason: '恢复' }
  await at(county.stack, noon('2025-05-01'), () => succeed(county.lead.client.rpc('add_assignment', back)))
  expect(await stateOf('2025-03-31')).toMatchObject({ role: 'responsible' })
  expect(await stateOf('2025-04-01')).toBeUndefined()
  expect(await stateOf('2025-04-30')).toBeUndefined()
  expect(await stateOf('2025-05-01')).toMatchObject({ role: 'lead' })
  const terms = okay(
    await county.civil.client
      .from('assignment_terms')
      .select('role, is_in_force, reason')
      .eq('assignment_id', owed.assignmentId)
      .order('id'),
  )
  expect(terms).toEqual([
    { role: 'responsible', is_in_force: true, reason: '' },
    { role: 'responsible', is_in_force: false, reason: '职责调整' },
    { role: 'lead', is_in_force: true, reason: '恢复' },
  ])
})

test('who has a task and what is due is an obligation, whichever came later', async () => {
  const added = { p_task_id: taskId(), p_unit_id: county.units.财政局, p_role: 'supporting' as const, p_reason: '补充' }
  await at(county.stack, noon('2025-04-01'), async () => okay(await county.lead.client.rpc('add_assignment', added)))
  const obligationsOn = (date: string) =>
    askOn(county, date, async (day) =>
      okay(await county.lead.client.rpc('task_obligations', { p_task_id: taskId(), ...ofDay(day) })).map(
        (row) => `${row.unit_name} ${row.due_on}`,
      ),
    )
  expect(await obligationsOn('2025-03-31')).toHaveLength(4)
  expect(await obligationsOn('2025-04-01')).toEqual(expect.arrayContaining(['财政局 2025-06-30', '财政局 2025-09-30']))
})
