import { afterAll, beforeAll, expect, test } from 'vitest'
import { must, okay, openCounty, refusal, type Actor } from '../support/actors'
import { draft, importPlan, type IssuedPlan } from '../support/issued-plan'
import { askOn, issueAt, noon, reportAt } from '../support/lived-plan'
import { obligation } from '../support/reports'

let county: Awaited<ReturnType<typeof openCounty>>
let plan: IssuedPlan

beforeAll(async () => {
  county = await openCounty()
  const tasks = [
    { number: '1', units: [['教育局', 'lead']], dueOn: ['2025-06-30'] },
    { number: '2', units: [['民政局', 'lead']], dueOn: ['2025-12-31'] },
  ] as const
  plan = await issueAt(county, '2025-03-10', tasks)
  const reviewed = { at: noon('2025-07-20'), decision: 'approved', decidedAt: noon('2025-09-02') } as const
  await reportAt(county, '教育局', obligation(plan.tasks['1'], '教育局'), reviewed)
})
afterAll(() => county.stop())

const trend = async (asOf?: string, actor: Actor = county.leadership) =>
  okay(
    await actor.client.rpc('progress_trend', {
      p_plan_id: plan.planId,
      ...(asOf === undefined ? {} : { p_as_of: asOf }),
    }),
  )
const daysOf = async (asOf: string) => (await trend(asOf)).map((row) => row.as_of)

test.each(['2025-04-17', '2025-08-31', '2025-11-05', undefined])(
  'each point equals the overview of its day, up to the last (%s)',
  async (asOf) => {
    const points = await trend(asOf)
    const last = must(points.at(-1))
    if (asOf !== undefined) expect(last.as_of).toBe(asOf)
    for (const point of points) {
      const [row] = okay(
        await county.leadership.client.rpc('plan_overview', { p_plan_id: plan.planId, p_as_of: point.as_of }),
      )
      const { percent, scheduled_percent, red, complete } = must(row)
      expect(point).toEqual({ as_of: point.as_of, percent, scheduled_percent, red, complete })
    }
  },
)

test('a point tells what was known on its day', async () => {
  const points = new Map((await trend('2025-10-15')).map((point) => [point.as_of, point]))
  // Handed in late in July, known as complete only once it was approved in September.
  expect(points.get('2025-06-30')).toMatchObject({ percent: 0, red: 0, complete: 0 })
  expect(points.get('2025-08-31')).toMatchObject({ percent: 0, complete: 0 })
  expect(points.get('2025-09-30')).toMatchObject({ percent: 50, complete: 1 })
})

test('the line begins with the first month end after issue and ends on the day', async () => {
  expect(await daysOf('2025-05-20')).toEqual(['2025-03-31', '2025-04-30', '2025-05-20'])
  expect(await daysOf('2025-04-30')).toEqual(['2025-03-31', '2025-04-30'])
  expect(await daysOf('2025-03-09')).toEqual([])
})

test('a plan issued before its time begins with its first month', async () => {
  const tasks = [{ number: '1', units: [['教育局', 'lead']] }] as const
  const early = await issueAt(county, '2025-03-10', tasks, { startsOn: '2025-05-01' })
  const ask = { p_plan_id: early.planId, p_as_of: '2025-06-10' }
  const points = okay(await county.leadership.client.rpc('progress_trend', ask))
  expect(points.map(({ as_of }) => as_of)).toEqual(['2025-05-31', '2025-06-10'])
})

test.each(['2025-07-20', '2025-09-02', '2025-12-31'])(
  'whoever asks on the day itself (%s) sees the line that is seen later',
  async (date) => {
    const points = await askOn(county, date, (asOf) => trend(asOf))
    expect(must(points.at(-1))).toMatchObject({ as_of: date, complete: date < '2025-09-02' ? 0 : 1 })
  },
)

test('no more than twelve month ends are shown', async () => {
  const days = await daysOf('2026-08-15')
  expect([days.length, days[0], days.at(-2), days.at(-1)]).toEqual([13, '2025-08-31', '2026-07-31', '2026-08-15'])
})

test('departments may ask, strangers may not, and a draft answers nothing', async () => {
  expect(await trend('2025-05-20', county.outsider)).toEqual(await trend('2025-05-20'))
  expect(await refusal(county.anon.rpc('progress_trend', { p_plan_id: plan.planId }))).toBe('42501')
  const draftId = await importPlan(county.lead, draft())
  expect(okay(await county.lead.client.rpc('progress_trend', { p_plan_id: draftId }))).toEqual([])
})
