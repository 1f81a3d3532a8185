import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { must, okay, openCounty } from '../support/actors'
import { day, draft, issuePlan, type IssuedTask } from '../support/issued-plan'
import { plansThatDiffer } from '../support/standings'

/**
 * Somebody's transaction begins, waits for a task, and is overtaken by one that began later. Its time lies before what is
 * there already when its turn comes: here each act says when its transaction began, and they come in the order of their
 * turns.
 */
let county: Awaited<ReturnType<typeof openCounty>>
beforeAll(async () => {
  county = await openCounty()
})
afterAll(() => county.stop())

const evening = (fromToday: number) => `${day(fromToday)}T23:59:59+08:00`
const night = (fromToday: number) => `${day(fromToday)}T00:00:01+08:00`

async function issueOne(dueOn = [day(30), day(60)]): Promise<{ planId: string; task: IssuedTask }> {
  const units = [['教育局', 'lead']] as const
  const plan = await issuePlan(county, draft([{ number: '1', units, dueOn }]))
  return { planId: plan.planId, task: must(plan.tasks['1']) }
}
const asLead = (at: string, text: string, parameters: unknown[]) =>
  county.stack.act({ userId: county.lead.userId, at }, text, parameters)
const asUnit = (at: string, text: string, parameters: unknown[]) =>
  county.stack.act({ userId: county.education.userId, at }, text, parameters)
const amendDue = "select public.amend_milestone($1, $2::text::date, '要求', 1, '调整')"

async function turnTo(date: string): Promise<void> {
  const text = 'select private.roll_standings($1) as goes_on'
  while ((await county.stack.sql(text, [date]))[0]?.['goes_on'] === true);
}
const standingDay = async () =>
  (await county.stack.sql("select to_char(day, 'YYYY-MM-DD') as day from private.standing_day"))[0]

describe('whoever was overtaken', () => {
  test('has the last word about a due date, in the terms as in the column', async () => {
    const { task } = await issueOne()
    const milestone = must(task.milestones[0])
    await asLead(`${day(1)}T09:00:02+08:00`, amendDue, [milestone.id, day(41)])
    await asLead(`${day(1)}T09:00:01+08:00`, amendDue, [milestone.id, day(42)])
    const [row] = await county.stack.sql(
      `select m.due_on = d.due_on as is_one, d.due_on = $2::text::date as is_last
       from public.milestones m, private.due_in_force($3::text::date, array[m.task_id]) d where m.id = $1 and d.milestone_id = m.id`,
      [milestone.id, day(42), day(2)],
    )
    expect(row).toEqual({ is_one: true, is_last: true })
  })

  test('has the last word about a unit, in the terms as in the column', async () => {
    const { task } = await issueOne()
    const assignmentId = must(task.assignments['教育局'])
    await asLead(`${day(1)}T09:00:02+08:00`, "select public.withdraw_assignment($1, '先撤')", [assignmentId])
    await asLead(
      `${day(1)}T09:00:01+08:00`,
      "select public.add_assignment($1, (select id from public.units where name = '教育局'), 'lead', '再加')",
      [task.id],
    )
    const rows = await county.stack.sql(
      `select a.withdrawn_at from private.roles_in_force($2::text::date, array[$1::uuid]) r join public.assignments a on a.id = r.assignment_id`,
      [task.id, day(2)],
    )
    expect(rows).toEqual([{ withdrawn_at: null }])
  })

  test('hands in what the reopening before it does not void', async () => {
    const { task } = await issueOne()
    const obligationId = must(task.obligations[0]).id
    const handIn = "select public.hand_in_report($1, 0, 'not_applicable', 0, '没有此事项', '', '') as id"
    const approve = "select public.review_report($1, 'approved', '')"
    const [first] = await asUnit(`${day(1)}T09:00:00+08:00`, handIn, [obligationId])
    await asLead(`${day(1)}T10:00:00+08:00`, approve, [first?.['id']])
    await asLead(`${day(1)}T11:00:02+08:00`, "select public.reopen_completion($1, '重办')", [obligationId])
    const [second] = await asUnit(`${day(1)}T11:00:01+08:00`, handIn, [obligationId])
    await asLead(`${day(1)}T12:00:00+08:00`, approve, [second?.['id']])
    const actions = await asLead(`${day(1)}T12:00:01+08:00`, "select event from public.my_actions('obligation', $1)", [
      obligationId,
    ])
    expect(actions).toEqual([{ event: 'completion_reopened' }])
  })

  test('over midnight leaves standings of the new day behind', async () => {
    // Due and settled: a row that no day changes any more.
    const { planId, task } = await issueOne([day(1)])
    const obligationId = must(task.obligations[0]).id
    const handIn = "select public.hand_in_report($1, 0, 'not_applicable', 0, '没有此事项', '', '') as id"
    const [first] = await asUnit(`${day(1)}T09:00:00+08:00`, handIn, [obligationId])
    await asLead(`${day(1)}T10:00:00+08:00`, "select public.review_report($1, 'approved', '')", [first?.['id']])
    await asLead(night(3), "select public.reopen_completion($1, '重办')", [obligationId])
    await asLead(evening(2), "select public.amend_task($1, '改名', '要求', '调整')", [task.id])
    for (const date of [day(3), day(4)]) {
      await turnTo(date)
      expect(await standingDay()).toEqual({ day: date })
      expect(await plansThatDiffer(county.stack, date, [planId])).toEqual([])
    }
  })
})

describe('the day that is kept', () => {
  test('ends with the first row that is written for a later one', async () => {
    const { task } = await issueOne()
    await turnTo(day(10))
    expect(await standingDay()).toEqual({ day: day(10) })
    await asLead(night(11), "select public.amend_task($1, '改名', '要求', '调整')", [task.id])
    expect(await standingDay()).toEqual({ day: null })
  })

  test('is found again when a clock was years ahead', async () => {
    const { planId } = await issueOne()
    await turnTo(day(4000))
    expect(await plansThatDiffer(county.stack, day(4000), [planId])).toEqual([])
    const turns = async () => {
      let goesOn = true
      while (goesOn) goesOn = okay(await county.lead.client.rpc('ensure_day'))
    }
    await turns()
    expect(await standingDay()).toEqual({ day: day() })
    expect(await plansThatDiffer(county.stack, day(), [planId])).toEqual([])
    expect(okay(await county.lead.client.rpc('ensure_day'))).toBe(false)
  })

  test('is turned whole by the procedure that a scheduler calls', async () => {
    const { planId } = await issueOne()
    await county.stack.sql("update private.standing_day set day = '-infinity'")
    await county.stack.sql('call private.turn_day()')
    expect(await standingDay()).toEqual({ day: day() })
    expect(await plansThatDiffer(county.stack, day(), [planId])).toEqual([])
  })
})
