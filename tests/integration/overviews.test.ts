import { randomUUID } from 'node:crypto'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { joinByInvitation, must, okay, openCounty, refusal } from '../support/actors'
import { day, draft, issuePlan, type IssuedPlan } from '../support/issued-plan'
import { at, morning, noon } from '../support/lived-plan'

const COUNTED = ['red', 'yellow', 'due_soon', 'green', 'grey', 'before_given', 'complete'] as const
const SIGNALS = [...COUNTED, 'complete_late'] as const
const UNITS = ['教育局', '民政局', '财政局', '东街道', '西街道'] as const
let county: Awaited<ReturnType<typeof openCounty>>
let plan: IssuedPlan

beforeAll(async () => {
  county = await openCounty()
  plan = await at(county.stack, morning(day(-100)), async () => {
    await issuePlan(county, randomPlan())
    return issuePlan(county, randomPlan())
  })
  await reportAtRandom()
})
afterAll(() => county.stop())

/** Chapters three deep, tasks in any of them and in none, one to three due days, any units in any role. */
function randomPlan() {
  const task = fc.record({
    sectionId: fc.constantFrom(null, 's1', 's2', 's3', 's4'),
    units: fc.uniqueArray(fc.constantFrom(...UNITS), { maxLength: 4 }),
    role: fc.constantFrom('lead' as const, 'responsible' as const, 'supporting' as const),
    due: fc.uniqueArray(fc.integer({ min: -130, max: 200 }), { maxLength: 3 }),
  })
  const tasks = fc.sample(fc.array(task, { minLength: 30, maxLength: 30 }), { numRuns: 1, seed: 20_261_122 })[0] ?? []
  const written = tasks.map(({ sectionId, units, role, due }, index) => ({
    number: String(index + 1),
    ...(sectionId ? { sectionId } : {}),
    units: units.map((unit, place) => [unit, place === 0 ? role : 'responsible'] as const),
    dueOn: due.map((days) => day(days)),
  }))
  // One due soon, one later, one that fell due before it was given.
  const only = (number: string, dueOn: string) =>
    ({ number, sectionId: 's1', units: [['教育局', 'lead']], dueOn: [dueOn] }) as const
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
  const all = [
    only('1', day(9)),
    written[1],
    only('3', day(-110)),
    ...written.slice(3, 7),
    only('8', day(150)),
    ...written.slice(8),
  ].filter((task) => task !== undefined)
  return draft(all, { startsOn: day(-100), endsOn: day(200), reportingCadence: 'monthly' }, { sections })
}

interface Owed {
  id: string
  unit_id: string
  /** Its place among all, by which it is chosen what becomes of it. */
  n: number
  /** What all report on its task: every fifth is done, every seventh well on its way. */
  percent_of_task: number | null
}

/** Some days ago at noon, or now. */
const past = (daysAgo: number) => (daysAgo === 0 ? new Date().toISOString() : noon(day(-daysAgo)))

/** Some tasks are done or nearly, and of the others a third of the obligations are reported on: some approved, some awaiting review; a fixed choice by their place. */
async function reportAtRandom(): Promise<void> {
  const owed = await county.stack.sql<Owed>(
    `select o.id, o.unit_id, row_number() over (order by t.position, p.created_at, m.due_on, u.name)::integer as n,
       case when t.position % 5 = 0 then 100 when t.position % 7 = 1 then 90 end as percent_of_task
     from public.obligations o join public.units u on u.id = o.unit_id join public.milestones m on m.id = o.milestone_id
     join public.tasks t on t.id = o.task_id join public.plans p on p.id = t.plan_id`,
  )
  const clerks = await clerksOfUnits()
  const percentOf = ({ n, percent_of_task }: Owed) => percent_of_task ?? (n % 2 === 0 ? 100 : (n * 7) % 100)
  const decided: [daysAgo: number, submissionId: string][] = []
  for (const one of owed.filter(({ n, percent_of_task }) => percent_of_task !== null || n % 3 === 1)) {
    const percent = percentOf(one)
    const submissionId = await reportOn(one, must(clerks.get(one.unit_id)), percent, past(percent % 90))
    if (percent % 5 !== 1) decided.push([percent % 9, submissionId])
  }
  for (let daysAgo = 8; daysAgo >= 0; daysAgo -= 1) {
    const ids = decided.filter(([days]) => days === daysAgo).map(([, id]) => id)
    const lead = { userId: county.lead.userId, at: past(daysAgo) }
    const approve = "select public.review_report(id, 'approved', '') from unnest($1::text::uuid[]) as id"
    await county.stack.act(lead, approve, [`{${ids.join(',')}}`])
  }
}

