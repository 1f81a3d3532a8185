import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { must, okay, openCounty, succeed } from '../support/actors'
import type { IssuedPlan } from '../support/issued-plan'
import { askOn, at, issueAt, noon, reportAt } from '../support/lived-plan'
import { obligation } from '../support/reports'

let county: Awaited<ReturnType<typeof openCounty>>
let plan: IssuedPlan

beforeAll(async () => {
  county = await openCounty()
})
afterAll(() => county.stop())

const issue = async (tasks: Parameters<typeof issueAt>[2]) => {
  plan = await issueAt(county, '2025-01-01', tasks)
}
const taskId = (number = '1') => must(plan.tasks[number]).id
const stateOf = (number: string, asOf: string) =>
  askOn(county, asOf, async (p_as_of) => {
    const args = { p_task_id: taskId(number), ...(p_as_of === undefined ? {} : { p_as_of }) }
    return okay(await county.lead.client.rpc('task_state', args))[0]
  })
const obligationsOn = (asOf: string) =>
  askOn(county, asOf, async (p_as_of) => {
    const args = { p_task_id: taskId(), ...(p_as_of === undefined ? {} : { p_as_of }) }
    return okay(await county.lead.client.rpc('task_obligations', args))
  })

describe('several units', () => {
  test('the leads alone decide; the mean of the responsible units where there is no lead; supporting units never', async () => {
    await issue([
      {
        number: '1',
        units: [
          ['教育局', 'lead'],
          ['财政局', 'responsible'],
          ['民政局', 'supporting'],
        ],
      },
      {
        number: '2',
        units: [
          ['教育局', 'responsible'],
          ['财政局', 'responsible'],
          ['民政局', 'supporting'],
        ],
      },
    ])
    const approved = { at: noon('2025-03-01'), decision: 'approved' } as const
    await reportAt(county, '教育局', obligation(plan.tasks['1'], '教育局'), { ...approved, percent: 30 })
    await reportAt(county, '财政局', obligation(plan.tasks['1'], '财政局'), { ...approved, percent: 90 })
    await reportAt(county, '民政局', obligation(plan.tasks['1'], '民政局'), { ...approved })
    expect(await stateOf('1', '2025-03-02')).toMatchObject({ percent: 30, signal: 'green' })
    await reportAt(county, '教育局', obligation(plan.tasks['2'], '教育局'), { ...approved, percent: 25 })
    await reportAt(county, '财政局', obligation(plan.tasks['2'], '财政局'), { ...approved })
    await reportAt(county, '民政局', obligation(plan.tasks['2'], '民政局'), { ...approved })
    expect(await stateOf('2', '2025-03-02')).toMatchObject({ percent: 62.5, is_complete: false })
    await reportAt(county, '教育局', obligation(plan.tasks['2'], '教育局'), {
      at: noon('2025-03-05'),
      decision: 'approved',
    })
    expect(await stateOf('2', '2025-03-05')).toMatchObject({
      percent: 100,
      is_complete: true,
      signal: 'green',
      reason: 'completed',
    })
  })

  test('无此事项 of one unit leaves the mean to the others; of all, the task is grey and not complete', async () => {
    await issue([
      {
        number: '1',
        units: [
          ['教育局', 'responsible'],
          ['财政局', 'responsible'],
        ],
      },
    ])
    const none = { kind: 'not_applicable', percent: 0, decision: 'approved' } as const
    await reportAt(county, '财政局', obligation(plan.tasks['1'], '财政局'), { ...none, at: noon('2025-02-01') })
    await reportAt(county, '教育局', obligation(plan.tasks['1'], '教育局'), {
      percent: 40,
      at: noon('2025-02-01'),
      decision: 'approved',
    })
    expect(await stateOf('1', '2025-02-02')).toMatchObject({ percent: 40, signal: 'green' })
    await reportAt(county, '教育局', obligation(plan.tasks['1'], '教育局'), { ...none, at: noon('2025-02-03') })
    expect(await stateOf('1', '2025-02-03')).toMatchObject({
      percent: null,
      signal: 'grey',
      reason: 'not_applicable',
      is_complete: false,
    })
  })

  test('the worst of the accountable units shows', async () => {
    await issue([
      {
        number: '1',
        units: [
          ['教育局', 'responsible'],
          ['财政局', 'responsible'],
        ],
        dueOn: ['2025-03-31'],
      },
    ])
    await reportAt(county, '财政局', obligation(plan.tasks['1'], '财政局'), {
      at: noon('2025-03-01'),
      decision: 'approved',
    })
    expect(await stateOf('1', '2025-04-01')).toMatchObject({ signal: 'red', reason: 'overdue', percent: 50 })
  })

  test('a lead added later leads from that day on', async () => {
    await issue([{ number: '1', units: [['财政局', 'responsible']] }])
    await reportAt(county, '财政局', obligation(plan.tasks['1'], '财政局'), {
      percent: 80,
      at: noon('2025-02-01'),
      decision: 'approved',
    })
    const added = { p_task_id: taskId(), p_unit_id: county.units.教育局, p_role: 'lead' as const, p_reason: '补充' }
    await at(county.stack, noon('2025-03-10'), () => succeed(county.lead.client.rpc('add_assignment', added)))
    expect(await stateOf('1', '2025-03-09')).toMatchObject({ percent: 80 })
    expect(await stateOf('1', '2025-03-10')).toMatchObject({ percent: 0 })
  })

  test('a unit taken off and given back stands as it did on each day', async () => {
    await issue([
      {
        number: '1',
        units: [
          ['教育局', 'responsible'],
          ['财政局', 'responsible'],
        ],
      },
    ])
    const owed = obligation(plan.tasks['1'], '教育局')
    const withdrawn = { p_assignment_id: owed.assignmentId, p_reason: '调整' }
    await at(county.stack, noon('2025-03-01'), () => succeed(county.lead.client.rpc('withdraw_assignment', withdrawn)))
    const restored = { p_task_id: taskId(), p_unit_id: county.units.教育局, p_role: 'lead' as const, p_reason: '恢复' }
    await at(county.stack, noon('2025-04-01'), () => succeed(county.lead.client.rpc('add_assignment', restored)))
    const roleOn = async (asOf: string) =>
      (await obligationsOn(asOf)).find(({ obligation_id }) => obligation_id === owed.id)?.role
    expect([
      await roleOn('2025-02-28'),
      await roleOn('2025-03-01'),
      await roleOn('2025-03-31'),
      await roleOn('2025-04-01'),
    ]).toEqual(['responsible', undefined, undefined, 'lead'])
  })
})

