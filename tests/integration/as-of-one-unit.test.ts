import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { must, okay, openCounty } from '../support/actors'
import { draft, issuePlan, type IssuedPlan } from '../support/issued-plan'
import { obligation, type Obligation } from '../support/reports'

let county: Awaited<ReturnType<typeof openCounty>>
let plan: IssuedPlan

beforeAll(async () => {
  county = await openCounty()
})
afterAll(() => county.stop())

const sql = (text: string, parameters: unknown[] = []) => county.stack.sql(text, parameters)

/** Issues a plan for 2025 as if on its first day, so that past days can be asked. */
async function issueInThePast(tasks: Parameters<typeof draft>[0], document = {}): Promise<void> {
  plan = await issuePlan(county, draft(tasks, { startsOn: '2025-01-01', endsOn: '2025-12-31', ...document }))
  const issued = '2025-01-01T00:00:00+08'
  await sql('update public.plans set issued_at = $1::text::timestamptz where id = $2', [issued, plan.planId])
  await sql(
    'update public.assignments set created_at = $1::text::timestamptz where task_id in (select id from public.tasks where plan_id = $2)',
    [issued, plan.planId],
  )
}

interface Past {
  percent?: number
  kind?: 'progress' | 'not_applicable'
  at: string
  decision?: 'approved' | 'returned'
  decidedAt?: string
}

/** Writes a submission as it would have been written on that day. */
async function submit(
  { assignmentId, milestoneId }: Obligation,
  { percent = 100, kind = 'progress', at, decision, decidedAt = at }: Past,
): Promise<void> {
  await sql(
    `with report as (
       insert into public.progress_reports (assignment_id, milestone_id, task_id, unit_id, state, kind, percent)
       select id, $2::text::uuid, task_id, unit_id, 'approved', $3::text::public.report_kind, $4::integer from public.assignments where id = $1::text::uuid returning *
     )
     insert into public.report_submissions (report_id, assignment_id, milestone_id, task_id, unit_id, number, kind, percent, done, next_steps, problems,
       submitted_at, decision, decided_at, decision_reason)
     select id, assignment_id, milestone_id, task_id, unit_id, 1, kind, percent, '', '', '', $5::text::timestamptz, $6::text::public.review_decision,
       case when $6::text is not null then $7::text::timestamptz end, '理由' from report`,
    [assignmentId, milestoneId, kind, percent, at, decision ?? null, decidedAt],
  )
}

const noon = (date: string) => `${date}T12:00:00+08`
async function stateOf(number: string, asOf: string) {
  const [row] = okay(
    await county.lead.client.rpc('task_state', { p_task_id: must(plan.tasks[number]).id, p_as_of: asOf }),
  )
  return row
}
async function reasonsOf(owed: Obligation, number: string, asOf: string) {
  const rows = okay(
    await county.lead.client.rpc('task_obligations', { p_task_id: must(plan.tasks[number]).id, p_as_of: asOf }),
  )
  const row = rows.find((each) => each.assignment_id === owed.assignmentId && each.milestone_id === owed.milestoneId)
  return row && { signal: row.signal, reason: row.reasons[0] }
}

