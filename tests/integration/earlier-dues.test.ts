import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { must, okay, openCounty, refusal, succeed } from '../support/actors'
import { judgedTask, onDay } from '../support/judged-task'
import { askOn, at, noon } from '../support/lived-plan'

// What fell due before it was given, with its boundaries: asked about, answered, and judged from then on.

let county: Awaited<ReturnType<typeof openCounty>>
let of: ReturnType<typeof judgedTask>
beforeAll(async () => {
  county = await openCounty()
  of = judgedTask(county)
})
afterAll(() => county.stop())

describe('what fell due before it was given', () => {
  const begin = () =>
    of.issue('2025-04-01', [{ number: '1', units: [['教育局', 'responsible']], dueOn: ['2025-03-31', '2025-12-31'] }])
  beforeEach(begin)

  test('is grey until it is answered, and counted apart', async () => {
    await of.issue('2025-04-01', [{ number: '1', units: [['教育局', 'responsible']], dueOn: ['2025-03-31'] }])
    expect(await of.said('2025-04-01', '教育局')).toBe('grey due_before_given')
    const [row] = await askOn(county, '2025-04-02', async (day) =>
      okay(await county.lead.client.rpc('plan_overview', { p_plan_id: of.planId(), ...onDay(day) })),
    )
    expect(row).toMatchObject({ tasks: 1, red: 0, green: 0, grey: 0, before_given: 1 })
  })
  test('is an ordinary one where it fell due on the day it was given', async () => {
    await of.issue('2025-03-31', [{ number: '1', units: [['教育局', 'responsible']], dueOn: ['2025-03-31'] }])
    expect((await of.rowOn('2025-03-31', '教育局')).reasons).toContain('due_soon')
    expect(await of.said('2025-04-01', '教育局')).toBe('red overdue')
  })
  test('done already, on a day that is stated', async () => {
    await succeed(of.answer('2025-04-05', { all: { answer: 'done', doneOn: '2025-03-20' } }))
    const row = await of.rowOn('2025-04-05', '教育局')
    expect(row).toMatchObject({ signal: 'green', reasons: ['completed'], completed_on: '2025-03-20', percent: 100 })
    expect(await of.said('2025-04-04', '教育局')).toBe('grey due_before_given')
  })
  test('done late is late', async () => {
    await succeed(of.answer('2025-04-05', { all: { answer: 'done', doneOn: '2025-04-01' } }))
    expect(await of.said('2025-04-05', '教育局')).toBe('yellow completed_late')
  })
  test('still owed by the old date is overdue from then on', async () => {
    await succeed(of.answer('2025-04-05', { all: { answer: 'owed' } }))
    expect(await of.said('2025-04-04', '教育局')).toBe('grey due_before_given')
    expect(await of.said('2025-04-05', '教育局')).toBe('red overdue')
  })
  test('still owed by a new date has a clock of its own', async () => {
    await succeed(of.answer('2025-04-05', { all: { answer: 'owed', dueOn: '2025-05-31' } }))
    const row = await of.rowOn('2025-04-06', '教育局')
    expect(row).toMatchObject({
      signal: 'green',
      due_on: '2025-05-31',
      milestone_due_on: '2025-03-31',
      start_on: '2025-04-01',
    })
    expect(await of.said('2025-06-01', '教育局')).toBe('red overdue')
  })
  test('not tracked is grey, closed and has no percent', async () => {
    await succeed(of.answer('2025-04-05', { all: { answer: 'not_tracked' } }))
    expect(await of.rowOn('2025-04-05', '教育局')).toMatchObject({
      signal: 'grey',
      reasons: ['not_tracked'],
      percent: null,
      is_closed: true,
    })
  })
  test('is settled by an approved completing report, which nobody calls late', async () => {
    await of.report('教育局', { at: noon('2025-04-10'), decision: 'approved', decidedAt: noon('2025-04-12') })
    expect(await of.said('2025-04-11', '教育局')).toBe('grey due_before_given')
    expect(await of.said('2025-04-12', '教育局')).toBe('green completed')
  })
  test('makes no completing report late that was handed in before it was answered', async () => {
    await of.report('教育局', { at: noon('2025-04-10') })
    await succeed(of.answer('2025-04-12', { all: { answer: 'owed' } }))
    expect(await of.said('2025-04-11', '教育局')).toBe('grey due_before_given')
    expect(await of.said('2025-04-12', '教育局')).toBe('green awaiting_review')
  })
  test('done late stays late, and done in time in time, whatever is amended later', async () => {
    await succeed(of.answer('2025-04-05', { all: { answer: 'done', doneOn: '2025-04-01' } }))
    const moved = { p_due_on: '2025-06-30', p_requirement: '', p_weight: 1, p_reason: '调整' }
    const amended = { p_milestone_id: of.owed('教育局').milestoneId, ...moved }
    await at(county.stack, noon('2025-04-08'), () => succeed(county.lead.client.rpc('amend_milestone', amended)))
    expect(await of.said('2025-04-09', '教育局')).toBe('yellow completed_late')
  })
  test('is asked again after a reopening', async () => {
    await succeed(of.answer('2025-04-05', { all: { answer: 'done', doneOn: '2025-03-20' } }))
    await of.reopen('2025-04-08', '教育局')
    expect(await of.said('2025-04-08', '教育局')).toBe('grey due_before_given')
    await succeed(of.answer('2025-04-09', { all: { answer: 'not_tracked' } }))
    expect(await of.said('2025-04-09', '教育局')).toBe('grey not_tracked')
  })
  test('is answered when it is given, one by one before all at once', async () => {
    await of.give('2025-05-10', '民政局', 'responsible', {
      all: { answer: 'not_tracked' },
      each: { [of.owed('教育局').milestoneId]: { answer: 'owed' } },
    })
    const rows = await of.rowsOn('2025-05-10')
    const row = must(
      rows.find(({ unit_name, milestone_due_on }) => unit_name === '民政局' && milestone_due_on < '2025-05'),
    )
    expect(row).toMatchObject({ signal: 'red', reasons: ['overdue'] })
  })
  test('is asked of nobody who is only asked to support', async () => {
    await of.give('2025-05-10', '民政局', 'supporting')
    const row = must((await of.rowsOn('2025-05-10')).find(({ unit_name }) => unit_name === '民政局'))
    expect(row).toMatchObject({ signal: 'yellow', reasons: ['support_awaited'] })
  })
  test.each([
    ['without a day', { answer: 'done' }, 'done_date_missing'],
    ['on a day to come', { answer: 'done', doneOn: '2025-04-06' }, 'done_date_is_in_the_future'],
    ['by a day that has passed', { answer: 'owed', dueOn: '2025-04-04' }, 'due_date_is_past'],
    ['in words nobody knows', { answer: 'perhaps' }, 'earlier_due_answer_unreadable'],
    ['by no date', { answer: 'owed', dueOn: 'soon' }, 'earlier_due_answer_unreadable'],
  ])('is not answered %s', async (_words, given, key) => {
    expect(await refusal(of.answer('2025-04-05', { all: given }))).toBe(key)
  })
  test('is offered to the lead office as long as it is asked, and told once', async () => {
    const asked = { p_subject: 'obligation', p_id: of.owed('教育局').id }
    const offered = async (who: 'lead' | 'leadership' | 'education') =>
      okay(await county[who].client.rpc('my_actions', asked)).map(({ event }) => event)
    const today = async () =>
      at(county.stack, noon('2025-04-06'), async () => [
        (await offered('lead')).includes('earlier_due_answered'),
        (await offered('leadership')).includes('earlier_due_answered'),
        (await offered('education')).includes('earlier_due_answered'),
      ])
    expect(await today()).toEqual([true, false, false])
    await succeed(of.answer('2025-04-05', { all: { answer: 'owed', note: '已与单位沟通' } }))
    expect(await today()).toEqual([false, false, false])
    const told = await county.stack.sql<{ reason: string; payload: object }>(
      `select reason, payload from public.events where name = 'earlier_due_answered' and obligation_id = $1::text::uuid`,
      [of.owed('教育局').id],
    )
    expect(told).toEqual([{ reason: '已与单位沟通', payload: { answer: 'owed' } }])
  })
  test('is answered once, and by the lead office alone', async () => {
    const args = { p_task_id: of.taskId(), p_answers: { all: { answer: 'owed' } } }
    expect(await refusal(county.education.client.rpc('answer_earlier_dues', args))).toBe('not_permitted')
    expect(await refusal(county.leadership.client.rpc('answer_earlier_dues', args))).toBe('not_permitted')
    await succeed(of.answer('2025-04-05', args.p_answers))
    expect(await refusal(of.answer('2025-04-06', args.p_answers))).toBe('earlier_due_is_not_asked')
  })
})