describe('several milestones', () => {
  const three = ['2025-03-31', '2025-06-30', '2025-12-31']
  beforeEach(() => issue([{ number: '1', units: [['教育局', 'lead']], dueOn: three }]))

  test('each starts with the plan or the day after the one before is due', async () => {
    const rows = await obligationsOn('2025-04-01')
    expect(rows.map(({ start_on, due_on }) => [start_on, due_on])).toEqual([
      ['2025-01-01', '2025-03-31'],
      ['2025-04-01', '2025-06-30'],
      ['2025-07-01', '2025-12-31'],
    ])
  })

  test('the worst of those begun and open shows; when none is open, the last one begun', async () => {
    const [first, second] = [obligation(plan.tasks['1'], '教育局', 0), obligation(plan.tasks['1'], '教育局', 1)]
    await reportAt(county, '教育局', first, { at: noon('2025-03-30'), decision: 'approved' })
    expect(await stateOf('1', '2025-03-31')).toMatchObject({
      signal: 'green',
      reason: 'completed',
      is_complete: false,
      due_on: '2025-03-31',
    })
    expect(await stateOf('1', '2025-07-01')).toMatchObject({ signal: 'red', reason: 'overdue', due_on: '2025-06-30' })
    await reportAt(county, '教育局', second, { at: noon('2025-07-02'), decision: 'approved' })
    expect(await stateOf('1', '2025-07-02')).toMatchObject({
      signal: 'green',
      reason: 'on_track',
      due_on: '2025-12-31',
    })
    expect(await stateOf('1', '2026-01-01')).toMatchObject({ signal: 'red', reason: 'overdue' })
  })

  test('progress is their mean, by weight', async () => {
    const first = obligation(plan.tasks['1'], '教育局', 0)
    await reportAt(county, '教育局', first, { at: noon('2025-03-01'), decision: 'approved' })
    expect((await stateOf('1', '2025-03-01'))?.percent).toBeCloseTo(33.3333, 4)
    const weighed = { p_due_on: '2025-03-31', p_requirement: '', p_weight: 3, p_reason: '重点事项' }
    const amended = { p_milestone_id: first.milestoneId, ...weighed }
    await at(county.stack, noon('2025-03-05'), () => succeed(county.lead.client.rpc('amend_milestone', amended)))
    expect((await stateOf('1', '2025-03-04'))?.percent).toBeCloseTo(33.3333, 4)
    expect((await stateOf('1', '2025-03-05'))?.percent).toBe(60)
  })
})
