import { describe, expect, test } from 'vitest'
import { must } from '../actors'
import { written } from './days'
import { lastDuePeriod } from './periods'
import { on, smallHistory } from './small-history'
import { judged, owed, says } from './small-verdicts'

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

  test('keeps its days to mend when what came in between came back too', () => {
    const { history, report } = returnedAfter('07-10')
    report('a1m1', '07-12', 90, 'returned', '07-14')
    expect(owed(history, '07-20')).toMatchObject({ reasons: ['returned'], mendUntil: on('07-20') })
    expect(says(history, '07-21')).toBe('red overdue returned')
  })

  test('has no days to mend where it was returned before it was due', () => {
    const { history } = returnedAfter('06-30')
    expect(says(history, '06-30')).toBe('yellow returned behind_schedule due_soon')
    expect(says(history, '07-01')).toBe('red overdue returned')
  })
})
