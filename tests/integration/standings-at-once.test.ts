import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { must, okay, openCounty, type Actor } from '../support/actors'
import { day, draft, issuePlan } from '../support/issued-plan'
import { plansThatDiffer } from '../support/standings'

let county: Awaited<ReturnType<typeof openCounty>>
beforeAll(async () => {
  county = await openCounty()
})
afterAll(() => county.stop())

describe('several at once', () => {
  const reporting = (number: string) => ({
    number,
    units: [
      ['教育局', 'responsible'],
      ['民政局', 'responsible'],
    ] as const,
  })

  /** What each unit of some tasks owes. */
  async function owedBy(actor: Actor, taskIds: readonly string[]): Promise<{ obligationId: string; taskId: string }[]> {
    const rows = okay(await actor.client.rpc('my_obligations', {}))
    return rows
      .filter((row) => taskIds.includes(row.task_id))
      .map((row) => ({ obligationId: row.obligation_id, taskId: row.task_id }))
  }

  function handIn(actor: Actor, obligationId: string, percent: number) {
    return actor.client.rpc('hand_in_report', {
      p_obligation_id: obligationId,
      p_expected_revision: 0,
      p_kind: 'progress',
      p_percent: percent,
      p_done: '完成一部分',
      p_next_steps: '',
      p_problems: '',
    })
  }

  test('two units that hand in on one task at the same moment are both seen', async () => {
    const numbers = Array.from({ length: 12 }, (_, index) => String(index + 1))
    const plan = await issuePlan(county, draft(numbers.map(reporting)))
    const taskIds = numbers.map((number) => must(plan.tasks[number]).id)
    await county.stack.sql('select private.ensure_day(public.business_today())')
    const [education, civil] = [await owedBy(county.education, taskIds), await owedBy(county.civil, taskIds)]
    expect(education).toHaveLength(12)
    for (const { obligationId, taskId } of education) {
      const other = must(civil.find((each) => each.taskId === taskId))
      const answers = await Promise.all([
        handIn(county.education, obligationId, 30),
        handIn(county.civil, other.obligationId, 60),
      ])
      answers.forEach(okay)
      const [state] = okay(
        await county.lead.client.rpc('list_tasks', { p_filter: { plan_id: plan.planId, is_awaiting: true } }),
      )
      expect(must(state).total_count).toBeGreaterThan(0)
    }
    expect(await plansThatDiffer(county.stack, day(), [plan.planId])).toEqual([])
    const [overview] = okay(await county.lead.client.rpc('plan_overview', { p_plan_id: plan.planId }))
    expect(must(overview).awaiting_review).toBe(12)
  })

  test('two reviewers and two units on overlapping tasks never block each other for good', async () => {
    const numbers = Array.from({ length: 8 }, (_, index) => String(index + 1))
    const plan = await issuePlan(county, draft(numbers.map(reporting)))
    const taskIds = numbers.map((number) => must(plan.tasks[number]).id)
    const owed = await owedBy(county.education, taskIds)
    const submissions = await Promise.all(
      owed.map(async ({ obligationId }) => okay(await handIn(county.education, obligationId, 40))),
    )
    const later = await owedBy(county.civil, taskIds)
    const answers = await Promise.all([
      county.lead.client.rpc('approve_reports', { p_submission_ids: submissions.slice(0, 5) }),
      county.lead.client.rpc('approve_reports', { p_submission_ids: submissions.slice(3).toReversed() }),
      ...later.map(({ obligationId }) => handIn(county.civil, obligationId, 70)),
    ])
    // Of the two batches that overlap, the second finds some decided already; nobody waits for ever.
    for (const { error } of answers) if (error !== null) expect(error.message).toBe('report_is_approved')
    expect(await plansThatDiffer(county.stack, day(), [plan.planId])).toEqual([])
  })

  // Last: after it the standings are those of tomorrow.
  test('whoever holds a task while the day is turned gets through, and so does the turn', async () => {
    const plan = await issuePlan(county, draft(['1', '2', '3'].map(reporting)))
    const taskId = must(plan.tasks['2']).id
    const [rest] = await county.stack.sql<{ count: number }>('select count(*)::integer from private.task_standings')
    const tomorrow = day(1)
    const turn = async () => {
      const text = 'select private.roll_standings($1) as goes_on'
      while ((await county.stack.sql(text, [tomorrow]))[0]?.['goes_on'] === true);
    }
    let turning: Promise<void> | undefined
    await county.stack.transaction(async (session) => {
      // As every move does first, and what its trigger does at last.
      await session.query('select from public.tasks where id = $1 for no key update', [taskId])
      turning = turn()
      await new Promise((resolve) => setTimeout(resolve, 500))
      await session.query('select private.refresh_standings(array[$1::text::uuid])', [taskId])
    })
    await turning
    expect(await county.stack.sql('select day from private.standing_day where day = $1', [tomorrow])).toHaveLength(1)
    const renewed = 'select count(*)::integer from private.task_standings where changes_on is null or changes_on > $1'
    expect(await county.stack.sql(renewed, [tomorrow])).toEqual([rest])
    expect(await plansThatDiffer(county.stack, tomorrow, [plan.planId])).toEqual([])
  })

  test('a day is turned in slices, each of which is a whole transaction', async () => {
    const plan = await issuePlan(county, draft(['1', '2', '3'].map(reporting)))
    const slice = async () => (await county.stack.sql('select private.roll_standings($1, 2) as goes_on', [day(9)]))[0]
    const tasks = Number((await county.stack.sql('select count(*) from private.task_standings'))[0]?.['count'])
    let slices = 0
    while ((await slice())?.['goes_on'] === true) {
      slices += 1
      // Until it is over nobody takes what is kept for the new day's.
      const isTurned = (await county.stack.sql('select from private.standing_day where day = $1', [day(9)])).length > 0
      expect(isTurned).toBe(slices > tasks / 2)
    }
    expect(slices).toBe(Math.floor(tasks / 2) + 1)
    expect(await plansThatDiffer(county.stack, day(9), [plan.planId])).toEqual([])
  })
})
