import { describe, expect, it } from 'vitest'
import type { HistoryEvent } from './history-event'
import { groupHistory } from './history-groups'
import { describeEvent } from './history-words'

function event(given: Partial<HistoryEvent>): HistoryEvent {
  return {
    id: 1,
    occurredAt: '2021-03-01T01:00:00Z',
    actorName: '周敏',
    actorPlace: '政务公开办',
    subject: 'tasks',
    action: 'changed',
    toState: null,
    changes: {},
    reason: null,
    unitName: null,
    ...given,
  }
}

describe('an entry of the audit trail in words', () => {
  it('says from what to what a task was reworded', () => {
    expect(
      describeEvent(event({ changes: { title: ['旧名', '新名'], requirement: ['', '要求'], position: [1, 2] } })),
    ).toEqual({
      what: '调整任务',
      changes: [
        { label: '任务名称', from: '旧名', to: '新名' },
        { label: '要求', from: '（空）', to: '要求' },
      ],
    })
  })
  it('tells withdrawing a task from changing it', () => {
    expect(describeEvent(event({ changes: { withdrawn_at: [null, '2021-03-01'] } })).what).toBe('撤销任务')
    expect(describeEvent(event({ action: 'created' })).what).toBe('下达任务')
  })
  it('says when a milestone was moved', () => {
    const words = describeEvent(
      event({ subject: 'milestones', changes: { due_on: ['2021-06-30', '2021-09-30'], year: [2021, null] } }),
    )
    expect(words).toEqual({ what: '调整节点', changes: [{ label: '期限', from: '2021-06-30', to: '2021-09-30' }] })
    expect(
      describeEvent(event({ subject: 'milestones', action: 'created', changes: { due_on: [null, '2021-06-30'] } }))
        .what,
    ).toBe('设定节点 2021-06-30')
  })
  it('names unit and role of an assignment, and what became of it', () => {
    const of = (given: Partial<HistoryEvent>) =>
      describeEvent(event({ subject: 'assignments', unitName: '县司法局', ...given }))
    expect(of({ action: 'created', changes: { role: [null, 'lead'] } }).what).toBe('明确县司法局为牵头单位')
    expect(of({ changes: { withdrawn_at: [null, '2021-03-01'] } }).what).toBe('取消县司法局的分工')
    expect(of({ changes: { unit_id: ['u1', 'u2'] } }).what).toBe('单位合并，分工归入县司法局')
    expect(of({ changes: { withdrawn_at: ['2021-03-01', null], role: ['lead', 'supporting'] } })).toEqual({
      what: '恢复县司法局的分工',
      changes: [{ label: '分工', from: '牵头', to: '配合' }],
    })
  })
  it('tells what a unit reported from what the review decided', () => {
    const of = (given: Partial<HistoryEvent>) =>
      describeEvent(event({ subject: 'report_submissions', unitName: '县司法局', ...given })).what
    expect(of({ action: 'created', changes: { kind: [null, 'progress'], percent: [null, 60] } })).toBe(
      '县司法局反馈进展 60%',
    )
    expect(of({ action: 'created', changes: { kind: [null, 'no_change'], percent: [null, 60] } })).toBe(
      '县司法局反馈无变化',
    )
    expect(of({ action: 'created', changes: { kind: [null, 'not_applicable'] } })).toBe('县司法局反馈无此事项')
    expect(of({ toState: 'approved' })).toBe('通过县司法局的进展反馈')
    expect(of({ toState: 'returned' })).toBe('退回县司法局的进展反馈')
  })
  it('says that a completion was reopened', () => {
    expect(
      describeEvent(event({ subject: 'completion_reopenings', action: 'created', unitName: '县司法局' })).what,
    ).toBe('重新打开县司法局的办结')
  })
})

describe('what fell due before it was given', () => {
  const of = (changes: HistoryEvent['changes']) =>
    describeEvent(event({ subject: 'earlier_dues', action: 'created', unitName: '县司法局', changes })).what
  it('says the answer, the day and the note', () => {
    const note = [null, '上年已办'] as const
    expect(of({ answer: [null, 'done'], done_on: [null, '2021-03-20'], note })).toBe(
      '说明县司法局下达前到期：已经办结（2021-03-20），上年已办',
    )
    expect(of({ answer: [null, 'owed'], done_on: [null, null], note: [null, ''] })).toBe(
      '说明县司法局下达前到期：仍需办理',
    )
    expect(of({ answer: [null, 'not_tracked'] })).toBe('说明县司法局下达前到期：不再跟踪')
  })
  it('says the new date', () => {
    expect(of({ answer: [null, 'owed'], due_on: [null, '2021-05-31'] })).toBe(
      '说明县司法局下达前到期：仍需办理（新期限 2021-05-31）',
    )
  })
})

describe('groups of entries', () => {
  const issued = [
    event({ id: 3, subject: 'assignments', action: 'created', unitName: '县司法局' }),
    event({ id: 2, subject: 'milestones', action: 'created' }),
    event({ id: 1, subject: 'tasks', action: 'created' }),
  ]
  it('folds what issuing the plan wrote into one, at the end', () => {
    const moved = event({ id: 9, subject: 'milestones', reason: '上级推迟' })
    const groups = groupHistory([moved, ...issued])
    expect(groups.map(({ isIssue, events }) => [isIssue, events.map(({ id }) => id)])).toEqual([
      [false, [9]],
      [true, [3, 2, 1]],
    ])
  })
  it('keeps a unit that was added later apart, because an amendment has a reason', () => {
    const added = event({ id: 9, subject: 'assignments', action: 'created', reason: '职能划入' })
    expect(groupHistory([added, ...issued])[0]).toMatchObject({ isIssue: false, events: [added] })
  })
  it('keeps reports apart, though they have no reason', () => {
    const report = event({ id: 9, subject: 'report_submissions', action: 'created' })
    expect(groupHistory([report, ...issued])[0]?.isIssue).toBe(false)
  })
})
