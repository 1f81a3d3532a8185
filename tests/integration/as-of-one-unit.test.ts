import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { must, okay, openCounty, succeed } from '../support/actors'
import type { IssuedPlan } from '../support/issued-plan'
import { askOn, at, issueAt, noon, reportAt, type LivedReport } from '../support/lived-plan'
import { obligation, type Obligation } from '../support/reports'

let county: Awaited<ReturnType<typeof openCounty>>
let plan: IssuedPlan
let owed: Obligation

beforeAll(async () => {
  county = await openCounty()
})
afterAll(() => county.stop())

const TASKS = [{ number: '1', units: [['教育局', 'lead']], dueOn: ['2025-06-30'] }] as const
const taskId = () => must(plan.tasks['1']).id
const submit = (report: LivedReport) => reportAt(county, '教育局', owed, report)
const ofDay = (p_as_of: string | undefined) => (p_as_of === undefined ? {} : { p_as_of })
const stateOf = (asOf: string) =>
  askOn(
    county,
    asOf,
    async (day) => okay(await county.lead.client.rpc('task_state', { p_task_id: taskId(), ...ofDay(day) }))[0],
  )
const reasonsOf = (asOf: string) =>
  askOn(county, asOf, async (day) => {
    const rows = okay(await county.lead.client.rpc('obligation_state', { p_obligation_id: owed.id, ...ofDay(day) }))
    return rows[0] && { signal: rows[0].signal, reason: rows[0].reasons[0] }
  })

