import { parseLocalDate } from '@/domain/local-date/local-date'
import { draftTaskId, milestoneId, taskId } from '../../../tests/support/ids'
import { describe, expect, it } from 'vitest'
import { acceptAncestor, acceptAncestors, refuseAncestor, removeAncestor } from './edit-ancestors'
import { mergeWithNext } from './edit-tasks'
import type { PlanDraft } from './plan-draft'
import { readDraft } from './read-draft'

const today = parseLocalDate('2022-01-01')
const draftOf = (...tasks: readonly object[]): PlanDraft =>
  readDraft({ tasks: tasks.map((task, index) => ({ id: `t${index + 1}`, title: '任务', ...task })) }, today)
const last = { taskId: taskId('last'), milestoneId: null }
const long = { taskId: taskId('long'), milestoneId: milestoneId('m22') }

describe('a stored draft', () => {
  it('keeps what was accepted and refused', () => {
    const [task] = draftOf({ ancestors: [long], notAncestors: ['other'] }).tasks
    expect(task).toMatchObject({ ancestors: [long], notAncestors: ['other'] })
  })
  it('reads as before when nothing was decided', () => {
    const [task] = draftOf({ ancestors: null }).tasks
    expect(task).not.toHaveProperty('ancestors')
    expect(task).not.toHaveProperty('notAncestors')
  })
})

describe('deciding', () => {
  it('accepts once, takes away again, and touches no other task', () => {
    const draft = draftOf({}, {})
    const accepted = acceptAncestor(acceptAncestor(draft, draftTaskId('t1'), last), draftTaskId('t1'), last)
    expect(accepted.tasks[0]?.ancestors).toEqual([last])
    expect(accepted.tasks[1]).toBe(draft.tasks[1])
    expect(removeAncestor(accepted, draftTaskId('t1'), taskId('last')).tasks[0]?.ancestors).toEqual([])
  })
  it('refuses once, and accepting takes the refusal back', () => {
    const refused = refuseAncestor(
      refuseAncestor(draftOf({}), draftTaskId('t1'), taskId('last')),
      draftTaskId('t1'),
      taskId('last'),
    )
    expect(refused.tasks[0]?.notAncestors).toEqual(['last'])
    expect(acceptAncestor(refused, draftTaskId('t1'), last).tasks[0]?.notAncestors).toEqual([])
  })
  it('accepts for many tasks at once', () => {
    const draft = acceptAncestors(
      draftOf({}, {}, {}),
      new Map([
        [draftTaskId('t1'), [last, long]],
        [draftTaskId('t3'), [long]],
      ]),
    )
    expect(draft.tasks.map((task) => task.ancestors)).toEqual([[last, long], undefined, [long]])
  })
})

describe('two tasks that become one', () => {
  it('go on from what both went on from; what one accepted is not refused', () => {
    const [task] = mergeWithNext(
      draftOf({ ancestors: [last], notAncestors: ['long', 'other'] }, { ancestors: [long], notAncestors: ['third'] }),
      draftTaskId('t1'),
    ).tasks
    expect(task?.ancestors).toEqual([last, long])
    expect(task?.notAncestors).toEqual(['other', 'third'])
  })
})
