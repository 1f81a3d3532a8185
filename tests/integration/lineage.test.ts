import { LINK_COLUMNS, toLineageCandidate } from '@/data/lineage/mapper'
import { milestoneOfYear } from '@/domain/lineage/lineage-candidate'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { must, okay, openCounty, refusal, type Actor, type County } from '../support/actors'
import { draft, issuePlan, type IssuedPlan } from '../support/issued-plan'
import { asApp } from '../support/stack'

let county: County & { stop: () => Promise<void> }
let longTerm: IssuedPlan
let lastYear: IssuedPlan
let thisYear: IssuedPlan

const years = (from: number, to: number) => ({
  title: `${from}年的计划`,
  startsOn: `${from}-01-01`,
  endsOn: `${to}-12-31`,
})
const units = [['教育局', 'lead']] as const

beforeAll(async () => {
  county = await openCounty()
  const yearly = ['2024-12-31', '2025-12-31', '2026-12-31']
  longTerm = await issuePlan(county, draft([{ number: '1', units, dueOn: yearly }], years(2024, 2028)))
  lastYear = await issuePlan(
    county,
    draft(
      [
        { number: '1', units },
        { number: '2', units },
      ],
      years(2025, 2025),
    ),
  )
  thisYear = await issuePlan(
    county,
    draft(
      [
        { number: '1', units },
        { number: '2', units },
      ],
      years(2026, 2026),
    ),
  )
})
afterAll(() => county.stop())
beforeEach(() => county.stack.sql('delete from public.task_ancestors'))

const idOf = (plan: IssuedPlan, number = '1') => must(plan.tasks[number]).id
const link = (
  { client }: Pick<Actor, 'client'>,
  taskId: string,
  ancestorId: string,
  milestoneId: string | null = null,
) =>
  client
    .from('task_ancestors')
    .insert({ task_id: taskId, ancestor_id: ancestorId, milestone_id: milestoneId })
    .select('task_id')
const unlink = ({ client }: Pick<Actor, 'client'>, taskId: string) =>
  client.from('task_ancestors').delete().eq('task_id', taskId).select('task_id')
const links = async ({ client }: Pick<Actor, 'client'>) =>
  okay(await client.from('task_ancestors').select('task_id, ancestor_id, milestone_id'))

describe('linking', () => {
  test('the lead office links a task with its ancestor and takes the link away again', async () => {
    okay(await link(county.lead, idOf(thisYear), idOf(lastYear)))
    expect(await links(county.lead)).toEqual([
      { task_id: idOf(thisYear), ancestor_id: idOf(lastYear), milestone_id: null },
    ])
    expect(okay(await unlink(county.lead, idOf(thisYear)))).toHaveLength(1)
    expect(await links(county.lead)).toEqual([])
  })

  test.each(['leadership', 'education', 'outsider'] as const)(
    '%s reads a lineage and can change nothing in it',
    async (name) => {
      okay(await link(county.lead, idOf(thisYear), idOf(lastYear)))
      expect(await links(county[name])).toHaveLength(1)
      expect(await refusal(link(county[name], idOf(thisYear, '2'), idOf(lastYear, '2')))).toBe('42501')
      expect(okay(await unlink(county[name], idOf(thisYear)))).toEqual([])
      expect(await links(county.lead)).toHaveLength(1)
    },
  )

  test('a stranger sees nothing and changes nothing', async () => {
    okay(await link(county.lead, idOf(thisYear), idOf(lastYear)))
    const stranger = { client: county.anon }
    expect(await refusal(county.anon.from('task_ancestors').select('task_id'))).toBe('42501')
    expect(await refusal(link(stranger, idOf(thisYear, '2'), idOf(lastYear)))).toBe('42501')
    expect(await refusal(unlink(stranger, idOf(thisYear)))).toBe('42501')
  })

  test('no chain leads back to where it began', async () => {
    okay(await link(county.lead, idOf(lastYear), idOf(longTerm)))
    okay(await link(county.lead, idOf(thisYear), idOf(lastYear)))
    expect(await refusal(link(county.lead, idOf(longTerm), idOf(thisYear)))).toBe('ancestor_would_be_descendant')
    expect(await refusal(link(county.lead, idOf(thisYear), idOf(thisYear)))).not.toBe('went through')
  })

  test('a milestone belongs to the ancestor', async () => {
    const foreign = must(must(longTerm.tasks['1']).milestones[0]).id
    expect(await refusal(link(county.lead, idOf(thisYear), idOf(lastYear), foreign))).toBe('23503')
  })

  test('who linked what is in the history', async () => {
    okay(await link(county.lead, idOf(thisYear), idOf(lastYear)))
    const events = okay(
      await county.lead.client
        .from('audit_events')
        .select('actor_id, action')
        .eq('subject', 'task_ancestors')
        .order('id', { ascending: false })
        .limit(1),
    )
    expect(events).toEqual([{ actor_id: county.lead.userId, action: expect.stringMatching(/insert|create/) }])
  })
})

