import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { must, okay, openCounty, refusal, succeed, type UnitName } from '../support/actors'
import type { IssuedPlan } from '../support/issued-plan'
import { askOn, at, issueAt, noon, reportAt, reviewAt, type LivedReport } from '../support/lived-plan'
import { obligation } from '../support/reports'

// The sentences on who is counted from when, by which day and where: each with its boundaries.

let county: Awaited<ReturnType<typeof openCounty>>
let plan: IssuedPlan
beforeAll(async () => {
  county = await openCounty()
})
afterAll(() => county.stop())

type Tasks = Parameters<typeof issueAt>[2]
const issue = async (date: string, tasks: Tasks, document: Parameters<typeof issueAt>[3] = {}) => {
  plan = await issueAt(county, date, tasks, { reportingCadence: 'none', ...document })
}
const taskId = () => must(plan.tasks['1']).id
const owed = (unit: UnitName, milestone = 0) => obligation(plan.tasks['1'], unit, milestone)
const report = (unit: UnitName, words: LivedReport) => reportAt(county, unit, owed(unit), words)
const onDay = (day: string | undefined) => (day === undefined ? {} : { p_as_of: day })
const rowsOn = (asOf: string) =>
  askOn(county, asOf, async (day) =>
    okay(await county.lead.client.rpc('task_obligations', { p_task_id: taskId(), ...onDay(day) })),
  )
const rowOn = async (asOf: string, unit: UnitName, milestone = 0) =>
  must((await rowsOn(asOf)).find(({ obligation_id }) => obligation_id === owed(unit, milestone).id))
const said = async (asOf: string, unit: UnitName) => {
  const { signal, reasons } = await rowOn(asOf, unit)
  return `${signal} ${reasons[0] ?? ''}`
}
/** The same of the first milestone of a unit that was given the task later. */
const saidOf = async (asOf: string, unit: UnitName) => {
  const { signal, reasons } = must((await rowsOn(asOf)).find(({ unit_name }) => unit_name === unit))
  return `${signal} ${reasons[0] ?? ''}`
}
const taskOn = (asOf: string) =>
  askOn(county, asOf, async (day) =>
    must(okay(await county.lead.client.rpc('task_state', { p_task_id: taskId(), ...onDay(day) }))[0]),
  )
const give = (date: string, unit: UnitName, role: 'lead' | 'responsible' | 'supporting', answers?: object) =>
  at(county.stack, noon(date), () =>
    succeed(
      county.lead.client.rpc('add_assignment', {
        p_task_id: taskId(),
        p_unit_id: county.units[unit],
        p_role: role,
        p_reason: '补充分工',
        ...(answers === undefined ? {} : { p_earlier_dues: answers as never }),
      }),
    ),
  )
const answer = (date: string, answers: object) =>
  at(county.stack, noon(date), async () =>
    county.lead.client.rpc('answer_earlier_dues', { p_task_id: taskId(), p_answers: answers as never }),
  )

describe('the clock of an obligation', () => {
  test('starts with the milestone, the issue or the day it was given, whichever is last', async () => {
    await issue('2025-03-01', [
      { number: '1', units: [['教育局', 'responsible']], dueOn: ['2025-06-30', '2025-12-31'] },
    ])
    await give('2025-05-01', '民政局', 'responsible')
    expect((await rowOn('2025-05-01', '教育局')).start_on).toBe('2025-03-01')
    expect((await rowOn('2025-05-01', '教育局', 1)).start_on).toBe('2025-07-01')
  })
  test('makes nobody behind for time before it was given', async () => {
    await issue('2025-01-01', [{ number: '1', units: [['教育局', 'responsible']], dueOn: ['2025-12-31'] }])
    await give('2025-10-01', '财政局', 'responsible')
    expect(await said('2025-10-02', '教育局')).toBe('yellow behind_schedule')
    expect(await saidOf('2025-10-02', '财政局')).toBe('green on_track')
  })
  test('has how many points behind are too many from the plan', async () => {
    await issue('2025-01-01', [{ number: '1', units: [['教育局', 'responsible']], dueOn: ['2025-12-31'] }], {
      behindPoints: 40,
    })
    expect(await said('2025-05-26', '教育局')).toBe('green on_track')
    expect(await said('2025-05-28', '教育局')).toBe('yellow behind_schedule')
  })
  test('is compared on the last day up to which reports are due', async () => {
    await issue('2025-01-01', [{ number: '1', units: [['教育局', 'responsible']], dueOn: ['2025-12-31'] }], {
      reportingCadence: 'quarterly',
    })
    await report('教育局', { percent: 10, at: noon('2025-03-31'), decision: 'approved' })
    await report('教育局', { percent: 30, at: noon('2025-06-30'), decision: 'approved' })
    // 24.7 % of the time had gone by the end of March, 49.7 % by that of June; its report is due on 10 July.
    expect(await said('2025-07-10', '教育局')).toBe('green on_track')
    expect(await said('2025-07-11', '教育局')).toBe('green on_track')
    expect(await said('2025-10-11', '教育局')).toBe('yellow report_missing')
  })
  test('takes what waits for as good as approved', async () => {
    await issue('2025-01-01', [{ number: '1', units: [['教育局', 'responsible']], dueOn: ['2025-12-31'] }])
    expect(await said('2025-06-30', '教育局')).toBe('yellow behind_schedule')
    await report('教育局', { percent: 60, at: noon('2025-06-30') })
    const row = await rowOn('2025-06-30', '教育局')
    expect([row.signal, row.percent, row.waiting_percent]).toEqual(['green', 0, 60])
  })
})