describe('one unit on one task', () => {
  let owed: Obligation
  beforeEach(async () => {
    await issueInThePast([{ number: '1', units: [['教育局', 'lead']], dueOn: ['2025-06-30'] }])
    owed = obligation(plan.tasks['1'], '教育局')
  })

  test('before the plan was issued nothing is known of it', async () => {
    expect(await stateOf('1', '2024-12-31')).toBeUndefined()
    expect(await stateOf('1', '2025-01-01')).toMatchObject({ signal: 'green' })
    const listed = okay(
      await county.lead.client.rpc('plan_overview', { p_plan_id: plan.planId, p_as_of: '2024-12-31' }),
    )
    expect(listed).toEqual([])
  })

  test('the day of submission counts, however late the review', async () => {
    await submit(owed, { at: noon('2025-06-30'), decision: 'approved', decidedAt: noon('2025-09-01') })
    expect(await reasonsOf(owed, '1', '2025-06-29')).toMatchObject({ reason: 'due_soon' })
    expect(await reasonsOf(owed, '1', '2025-08-31')).toEqual({ signal: 'green', reason: 'awaiting_review' })
    expect(await reasonsOf(owed, '1', '2025-09-01')).toEqual({ signal: 'green', reason: 'completed' })
  })

  test('the day ends at 16:00 UTC', async () => {
    await submit(owed, { at: '2025-06-30T15:59:59Z', decision: 'approved', decidedAt: '2025-07-10T15:59:59Z' })
    expect(await reasonsOf(owed, '1', '2025-07-09')).toMatchObject({ reason: 'awaiting_review' })
    expect(await reasonsOf(owed, '1', '2025-07-10')).toEqual({ signal: 'green', reason: 'completed' })
  })

  test('a moment later is the next day, and late for good', async () => {
    await submit(owed, { at: '2025-06-30T16:00:00Z', decision: 'approved', decidedAt: '2025-07-10T16:00:00Z' })
    expect(await reasonsOf(owed, '1', '2025-06-30')).toMatchObject({ reason: 'due_soon' })
    expect(await reasonsOf(owed, '1', '2025-07-10')).toEqual({ signal: 'yellow', reason: 'awaiting_review_late' })
    expect(await reasonsOf(owed, '1', '2025-07-11')).toEqual({ signal: 'yellow', reason: 'completed_late' })
    expect(await stateOf('1', '2026-07-11')).toMatchObject({
      signal: 'yellow',
      is_complete: true,
      is_late: true,
      percent: 100,
    })
  })

  test('a return starts the clock again', async () => {
    await submit(owed, { at: noon('2025-06-20'), decision: 'returned', decidedAt: noon('2025-07-05') })
    expect(await reasonsOf(owed, '1', '2025-07-04')).toEqual({ signal: 'green', reason: 'awaiting_review' })
    expect(await reasonsOf(owed, '1', '2025-07-05')).toEqual({ signal: 'red', reason: 'overdue' })
    await submit(owed, { at: noon('2025-07-08'), decision: 'approved', decidedAt: noon('2025-07-09') })
    expect(await reasonsOf(owed, '1', '2025-07-09')).toEqual({ signal: 'yellow', reason: 'completed_late' })
  })

  test('a report that does not complete does not stop the clock', async () => {
    await submit(owed, { percent: 99, at: noon('2025-06-30') })
    expect(await reasonsOf(owed, '1', '2025-07-01')).toEqual({ signal: 'red', reason: 'overdue' })
  })

  test('无此事项 awaiting review stops it too, and is grey when accepted', async () => {
    await submit(owed, {
      kind: 'not_applicable',
      percent: 0,
      at: noon('2025-06-30'),
      decision: 'approved',
      decidedAt: noon('2025-07-10'),
    })
    expect(await reasonsOf(owed, '1', '2025-07-09')).toEqual({ signal: 'green', reason: 'awaiting_review' })
    expect(await reasonsOf(owed, '1', '2025-07-10')).toEqual({ signal: 'grey', reason: 'not_applicable' })
  })

  test('a reopening counts from its day on', async () => {
    await submit(owed, { percent: 60, at: noon('2025-05-01'), decision: 'approved' })
    await submit(owed, { at: noon('2025-06-01'), decision: 'approved' })
    await sql(
      `insert into public.completion_reopenings (assignment_id, milestone_id, task_id, unit_id, reason, reopened_at)
       select id, $2::text::uuid, task_id, unit_id, '失效', $3::text::timestamptz from public.assignments where id = $1::text::uuid`,
      [owed.assignmentId, owed.milestoneId, noon('2025-07-10')],
    )
    expect(await stateOf('1', '2025-07-09')).toMatchObject({ is_complete: true, percent: 100 })
    expect(await stateOf('1', '2025-07-10')).toMatchObject({
      is_complete: false,
      percent: 60,
      signal: 'red',
      reason: 'overdue',
    })
  })

  test('a withdrawn task counts nowhere from that day on', async () => {
    await sql(`update public.tasks set withdrawn_at = $2::text::timestamptz, withdrawn_reason = '取消' where id = $1`, [
      must(plan.tasks['1']).id,
      noon('2025-05-10'),
    ])
    expect(await stateOf('1', '2025-05-09')).toBeDefined()
    expect(await stateOf('1', '2025-05-10')).toBeUndefined()
  })

  test('a moved due date counts from the day it was moved', async () => {
    await county.lead.client.rpc('amend_milestone', {
      p_milestone_id: owed.milestoneId,
      p_due_on: '2025-12-31',
      p_requirement: '',
      p_weight: 1,
      p_reason: '延期',
    })
    await sql('update private.former_milestones set replaced_at = $2::text::timestamptz where milestone_id = $1', [
      owed.milestoneId,
      noon('2025-07-15'),
    ])
    expect(await stateOf('1', '2025-07-14')).toMatchObject({ due_on: '2025-06-30', signal: 'red' })
    expect(await stateOf('1', '2025-07-15')).toMatchObject({
      due_on: '2025-12-31',
      signal: 'yellow',
      reason: 'behind_schedule',
    })
    const [cell] = okay(await county.lead.client.rpc('task_matrix', { p_plan_id: plan.planId, p_as_of: '2025-07-14' }))
    expect(cell).toMatchObject({ due_on: '2025-06-30', signal: 'red' })
  })

  test('a report for the last period is missing the day after its grace ends', async () => {
    await sql(`update public.plans set reporting_cadence = 'quarterly' where id = $1`, [plan.planId])
    await submit(owed, { percent: 0, at: noon('2024-12-31'), decision: 'approved' })
    expect(await reasonsOf(owed, '1', '2025-01-11')).toMatchObject({ reason: 'on_track' })
    expect(await reasonsOf(owed, '1', '2025-04-11')).toMatchObject({ reason: 'report_missing' })
    await submit(owed, { percent: 60, at: noon('2025-04-12'), decision: 'approved' })
    expect(await reasonsOf(owed, '1', '2025-04-12')).toEqual({ signal: 'green', reason: 'on_track' })
  })
})
