import { parseLocalDate } from '@/domain/local-date/local-date'
import { describe, expect, it } from 'vitest'
import { sampleDraft, sampleTask } from '../../../tests/fixtures/draft-samples'
import { draftMilestoneId, draftSectionId, draftTaskId, droppedTextId } from '../../../tests/support/ids'
import {
  addTask,
  addTaskFromSource,
  deleteTask,
  mergeWithNext,
  mergeWithPrevious,
  moveTask,
  shiftTask,
  splitTask,
  takeBack,
  updateTask,
} from './edit-tasks'
import type { DraftSection, PlanDraft } from './plan-draft'

const source =
  '一、公开\n（一）规划公开。公开各类\n规划。2021年，建成专区。（责任单位：县司法局）\n（二）解读。做好解读。'
const taskText = '公开各类规划。2021年，建成专区。'
const [start, end] = [source.indexOf('（一）'), source.indexOf('\n（二）')]
const milestoneStart = source.indexOf('2021年')
const section = (id: string, at: number): DraftSection => ({
  id: draftSectionId(id),
  parentId: null,
  number: id,
  title: id,
  level: 1,
  start: at,
  end: at + 1,
})

function withTask(): PlanDraft {
  const task = sampleTask({
    id: draftTaskId('t1'),
    number: '（一）',
    title: '规划公开',
    text: taskText,
    start,
    end,
    units: [{ name: '县司法局', role: 'responsible', start: null, end: null }],
    milestones: [
      {
        id: draftMilestoneId('m1'),
        dueOn: parseLocalDate('2021-12-31'),
        year: 2021,
        text: '2021年，建成专区。',
        start: milestoneStart,
        end: milestoneStart + 10,
      },
    ],
    doubts: [{ code: 'number_gap', message: '序号不连续', start: null, end: null }],
  })
  return sampleDraft({
    tasks: [task, sampleTask({ id: draftTaskId('t2'), number: '（二）', start: end + 1, end: source.length })],
  })
}

describe('splitting a task', () => {
  it('cuts the text, the place in the source and the milestones at the cursor', () => {
    const { tasks } = splitTask(withTask(), draftTaskId('t1'), taskText.indexOf('2021年'), source)
    expect(tasks.map((task) => task.id)).toEqual(['t1', 't3', 't2'])
    expect(tasks[0]).toMatchObject({
      number: '（一）',
      text: '公开各类规划。',
      start,
      end: milestoneStart,
      milestones: [],
    })
    expect(tasks[1]).toMatchObject({
      number: null,
      title: '',
      text: '2021年，建成专区。',
      start: milestoneStart,
      end,
      doubts: [],
    })
    expect(tasks[1]?.milestones).toHaveLength(1)
    expect(tasks[1]?.units).toEqual(tasks[0]?.units)
  })
  it('keeps the whole place for both when the text was reworded', () => {
    const reworded = updateTask(withTask(), draftTaskId('t1'), { text: '另写的内容。后一半。' })
    const { tasks } = splitTask(reworded, draftTaskId('t1'), 6, source)
    expect(tasks[0]).toMatchObject({ start, end })
    expect(tasks[1]).toMatchObject({ start, end })
  })
  it('does nothing where one half would be empty', () => {
    const draft = withTask()
    expect(splitTask(draft, draftTaskId('t1'), 0, source)).toBe(draft)
    expect(splitTask(draft, draftTaskId('t1'), taskText.length, source)).toBe(draft)
  })
})

describe('merging tasks', () => {
  it('joins words, places, units and milestones, and keeps the number of the first', () => {
    const [first, second] = withTask().tasks
    if (first === undefined || second === undefined) throw new Error('no tasks')
    const draft = sampleDraft({
      tasks: [
        first,
        {
          ...second,
          title: '解读',
          text: '做好解读。',
          units: [{ name: '县司法局', role: 'lead', start: null, end: null }],
          milestones: first.milestones,
        },
      ],
    })
    const merged = mergeWithNext(draft, draftTaskId('t1')).tasks
    expect(merged).toHaveLength(1)
    expect(merged[0]).toMatchObject({
      id: 't1',
      number: '（一）',
      title: '规划公开',
      text: `${taskText}解读。做好解读。`,
      start,
      end: source.length,
    })
    expect(merged[0]?.units).toEqual([{ name: '县司法局', role: 'lead', start: null, end: null }])
    expect(merged[0]?.milestones).toHaveLength(1)
    expect(mergeWithPrevious(draft, draftTaskId('t2')).tasks).toEqual(merged)
  })
  it('leaves the first and the last alone', () => {
    const draft = withTask()
    expect(mergeWithPrevious(draft, draftTaskId('t1'))).toBe(draft)
    expect(mergeWithNext(draft, draftTaskId('t2'))).toBe(draft)
  })
})