describe('reading', () => {
  test('a link comes with both tasks, their plans and the milestone', async () => {
    const milestone = must(must(longTerm.tasks['1']).milestones[2])
    okay(await link(county.lead, idOf(thisYear), idOf(longTerm), milestone.id))
    const [row] = okay(
      await county.education.client
        .from('task_ancestors')
        .select(LINK_COLUMNS)
        .in('task_id', [idOf(thisYear)]),
    )
    expect(row).toMatchObject({
      task: { id: idOf(thisYear), plans: { id: thisYear.planId, starts_on: '2026-01-01' } },
      ancestor: { id: idOf(longTerm), plans: { id: longTerm.planId, ends_on: '2028-12-31' } },
      milestones: { due_on: '2026-12-31', requirement: '2026-12-31前完成' },
    })
  })

  test('a link without a milestone is read too', async () => {
    okay(await link(county.lead, idOf(thisYear), idOf(lastYear)))
    const [row] = okay(await county.lead.client.from('task_ancestors').select(LINK_COLUMNS))
    expect(row).toMatchObject({ ancestor: { id: idOf(lastYear) }, milestones: null })
  })
})

describe('candidates', () => {
  const ask = ({ client }: Pick<Actor, 'client'>, year: number) =>
    asApp(client).rpc('ancestor_candidates', { p_start_year: year, p_end_year: year }).range(0, 999)

  test('the lead office is offered last year and the plans still running, with the milestone of the year', async () => {
    const candidates = okay(await ask(county.lead, 2026)).map(toLineageCandidate)
    expect(new Set(candidates.map((one) => one.planId))).toEqual(
      new Set([longTerm.planId, lastYear.planId, thisYear.planId]),
    )
    const long = must(candidates.find((one) => one.taskId === idOf(longTerm)))
    expect(long).toMatchObject({ number: '1', startYear: 2024, endYear: 2028, unitNames: ['教育局'] })
    expect(milestoneOfYear(long, { startYear: 2026, endYear: 2026 })?.dueOn).toBe('2026-12-31')
  })

  test('plans that ended longer ago are not offered', async () => {
    const plans = okay(await ask(county.lead, 2027)).map((row) => row.plan_id)
    expect(plans).toContain(thisYear.planId)
    expect(plans).not.toContain(lastYear.planId)
  })

  test.each(['leadership', 'education'] as const)('%s cannot ask for them', async (name) => {
    expect(await refusal(ask(county[name], 2026))).toBe('not_permitted')
  })

  test('a stranger cannot ask for them', async () => {
    expect(await refusal(ask({ client: county.anon }, 2026))).toBe('42501')
  })
})

test('issuing a plan makes the lineage that was accepted on the check screen', async () => {
  const milestoneId = must(must(longTerm.tasks['1']).milestones[2]).id
  const content = draft(
    [
      { number: '1', units },
      { number: '2', units },
    ],
    years(2026, 2026),
  )
  const ancestors = [
    { taskId: idOf(longTerm), milestoneId },
    { taskId: idOf(lastYear), milestoneId: null },
  ]
  const tasks = (content['tasks'] as Record<string, never>[]).map((task, index) =>
    index === 0 ? { ...task, ancestors, notAncestors: [idOf(lastYear, '2')] } : task,
  )
  const plan = await issuePlan(county, { ...content, tasks })
  const made = await links(county.lead)
  expect(made).toHaveLength(2)
  expect(made).toContainEqual({ task_id: idOf(plan), ancestor_id: idOf(longTerm), milestone_id: milestoneId })
  expect(made).toContainEqual({ task_id: idOf(plan), ancestor_id: idOf(lastYear), milestone_id: null })
})
