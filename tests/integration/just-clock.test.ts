import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openCounty, refusal, succeed } from '../support/actors'
import { judgedTask } from '../support/judged-task'
import { at, noon, reviewAt } from '../support/lived-plan'

// From when on an obligation is judged, until when, and by which day: each sentence with its boundaries.

let county: Awaited<ReturnType<typeof openCounty>>
let of: ReturnType<typeof judgedTask>
beforeAll(async () => {
  county = await openCounty()
  of = judgedTask(county)
})
afterAll(() => county.stop())

describe('the clock of an obligation', () => {
  test('starts with the milestone, the issue or the day it was given, whichever is last', async () => {
    await of.issue('2025-03-01', [
      { number: '1', units: [['教育局', 'responsible']], dueOn: ['2025-06-30', '2025-12-31'] },
    ])
    await of.give('2025-05-01', '民政局', 'responsible')
    expect((await of.rowOn('2025-05-01', '教育局')).start_on).toBe('2025-03-01')
    expect((await of.rowOn('2025-05-01', '教育局', 1)).start_on).toBe('2025-07-01')
  })
  test('makes nobody behind for time before it was given', async () => {
    await of.issue('2025-01-01', [{ number: '1', units: [['教育局', 'responsible']], dueOn: ['2025-12-31'] }])
    await of.give('2025-10-01', '财政局', 'responsible')
    expect(await of.said('2025-10-02', '教育局')).toBe('yellow behind_schedule')
    expect(await of.said('2025-10-02', '财政局')).toBe('green on_track')
  })
  test('has how many points behind are too many from the plan', async () => {
    await of.issue('2025-01-01', [{ number: '1', units: [['教育局', 'responsible']], dueOn: ['2025-12-31'] }], {
      behindPoints: 40,
    })
    expect(await of.said('2025-05-26', '教育局')).toBe('green on_track')
    expect(await of.said('2025-05-28', '教育局')).toBe('yellow behind_schedule')
  })
  test('is compared on the last day up to which reports are due', async () => {
    await of.issue('2025-01-01', [{ number: '1', units: [['教育局', 'responsible']], dueOn: ['2025-12-31'] }], {
      reportingCadence: 'quarterly',
    })
    await of.report('教育局', { percent: 10, at: noon('2025-03-31'), decision: 'approved' })
    await of.report('教育局', { percent: 30, at: noon('2025-06-30'), decision: 'approved' })
    // 24.7 % of the time had gone by the end of March, 49.7 % by that of June; its report is due on 10 July.
    expect(await of.said('2025-07-10', '教育局')).toBe('green on_track')
    expect(await of.said('2025-07-11', '教育局')).toBe('green on_track')
    expect(await of.said('2025-10-11', '教育局')).toBe('yellow report_missing')
  })
  test('takes what waits for as good as approved', async () => {
    await of.issue('2025-01-01', [{ number: '1', units: [['教育局', 'responsible']], dueOn: ['2025-12-31'] }])
    expect(await of.said('2025-06-30', '教育局')).toBe('yellow behind_schedule')
    await of.report('教育局', { percent: 60, at: noon('2025-06-30') })
    const row = await of.rowOn('2025-06-30', '教育局')
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
    await of.issue('2025-01-01', [{ number: '1', units: [['民政局', 'responsible']], dueOn: ['2027-12-31'] }], {
      ...quarterly,
      endsOn: '2027-12-31',
    })
    await of.give(given, '教育局', 'responsible')
    expect(await of.said('2025-04-11', '教育局')).toBe(expected)
  })
  test('is counted anew after a reopening', async () => {
    await of.issue(
      '2025-01-01',
      [{ number: '1', units: [['教育局', 'responsible']], dueOn: ['2025-12-31'] }],
      quarterly,
    )
    await of.report('教育局', { at: noon('2025-01-20'), decision: 'approved' })
    await of.reopen('2025-06-01', '教育局')
    expect((await of.rowOn('2025-07-11', '教育局')).reasons).not.toContain('report_missing')
    expect((await of.rowOn('2025-10-11', '教育局')).reasons).toContain('report_missing')
  })
})