describe('a period', () => {
  const quarterly = { reportingCadence: 'quarterly' } as const
  test.each([
    ['2025-02-14', 'yellow report_missing'],
    ['2025-02-15', 'yellow report_missing'],
    ['2025-02-16', 'green on_track'],
  ])('is owed by who had the obligation for at least half of it: given on %s', async (given, expected) => {
    await issue('2025-01-01', [{ number: '1', units: [['民政局', 'responsible']], dueOn: ['2027-12-31'] }], {
      ...quarterly,
      endsOn: '2027-12-31',
    })
    await give(given, '教育局', 'responsible')
    expect(await saidOf('2025-04-11', '教育局')).toBe(expected)
  })
  test('is counted anew after a reopening', async () => {
    await issue('2025-01-01', [{ number: '1', units: [['教育局', 'responsible']], dueOn: ['2025-12-31'] }], quarterly)
    await report('教育局', { at: noon('2025-01-20'), decision: 'approved' })
    const reopened = { p_obligation_id: owed('教育局').id, p_reason: '失效' }
    await at(county.stack, noon('2025-06-01'), () => succeed(county.lead.client.rpc('reopen_completion', reopened)))
    expect((await rowOn('2025-07-11', '教育局')).reasons).not.toContain('report_missing')
    expect((await rowOn('2025-10-11', '教育局')).reasons).toContain('report_missing')
  })
})

