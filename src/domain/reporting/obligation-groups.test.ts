import { describe, expect, test } from 'vitest'
import { parseLocalDate } from '../local-date/local-date'
import { assignmentId, milestoneId, obligationId, planId, taskId, unitId } from '../../../tests/support/ids'
import type { Obligation } from './obligation'
import { canReport, groupObligations, groupOf, nextToReport } from './obligation-groups'

const base: Obligation = {
  id: obligationId('o'),
  assignmentId: assignmentId('a'),
  milestoneId: milestoneId('m'),
  taskId: taskId('t'),
  planId: planId('p'),
  planTitle: '要点',
  planState: 'issued',
  closedOn: null,
  number: '1',
  title: '任务',
  isOngoing: false,
  unitId: unitId('u'),
  unitName: '县教育局',
  role: 'lead',
  isAccountable: true,
  requirement: '',
  dueOn: parseLocalDate('2021-12-31'),
  milestoneDueOn: parseLocalDate('2021-12-31'),
  percent: 40,
  waitingPercent: null,
  scheduledPercent: 50,
  isComplete: false,
  isLate: false,
  isNotApplicable: false,
  isClosed: false,
  completedOn: null,
  awaitingSince: null,
  mendUntil: null,
  factOn: parseLocalDate('2021-05-01'),
  signal: 'green',
  reason: 'on_track',
  reasons: ['on_track'],
  reportState: null,
  returnReason: null,
}
const since = parseLocalDate('2021-06-01')

describe('where an obligation stands on the screen', () => {
  test.each<[string, Partial<Obligation>, string]>([
    ['on track', {}, 'on_track'],
    ['overdue', { signal: 'red', reasons: ['overdue'] }, 'urgent'],
    ['report missing', { signal: 'yellow', reasons: ['report_missing'] }, 'urgent'],
    ['behind schedule', { signal: 'yellow', reasons: ['behind_schedule'] }, 'urgent'],
    ['returned, even before a signal says so', { reportState: 'returned' }, 'urgent'],
    ['due soon', { signal: 'yellow', reasons: ['due_soon'] }, 'due_soon'],
    ['due soon and behind', { signal: 'yellow', reasons: ['due_soon', 'behind_schedule'] }, 'urgent'],
    ['awaiting review, even when overdue', { signal: 'red', reasons: ['overdue'], awaitingSince: since }, 'awaiting'],
    ['not started', { signal: 'grey', reasons: ['not_started'] }, 'not_started'],
    ['complete', { isComplete: true, isClosed: true, reasons: ['completed'] }, 'done'],
    ['not applicable', { isNotApplicable: true, isClosed: true, signal: 'grey', reasons: ['not_applicable'] }, 'done'],
    ['due before it was given', { signal: 'grey', reason: 'due_before_given' }, 'before_given'],
    [
      'only asked for, though its day has passed',
      { role: 'supporting', signal: 'yellow', reasons: ['support_awaited'] },
      'supporting',
    ],
    ['only asked for, and returned', { role: 'supporting', signal: 'yellow', reportState: 'returned' }, 'supporting'],
    [
      'only asked for, and not started',
      { role: 'supporting', signal: 'grey', reasons: ['not_started'] },
      'not_started',
    ],
    ['asked for on a milestone that is closed', { role: 'supporting', isClosed: true, signal: 'grey' }, 'done'],
    ['of a closed plan', { planState: 'closed', signal: 'red', reasons: ['overdue'] }, 'closed'],
  ])('%s', (_name, patch, group) => {
    expect(groupOf({ ...base, ...patch })).toBe(group)
  })
})

test('groups keep the order the database gave and leave out what is empty', () => {
  const late = { ...base, milestoneId: milestoneId('1'), signal: 'red', reasons: ['overdue'] } as const
  const later = { ...base, milestoneId: milestoneId('2'), signal: 'red', reasons: ['overdue'] } as const
  const groups = groupObligations([late, base, later])
  expect(groups.map(({ group, items }) => [group, items.length])).toEqual([
    ['urgent', 2],
    ['on_track', 1],
  ])
  expect(groups[0]?.items).toEqual([late, later])
})

test.each<[Partial<Obligation>, boolean]>([
  [{}, true],
  [{ isClosed: true }, false],
  [{ awaitingSince: since }, false],
  [{ planState: 'closed' }, false],
])('with %o the unit can report: %s', (patch, expected) => {
  expect(canReport({ ...base, ...patch })).toBe(expected)
})

test('what to report next is the most urgent that can be reported on and has begun', () => {
  const of = (id: string, patch: Partial<Obligation>) => ({ ...base, id: obligationId(id), ...patch })
  const all = [
    of('done', { isComplete: true }),
    of('awaiting', { awaitingSince: since, reasons: ['overdue'] }),
    of('later', {}),
    of('soon', { reasons: ['due_soon'] }),
    of('urgent', { reasons: ['overdue'] }),
  ]
  expect(nextToReport(all, obligationId('x'))?.id).toBe('urgent')
  expect(nextToReport(all, obligationId('urgent'))?.id).toBe('soon')
  expect(nextToReport([of('grey', { signal: 'grey', reasons: ['not_started'] })], obligationId('x'))).toBeNull()
})