/** Somebody for each unit, and a page that may prove anything. */
async function clerksOfUnits(): Promise<Map<string, { userId: string; evidenceId: string }>> {
  const clerks = new Map<string, { userId: string; evidenceId: string }>()
  for (const unitId of Object.values(county.units)) {
    const { client, userId } = await joinByInvitation(county.stack, county.lead, 'department', unitId)
    const evidenceId = randomUUID()
    const page = {
      id: evidenceId,
      unit_id: unitId,
      kind: 'link' as const,
      title: '公开页面',
      url: 'https://example.cn/a',
    }
    okay(await client.from('evidence').insert(page).select('id'))
    clerks.set(unitId, { userId, evidenceId })
  }
  return clerks
}

/** Saves, attaches and hands in on a past day; answers the submission. */
async function reportOn(
  { id, n }: Owed,
  { userId, evidenceId }: { userId: string; evidenceId: string },
  percent: number,
  instant: string,
): Promise<string> {
  const who = { userId, at: instant }
  const kind = n % 11 === 0 ? 'not_applicable' : 'progress'
  const [saved] = await county.stack.act<{ id: string }>(
    who,
    `select report_id as id from public.save_report_draft($1, 0, $2::text::public.report_kind, $3, '做了', '', '')`,
    [id, kind, percent],
  )
  const reportId = must(saved).id
  await county.stack.act(who, 'insert into public.report_evidence (report_id, evidence_id) values ($1, $2)', [
    reportId,
    evidenceId,
  ])
  const [handedIn] = await county.stack.act<{ id: string }>(who, 'select public.submit_report($1, 1) as id', [reportId])
  return must(handedIn).id
}

const total = async (filter: Record<string, string | boolean> = {}, asOf: string = day()) => {
  const args = { p_filter: filter, p_as_of: asOf, p_limit: 1 }
  const rows = okay(await county.leadership.client.rpc('list_tasks', args))
  return rows[0]?.total_count ?? 0
}