describe('what fell due before it was given', () => {
  const begin = () =>
    issue('2025-04-01', [{ number: '1', units: [['教育局', 'responsible']], dueOn: ['2025-03-31', '2025-12-31'] }])
  beforeEach(begin)

  test('is grey until it is answered, and counted apart', async () => {
    expect(await said('2025-04-01', '教育局')).toBe('grey due_before_given')
    const [row] = await askOn(county, '2025-04-02', async (day) =>
      okay(await county.lead.client.rpc('plan_overview', { p_plan_id: plan.planId, ...onDay(day) })),
    )
    expect(row).toMatchObject({ tasks: 1, red: 0, grey: 0 })
    expect(must(row).before_given + must(row).green).toBe(1)
  })
  test('is an ordinary one where it fell due on the day it was given', async () => {
    await issue('2025-03-31', [{ number: '1', units: [['教育局', 'responsible']], dueOn: ['2025-03-31'] }])
    expect((await rowOn('2025-03-31', '教育局')).reasons).toContain('due_soon')
    expect(await said('2025-04-01', '教育局')).toBe('red overdue')
  })
  test('done already, on a day that is stated', async () => {
    await succeed(answer('2025-04-05', { all: { answer: 'done', doneOn: '2025-03-20' } }))
    const row = await rowOn('2025-04-05', '教育局')
    expect(row).toMatchObject({ signal: 'green', reasons: ['completed'], completed_on: '2025-03-20', percent: 100 })
    expect(await said('2025-04-04', '教育局')).toBe('grey due_before_given')
  })
  test('done late is late', async () => {
    await succeed(answer('2025-04-05', { all: { answer: 'done', doneOn: '2025-04-01' } }))
    expect(await said('2025-04-05', '教育局')).toBe('yellow completed_late')
  })
  test('still owed by the old date is overdue from then on', async () => {
    await succeed(answer('2025-04-05', { all: { answer: 'owed' } }))
    expect(await said('2025-04-04', '教育局')).toBe('grey due_before_given')
    expect(await said('2025-04-05', '教育局')).toBe('red overdue')
  })
  test('still owed by a new date has a clock of its own', async () => {
    await succeed(answer('2025-04-05', { all: { answer: 'owed', dueOn: '2025-05-31' } }))
    const row = await rowOn('2025-04-06', '教育局')
    expect(row).toMatchObject({
      signal: 'green',
      due_on: '2025-05-31',
      milestone_due_on: '2025-03-31',
      start_on: '2025-04-01',
    })
    expect(await said('2025-06-01', '教育局')).toBe('red overdue')
  })
  test('not tracked is grey, closed and has no percent', async () => {
    await succeed(answer('2025-04-05', { all: { answer: 'not_tracked' } }))
    expect(await rowOn('2025-04-05', '教育局')).toMatchObject({
      signal: 'grey',
      reasons: ['not_tracked'],
      percent: null,
      is_closed: true,
    })
  })
  test('is settled by an approved completing report, which nobody calls late', async () => {
    await report('教育局', { at: noon('2025-04-10'), decision: 'approved', decidedAt: noon('2025-04-12') })
    expect(await said('2025-04-11', '教育局')).toBe('grey due_before_given')
    expect(await said('2025-04-12', '教育局')).toBe('green completed')
  })
  test('is asked again after a reopening', async () => {
    await succeed(answer('2025-04-05', { all: { answer: 'done', doneOn: '2025-03-20' } }))
    const reopened = { p_obligation_id: owed('教育局').id, p_reason: '失效' }
    await at(county.stack, noon('2025-04-08'), () => succeed(county.lead.client.rpc('reopen_completion', reopened)))
    expect(await said('2025-04-08', '教育局')).toBe('grey due_before_given')
    await succeed(answer('2025-04-09', { all: { answer: 'not_tracked' } }))
    expect(await said('2025-04-09', '教育局')).toBe('grey not_tracked')
  })
  test('is answered when it is given, one by one before all at once', async () => {
    await give('2025-05-10', '民政局', 'responsible', {
      all: { answer: 'not_tracked' },
      each: { [owed('教育局').milestoneId]: { answer: 'owed' } },
    })
    const rows = await rowsOn('2025-05-10')
    const row = must(
      rows.find(({ unit_name, milestone_due_on }) => unit_name === '民政局' && milestone_due_on < '2025-05'),
    )
    expect(row).toMatchObject({ signal: 'red', reasons: ['overdue'] })
  })
  test('is asked of nobody who is only asked to support', async () => {
    await give('2025-05-10', '民政局', 'supporting')
    const row = must((await rowsOn('2025-05-10')).find(({ unit_name }) => unit_name === '民政局'))
    expect(row).toMatchObject({ signal: 'yellow', reasons: ['support_awaited'] })
  })
  test.each([
    ['without a day', { answer: 'done' }, 'done_date_missing'],
    ['on a day to come', { answer: 'done', doneOn: '2025-04-06' }, 'done_date_is_in_the_future'],
    ['by a day that has passed', { answer: 'owed', dueOn: '2025-04-04' }, 'due_date_is_past'],
    ['in words nobody knows', { answer: 'perhaps' }, 'earlier_due_answer_unreadable'],
    ['by no date', { answer: 'owed', dueOn: 'soon' }, 'earlier_due_answer_unreadable'],
  ])('is not answered %s', async (_words, given, key) => {
    expect(await refusal(answer('2025-04-05', { all: given }))).toBe(key)
  })
  test('is answered once, and by the lead office alone', async () => {
    const args = { p_task_id: taskId(), p_answers: { all: { answer: 'owed' } } }
    expect(await refusal(county.education.client.rpc('answer_earlier_dues', args))).toBe('not_permitted')
    expect(await refusal(county.leadership.client.rpc('answer_earlier_dues', args))).toBe('not_permitted')
    await succeed(answer('2025-04-05', args.p_answers))
    expect(await refusal(answer('2025-04-06', args.p_answers))).toBe('earlier_due_is_not_asked')
  })
})

