import { describe, expect, test } from 'vitest'
import { assignmentId, milestoneId, obligationId, planId, reportId, taskId, unitId } from '../../../tests/support/ids'
import { toObligation, type ObligationRow } from './mapper'

/** A row as it comes: what the generated types call text may be null. */
function row(patch: object = {}): ObligationRow {
  const fields: ObligationRow = {
    obligation_id: obligationId('o'),
    assignment_id: assignmentId('a'),
    milestone_id: milestoneId('m'),
    task_id: taskId('t'),
    plan_id: planId('p'),
    plan_title: '2021年政务公开工作要点',
    plan_state: 'issued',
    plan_closed_on: '2021-12-30',
    number: '（一）',
    title: '公开重大项目',
    is_ongoing: true,
    unit_id: unitId('u'),
    unit_name: '县教育局',
    role: 'lead',
    is_accountable: true,
    requirement: '9月底前',
    start_on: '2021-01-01',
    due_on: '2021-09-30',
    milestone_due_on: '2021-06-30',
    percent: 40,
    waiting_percent: 60,
    scheduled_percent: 75.5,
    is_complete: false,
    is_late: false,
    is_not_applicable: false,
    is_closed: false,
    completed_on: '2021-09-01',
    awaiting_since: '2021-08-01',
    mend_until: '2021-10-05',
    fact_on: '2021-08-02',
    signal: 'yellow',
    reasons: ['behind_schedule', 'due_soon'],
    report_id: reportId('r'),
    report_state: 'returned',
    return_reason: '请补充链接。',
  }
  return { ...fields, ...patch }
}

describe('what a unit owes', () => {
  test('is read as the database has it', () => {
    expect(toObligation(row())).toEqual({
      id: 'o',
      assignmentId: 'a',
      milestoneId: 'm',
      taskId: 't',
      planId: 'p',
      planTitle: '2021年政务公开工作要点',
      planState: 'issued',
      closedOn: '2021-12-30',
      number: '（一）',
      title: '公开重大项目',
      isOngoing: true,
      unitId: 'u',
      unitName: '县教育局',
      role: 'lead',
      isAccountable: true,
      requirement: '9月底前',
      dueOn: '2021-09-30',
      milestoneDueOn: '2021-06-30',
      percent: 40,
      waitingPercent: 60,
      scheduledPercent: 75.5,
      isComplete: false,
      isLate: false,
      isNotApplicable: false,
      isClosed: false,
      completedOn: '2021-09-01',
      awaitingSince: '2021-08-01',
      mendUntil: '2021-10-05',
      factOn: '2021-08-02',
      signal: 'yellow',
      reason: 'behind_schedule',
      reasons: ['behind_schedule', 'due_soon'],
      reportState: 'returned',
      returnReason: '请补充链接。',
    })
  })

  test('has no number, no fact, no percent and no working copy where there is none', () => {
    const nothing = {
      number: null,
      completed_on: null,
      awaiting_since: null,
      fact_on: null,
      plan_closed_on: null,
      percent: null,
      waiting_percent: null,
      mend_until: null,
      report_id: null,
      report_state: null,
      return_reason: null,
    }
    expect(toObligation(row(nothing))).toMatchObject({
      number: null,
      completedOn: null,
      awaitingSince: null,
      factOn: null,
      closedOn: null,
      percent: null,
      waitingPercent: null,
      mendUntil: null,
      reportState: null,
      returnReason: null,
    })
  })

  test('counts with numbers, however the driver writes them', () => {
    expect(toObligation(row({ percent: '40.5', scheduled_percent: '75' }))).toMatchObject({
      percent: 40.5,
      scheduledPercent: 75,
    })
  })

  test.each([
    ['a signal', { signal: 'purple' }],
    ['a reason', { reasons: ['mood'] }],
    ['no reason', { reasons: [] }],
    ['a role', { role: 'observer' }],
    ['a state of its report', { report_state: 'lost' }],
    ['no id', { obligation_id: '' }],
  ])('is not guessed at: %s that nobody knows is an error', (_what, patch) => {
    expect(() => toObligation(row(patch))).toThrow()
  })
})
