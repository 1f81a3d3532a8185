import { QUEUE_COLUMNS, SUBJECT_COLUMNS, toQueueItem, toReviewSubject } from '@/data/review/mapper'
import { TASK_SUBMISSION_COLUMNS, toTaskSubmission } from '@/data/tasks/submission-mapper'
import { toMatrix } from '@/data/overview/mapper'
import type { SubmissionId } from '@/domain/ids'
import { toObligation } from '@/data/obligations/mapper'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { must, okay, openCounty, refusal, succeed } from '../support/actors'
import { planId, submissionId, taskId as asTaskId } from '../support/ids'
import type { IssuedPlan } from '../support/issued-plan'
import { askOn, at, issueAt, noon, reportAt } from '../support/lived-plan'
import { obligation, type Obligation } from '../support/reports'
import { asApp } from '../support/stack'

// One unit of two has a date of its own from 2025-06-20 on, in another year than its milestone. Whoever shows or looks for
// a due date says that one, for that unit alone, from that day on; the milestone's stays visible beside it.
const [MILESTONE, OWN, BEFORE, AFTER] = ['2025-06-30', '2026-01-31', '2025-06-19', '2025-06-20']

let county: Awaited<ReturnType<typeof openCounty>>
let plan: IssuedPlan
let owed: Obligation
let others: Obligation
let submission: SubmissionId

beforeAll(async () => {
  county = await openCounty()
})
afterAll(() => county.stop())
beforeEach(async () => {
  const units = [
    ['教育局', 'responsible'],
    ['民政局', 'responsible'],
  ] as const
  const tasks = [
    { number: '1', units, dueOn: [MILESTONE] },
    { number: '2', units, dueOn: [MILESTONE] },
  ]
  plan = await issueAt(county, '2025-01-01', tasks)
  owed = obligation(plan.tasks['1'], '教育局')
  others = obligation(plan.tasks['1'], '民政局')
  submission = submissionId(await reportAt(county, '教育局', owed, { at: noon('2025-05-01'), percent: 40 }))
  await reportAt(county, '民政局', others, { at: noon('2025-05-02'), percent: 40 })
  await grant(owed)
})

/** As the room for extensions will write it. */
const grant = ({ id, milestoneId }: Obligation, dueOn = OWN, date = AFTER) =>
  county.stack.act(
    { at: noon(date) },
    `insert into public.due_terms (milestone_id, obligation_id, due_on, source, reason)
     values ($1::text::uuid, $2::text::uuid, $3::text::date, 'extension', '汛期推迟')`,
    [milestoneId, id, dueOn],
  )
const amend = (date: string, p_due_on: string) =>
  at(county.stack, noon(date), () =>
    succeed(
      county.lead.client.rpc('amend_milestone', {
        p_milestone_id: owed.milestoneId,
        p_due_on,
        p_requirement: '',
        p_weight: 1,
        p_reason: '上级调整',
      }),
    ),
  )
const taskId = () => asTaskId(must(plan.tasks['1']).id)
const ofDay = (p_as_of: string | undefined) => (p_as_of === undefined ? {} : { p_as_of })
const own = { dueOn: OWN, milestoneDueOn: MILESTONE }
const plain = { dueOn: MILESTONE, milestoneDueOn: MILESTONE }