describe('a completion', () => {
  beforeEach(() => issue('2025-01-01', [{ number: '1', units: [['教育局', 'lead']], dueOn: ['2025-06-30'] }]))
  const amend = (date: string, dueOn: string) =>
    at(county.stack, noon(date), async () =>
      county.lead.client.rpc('amend_milestone', {
        p_milestone_id: owed('教育局').milestoneId,
        p_due_on: dueOn,
        p_requirement: '',
        p_weight: 1,
        p_reason: '调整',
      }),
    )
  test('is judged by the due date in force when it was handed in', async () => {
    await report('教育局', { at: noon('2025-06-20'), decision: 'approved', decidedAt: noon('2025-06-25') })
    await succeed(amend('2025-06-26', '2025-06-10'))
    expect(await rowOn('2025-06-27', '教育局')).toMatchObject({
      signal: 'green',
      reasons: ['completed'],
      due_on: '2025-06-30',
      milestone_due_on: '2025-06-10',
    })
  })
  test('that was late stays late when the date is moved afterwards', async () => {
    await report('教育局', { at: noon('2025-07-02'), decision: 'approved' })
    await succeed(amend('2025-07-03', '2025-12-31'))
    expect(await said('2025-07-04', '教育局')).toBe('yellow completed_late')
  })
  test('that is open keeps its date out of the past', async () => {
    expect(await refusal(amend('2025-05-10', '2025-05-09'))).toBe('due_date_is_past')
    await succeed(amend('2025-05-10', '2025-05-10'))
  })
  test('has at least 3 and at most 15 days to be mended', async () => {
    await report('教育局', { at: noon('2025-06-30'), decision: 'returned', decidedAt: noon('2025-07-01') })
    expect(await rowOn('2025-07-04', '教育局')).toMatchObject({ signal: 'yellow', mend_until: '2025-07-04' })
    expect(await said('2025-07-05', '教育局')).toBe('red overdue')
    await issue('2025-01-01', [{ number: '1', units: [['教育局', 'lead']], dueOn: ['2025-06-30'] }])
    await report('教育局', { at: noon('2025-05-01'), decision: 'returned', decidedAt: noon('2025-08-01') })
    expect(await rowOn('2025-08-16', '教育局')).toMatchObject({ signal: 'yellow', mend_until: '2025-08-16' })
    expect(await said('2025-08-17', '教育局')).toBe('red overdue')
  })
  test('that came back on its due day has no days more', async () => {
    await report('教育局', { at: noon('2025-06-20'), decision: 'returned', decidedAt: noon('2025-06-30') })
    expect(await said('2025-06-30', '教育局')).toBe('yellow returned')
    expect(await said('2025-07-01', '教育局')).toBe('red overdue')
  })
  test('that came back twice has days each time, as long as it was in time', async () => {
    await report('教育局', { at: noon('2025-06-25'), decision: 'returned', decidedAt: noon('2025-07-05') })
    await report('教育局', { at: noon('2025-07-15'), decision: 'returned', decidedAt: noon('2025-07-20') })
    expect(await rowOn('2025-07-25', '教育局')).toMatchObject({ reasons: ['returned'], mend_until: '2025-07-25' })
    await report('教育局', { at: noon('2025-07-25'), decision: 'approved', decidedAt: noon('2025-08-30') })
    expect(await said('2025-08-29', '教育局')).toBe('green awaiting_review')
    expect(await said('2025-08-30', '教育局')).toBe('green completed')
  })
})

