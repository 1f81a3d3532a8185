import { QueryClient } from '@tanstack/react-query'
import { WebSocket } from 'ws'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { configureClient, getClient } from '@/data/client'
import { planOverviewOptions, sectionOverviewOptions, unitOverviewOptions } from '@/data/overview/queries'
import type { TaskCounts } from '@/data/overview/overview'
import { overdueTasksOptions, staleTasksOptions, taskListOptions } from '@/data/tasks/list-queries'
import { parseLocalDate, type LocalDate } from '@/domain/local-date/local-date'
import { OUTSIDE_SECTIONS, type TaskFilter } from '@/domain/tasks/task'
import { openCounty, okay, succeed, type County } from '../support/actors'
import { day, draft, issuePlan, type IssuedPlan } from '../support/issued-plan'
import { at, morning } from '../support/lived-plan'
import { complete, handIn, obligation } from '../support/reports'
import { planId } from '../support/ids'

// Every number on the dashboard leads to a list of tasks. This asks both, as the app does, and compares them.

let county: County & { stop: () => Promise<void> }
let running: IssuedPlan
let closed: IssuedPlan
const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 0, gcTime: 0 } } })

// Issued when they began, so that a past day can be asked for; what was reported was reported today.
beforeAll(async () => {
  county = await openCounty()
  const { lead, education, civil, outsider, units } = county
  await at(county.stack, morning(day(-200)), issueBoth)
  await succeed(lead.client.rpc('close_plan', { p_plan_id: closed.planId, p_reason: '期满' }))
  await complete(lead, civil, units.民政局, obligation(running.tasks['4'], '民政局'))
  await complete(lead, civil, units.民政局, obligation(running.tasks['6'], '民政局'))
  await handIn(education, units.教育局, obligation(running.tasks['5'], '教育局'), { percent: 90 })
  await handIn(outsider, units.财政局, obligation(running.tasks['7'], '财政局'), { percent: 90 })

  globalThis.WebSocket ??= WebSocket as unknown as typeof globalThis.WebSocket
  configureClient({
    supabaseUrl: county.stack.url,
    supabasePublishableKey: county.stack.publishableKey,
    demoAccounts: [],
  })
  const { error } = await getClient().auth.signInWithPassword({
    email: county.leadership.email,
    password: county.leadership.password,
  })
  if (error) throw error
})

afterAll(() => county.stop())

async function issueBoth(): Promise<void> {
  const begun = { startsOn: day(-200), endsOn: day(200) }
  running = await issuePlan(
    county,
    draft(
      [
        {
          number: '1',
          sectionId: 's1',
          units: [
            ['教育局', 'lead'],
            ['民政局', 'responsible'],
          ],
          dueOn: [day(-20), day(150)],
        },
        {
          number: '2',
          sectionId: 's1',
          units: [
            ['教育局', 'responsible'],
            ['民政局', 'responsible'],
          ],
          dueOn: [day(5)],
        },
        { number: '3', sectionId: 's2', units: [['各街道', 'responsible']], dueOn: [day(-5)] },
        {
          number: '4',
          sectionId: 's2',
          units: [
            ['民政局', 'responsible'],
            ['教育局', 'supporting'],
          ],
          dueOn: [day(-3)],
        },
        { number: '5', units: [['教育局', 'responsible']], dueOn: [day(180)] },
        { number: '6', units: [['民政局', 'lead']], dueOn: [day(190)] },
        { number: '7', units: [['财政局', 'lead']], dueOn: [day(9)] },
        { number: '8', units: [['财政局', 'responsible']], dueOn: [day(-205)] },
      ],
      begun,
    ),
  )
  const last = [{ number: '1', units: [['教育局', 'responsible']], dueOn: [day(-90)] }] as const
  closed = await issuePlan(county, draft(last, { ...begun, title: '去年的计划' }))
}

const everything: TaskFilter = {
  asOf: null,
  planId: '',
  sectionId: '',
  unitId: '',
  role: '',
  signal: '',
  year: 0,
  isAwaiting: false,
  isLeadsDone: false,
  words: '',
}

