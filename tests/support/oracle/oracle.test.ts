import { describe, expect, test } from 'vitest'
import { must } from '../actors'
import { written } from './days'
import type { History } from './history'
import { judge } from './judge'
import { livesOf } from './lives'
import { lastDuePeriod } from './periods'
import { unitSums } from './sums'
import { at, on, smallHistory } from './small-history'

const judged = (history: History, day: string) => must(judge(must(livesOf(history)[0]), on(day)))
const owed = (history: History, day: string, id = 'a1m1') =>
  must(judged(history, day).obligations.find(({ obligationId }) => obligationId === id))
const task = (history: History, day: string) => must(judged(history, day).tasks[0])
/** Signal and reasons, as `red overdue returned`. */
const says = (history: History, day: string, id = 'a1m1') => {
  const { signal, reasons } = owed(history, day, id)
  return [signal, ...reasons].join(' ')
}
const taskSays = (history: History, day: string) => `${task(history, day).signal} ${task(history, day).reason}`

describe('days and periods', () => {
  test('what happens at midnight belongs to the day that begins', () => {
    const { history, report } = smallHistory({ due: ['06-30'] })
    report('a1m1', '06-30 23:59', 100)
    expect(says(history, '06-30')).toBe('green awaiting_review')
    const late = smallHistory({ due: ['06-30'] })
    late.report('a1m1', '07-01 00:00', 100)
    expect(owed(late.history, '06-30').awaitingSince).toBeNull()
    expect(says(late.history, '07-01')).toBe('yellow awaiting_review_late')
  })

  test.each([
    ['monthly', '2026-04-10', '2026-02-01 2026-02-28'],
    ['monthly', '2026-04-11', '2026-03-01 2026-03-31'],
    ['quarterly', '2026-04-10', '2025-10-01 2025-12-31'],
    ['quarterly', '2026-04-11', '2026-01-01 2026-03-31'],
    ['half_yearly', '2026-07-11', '2026-01-01 2026-06-30'],
    ['yearly', '2026-01-10', '2024-01-01 2024-12-31'],
    ['yearly', '2026-01-11', '2025-01-01 2025-12-31'],
  ] as const)('the last %s period whose report is due on %s is %s', (cadence, day, period) => {
    const { startOn, endOn } = must(lastDuePeriod(on(day), cadence, 10))
    expect(`${written(startOn)} ${written(endOn)}`).toBe(period)
  })
})

describe('an open obligation', () => {
  test('is yellow within the warning days, red after its due day and not on it', () => {
    const { history, report } = smallHistory({ due: ['06-30'] })
    report('a1m1', '02-01', 90, 'approved')
    expect(says(history, '06-14')).toBe('green on_track')
    expect(says(history, '06-15')).toBe('yellow due_soon')
    expect(says(history, '06-30')).toBe('yellow due_soon')
    expect(says(history, '07-01')).toBe('red overdue')
  })

  test('is measured against the schedule of today without a cadence, else of the last due period', () => {
    // 100 days, so that a day is a point.
    const due = ['04-11']
    expect(says(smallHistory({ due }).history, '01-21')).toBe('green on_track')
    expect(says(smallHistory({ due }).history, '01-22')).toBe('yellow behind_schedule')
    const { history, report } = smallHistory({ due, plan: { cadence: 'monthly' } })
    report('a1m1', '01-20', 10)
    expect(says(history, '02-10')).toBe('green on_track')
    expect(says(history, '02-11'), '30 points on 01-31, 10 wait').toBe('green on_track')
    expect(says(history, '03-11'), '58 points on 02-28').toBe('yellow report_missing behind_schedule')
  })

  test('owes the report of a period that it had for half of it', () => {
    const plan = { cadence: 'monthly' } as const
    const given = (day: string) => {
      const { history, give } = smallHistory({ plan, roles: ['responsible', 'responsible'] })
      history.assignmentTerms.splice(1, 1)
      give('a2', day, 'responsible')
      return says(history, '05-11', 'a2m1')
    }
    expect(given('04-16')).toBe('yellow report_missing')
    expect(given('04-17')).toBe('green on_track')
  })

  test('owes a period anew after a reopening', () => {
    const { history, report, reopen } = smallHistory({ plan: { cadence: 'monthly' } })
    report('a1m1', '02-10', 100, 'approved')
    reopen('a1m1', '04-20')
    expect(owed(history, '05-11').reasons).not.toContain('report_missing')
    expect(owed(history, '06-11').reasons).toContain('report_missing')
    expect(owed(history, '06-11')).toMatchObject({ percent: 0, isComplete: false, completedOn: null })
  })
})

