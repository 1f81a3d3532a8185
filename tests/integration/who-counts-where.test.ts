import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { must, okay, openCounty, succeed } from '../support/actors'
import { judgedTask, onDay } from '../support/judged-task'
import { askOn, at, noon } from '../support/lived-plan'

// Who is judged and counted where: supporting units, responsible ones beside leads, and what a task makes of its obligations.

let county: Awaited<ReturnType<typeof openCounty>>
let of: ReturnType<typeof judgedTask>
beforeAll(async () => {
  county = await openCounty()
  of = judgedTask(county)
})
afterAll(() => county.stop())

describe('a supporting unit', () => {
  beforeEach(() =>
    of.issue('2025-01-01', [
      {
        number: '1',
        units: [
          ['教育局', 'lead'],
          ['民政局', 'supporting'],
        ],
        dueOn: ['2025-06-30'],
      },
    ]),
  )
  test('is asked, not judged', async () => {
    expect(await of.said('2025-06-20', '民政局')).toBe('green on_track')
    expect(await of.said('2025-07-01', '民政局')).toBe('yellow support_awaited')
    await of.report('民政局', { at: noon('2025-07-05'), decision: 'approved' })
    expect(await of.rowOn('2025-07-05', '民政局')).toMatchObject({
      reasons: ['completed'],
      signal: 'green',
      is_late: false,
    })
  })
  test('is done with when the milestone is, and counts in no unit figure', async () => {
    await of.report('教育局', { at: noon('2025-06-20'), decision: 'approved' })
    expect(await of.rowOn('2025-07-01', '民政局')).toMatchObject({
      signal: 'grey',
      reasons: ['closed_with_milestone'],
      is_closed: true,
    })
    const units = okay(await county.lead.client.rpc('unit_overview', { p_plan_id: of.planId(), p_as_of: '2025-07-01' }))
    expect(units.find(({ name }) => name === '民政局')).toMatchObject({ tasks: 0, supporting: 1, percent: null })
  })
})

describe('a responsible unit beside a lead', () => {
  beforeEach(() =>
    of.issue('2025-01-01', [
      {
        number: '1',
        units: [
          ['教育局', 'lead'],
          ['民政局', 'responsible'],
          ['财政局', 'responsible'],
        ],
        dueOn: ['2025-06-30'],
      },
    ]),
  )
  test('is counted for itself, though the task follows its lead', async () => {
    await of.report('教育局', { at: noon('2025-06-20'), decision: 'approved' })
    await of.report('财政局', { at: noon('2025-06-20'), decision: 'approved' })
    expect(await of.taskOn('2025-07-01')).toMatchObject({
      is_complete: true,
      percent: 100,
      open_responsible: 1,
      overdue_responsible: 1,
    })
    expect(await of.taskOn('2025-06-25')).toMatchObject({ open_responsible: 1, overdue_responsible: 0 })
    const units = await askOn(county, '2025-07-01', async (day) =>
      okay(await county.lead.client.rpc('unit_overview', { p_plan_id: of.planId(), ...onDay(day) })),
    )
    expect(units.find(({ name }) => name === '民政局')).toMatchObject({ tasks: 1, red: 1 })
    const [row] = okay(await county.lead.client.rpc('plan_overview', { p_plan_id: of.planId(), p_as_of: '2025-07-01' }))
    expect(row).toMatchObject({ complete: 1, leads_done: 1 })
  })
  test('is not said of a task whose leads are still at it', async () => {
    expect(await of.taskOn('2025-07-01')).toMatchObject({ is_complete: false, open_responsible: 0 })
  })
})

describe('a task', () => {
  test('takes reason, due day and age from the obligation that decides', async () => {
    await of.issue('2025-01-01', [
      {
        number: '1',
        units: [
          ['教育局', 'lead'],
          ['民政局', 'lead'],
        ],
        dueOn: ['2025-03-31', '2025-06-30'],
      },
    ])
    // The first milestone awaits review of one and is overdue by the other, which never reported.
    await of.report('教育局', { at: noon('2025-03-20') })
    expect(await of.taskOn('2025-04-10')).toMatchObject({
      signal: 'red',
      reason: 'overdue',
      due_on: '2025-03-31',
      fact_on: null,
    })
  })
  test('has no percent where nothing applies', async () => {
    await of.issue('2025-01-01', [{ number: '1', units: [['教育局', 'lead']], dueOn: ['2025-06-30'] }])
    await of.report('教育局', { kind: 'not_applicable', percent: 0, at: noon('2025-02-01'), decision: 'approved' })
    expect(await of.taskOn('2025-02-01')).toMatchObject({ percent: null, signal: 'grey', reason: 'not_applicable' })
    const [row] = okay(await county.lead.client.rpc('plan_overview', { p_plan_id: of.planId(), p_as_of: '2025-02-01' }))
    expect(row).toMatchObject({ percent: null, scheduled_percent: null })
  })
  test('reads on a past day as it read then', async () => {
    await of.issue('2025-01-01', [{ number: '1', units: [['教育局', 'lead']], dueOn: ['2025-06-30'] }])
    const first = await of.taskOn('2025-01-02')
    const words = { p_title: '改过的任务', p_requirement: '改过的要求', p_reason: '表述' }
    await at(county.stack, noon('2025-03-01'), () =>
      succeed(county.lead.client.rpc('amend_task', { p_task_id: of.taskId(), ...words })),
    )
    expect(await of.taskOn('2025-02-28')).toMatchObject({ title: first.title, requirement: first.requirement })
    expect(await of.taskOn('2025-03-01')).toMatchObject({ title: '改过的任务', requirement: '改过的要求' })
    const titlesOn = async (p_as_of: string) =>
      okay(await county.lead.client.rpc('list_tasks', { p_filter: { plan_id: of.planId() }, p_as_of })).map(
        ({ title }) => title,
      )
    expect([await titlesOn('2025-02-28'), await titlesOn('2025-03-01')]).toEqual([[first.title], ['改过的任务']])
    const searchOn = async (p_as_of: string) =>
      okay(await county.lead.client.rpc('list_tasks', { p_filter: { plan_id: of.planId(), search: '改过' }, p_as_of }))
        .length
    expect([await searchOn('2025-02-28'), await searchOn('2025-03-01')]).toEqual([0, 1])
  })
  test('names the units that cause its signal first', async () => {
    await of.issue('2025-01-01', [
      {
        number: '1',
        units: [
          ['教育局', 'responsible'],
          ['财政局', 'responsible'],
        ],
        dueOn: ['2025-06-30'],
      },
    ])
    const unitsOn = async (p_as_of: string) =>
      must(okay(await county.lead.client.rpc('list_tasks', { p_filter: { plan_id: of.planId() }, p_as_of }))[0])
        .accountable_units
    const [first] = (await unitsOn('2025-01-02')).split('、')
    await of.report(first === '教育局' ? '教育局' : '财政局', { at: noon('2025-06-20'), decision: 'approved' })
    expect((await unitsOn('2025-07-01')).split('、')[1]).toBe(first)
  })
})
