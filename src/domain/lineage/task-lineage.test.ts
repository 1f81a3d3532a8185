import type { TaskId } from '@/domain/ids'
import { parseLocalDate } from '@/domain/local-date/local-date'
import { planId, taskId } from '../../../tests/support/ids'
import { describe, expect, it } from 'vitest'
import { arrangeLineage, milestoneInWords, type LineageLink, type LineageTaskNode } from './task-lineage'

const node = (name: string, startYear: number, endYear = startYear): [TaskId, LineageTaskNode] => [
  taskId(name),
  {
    taskId: taskId(name),
    number: null,
    title: name,
    isWithdrawn: false,
    planId: planId(`plan ${startYear}`),
    planTitle: '',
    startYear,
    endYear,
  },
]
const milestone = { year: 2022, dueOn: parseLocalDate('2022-12-31'), requirement: '上线运行' }
const link = (from: string, to: string, of: LineageLink['milestone'] = null): LineageLink => ({
  taskId: taskId(from),
  ancestorId: taskId(to),
  milestone: of,
})
const nodes = new Map([
  node('2021', 2021),
  node('2022', 2022),
  node('2023', 2023),
  node('2024', 2024),
  node('five', 2021, 2025),
])

describe('arrangeLineage', () => {
  const links = [
    link('2022', '2021'),
    link('2021', 'five'),
    link('2022', 'five', milestone),
    link('2023', '2022'),
    link('2024', '2023'),
  ]
  const line = arrangeLineage(taskId('2022'), { nodes, links })

  it('goes up to the plan over several years and down to the newest, the oldest first', () => {
    expect(line.ancestors.map((entry) => entry.node.taskId)).toEqual(['five', '2021'])
    expect(line.descendants.map((entry) => entry.node.taskId)).toEqual(['2023', '2024'])
  })
  it('tells the milestone that a link carries out', () => {
    expect(line.ancestors[0]?.milestones).toEqual([milestone])
    expect(line.ancestors[1]?.milestones).toEqual([])
  })
  it('knows which are linked with the task itself', () => {
    expect(line.ancestors.map((entry) => entry.link)).toEqual([links[2], links[0]])
    expect(line.descendants.map((entry) => entry.link)).toEqual([links[3], null])
  })
  it('leaves out cousins', () => {
    const cousins = arrangeLineage(taskId('2022'), {
      nodes,
      links: [link('2022', 'five'), link('2024', 'five', milestone)],
    })
    expect(cousins.ancestors.map((entry) => entry.node.taskId)).toEqual(['five'])
    expect(cousins.ancestors[0]?.milestones).toEqual([])
    expect(cousins.descendants).toEqual([])
  })
  it('is empty for a task on its own', () => {
    expect(arrangeLineage(taskId('2022'), { nodes: new Map(), links: [] })).toEqual({ ancestors: [], descendants: [] })
  })
})

it('says what a milestone asks for, its year only once', () => {
  expect(milestoneInWords({ ...milestone, requirement: '2022年，上线运行；' })).toBe('2022 年度节点：上线运行')
  expect(milestoneInWords({ ...milestone, requirement: '到2022年底前，覆盖2023年计划。' })).toBe(
    '2022 年度节点：覆盖2023年计划',
  )
  expect(milestoneInWords({ ...milestone, year: null, requirement: '' })).toBe('2022-12-31 节点')
})