describe('what was handed in is shown with the date in force', () => {
  const rows = (columns: typeof QUEUE_COLUMNS) =>
    at(county.stack, noon(AFTER), async () =>
      okay(
        await asApp(county.lead.client)
          .from('report_submissions')
          .select(columns)
          .eq('obligations.tasks.plan_id', planId(plan.planId))
          .order('submitted_at'),
      ).map(toQueueItem),
    )

  test('in the queue', async () => {
    expect(await rows(QUEUE_COLUMNS)).toMatchObject([own, plain])
    await grant(owed, '2026-02-28')
    expect(await rows(QUEUE_COLUMNS)).toMatchObject([{ ...own, dueOn: '2026-02-28' }, plain])
    await amend(AFTER, '2025-07-15')
    const moved = { milestoneDueOn: '2025-07-15' }
    expect(await rows(QUEUE_COLUMNS)).toMatchObject([
      { dueOn: '2026-02-28', ...moved },
      { dueOn: '2025-07-15', ...moved },
    ])
  })

  test('at the desk', async () => {
    const subject = await at(county.stack, noon(AFTER), async () =>
      okay(
        await asApp(county.lead.client)
          .from('report_submissions')
          .select(SUBJECT_COLUMNS)
          .eq('id', submission)
          .single(),
      ),
    )
    expect(toReviewSubject(subject)).toMatchObject(own)
  })

  test('on the page of the task', async () => {
    const submissions = await at(county.stack, noon(AFTER), async () =>
      okay(
        await asApp(county.lead.client)
          .from('report_submissions')
          .select(TASK_SUBMISSION_COLUMNS)
          .eq('task_id', taskId())
          .order('submitted_at'),
      ),
    )
    expect(submissions.map(toTaskSubmission)).toMatchObject([own, plain])
  })

  test('to a unit whose own it is, as to every other account', async () => {
    const seen = async (actor: 'education' | 'civil' | 'leadership') =>
      at(county.stack, noon(AFTER), async () =>
        okay(await county[actor].client.from('obligations').select('due_on, milestone_due_on').eq('id', owed.id)),
      )
    for (const actor of ['education', 'civil', 'leadership'] as const)
      expect(await seen(actor)).toEqual([{ due_on: OWN, milestone_due_on: MILESTONE }])
  })
})

describe('the years of a list', () => {
  const listed = (date: string, year: number, unitId?: string) =>
    askOn(county, date, async (day) =>
      okay(
        await county.lead.client.rpc('list_tasks', {
          p_filter: { plan_id: plan.planId, year, ...(unitId === undefined ? {} : { unit_id: unitId }) },
          p_sort: 'number',
          ...ofDay(day),
        }),
      ).map((row) => row.number),
    )

  test('are those of the units that are accountable, as known on the day', async () => {
    expect(await listed(BEFORE, 2025)).toEqual(['1', '2'])
    expect(await listed(BEFORE, 2026)).toEqual([])
    expect(await listed(AFTER, 2025)).toEqual(['1', '2'])
    expect(await listed(AFTER, 2026)).toEqual(['1'])
    await grant(others)
    expect(await listed(AFTER, 2025)).toEqual(['2'])
    expect(await listed(AFTER, 2026)).toEqual(['1'])
  })

  test("for a unit are those of its own obligations, and no other unit's", async () => {
    const { 教育局, 民政局 } = county.units
    expect(await listed(BEFORE, 2025, 教育局)).toEqual(['1', '2'])
    expect(await listed(AFTER, 2025, 教育局)).toEqual(['2'])
    expect(await listed(AFTER, 2026, 教育局)).toEqual(['1'])
    expect(await listed(AFTER, 2025, 民政局)).toEqual(['1', '2'])
    expect(await listed(AFTER, 2026, 民政局)).toEqual([])
  })

  test('of a past day are those of the terms known then, whatever the plan says now', async () => {
    await amend('2025-07-10', '2027-03-31')
    expect(await listed('2025-07-09', 2025)).toEqual(['1', '2'])
    expect(await listed('2025-07-09', 2027)).toEqual([])
    expect(await listed('2025-07-10', 2025)).toEqual(['2'])
    expect(await listed('2025-07-10', 2027)).toEqual(['1'])
  })

  test('of a task that nobody has are those of the plan', async () => {
    const taken = { p_reason: '职责调整' }
    for (const { assignmentId } of [owed, others])
      await at(county.stack, noon('2025-07-01'), () =>
        succeed(county.lead.client.rpc('withdraw_assignment', { p_assignment_id: assignmentId, ...taken })),
      )
    expect(await listed('2025-07-01', 2025)).toEqual(['1', '2'])
    expect(await listed('2025-07-01', 2026)).toEqual([])
  })

  test('are those in which the matrix has the task', async () => {
    await grant(others)
    for (const date of [BEFORE, AFTER]) {
      const matrix = await matrixOn(date)
      for (const year of [2025, 2026])
        expect([date, year, await listed(date, year)]).toEqual([
          date,
          year,
          matrix.tasks.filter(({ milestones }) => milestones.some((each) => each.year === year)).map((t) => t.number),
        ])
    }
  })
})