async function countTasks(narrowed: Partial<TaskFilter>): Promise<number> {
  const page = await queryClient.fetchQuery(
    taskListOptions({ filter: { ...everything, ...narrowed }, sort: 'urgency', page: 1, pageSize: 50 }),
  )
  return page.total
}

/** How many tasks stand behind each of a row's numbers. */
async function listed(narrowed: Partial<TaskFilter>): Promise<TaskCounts> {
  const count = (signal: TaskFilter['signal']) => countTasks({ ...narrowed, signal })
  return {
    tasks: await count(''),
    red: await count('red'),
    yellow: await count('yellow'),
    due_soon: await count('due_soon'),
    green: await count('green'),
    grey: await count('grey'),
    before_given: await count('before_given'),
    complete: await count('complete'),
    completeLate: await count('complete_late'),
  }
}

describe.each([
  ['today', null, false],
  ['yesterday, when nothing had been reported', parseLocalDate(day(-1)), false],
  // Last: from here on what was kept is read.
  ['today, after its turn', null, true],
] as const)('every number leads to exactly the tasks it counts: %s', (_words, asOf: LocalDate | null, isKept) => {
  beforeAll(async () => {
    if (isKept) expect(okay(await county.lead.client.rpc('ensure_day'))).toBe(true)
  })

  it('for each plan, closed ones too', async () => {
    const plans = await queryClient.fetchQuery(planOverviewOptions({ asOf, planId: '' }))
    expect(plans.map((plan) => plan.planId).sort()).toEqual([running.planId, closed.planId].sort())
    for (const plan of plans) {
      expect(await listed({ asOf, planId: plan.planId })).toEqual(plan.counts)
      expect(await countTasks({ asOf, planId: plan.planId, isAwaiting: true })).toBe(plan.awaitingReview)
    }
  })

  it('for each chapter, and for the tasks outside any', async () => {
    const sections = await queryClient.fetchQuery(sectionOverviewOptions(planId(running.planId), asOf))
    expect(sections).toHaveLength(3)
    for (const { sectionId, counts } of sections) {
      expect(await listed({ asOf, planId: planId(running.planId), sectionId: sectionId ?? OUTSIDE_SECTIONS })).toEqual(
        counts,
      )
    }
  })

  it('for each unit, with what it is accountable for and what it takes part in', async () => {
    const units = await queryClient.fetchQuery(unitOverviewOptions({ asOf, planId: '' }))
    expect(units.length).toBeGreaterThan(3)
    for (const { unitId, counts, supporting } of units) {
      expect(await listed({ asOf, unitId, role: 'accountable' })).toEqual(counts)
      expect(await countTasks({ asOf, unitId, role: 'supporting' })).toBe(supporting)
    }
  })

  it('for the short lists of overdue and stale tasks', async () => {
    const overdue = await queryClient.fetchQuery(overdueTasksOptions({ ...everything, asOf }))
    expect(overdue.total).toBe(await countTasks({ asOf, signal: 'red' }))
    const stale = await queryClient.fetchQuery(staleTasksOptions({ ...everything, asOf }))
    expect(stale.total).toBe(await countTasks({ asOf, signal: 'open' }))
  })
})

it('the data makes the comparison mean something: every kind of number is there today', async () => {
  const counts = await listed({})
  expect(counts).toEqual({
    tasks: 8,
    red: 2,
    yellow: 1,
    due_soon: 1,
    green: 1,
    grey: 0,
    before_given: 1,
    complete: 2,
    completeLate: 1,
  })
  expect(await countTasks({ isAwaiting: true })).toBe(2)
})

it('a page beyond the end shows the first one instead of nothing', async () => {
  const page = await queryClient.fetchQuery(
    taskListOptions({ filter: everything, sort: 'number', page: 9, pageSize: 4 }),
  )
  expect(page).toMatchObject({ page: 1, total: 8 })
  expect(page.tasks).toHaveLength(4)
})
