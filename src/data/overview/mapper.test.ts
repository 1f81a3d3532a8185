import { expect, it } from 'vitest'
import { milestoneId, sectionId, taskId } from '../../../tests/support/ids'
import { toMatrix } from './mapper'

const row = {
  task_id: taskId('t1'),
  number: '1',
  title: '任务',
  section_id: sectionId('s1'),
  milestone_id: milestoneId('m1'),
  due_on: '2023-12-31',
  last_due_on: '2023-12-31',
  milestone_due_on: '2023-12-31',
  year: 2023,
  requirement: '',
  signal: 'green',
  reason: 'on_track',
  percent: 40,
  waiting_percent: 40,
  is_closed: false,
  is_complete: false,
  is_late: false,
} as const

it('gathers milestones under their tasks in the order of the plan, and the years in order', () => {
  const matrix = toMatrix([
    row,
    { ...row, milestone_id: milestoneId('m2'), due_on: '2025-12-31', year: 2025 },
    { ...row, task_id: taskId('t2'), milestone_id: milestoneId('m3'), due_on: '2021-09-30', year: 2021 },
  ])
  expect(matrix.years).toEqual([2021, 2023, 2025])
  expect(matrix.tasks.map((task) => [task.taskId, task.milestones.map(({ milestoneId }) => milestoneId)])).toEqual([
    ['t1', ['m1', 'm2']],
    ['t2', ['m3']],
  ])
})