const matrixOn = (date: string) =>
  askOn(county, date, async (day) =>
    toMatrix(
      okay(await asApp(county.lead.client).rpc('task_matrix', { p_plan_id: planId(plan.planId), ...ofDay(day) })),
    ),
  )

test('a cell of the matrix says the first date and the last, and that of the plan beside them', async () => {
  const cellOn = async (date: string) => must(must((await matrixOn(date)).tasks[0]).milestones[0])
  expect(await cellOn(BEFORE)).toMatchObject({ ...plain, lastDueOn: MILESTONE, year: 2025 })
  expect(await cellOn(AFTER)).toMatchObject({ ...plain, lastDueOn: OWN, year: 2025 })
  await grant(others, '2026-03-31')
  expect(await cellOn(AFTER)).toMatchObject({ ...own, lastDueOn: '2026-03-31', year: 2026 })
})

test('the page of a task and the work of a unit say both dates, on the day and of a past one', async () => {
  const duesOn = (date: string) =>
    askOn(county, date, async (day) =>
      okay(await asApp(county.lead.client).rpc('task_obligations', { p_task_id: taskId(), ...ofDay(day) }))
        .map(toObligation)
        .map(({ unitName, dueOn, milestoneDueOn }) => ({ unitName, dueOn, milestoneDueOn })),
    )
  expect(await duesOn(BEFORE)).toEqual([
    { unitName: '教育局', ...plain },
    { unitName: '民政局', ...plain },
  ])
  expect(await duesOn(AFTER)).toEqual([
    { unitName: '民政局', ...plain },
    { unitName: '教育局', ...own },
  ])
  await amend('2025-07-10', '2025-08-31')
  expect(await duesOn('2025-07-09')).toMatchObject([plain, own])
  expect(await duesOn('2025-07-10')).toMatchObject([
    { dueOn: '2025-08-31', milestoneDueOn: '2025-08-31' },
    { dueOn: OWN, milestoneDueOn: '2025-08-31' },
  ])
  const mine = await askOn(county, AFTER, async (day) =>
    okay(await asApp(county.education.client).rpc('my_obligations', ofDay(day))).map(toObligation),
  )
  expect(mine.find(({ id }) => id === owed.id)).toMatchObject(own)
})

test('the columns that are worked out are what the rule goes by', async () => {
  await amend('2025-07-10', '2025-08-31')
  await grant(others, '2025-12-31', '2025-07-20')
  for (const date of ['2025-01-01', AFTER, '2025-07-10', '2025-07-20']) {
    const rule = await askOn(county, date, async (day) =>
      okay(await county.lead.client.rpc('task_obligations', { p_task_id: taskId(), ...ofDay(day) })).map(
        ({ obligation_id: id, due_on, milestone_due_on }) => ({ id, due_on, milestone_due_on }),
      ),
    )
    const columns = await at(county.stack, noon(date), async () =>
      okay(await county.lead.client.from('obligations').select('id, due_on, milestone_due_on').eq('task_id', taskId())),
    )
    expect(rule).toHaveLength(2)
    expect(columns).toEqual(expect.arrayContaining(rule))
  }
})

test('anon reads no due date, by whatever name', async () => {
  expect(await refusal(county.anon.from('obligations').select('due_on'))).toBe('42501')
})