describe('one unit on one task', () => {
  beforeEach(async () => {
    plan = await issueAt(county, '2025-01-01', TASKS)
    owed = obligation(plan.tasks['1'], '教育局')
  })

  test('before the plan was issued nothing is known of it', async () => {
    expect(await stateOf('2024-12-31')).toBeUndefined()
    expect(await stateOf('2025-01-01')).toMatchObject({ signal: 'green' })
    const listed = await askOn(county, '2024-12-31', async (day) =>
      okay(await county.lead.client.rpc('plan_overview', { p_plan_id: plan.planId, ...ofDay(day) })),
    )
    expect(listed).toEqual([])
  })

  test('the day of submission counts, however late the review', async () => {
    await submit({ at: noon('2025-06-30'), decision: 'approved', decidedAt: noon('2025-09-01') })
    expect(await reasonsOf('2025-06-29')).toMatchObject({ reason: 'behind_schedule' })
    expect(await reasonsOf('2025-08-31')).toEqual({ signal: 'green', reason: 'awaiting_review' })
    expect(await reasonsOf('2025-09-01')).toEqual({ signal: 'green', reason: 'completed' })
  })

  test('the day ends at 16:00 UTC', async () => {
    await submit({ at: '2025-06-30T15:59:59Z', decision: 'approved', decidedAt: '2025-07-10T15:59:59Z' })
    expect(await reasonsOf('2025-07-09')).toMatchObject({ reason: 'awaiting_review' })
    expect(await reasonsOf('2025-07-10')).toEqual({ signal: 'green', reason: 'completed' })
  })

  test('a moment later is the next day, and late for good', async () => {
    await submit({ at: '2025-06-30T16:00:00Z', decision: 'approved', decidedAt: '2025-07-10T16:00:00Z' })
    expect(await reasonsOf('2025-06-30')).toMatchObject({ reason: 'behind_schedule' })
    expect(await reasonsOf('2025-07-10')).toEqual({ signal: 'yellow', reason: 'awaiting_review_late' })
    expect(await reasonsOf('2025-07-11')).toEqual({ signal: 'yellow', reason: 'completed_late' })
    expect(await stateOf('2026-07-11')).toMatchObject({
      signal: 'yellow',
      is_complete: true,
      is_late: true,
      percent: 100,
    })
  })

  test('a return starts the clock again', async () => {
    await submit({ at: noon('2025-06-20'), decision: 'returned', decidedAt: noon('2025-07-05') })
    expect(await reasonsOf('2025-07-04')).toEqual({ signal: 'green', reason: 'awaiting_review' })
    expect(await reasonsOf('2025-07-05')).toEqual({ signal: 'yellow', reason: 'returned' })
    // It was in time, and the review took 15 days.
    expect(await reasonsOf('2025-07-20')).toEqual({ signal: 'yellow', reason: 'returned' })
    expect(await reasonsOf('2025-07-21')).toEqual({ signal: 'red', reason: 'overdue' })
    await submit({ at: noon('2025-07-20'), decision: 'approved', decidedAt: noon('2025-07-29') })
    expect(await reasonsOf('2025-07-28')).toEqual({ signal: 'green', reason: 'awaiting_review' })
    expect(await reasonsOf('2025-07-29')).toEqual({ signal: 'green', reason: 'completed' })
  })

  test('a return of what was late gives no days to mend', async () => {
    await submit({ at: noon('2025-07-02'), decision: 'returned', decidedAt: noon('2025-07-05') })
    expect(await reasonsOf('2025-07-04')).toEqual({ signal: 'yellow', reason: 'awaiting_review_late' })
    expect(await reasonsOf('2025-07-05')).toEqual({ signal: 'red', reason: 'overdue' })
  })

  test('a report that does not complete does not stop the clock', async () => {
    await submit({ percent: 99, at: noon('2025-06-30') })
    expect(await reasonsOf('2025-07-01')).toEqual({ signal: 'red', reason: 'overdue' })
  })

  test('无此事项 awaiting review stops it too, and is grey when accepted', async () => {
    await submit({
      kind: 'not_applicable',
      percent: 0,
      at: noon('2025-06-30'),
      decision: 'approved',
      decidedAt: noon('2025-07-10'),
    })
    expect(await reasonsOf('2025-07-09')).toEqual({ signal: 'green', reason: 'awaiting_review' })
    expect(await reasonsOf('2025-07-10')).toEqual({ signal: 'grey', reason: 'not_applicable' })
  })

  test('a reopening counts from its day on', async () => {
    await submit({ percent: 60, at: noon('2025-05-01'), decision: 'approved' })
    await submit({ at: noon('2025-06-01'), decision: 'approved' })
    const reopened = { p_obligation_id: owed.id, p_reason: '失效' }
    await at(county.stack, noon('2025-07-10'), () => succeed(county.lead.client.rpc('reopen_completion', reopened)))
    expect(await stateOf('2025-07-09')).toMatchObject({ is_complete: true, percent: 100 })
    expect(await stateOf('2025-07-10')).toMatchObject({
      is_complete: false,
      percent: 60,
      signal: 'red',
      reason: 'overdue',
    })
  })

  test('a withdrawn task counts nowhere from that day on', async () => {
    const withdrawn = { p_task_id: taskId(), p_reason: '取消' }
    await at(county.stack, noon('2025-05-10'), () => succeed(county.lead.client.rpc('withdraw_task', withdrawn)))
    expect(await stateOf('2025-05-09')).toBeDefined()
    expect(await stateOf('2025-05-10')).toBeUndefined()
  })

  test('a moved due date counts from the day it was moved', async () => {
    const moved = { p_due_on: '2025-12-31', p_requirement: '', p_weight: 1, p_reason: '延期' }
    const amended = { p_milestone_id: owed.milestoneId, ...moved }
    await at(county.stack, noon('2025-07-15'), () => succeed(county.lead.client.rpc('amend_milestone', amended)))
    expect(await stateOf('2025-07-14')).toMatchObject({ due_on: '2025-06-30', signal: 'red' })
    expect(await stateOf('2025-07-15')).toMatchObject({
      due_on: '2025-12-31',
      signal: 'yellow',
      reason: 'behind_schedule',
    })
    const [cell] = await askOn(county, '2025-07-14', async (day) =>
      okay(await county.lead.client.rpc('task_matrix', { p_plan_id: plan.planId, ...ofDay(day) })),
    )
    expect(cell).toMatchObject({ due_on: '2025-06-30', signal: 'red' })
  })

  test('a report for the last period is missing the day after its grace ends', async () => {
    plan = await issueAt(county, '2025-01-01', TASKS, { reportingCadence: 'quarterly' })
    owed = obligation(plan.tasks['1'], '教育局')
    expect(await reasonsOf('2025-01-11')).toMatchObject({ reason: 'on_track' })
    expect(await reasonsOf('2025-04-11')).toMatchObject({ reason: 'report_missing' })
    await submit({ percent: 60, at: noon('2025-04-12'), decision: 'approved' })
    expect(await reasonsOf('2025-04-12')).toEqual({ signal: 'green', reason: 'on_track' })
  })
})
