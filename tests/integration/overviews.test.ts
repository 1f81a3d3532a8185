import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { must, okay, openCounty, type Actor } from '../support/actors'
import { day, draft, issuePlan, type IssuedPlan } from '../support/issued-plan'

const SIGNALS = ['red', 'yellow', 'green', 'grey', 'complete', 'complete_late'] as const
const UNITS = ['教育局', '民政局', '财政局', '东街道', '西街道'] as const
let county: Awaited<ReturnType<typeof openCounty>>
let plan: IssuedPlan

beforeAll(async () => {
  county = await openCounty()
  plan = await issuePlan(county, randomPlan())
  await issuePlan(county, randomPlan())
  await reportAtRandom()
})
afterAll(() => county.stop())

/** Chapters three deep, tasks in any of them and in none, one to three due days, any units in any role. */
function randomPlan() {
  const task = fc.record({
    sectionId: fc.constantFrom(null, 's1', 's2', 's3', 's4'),
    units: fc.uniqueArray(fc.constantFrom(...UNITS), { maxLength: 4 }),
    role: fc.constantFrom('lead' as const, 'responsible' as const, 'supporting' as const),
    due: fc.uniqueArray(fc.integer({ min: -60, max: 200 }), { maxLength: 3 }),
  })
  const tasks = fc.sample(fc.array(task, { minLength: 30, maxLength: 30 }), { numRuns: 1, seed: 20_261_122 })[0] ?? []
  const written = tasks.map(({ sectionId, units, role, due }, index) => ({
    number: String(index + 1),
    ...(sectionId ? { sectionId } : {}),
    units: units.map((unit, place) => [unit, place === 0 ? role : 'responsible'] as const),
    dueOn: due.map((days) => day(days)),
  }))
  const section = (id: string, parentId: string | null, level: number) => ({
    id,
    parentId,
    number: id,
    title: id,
    level,
    start: 0,
    end: 1,
  })
  const sections = [section('s1', null, 1), section('s2', 's1', 2), section('s3', 's2', 3), section('s4', null, 1)]
  return draft(written, { startsOn: day(-100), endsOn: day(200), reportingCadence: 'monthly' }, { sections })
}

/** A third of the obligations each: approved at some percent, awaiting review, untouched; a fixed choice by hash. */
async function reportAtRandom(): Promise<void> {
  await county.stack.sql(`update public.plans set issued_at = issued_at - interval '100 days' where state = 'issued'`)
  await county.stack.sql(`update public.assignments set created_at = created_at - interval '100 days'`)
  await county.stack.sql(`with owed as (
      select a.id as a, a.task_id, a.unit_id, m.id as m, row_number() over (order by t.position, p.created_at, m.due_on, u.name) as n
      from public.assignments a join public.units u on u.id = a.unit_id join public.tasks t on t.id = a.task_id
      join public.plans p on p.id = t.plan_id join public.milestones m on m.task_id = t.id
    ), report as (
      insert into public.progress_reports (assignment_id, milestone_id, task_id, unit_id, state, kind, percent)
      select a, m, task_id, unit_id, 'approved', case when n % 11 = 0 then 'not_applicable' else 'progress' end::public.report_kind, case when n % 2 = 0 then 100 else (n * 7) % 100 end
      from owed where n % 3 <> 0 returning *
    )
    insert into public.report_submissions (report_id, assignment_id, milestone_id, task_id, unit_id, number, kind, percent, done, next_steps, problems, submitted_at, decision, decided_at)
    select id, assignment_id, milestone_id, task_id, unit_id, 1, kind, percent, '', '', '', now() - (percent % 90) * interval '1 day',
      case when percent % 5 <> 1 then 'approved' end::public.review_decision, case when percent % 5 <> 1 then now() - (percent % 9) * interval '1 day' end from report`)
}

const total = async (args: object, actor: Actor = county.leadership) => {
  const rows = okay(await actor.client.rpc('list_tasks', { ...args, p_limit: 1 }))
  return rows[0]?.total_count ?? 0
}

