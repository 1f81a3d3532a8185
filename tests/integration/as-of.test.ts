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
describe('several units', () => {
  test('the leads alone decide; the mean of the responsible units where there is no lead; supporting units never', async () => {
    await issueInThePast([
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
    await submit(obligation(plan.tasks['1'], '教育局'), { ...approved, percent: 30 })
    await submit(obligation(plan.tasks['1'], '财政局'), { ...approved, percent: 90 })
    await submit(obligation(plan.tasks['1'], '民政局'), { ...approved })
    expect(await stateOf('1', '2025-03-02')).toMatchObject({ percent: 30, signal: 'green' })
    await submit(obligation(plan.tasks['2'], '教育局'), { ...approved, percent: 25 })
    await submit(obligation(plan.tasks['2'], '财政局'), { ...approved })
    await submit(obligation(plan.tasks['2'], '民政局'), { ...approved })
    expect(await stateOf('2', '2025-03-02')).toMatchObject({ percent: 62.5, is_complete: false })
    await submit(obligation(plan.tasks['2'], '教育局'), { at: noon('2025-03-05'), decision: 'approved' })
    expect(await stateOf('2', '2025-03-05')).toMatchObject({
      percent: 100,
      is_complete: true,
      signal: 'green',
      reason: 'completed',
    })
  })

  test('无此事项 of one unit leaves the mean to the others; of all, the task is grey and not complete', async () => {
    await issueInThePast([
      {
        number: '1',
        units: [
          ['教育局', 'responsible'],
          ['财政局', 'responsible'],
        ],
      },
    ])
    const none = { kind: 'not_applicable', percent: 0, decision: 'approved' } as const
    await submit(obligation(plan.tasks['1'], '财政局'), { ...none, at: noon('2025-02-01') })
    await submit(obligation(plan.tasks['1'], '教育局'), { percent: 40, at: noon('2025-02-01'), decision: 'approved' })
    expect(await stateOf('1', '2025-02-02')).toMatchObject({ percent: 40, signal: 'green' })
    await submit(obligation(plan.tasks['1'], '教育局'), { ...none, at: noon('2025-02-03') })
    expect(await stateOf('1', '2025-02-03')).toMatchObject({
      percent: 0,
      signal: 'grey',
      reason: 'not_applicable',
      is_complete: false,
    })
  })

  test('the worst of the accountable units shows', async () => {
    await issueInThePast([
      {
        number: '1',
        units: [
          ['教育局', 'responsible'],
          ['财政局', 'responsible'],
        ],
        dueOn: ['2025-03-31'],
      },
    ])
    await submit(obligation(plan.tasks['1'], '财政局'), { at: noon('2025-03-01'), decision: 'approved' })
    expect(await stateOf('1', '2025-04-01')).toMatchObject({ signal: 'red', reason: 'overdue', percent: 50 })
  })

  test('a lead added later leads from that day on', async () => {
    await issueInThePast([{ number: '1', units: [['财政局', 'responsible']] }])
    await submit(obligation(plan.tasks['1'], '财政局'), { percent: 80, at: noon('2025-02-01'), decision: 'approved' })
    const added = okay(
      await county.lead.client.rpc('add_assignment', {
        p_task_id: must(plan.tasks['1']).id,
        p_unit_id: county.units.教育局,
        p_role: 'lead',
        p_reason: '补充',
      }),
    )
    await sql('update public.assignments set created_at = $2::text::timestamptz where id = $1', [
      added,
      noon('2025-03-10'),
    ])
    expect(await stateOf('1', '2025-03-09')).toMatchObject({ percent: 80 })
    expect(await stateOf('1', '2025-03-10')).toMatchObject({ percent: 0 })
  })

  test('a unit taken off and given back stands as it did on each day', async () => {
    await issueInThePast([
      {
        number: '1',
        units: [
          ['教育局', 'responsible'],
          ['财政局', 'responsible'],
        ],
      },
    ])
    const owed = obligation(plan.tasks['1'], '教育局')
    await county.lead.client.rpc('withdraw_assignment', { p_assignment_id: owed.assignmentId, p_reason: '调整' })
    await sql('update public.assignments set withdrawn_at = $2::text::timestamptz where id = $1', [
      owed.assignmentId,
      noon('2025-03-01'),
    ])
    await sql('delete from private.former_assignments')
    await county.lead.client.rpc('add_assignment', {
      p_task_id: must(plan.tasks['1']).id,
      p_unit_id: county.units.教育局,
      p_role: 'lead',
      p_reason: '恢复',
    })
    await sql('update private.former_assignments set replaced_at = $1::text::timestamptz', [noon('2025-04-01')])
    const roleOn = async (asOf: string) =>
      okay(
        await county.lead.client.rpc('task_obligations', { p_task_id: must(plan.tasks['1']).id, p_as_of: asOf }),
      ).find((row) => row.assignment_id === owed.assignmentId)?.role
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
  beforeEach(() => issueInThePast([{ number: '1', units: [['教育局', 'lead']], dueOn: three }]))

  test('each starts with the plan or the day after the one before is due', async () => {
    const rows = okay(
      await county.lead.client.rpc('task_obligations', { p_task_id: must(plan.tasks['1']).id, p_as_of: '2025-04-01' }),
    )
    expect(rows.map(({ start_on, due_on }) => [start_on, due_on])).toEqual([
      ['2025-01-01', '2025-03-31'],
      ['2025-04-01', '2025-06-30'],
      ['2025-07-01', '2025-12-31'],
    ])
  })

  test('the worst of those begun and open shows; when none is open, the last one begun', async () => {
    const [first, second] = [obligation(plan.tasks['1'], '教育局', 0), obligation(plan.tasks['1'], '教育局', 1)]
    await submit(first, { at: noon('2025-03-30'), decision: 'approved' })
    expect(await stateOf('1', '2025-03-31')).toMatchObject({
      signal: 'green',
      reason: 'completed',
      is_complete: false,
      due_on: '2025-06-30',
    })
    expect(await stateOf('1', '2025-07-01')).toMatchObject({ signal: 'red', reason: 'overdue', due_on: '2025-06-30' })
    await submit(second, { at: noon('2025-07-02'), decision: 'approved' })
    expect(await stateOf('1', '2025-07-02')).toMatchObject({
      signal: 'green',
      reason: 'on_track',
      due_on: '2025-12-31',
    })
    expect(await stateOf('1', '2026-01-01')).toMatchObject({ signal: 'red', reason: 'overdue' })
  })

  test('progress is their mean, by weight', async () => {
    const first = obligation(plan.tasks['1'], '教育局', 0)
    await submit(first, { at: noon('2025-03-01'), decision: 'approved' })
    expect((await stateOf('1', '2025-03-01'))?.percent).toBeCloseTo(33.3333, 4)
    await sql('update public.milestones set weight = 3 where id = $1', [first.milestoneId])
    await sql('update private.former_milestones set replaced_at = $1::text::timestamptz', [noon('2025-03-05')])
    expect((await stateOf('1', '2025-03-04'))?.percent).toBeCloseTo(33.3333, 4)
    expect((await stateOf('1', '2025-03-05'))?.percent).toBe(60)
  })
})