describe('a completion', () => {
  beforeEach(() => of.issue('2025-01-01', [{ number: '1', units: [['教育局', 'lead']], dueOn: ['2025-06-30'] }]))
  const amend = (date: string, dueOn: string) =>
    at(county.stack, noon(date), async () =>
      county.lead.client.rpc('amend_milestone', {
        p_milestone_id: of.owed('教育局').milestoneId,
        p_due_on: dueOn,
        p_requirement: '',
        p_weight: 1,
        p_reason: '调整',
      }),
    )
  test('is judged by the due date in force when it was handed in', async () => {
    await of.report('教育局', { at: noon('2025-06-20'), decision: 'approved', decidedAt: noon('2025-06-25') })
    await succeed(amend('2025-06-26', '2025-06-10'))
    expect(await of.rowOn('2025-06-27', '教育局')).toMatchObject({
      signal: 'green',
      reasons: ['completed'],
      due_on: '2025-06-30',
      milestone_due_on: '2025-06-10',
    })
  })
  test('that was late stays late when the date is moved afterwards', async () => {
    await of.report('教育局', { at: noon('2025-07-02'), decision: 'approved' })
    await succeed(amend('2025-07-03', '2025-12-31'))
    expect(await of.said('2025-07-04', '教育局')).toBe('yellow completed_late')
  })
  test('that is open keeps its date out of the past', async () => {
    expect(await refusal(amend('2025-05-10', '2025-05-09'))).toBe('due_date_is_past')
    await succeed(amend('2025-05-10', '2025-05-10'))
  })
  test('has at least 3 and at most 15 days to be mended', async () => {
    await of.report('教育局', { at: noon('2025-06-30'), decision: 'returned', decidedAt: noon('2025-07-01') })
    expect(await of.rowOn('2025-07-04', '教育局')).toMatchObject({ signal: 'yellow', mend_until: '2025-07-04' })
    expect(await of.said('2025-07-05', '教育局')).toBe('red overdue')
    await of.issue('2025-01-01', [{ number: '1', units: [['教育局', 'lead']], dueOn: ['2025-06-30'] }])
    await of.report('教育局', { at: noon('2025-05-01'), decision: 'returned', decidedAt: noon('2025-08-01') })
    expect(await of.rowOn('2025-08-16', '教育局')).toMatchObject({ signal: 'yellow', mend_until: '2025-08-16' })
    expect(await of.said('2025-08-17', '教育局')).toBe('red overdue')
  })
  test('that came back on its due day has no days more', async () => {
    await of.report('教育局', { at: noon('2025-06-20'), decision: 'returned', decidedAt: noon('2025-06-30') })
    expect(await of.said('2025-06-30', '教育局')).toBe('yellow returned')
    expect(await of.said('2025-07-01', '教育局')).toBe('red overdue')
  })
  test('that came back twice has days each time, as long as it was in time', async () => {
    await of.report('教育局', { at: noon('2025-06-25'), decision: 'returned', decidedAt: noon('2025-07-05') })
    await of.report('教育局', { at: noon('2025-07-15'), decision: 'returned', decidedAt: noon('2025-07-20') })
    expect(await of.rowOn('2025-07-25', '教育局')).toMatchObject({ reasons: ['returned'], mend_until: '2025-07-25' })
    await of.report('教育局', { at: noon('2025-07-25'), decision: 'approved', decidedAt: noon('2025-08-30') })
    expect(await of.said('2025-08-29', '教育局')).toBe('green awaiting_review')
    expect(await of.said('2025-08-30', '教育局')).toBe('green completed')
  })
})

describe('a closed plan', () => {
  test('stands still on the day it was closed', async () => {
    await of.issue('2025-01-01', [
      {
        number: '1',
        units: [
          ['教育局', 'lead'],
          ['民政局', 'responsible'],
        ],
        dueOn: ['2025-06-30'],
      },
    ])
    const submissionId = await of.report('教育局', { at: noon('2025-06-10') })
    await at(county.stack, noon('2025-06-15'), () =>
      succeed(county.lead.client.rpc('close_plan', { p_plan_id: of.planId(), p_reason: '年度结束' })),
    )
    expect(await of.said('2025-09-01', '民政局')).toBe('yellow behind_schedule')
    expect(await of.said('2025-09-01', '教育局')).toBe('green awaiting_review')
    // What was handed in before is still decided, and known from then on.
    await reviewAt(county, noon('2025-09-10'), submissionId, 'approved')
    expect(await of.said('2025-09-09', '教育局')).toBe('green awaiting_review')
    expect(await of.said('2025-09-10', '教育局')).toBe('green completed')
  })
})