describe('a completion', () => {
  test('counts from the day it was handed in, is late for good, and is judged by the due day of that moment', () => {
    const { history, report, amend } = smallHistory({ due: ['06-30'] })
    report('a1m1', '07-01 00:01', 100, 'approved', '08-01')
    amend('m1', '09-01', '10-31')
    expect(says(history, '07-31')).toBe('yellow awaiting_review_late')
    expect(says(history, '10-01')).toBe('yellow completed_late')
    expect(owed(history, '10-01')).toMatchObject({ dueOn: on('06-30'), milestoneDueOn: on('10-31'), isLate: true })
  })

  test('of 无此事项 has no percent, and a reopening takes it back', () => {
    const { history, report, reopen } = smallHistory({ due: ['06-30'] })
    report('a1m1', '02-01', 30, 'approved')
    report('a1m1', '03-01', 'not_applicable', 'approved')
    reopen('a1m1', '04-01')
    expect(owed(history, '03-31')).toMatchObject({ signal: 'grey', percent: null, isClosed: true, isComplete: false })
    expect(owed(history, '04-01')).toMatchObject({ percent: 30, isClosed: false })
  })

  test('of an own date is not late within it', () => {
    const { history, report, extend } = smallHistory({ due: ['06-30'] })
    extend('a1m1', '06-20', '07-15')
    report('a1m1', '07-15 23:59', 100, 'approved', '07-20')
    expect(says(history, '07-14')).toContain('due_soon')
    expect(owed(history, '07-20')).toMatchObject({ isLate: false, dueOn: on('07-15'), milestoneDueOn: on('06-30') })
  })
})

describe('what came back after its due day', () => {
  const returnedAfter = (days: string) => {
    const life = smallHistory({ due: ['06-30'] })
    life.report('a1m1', '06-30', 100, 'returned', days)
    return life
  }
  test.each([
    ['07-01', '07-04'],
    ['07-10', '07-20'],
    ['08-30', '09-14'],
  ])('and was returned on %s is in time until %s', (returnedOn, until) => {
    const { history, report } = returnedAfter(returnedOn)
    expect(owed(history, until)).toMatchObject({ signal: 'yellow', reasons: ['returned'], mendUntil: on(until) })
    expect(judged(history, written(on(until) + 1)).obligations[0]).toMatchObject({ signal: 'red', mendUntil: null })
    report('a1m1', `${until} 23:59`, 100, 'approved', '10-01')
    expect(says(history, '10-01')).toBe('green completed')
  })

  test('may come back again, as often as it was in time', () => {
    const { history, report } = returnedAfter('07-10')
    report('a1m1', '07-20', 100, 'returned', '07-25')
    expect(owed(history, '07-30').mendUntil).toBe(on('07-30'))
    report('a1m1', '07-31', 100, 'approved')
    expect(says(history, '07-31')).toBe('yellow completed_late')
  })

  test('has no days to mend where it was returned before it was due', () => {
    const { history } = returnedAfter('06-30')
    expect(says(history, '06-30')).toBe('yellow returned behind_schedule due_soon')
    expect(says(history, '07-01')).toBe('red overdue returned')
  })
})

describe('what fell due before it was given', () => {
  const late = () => smallHistory({ plan: { issuedAt: at('05-01') }, due: ['03-31', '12-31'] })

  test('is asked about, and is neither red nor closed until it is answered', () => {
    const { history } = late()
    expect(says(history, '05-01')).toBe('grey due_before_given')
    expect(owed(history, '05-01')).toMatchObject({ isClosed: false, startOn: on('03-31'), percent: 0 })
    expect(judged(history, '05-01').sums).toMatchObject({ grey: 0, before_given: 0, green: 1, yellow: 0 })
  })

  test('is done on the day that the office states, until it is reopened', () => {
    const { history, answer, reopen } = late()
    answer('a1m1', '05-02', 'done', '04-01')
    reopen('a1m1', '06-01')
    expect(owed(history, '05-02')).toMatchObject({ percent: 100, completedOn: on('04-01'), isLate: true, factOn: null })
    expect(says(history, '06-01')).toBe('grey due_before_given')
  })

  test('is owed by the old date, or by a new one', () => {
    const { history, answer, extend } = late()
    answer('a1m1', '05-02', 'owed')
    expect(says(history, '05-02')).toBe('red overdue')
    extend('a1m1', '05-02', '09-30')
    expect(owed(history, '05-02')).toMatchObject({ dueOn: on('09-30'), startOn: on('05-01'), signal: 'green' })
  })

  test('is not tracked, and counts in no mean', () => {
    const { history, answer } = late()
    answer('a1m1', '05-02', 'not_tracked')
    expect(owed(history, '05-02')).toMatchObject({ signal: 'grey', percent: null, isClosed: true })
    expect(task(history, '05-02').percent).toBe(0)
  })

  test('is never late when a report settles it', () => {
    const { history, report } = late()
    report('a1m1', '05-20', 100, 'approved', '05-22')
    expect(says(history, '05-21')).toBe('grey due_before_given')
    expect(owed(history, '05-21').awaitingSince).toBe(on('05-20'))
    expect(says(history, '05-22')).toBe('green completed')
  })

  test('begins anew for who is given the task anew, not for who only changes its role', () => {
    const { history, give } = smallHistory({ due: ['03-31'], roles: ['responsible'] })
    give('a1', '04-10', 'lead')
    expect(says(history, '04-10')).toBe('red overdue')
    give('a1', '04-20', null)
    give('a1', '04-30', 'lead')
    expect(judged(history, '04-20').obligations).toEqual([])
    expect(says(history, '04-30')).toBe('grey due_before_given')
  })
})

