import { afterAll, beforeAll, expect, test } from 'vitest'
import { must, okay, openCounty, succeed } from '../support/actors'
import type { IssuedPlan } from '../support/issued-plan'
import { at, issueAt, noon } from '../support/lived-plan'
import { obligation } from '../support/reports'

// What the history of a task tells of answers about what fell due before it was given.

let county: Awaited<ReturnType<typeof openCounty>>
let plan: IssuedPlan
beforeAll(async () => {
  county = await openCounty()
  const units = [['教育局', 'responsible'] as const, ['民政局', 'responsible'] as const]
  plan = await issueAt(county, '2025-04-01', [{ number: '1', units, dueOn: ['2025-03-31'] }])
})
afterAll(() => county.stop())

test('the history says of which unit what was said, with the day, the new date and the note', async () => {
  const task = must(plan.tasks['1'])
  const each = {
    [obligation(task, '教育局').id]: { answer: 'done', doneOn: '2025-03-20', note: '上年已办' },
    [obligation(task, '民政局').id]: { answer: 'owed', dueOn: '2025-05-31' },
  }
  await at(county.stack, noon('2025-04-05'), () =>
    succeed(county.lead.client.rpc('answer_earlier_dues', { p_task_id: task.id, p_answers: { each } })),
  )
  const rows = okay(
    await county.education.client
      .from('audit_events')
      .select('unit_id, reason, changes')
      .eq('task_id', task.id)
      .eq('subject', 'earlier_dues'),
  )
  const told = Object.fromEntries(rows.map(({ unit_id, ...event }) => [unit_id, event]))
  expect(told[county.units.教育局]).toMatchObject({
    reason: null,
    changes: { answer: [null, 'done'], done_on: [null, '2025-03-20'], note: [null, '上年已办'] },
  })
  expect(told[county.units.民政局]).toMatchObject({
    reason: null,
    changes: { answer: [null, 'owed'], due_on: [null, '2025-05-31'], note: [null, ''] },
  })
  expect(okay(await county.outsider.client.from('audit_events').select('id').eq('subject', 'earlier_dues'))).toEqual([])
})

test('before a unit is retired it is said which of its tasks have something that is past, and one answer is for all', async () => {
  const units = [['财政局', 'responsible'] as const]
  const { tasks } = await issueAt(county, '2025-01-01', [
    { number: '甲', units, dueOn: ['2025-03-31', '2025-12-31'] },
    { number: '乙', units, dueOn: ['2025-12-31'] },
  ])
  const unitId = county.units.财政局
  const { client } = county.lead
  const open = (date: string) =>
    at(county.stack, noon(date), async () => okay(await client.rpc('tasks_to_hand_over', { p_unit_id: unitId })))
  const told = async (date: string) =>
    Object.fromEntries((await open(date)).map((row) => [row.number, row.has_earlier_dues]))
  expect(await told('2025-03-31')).toEqual({ 甲: false, 乙: false })
  expect(await told('2025-04-01')).toEqual({ 甲: true, 乙: false })
  const handovers = Object.fromEntries(
    (await open('2025-04-01')).map((row) => [row.assignment_id, county.units.民政局]),
  )
  await at(county.stack, noon('2025-04-01'), () =>
    succeed(
      client.rpc('retire_unit', {
        p_unit_id: unitId,
        p_handovers: handovers,
        p_reason: '机构改革',
        p_earlier_dues: { all: { answer: 'owed' } },
      }),
    ),
  )
  const rows = await at(county.stack, noon('2025-04-02'), async () =>
    okay(await client.rpc('task_obligations', { p_task_id: must(tasks['甲']).id })),
  )
  const signals = rows.map(({ unit_name, milestone_due_on, reasons }) => [unit_name, milestone_due_on, reasons[0]])
  expect(signals).toContainEqual(['民政局', '2025-03-31', 'overdue'])
})