describe.each([
  ['today', 0, false],
  ['twenty days ago', -20, false],
  ['the day before the plan was issued', -101, false],
  // Last: from here on what was kept is read.
  ['today, after its turn', 0, true],
])('%s', (_name, days, isKept) => {
  const asOf = day(days)
  beforeAll(async () => {
    if (isKept) expect(okay(await county.lead.client.rpc('ensure_day'))).toBe(true)
  })

  test('each number of a plan is the length of the list behind it', async () => {
    const rows = okay(await county.leadership.client.rpc('plan_overview', { p_as_of: asOf }))
    expect(rows).toHaveLength(days < -100 ? 0 : 2)
    for (const row of rows) {
      const within = { plan_id: row.plan_id }
      expect(await total(within, asOf)).toBe(row.tasks)
      expect(COUNTED.reduce((sum, key) => sum + row[key], 0)).toBe(row.tasks)
      for (const signal of SIGNALS)
        expect([signal, await total({ ...within, signal }, asOf)]).toEqual([signal, row[signal]])
      expect(await total({ ...within, is_awaiting: true }, asOf)).toBe(row.awaiting_review)
      expect(await total({ ...within, is_leads_done: true }, asOf)).toBe(row.leads_done)
    }
  })

  test('each number of a chapter is the length of the list behind it, however deep it nests', async () => {
    const rows = okay(await county.leadership.client.rpc('section_overview', { p_plan_id: plan.planId, p_as_of: asOf }))
    expect(rows.map(({ title }) => title)).toEqual(days < -100 ? [] : ['', 's1', 's4'])
    for (const row of rows) {
      const within = {
        plan_id: plan.planId,
        ...(row.section_id ? { section_id: row.section_id } : { is_outside_sections: true }),
      }
      expect(await total(within, asOf)).toBe(row.tasks)
      for (const signal of SIGNALS)
        expect([row.title, signal, await total({ ...within, signal }, asOf)]).toEqual([row.title, signal, row[signal]])
    }
    expect(rows.reduce((sum, row) => sum + row.tasks, 0)).toBe(await total({ plan_id: plan.planId }, asOf))
  })

  test.each(
    days === 0
      ? ([
          ['in one plan', true],
          ['in all plans', false],
        ] as const)
      : ([['in one plan', true]] as const),
  )('each number of a unit is the length of the list behind it, %s', async (_where, isOne) => {
    const args = { p_as_of: asOf, ...(isOne ? { p_plan_id: plan.planId } : {}) }
    for (const row of okay(await county.leadership.client.rpc('unit_overview', args))) {
      const within = { unit_id: row.unit_id, ...(isOne ? { plan_id: plan.planId } : {}) }
      expect(await total({ ...within, is_supporting: false }, asOf)).toBe(row.tasks)
      expect(await total({ ...within, is_supporting: true }, asOf)).toBe(row.supporting)
      for (const signal of SIGNALS)
        expect([row.name, signal, await total({ ...within, signal, is_supporting: false }, asOf)]).toEqual([
          row.name,
          signal,
          row[signal],
        ])
    }
  })
})

test('the data shows every signal, so that equal numbers mean something', async () => {
  const rows = okay(await county.leadership.client.rpc('plan_overview', {}))
  for (const signal of SIGNALS) expect([signal, rows.some((row) => row[signal] > 0)]).toEqual([signal, true])
})

test.each(['urgency', 'due_on', 'percent', 'silence', 'number'])('pages by %s hold every task once', async (p_sort) => {
  const pages = await Promise.all(
    [0, 7, 14, 21, 28, 35, 42, 49, 56].map((p_offset) =>
      county.leadership.client.rpc('list_tasks', { p_sort, p_limit: 7, p_offset }),
    ),
  )
  const ids = pages.flatMap((page) => okay(page).map(({ task_id }) => task_id))
  expect([ids.length, new Set(ids).size]).toEqual([60, 60])
})

test('a closed plan counts only when it is asked for', async () => {
  const before = await total()
  await county.lead.client.rpc('close_plan', { p_plan_id: plan.planId, p_reason: '年度结束' })
  expect(await total()).toBe(before - 30)
  expect(await total({ plan_id: plan.planId })).toBe(30)
  expect(await total({}, day(-1))).toBe(before)
  const stateOn = async (p_as_of: string) =>
    must(okay(await county.lead.client.rpc('plan_overview', { p_plan_id: plan.planId, p_as_of }))[0]).state
  expect([await stateOn(day(-1)), await stateOn(day())]).toEqual(['issued', 'closed'])
})

test.each([
  ['a key that nobody knows', { p_plan_id: '1' }],
  ['a null, which a caller may not have meant', { plan_id: null }],
  ['a number for words', { search: 1 }],
  ['words for yes or no', { is_awaiting: 'true' }],
  ['words for a year', { year: '2026' }],
  ['half a year', { year: 2026.5 }],
  ['a year out of this world', { year: 30_000 }],
  ['a plan that is no plan', { plan_id: 'x' }],
  ['a signal that is none', { signal: 'purple' }],
  ['a list', []],
  ['words', 'red'],
  ['nothing', null],
])('a filter that cannot be read is refused, not passed over: %s', async (_what, p_filter) => {
  expect(await refusal(county.leadership.client.rpc('list_tasks', { p_filter }))).toBe('task_filter_unreadable')
})

test('a list in an order that nobody knows is refused', async () => {
  expect(await refusal(county.leadership.client.rpc('list_tasks', { p_sort: 'mood' }))).toBe('task_sort_unknown')
})
