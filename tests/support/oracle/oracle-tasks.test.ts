import { describe, expect, test } from 'vitest'
import { at, on, smallHistory } from './small-history'
import { judged, owed, says, task, taskSays } from './small-verdicts'
import { unitSums } from './sums'

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

  test('and done is judged by the due day of the answer, whatever is amended later', () => {
    const { history, answer, amend } = late()
    answer('a1m1', '05-02', 'done', '04-01')
    amend('m1', '06-01', '04-30')
    expect(owed(history, '07-01')).toMatchObject({ dueOn: on('03-31'), milestoneDueOn: on('04-30'), isLate: true })
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

  test('is asked about again when what was not tracked is reopened', () => {
    const { history, answer, reopen } = late()
    answer('a1m1', '05-02', 'not_tracked')
    reopen('a1m1', '05-20')
    expect(says(history, '05-20')).toBe('grey due_before_given')
  })

  test('is never late when a report settles it', () => {
    const { history, report } = late()
    report('a1m1', '05-20', 100, 'approved', '05-22')
    expect(says(history, '05-21')).toBe('grey due_before_given')
    expect(owed(history, '05-21').awaitingSince).toBe(on('05-20'))
    expect(says(history, '05-22')).toBe('green completed')
  })

  test('makes nobody late who handed in before the office said that it was owed', () => {
    const { history, report, answer, extend } = late()
    report('a1m1', '05-20', 100, 'approved', '06-10')
    answer('a1m1', '06-01', 'owed')
    extend('a1m1', '06-01', '06-30')
    expect(says(history, '05-31')).toBe('grey due_before_given')
    expect(says(history, '06-01')).toBe('green awaiting_review')
    expect(says(history, '06-10')).toBe('green completed')
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
