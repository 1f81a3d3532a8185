import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { must, okay, openCounty } from '../support/actors'
import type { IssuedPlan } from '../support/issued-plan'
import { askOn, issueAt, noon, reportAt } from '../support/lived-plan'
import { obligation } from '../support/reports'

// 长期坚持, 持续推进: without a date of its own a task is due at the plan's end and judged like any other.

const END = '2025-12-31'
let county: Awaited<ReturnType<typeof openCounty>>
let plan: IssuedPlan

beforeAll(async () => {
  county = await openCounty()
  plan = await issueAt(county, '2025-01-01', [
    { number: '1', units: [['教育局', 'lead']], isOngoing: true },
    { number: '2', units: [['教育局', 'lead']] },
    { number: '3', units: [['教育局', 'lead']], isOngoing: true, dueOn: ['2025-06-30'] },
    { number: '4', units: [['教育局', 'lead']], isOngoing: true },
  ])
  await reportAt(county, '教育局', obligation(plan.tasks['4'], '教育局'), { at: noon(END), decision: 'approved' })
})
afterAll(() => county.stop())

const listed = (date: string) =>
  askOn(county, date, async (asOf) =>
    Object.fromEntries(
      okay(
        await county.education.client.rpc('list_tasks', {
          p_filter: { plan_id: plan.planId },
          ...(asOf === undefined ? {} : { p_as_of: asOf }),
        }),
      ).map(({ number, is_ongoing, due_on, signal, is_complete, is_late }) => [
        number,
        { is_ongoing, due_on, signal, is_complete, is_late },
      ]),
    ),
  )

describe('a task that goes on without an end', () => {
  test.each([
    ['the day before the plan ends', '2025-12-30', 'yellow'],
    ['the day it ends', END, 'yellow'],
    ['the day after', '2026-01-01', 'red'],
  ])("is due at the plan's end and turns like any other: %s", async (_words, date, signal) => {
    const { 1: ongoing, 2: other } = await listed(date)
    expect(ongoing).toEqual({ is_ongoing: true, due_on: END, signal, is_complete: false, is_late: false })
    expect(ongoing).toEqual({ ...other, is_ongoing: true })
  })

  test('is complete for good with its report, handed in on the last day', async () => {
    expect(await listed('2026-01-01')).toMatchObject({ 4: { is_ongoing: true, is_complete: true, is_late: false } })
  })

  test('is none where a date is named, which rules', async () => {
    expect(await listed(END)).toMatchObject({ 3: { is_ongoing: false, due_on: '2025-06-30', signal: 'red' } })
  })

  test('says so in its detail and in what its units owe', async () => {
    const taskId = must(plan.tasks['1']).id
    const { client } = county.education
    const [task] = okay(await client.from('tasks').select('is_ongoing').eq('id', taskId))
    expect(task).toEqual({ is_ongoing: true })
    const ofTask = okay(await client.rpc('task_obligations', { p_task_id: taskId }))
    const [mine, one] = [
      okay(await client.rpc('my_obligations', { p_with_all: true })),
      okay(await client.rpc('obligation_state', { p_obligation_id: must(ofTask[0]).obligation_id })),
    ]
    expect(ofTask).toMatchObject([{ is_ongoing: true, due_on: END }])
    expect(one).toEqual(ofTask)
    expect(Object.fromEntries(mine.map(({ number, is_ongoing }) => [number, is_ongoing]))).toEqual({
      1: true,
      2: false,
      3: false,
      4: true,
    })
  })
})