describe.each([
  ['today', 0],
  ['twenty days ago', -20],
  ['the day before the plan was issued', -101],
])('%s', (_name, days) => {
  const asOf = day(days)

  test('each number of a plan is the length of the list behind it', async () => {
    const rows = okay(await county.leadership.client.rpc('plan_overview', { p_as_of: asOf }))
    expect(rows).toHaveLength(days < -100 ? 0 : 2)
    for (const row of rows) {
      const at = { p_plan_id: row.plan_id, p_as_of: asOf }
      expect(await total(at)).toBe(row.tasks)
      expect(row.red + row.yellow + row.green + row.grey + row.complete).toBe(row.tasks)
      for (const p_signal of SIGNALS)
        expect([p_signal, await total({ ...at, p_signal })]).toEqual([p_signal, row[p_signal]])
      expect(await total({ ...at, p_is_awaiting: true })).toBe(row.awaiting_review)
    }
  })

  test('each number of a chapter is the length of the list behind it, however deep it nests', async () => {
    const rows = okay(await county.leadership.client.rpc('section_overview', { p_plan_id: plan.planId, p_as_of: asOf }))
    expect(rows.map(({ title }) => title)).toEqual(days < -100 ? [] : ['', 's1', 's4'])
    for (const row of rows) {
      const at = {
        p_plan_id: plan.planId,
        p_as_of: asOf,
        ...(row.section_id ? { p_section_id: row.section_id } : { p_is_outside_sections: true }),
      }
      expect(await total(at)).toBe(row.tasks)
      for (const p_signal of SIGNALS)
        expect([row.title, p_signal, await total({ ...at, p_signal })]).toEqual([row.title, p_signal, row[p_signal]])
    }
    expect(rows.reduce((sum, row) => sum + row.tasks, 0)).toBe(await total({ p_plan_id: plan.planId, p_as_of: asOf }))
  })

  test.each(
    days === 0
      ? ([
          ['in one plan', true],
          ['in all plans', false],
        ] as const)
      : ([['in one plan', true]] as const),
  )('each number of a unit is the length of the list behind it, %s', async (_where, isOne) => {
    const within = { p_as_of: asOf, ...(isOne ? { p_plan_id: plan.planId } : {}) }
    for (const row of okay(await county.leadership.client.rpc('unit_overview', within))) {
      const at = { ...within, p_unit_id: row.unit_id }
      expect(await total({ ...at, p_is_accountable: true })).toBe(row.tasks)
      expect(await total({ ...at, p_is_accountable: false })).toBe(row.supporting)
      for (const p_signal of SIGNALS)
        expect([row.name, p_signal, await total({ ...at, p_signal, p_is_accountable: true })]).toEqual([
          row.name,
          p_signal,
          row[p_signal],
        ])
    }
  })
})

test('the data shows every signal, so that equal numbers mean something', async () => {
  const rows = okay(await county.leadership.client.rpc('plan_overview', {}))
  for (const signal of SIGNALS) expect([signal, rows.some((row) => row[signal] > 0)]).toEqual([signal, true])
})

test.each(['urgency', 'due_on', 'percent', 'fact_on', 'number'])('pages by %s hold every task once', async (p_sort) => {
  const pages = await Promise.all(
    [0, 7, 14, 21, 28, 35, 42, 49, 56].map((p_offset) =>
      county.leadership.client.rpc('list_tasks', { p_sort, p_limit: 7, p_offset }),
    ),
  )
  const ids = pages.flatMap((page) => okay(page).map(({ task_id }) => task_id))
  expect([ids.length, new Set(ids).size]).toEqual([60, 60])
})

test('a closed plan counts only when it is asked for', async () => {
  const before = await total({})
  await county.lead.client.rpc('close_plan', { p_plan_id: plan.planId, p_reason: '年度结束' })
  expect(await total({})).toBe(before - 30)
  expect(await total({ p_plan_id: plan.planId })).toBe(30)
  expect(await total({ p_as_of: day(-1) })).toBe(before)
  const stateOn = async (p_as_of: string) =>
    must(okay(await county.lead.client.rpc('plan_overview', { p_plan_id: plan.planId, p_as_of }))[0]).state
  expect([await stateOn(day(-1)), await stateOn(day())]).toEqual(['issued', 'closed'])
})
