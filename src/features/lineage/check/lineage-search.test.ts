import { sampleCandidate, sampleSuggestion } from '../../../../tests/fixtures/lineage-samples'
import { draftTaskId } from '../../../../tests/support/ids'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { LineageSearch } from './lineage-search'
import type { TaskAnswer, TaskQuestion } from './search-engine'

let asked: string[][] = []
let answer: (answer: TaskAnswer) => void = () => undefined
let closed = 0
const setup = { candidates: [sampleCandidate('last')], span: { startYear: 2022, endYear: 2022 } }
const question = (task: string, title: string): TaskQuestion => ({
  taskId: draftTaskId(task),
  question: { title, text: '', unitNames: [] },
})
const open = () => {
  const search = new LineageSearch((_setup, onAnswer) => {
    answer = onAnswer
    return { ask: (questions) => void asked.push(questions.map((one) => one.taskId)), close: () => void (closed += 1) }
  }, 600)
  search.open(setup)
  return search
}

beforeEach(() => {
  asked = []
  closed = 0
  vi.useFakeTimers()
})
afterEach(() => vi.useRealTimers())

it('asks at once at first, then only once typing pauses and only for tasks that changed', () => {
  const search = open()
  search.ask([question('t1', '招生'), question('t2', '养老')])
  vi.advanceTimersByTime(0)
  expect(asked).toEqual([['t1', 't2']])
  search.ask([question('t1', '招生信'), question('t2', '养老')])
  vi.advanceTimersByTime(599)
  search.ask([question('t1', '招生信息'), question('t2', '养老')])
  vi.advanceTimersByTime(599)
  expect(asked).toHaveLength(1)
  vi.advanceTimersByTime(1)
  expect(asked).toEqual([['t1', 't2'], ['t1']])
})

it('tells of every answer and keeps the old one until the new one is there', () => {
  const search = open()
  const listener = vi.fn()
  search.store.subscribe(listener)
  const first = [sampleSuggestion('last')]
  answer({ taskId: draftTaskId('t1'), suggestions: first })
  search.ask([question('t1', '另外的标题')])
  expect(listener).toHaveBeenCalledOnce()
  expect(search.store.getState().found.get(draftTaskId('t1'))).toBe(first)
  expect(search.store.getState().found.get(draftTaskId('t2'))).toBeUndefined()
})

it('starts over with other candidates', () => {
  const search = open()
  search.ask([question('t1', '招生')])
  vi.advanceTimersByTime(0)
  answer({ taskId: draftTaskId('t1'), suggestions: [] })
  search.open(setup)
  expect(closed).toBe(1)
  expect(search.store.getState().found.size).toBe(0)
  search.ask([question('t1', '招生')])
  vi.advanceTimersByTime(0)
  expect(asked).toEqual([['t1'], ['t1']])
})