describe('a supporting unit', () => {
  test('is asked, never red, and closes with the milestone', () => {
    const { history, report } = smallHistory({ due: ['06-30'], roles: ['lead', 'supporting'] })
    expect(says(history, '06-30', 'a2m1')).toBe('green on_track')
    expect(says(history, '07-01', 'a2m1')).toBe('yellow support_awaited')
    report('a1m1', '07-10', 100, 'approved')
    expect(owed(history, '07-10', 'a2m1')).toMatchObject({ reasons: ['closed_with_milestone'], isClosed: true })
    expect(unitSums(judged(history, '07-10').assignments)).toHaveLength(1)
  })

  test('is never late', () => {
    const { history, report } = smallHistory({ due: ['06-30'], roles: ['lead', 'supporting'] })
    report('a2m1', '08-01', 100, 'approved', '08-05')
    expect(says(history, '08-04', 'a2m1')).toBe('green awaiting_review')
    expect(says(history, '08-05', 'a2m1')).toBe('green completed')
  })
})

describe('a task', () => {
  test('is the weighted mean of its milestones, without what is 无此事项', () => {
    const { history, report } = smallHistory({
      due: [
        ['03-31', 3],
        ['06-30', 1],
        ['12-31', 1],
      ],
    })
    report('a1m1', '02-01', 50, 'approved')
    report('a1m2', '02-01', 'not_applicable', 'approved')
    report('a1m3', '02-01', 100)
    expect(task(history, '02-01')).toMatchObject({ percent: 37.5, waitingPercent: 62.5, isAwaiting: true })
  })

  test('shows the worst of its open milestones that have started, else the last one started', () => {
    const { history, report } = smallHistory({ due: ['03-31', '06-30', '12-31'] })
    expect(task(history, '05-01')).toMatchObject({ signal: 'red', dueOn: on('03-31'), silentSince: on('01-01') })
    report('a1m1', '05-02', 100, 'approved')
    expect(task(history, '05-02')).toMatchObject({ dueOn: on('06-30'), silentSince: on('04-01') })
    report('a1m2', '05-03', 100, 'approved')
    expect(task(history, '05-03')).toMatchObject({ reason: 'completed', isComplete: false, silentSince: null })
    expect(taskSays(history, '07-01')).toBe('green on_track')
  })

  test('says that leads are done while units beside them are not', () => {
    const { history, report } = smallHistory({ due: ['06-30'], roles: ['lead', 'responsible', 'responsible'] })
    report('a1m1', '05-01', 100, 'approved')
    report('a2m1', '05-01', 100, 'approved')
    expect(task(history, '07-01')).toMatchObject({ openResponsible: 1, overdueResponsible: 1, isComplete: true })
    expect(judged(history, '07-01').sums).toMatchObject({ leads_done: 1, complete: 1, red: 0 })
    expect(unitSums(judged(history, '07-01').assignments)).toContainEqual(
      expect.objectContaining({ unitId: 'u3', red: 1 }),
    )
  })

  test('without anybody accountable is grey', () => {
    expect(taskSays(smallHistory({ roles: ['supporting'] }).history, '07-01')).toBe('grey unassigned')
  })
})

test('a closed plan stands still, and what waits may still be approved', () => {
  const { history, report } = smallHistory({ due: ['06-30'], plan: { closedAt: at('06-20') } })
  expect(says(history, '08-01')).toContain('due_soon')
  report('a1m1', '06-19', 100, 'approved', '07-05')
  expect(says(history, '07-04')).toBe('green awaiting_review')
  expect(says(history, '07-05')).toBe('green completed')
  expect([judged(history, '06-19').isCounted, judged(history, '06-20').isCounted]).toEqual([true, false])
})