describe('a supporting unit', () => {
  beforeEach(() =>
    issue('2025-01-01', [
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
    expect(await said('2025-06-20', '民政局')).toBe('green on_track')
    expect(await said('2025-07-01', '民政局')).toBe('yellow support_awaited')
    await report('民政局', { at: noon('2025-07-05'), decision: 'approved' })
    expect(await rowOn('2025-07-05', '民政局')).toMatchObject({
      reasons: ['completed'],
      signal: 'green',
      is_late: false,
    })
  })
  test('is done with when the milestone is, and counts in no unit figure', async () => {
    await report('教育局', { at: noon('2025-06-20'), decision: 'approved' })
    expect(await rowOn('2025-07-01', '民政局')).toMatchObject({
      signal: 'grey',
      reasons: ['closed_with_milestone'],
      is_closed: true,
    })
    const units = okay(await county.lead.client.rpc('unit_overview', { p_plan_id: plan.planId, p_as_of: '2025-07-01' }))
    expect(units.find(({ name }) => name === '民政局')).toMatchObject({ tasks: 0, supporting: 1, percent: null })
  })
})

describe('a responsible unit beside a lead', () => {
  beforeEach(() =>
    issue('2025-01-01', [
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
    await report('教育局', { at: noon('2025-06-20'), decision: 'approved' })
    await report('财政局', { at: noon('2025-06-20'), decision: 'approved' })
    expect(await taskOn('2025-07-01')).toMatchObject({
      is_complete: true,
      percent: 100,
      open_responsible: 1,
      overdue_responsible: 1,
    })
    expect(await taskOn('2025-06-25')).toMatchObject({ open_responsible: 1, overdue_responsible: 0 })
    const units = await askOn(county, '2025-07-01', async (day) =>
      okay(await county.lead.client.rpc('unit_overview', { p_plan_id: plan.planId, ...onDay(day) })),
    )
    expect(units.find(({ name }) => name === '民政局')).toMatchObject({ tasks: 1, red: 1 })
    const [row] = okay(await county.lead.client.rpc('plan_overview', { p_plan_id: plan.planId, p_as_of: '2025-07-01' }))
    expect(row).toMatchObject({ complete: 1, leads_done: 1 })
  })
  test('is not said of a task whose leads are still at it', async () => {
    expect(await taskOn('2025-07-01')).toMatchObject({ is_complete: false, open_responsible: 0 })
  })
})

describe('a closed plan', () => {
  test('stands still on the day it was closed', async () => {
    await issue('2025-01-01', [
      {
        number: '1',
        units: [
          ['教育局', 'lead'],
          ['民政局', 'responsible'],
        ],
        dueOn: ['2025-06-30'],
      },
    ])
    const submissionId = await report('教育局', { at: noon('2025-06-10') })
    await at(county.stack, noon('2025-06-15'), () =>
      succeed(county.lead.client.rpc('close_plan', { p_plan_id: plan.planId, p_reason: '年度结束' })),
    )
    expect(await said('2025-09-01', '民政局')).toBe('yellow behind_schedule')
    expect(await said('2025-09-01', '教育局')).toBe('green awaiting_review')
    // What was handed in before is still decided, and known from then on.
    await reviewAt(county, noon('2025-09-10'), submissionId, 'approved')
    expect(await said('2025-09-09', '教育局')).toBe('green awaiting_review')
    expect(await said('2025-09-10', '教育局')).toBe('green completed')
  })
})

describe('a task', () => {
  test('takes reason, due day and age from the obligation that decides', async () => {
    await issue('2025-01-01', [
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
    await report('教育局', { at: noon('2025-03-20') })
    expect(await taskOn('2025-04-10')).toMatchObject({
      signal: 'red',
      reason: 'overdue',
      due_on: '2025-03-31',
      fact_on: null,
    })
  })
  test('has no percent where nothing applies', async () => {
    await issue('2025-01-01', [{ number: '1', units: [['教育局', 'lead']], dueOn: ['2025-06-30'] }])
    await report('教育局', { kind: 'not_applicable', percent: 0, at: noon('2025-02-01'), decision: 'approved' })
    expect(await taskOn('2025-02-01')).toMatchObject({ percent: null, signal: 'grey', reason: 'not_applicable' })
    const [row] = okay(await county.lead.client.rpc('plan_overview', { p_plan_id: plan.planId, p_as_of: '2025-02-01' }))
    expect(row).toMatchObject({ percent: null, scheduled_percent: null })
  })
  test('reads on a past day as it read then', async () => {
    await issue('2025-01-01', [{ number: '1', units: [['教育局', 'lead']], dueOn: ['2025-06-30'] }])
    const first = await taskOn('2025-01-02')
    const words = { p_title: '改过的任务', p_requirement: '改过的要求', p_reason: '表述' }
    await at(county.stack, noon('2025-03-01'), () =>
      succeed(county.lead.client.rpc('amend_task', { p_task_id: taskId(), ...words })),
    )
    expect(await taskOn('2025-02-28')).toMatchObject({ title: first.title, requirement: first.requirement })
    expect(await taskOn('2025-03-01')).toMatchObject({ title: '改过的任务', requirement: '改过的要求' })
    const titlesOn = async (p_as_of: string) =>
      okay(await county.lead.client.rpc('list_tasks', { p_filter: { plan_id: plan.planId }, p_as_of })).map(
        ({ title }) => title,
      )
    expect([await titlesOn('2025-02-28'), await titlesOn('2025-03-01')]).toEqual([[first.title], ['改过的任务']])
    const searchOn = async (p_as_of: string) =>
      okay(await county.lead.client.rpc('list_tasks', { p_filter: { plan_id: plan.planId, search: '改过' }, p_as_of }))
        .length
    expect([await searchOn('2025-02-28'), await searchOn('2025-03-01')]).toEqual([0, 1])
  })
  test('names the units that cause its signal first', async () => {
    await issue('2025-01-01', [
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
      must(okay(await county.lead.client.rpc('list_tasks', { p_filter: { plan_id: plan.planId }, p_as_of }))[0])
        .accountable_units
    const [first] = (await unitsOn('2025-01-02')).split('、')
    await report(first === '教育局' ? '教育局' : '财政局', { at: noon('2025-06-20'), decision: 'approved' })
    expect((await unitsOn('2025-07-01')).split('、')[1]).toBe(first)
  })
})