describe('moving tasks', () => {
  const sections = [section('s1', 0), section('s2', 50)]
  const draft = sampleDraft({
    sections,
    tasks: [
      sampleTask({ id: draftTaskId('t1'), sectionId: draftSectionId('s1') }),
      sampleTask({ id: draftTaskId('t2'), sectionId: draftSectionId('s1') }),
      sampleTask({ id: draftTaskId('t3'), sectionId: draftSectionId('s2') }),
    ],
  })
  it('moves to the end of another section, in the order of the sections', () => {
    expect(moveTask(draft, draftTaskId('t1'), draftSectionId('s2')).tasks.map((task) => task.id)).toEqual([
      't2',
      't3',
      't1',
    ])
    expect(moveTask(draft, draftTaskId('t3'), draftSectionId('s1')).tasks.map((task) => task.id)).toEqual([
      't1',
      't2',
      't3',
    ])
    expect(moveTask(draft, draftTaskId('t3'), null).tasks.map((task) => task.id)).toEqual(['t3', 't1', 't2'])
  })
  it('shifts within its section only', () => {
    expect(shiftTask(draft, draftTaskId('t1'), 1).tasks.map((task) => task.id)).toEqual(['t2', 't1', 't3'])
    expect(shiftTask(draft, draftTaskId('t3'), -1)).toBe(draft)
    expect(shiftTask(draft, draftTaskId('t1'), -1)).toBe(draft)
  })
})

describe('deleting and taking back', () => {
  it('keeps a deleted task so that it comes back as it was, where it was', () => {
    const draft = withTask()
    const without = deleteTask(draft, draftTaskId('t1'))
    expect(without.tasks.map((task) => task.id)).toEqual(['t2'])
    expect(without.dropped[0]).toMatchObject({ reason: 'deleted', start, end })
    const back = takeBack(without, droppedTextId('d1'))
    expect(back.draft).toEqual(draft)
    expect(back.taskId).toBe('t1')
  })
  it('gives a returning task a new id when its own was taken meanwhile', () => {
    const without = deleteTask(sampleDraft({ tasks: [sampleTask({ id: draftTaskId('t1') })] }), draftTaskId('t1'))
    const again = addTask(without, null).draft
    expect(takeBack(again, droppedTextId('d1')).draft.tasks.map((task) => task.id)).toEqual(['t1', 't2'])
  })
  it('makes a left-out passage a task of the section it stands in', () => {
    const draft = sampleDraft({
      sections: [section('s1', 0), section('s2', 50)],
      tasks: [
        sampleTask({ id: draftTaskId('t1'), sectionId: draftSectionId('s1'), start: 5, end: 20 }),
        sampleTask({ id: draftTaskId('t2'), sectionId: draftSectionId('s1'), start: 40, end: 49 }),
      ],
      dropped: [{ id: droppedTextId('d1'), start: 25, end: 30, reason: 'notice', text: '另有要求。', task: null }],
    })
    const back = takeBack(draft, droppedTextId('d1'))
    expect(back.draft.tasks.map((task) => task.id)).toEqual(['t1', 't3', 't2'])
    expect(back.draft.tasks[1]).toMatchObject({ text: '另有要求。', sectionId: 's1', start: 25, end: 30 })
    expect(back.draft.dropped).toEqual([])
  })
})

describe('adding tasks', () => {
  it('adds an empty one at the end of its section', () => {
    const draft = sampleDraft({
      sections: [section('s1', 0), section('s2', 50)],
      tasks: [
        sampleTask({ id: draftTaskId('t1'), sectionId: draftSectionId('s1') }),
        sampleTask({ id: draftTaskId('t2'), sectionId: draftSectionId('s2') }),
      ],
    })
    expect(addTask(draft, draftSectionId('s1')).draft.tasks.map((task) => task.id)).toEqual(['t1', 't3', 't2'])
  })
  it('makes one of a marked stretch of the source, without its line breaks', () => {
    const from = source.indexOf('公开各类')
    const added = addTaskFromSource(sampleDraft(), from, from + 8, source)
    expect(added.draft.tasks[0]).toMatchObject({ id: added.taskId, text: '公开各类规划。', start: from, end: from + 8 })
  })
})
