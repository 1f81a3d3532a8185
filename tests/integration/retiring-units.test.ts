import { afterAll, beforeAll, expect, test } from 'vitest'
import { must, okay, openCounty, refusal, succeed } from '../support/actors'
import { draft, issuePlan, type IssuedPlan } from '../support/issued-plan'
import { complete, obligation } from '../support/reports'
import { plansThatDiffer, unitsThatDiffer } from '../support/standings'

let county: Awaited<ReturnType<typeof openCounty>>
let plan: IssuedPlan
/** 教育局: leads 1, shares 2 with 民政局, alone on 3, takes part in 4, has completed 5. */
beforeAll(async () => {
  county = await openCounty()
  const tasks = [
    {
      number: '1',
      units: [
        ['教育局', 'lead'],
        ['民政局', 'supporting'],
      ],
    },
    {
      number: '2',
      units: [
        ['教育局', 'responsible'],
        ['民政局', 'responsible'],
      ],
    },
    { number: '3', units: [['教育局', 'responsible']] },
    {
      number: '4',
      units: [
        ['民政局', 'lead'],
        ['教育局', 'supporting'],
      ],
    },
    { number: '5', units: [['教育局', 'responsible']] },
  ] as const
  plan = await issuePlan(county, draft(tasks))
  await complete(county.lead, county.education, county.units.教育局, obligation(plan.tasks['5'], '教育局'))
})
afterAll(() => county.stop())

const assignment = (number: string) => must(must(plan.tasks[number]).assignments.教育局)
const retire = (p_handovers: Record<string, string | null>, p_reason = '机构改革') =>
  county.lead.client.rpc('retire_unit', { p_unit_id: county.units.教育局, p_handovers, p_reason })
const rolesOf = async (number: string) => {
  const rows = okay(
    await county.lead.client
      .from('assignments')
      .select('role, units(name)')
      .eq('task_id', must(plan.tasks[number]).id)
      .is('withdrawn_at', null),
  )
  return Object.fromEntries(rows.map(({ role, units }) => [units.name, role]))
}

test('what is still open is asked about, with whether others go on with it; what is complete is not', async () => {
  const rows = okay(await county.lead.client.rpc('tasks_to_hand_over', { p_unit_id: county.units.教育局 }))
  expect(rows.map(({ number, role, is_shared }) => [number, role, is_shared])).toEqual([
    ['1', 'lead', false],
    ['2', 'responsible', true],
    ['3', 'responsible', false],
    ['4', 'supporting', true],
  ])
})

test('nothing happens while one of them has no answer, or one that does not do', async () => {
  const { 财政局, 教育局 } = county.units
  const all = { [assignment('1')]: 财政局, [assignment('2')]: 财政局, [assignment('3')]: 财政局 }
  const { [assignment('3')]: _left, ...incomplete } = all
  expect(await refusal(retire(incomplete))).toBe('unit_has_open_tasks')
  expect(await refusal(retire({ ...all, [assignment('3')]: null }))).toBe('task_needs_another_unit')
  expect(await refusal(retire({ ...all, [assignment('3')]: 教育局 }))).toBe('unit_is_retired')
  expect(await refusal(retire(all, ' '))).toBe('reason_missing')
  expect(await rolesOf('1')).toEqual({ 教育局: 'lead', 民政局: 'supporting' })
  const unit = okay(await county.lead.client.from('units').select('retired_on').eq('id', 教育局).single())
  expect(unit.retired_on).toBeNull()
})

test('each task goes where it was said, in its role, and the unit ends', async () => {
  const { 财政局, 民政局, 教育局 } = county.units
  await succeed(retire({ [assignment('1')]: 民政局, [assignment('2')]: null, [assignment('3')]: 财政局 }))
  // Who took part already takes the lead.
  expect(await rolesOf('1')).toEqual({ 民政局: 'lead' })
  expect(await rolesOf('2')).toEqual({ 民政局: 'responsible' })
  expect(await rolesOf('3')).toEqual({ 财政局: 'responsible' })
  expect(await rolesOf('4')).toEqual({ 民政局: 'lead' })
  // A settled fact stays whose it is.
  expect(await rolesOf('5')).toEqual({ 教育局: 'responsible' })
  const terms = okay(
    await county.lead.client
      .from('assignment_terms')
      .select('reason')
      .eq('assignment_id', assignment('3'))
      .eq('is_in_force', false),
  )
  expect(terms).toEqual([{ reason: '机构改革' }])
  const events = okay(
    await county.lead.client.from('events').select('name, unit_id').eq('task_id', must(plan.tasks['3']).id),
  )
  expect(events).toEqual(
    expect.arrayContaining([
      { name: 'unit_withdrawn', unit_id: 教育局 },
      { name: 'unit_assigned', unit_id: 财政局 },
    ]),
  )
  const day = okay(await county.lead.client.rpc('business_today'))
  expect(await plansThatDiffer(county.stack, day, [plan.planId])).toEqual([])
  expect(await unitsThatDiffer(county.stack, day)).toEqual([])
  expect(await refusal(retire({}))).toBe('unit_is_retired')
})

test('a unit taken back has what it has, and no task more', async () => {
  const p_unit_id = county.units.教育局
  await succeed(county.lead.client.rpc('restore_unit', { p_unit_id }))
  expect(await refusal(county.lead.client.rpc('restore_unit', { p_unit_id }))).toBe('unit_is_not_retired')
  expect(okay(await county.lead.client.rpc('tasks_to_hand_over', { p_unit_id }))).toEqual([])
})
