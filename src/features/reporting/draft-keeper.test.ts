import { AppError } from '@/data/errors'
import type { WorkingCopy } from '@/data/reports/working-copy'
import type { ReportContent } from '@/domain/reporting/report-content'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { DraftKeeper } from './draft-keeper'

const start: ReportContent = { kind: 'progress', percent: 40, done: '甲', nextSteps: '', problems: '' }
const theirs: WorkingCopy = {
  id: 'r',
  state: 'draft',
  revision: 7,
  content: { ...start, done: '同事写的' },
  updatedAt: '2021-06-30T06:02:00Z',
  updatedByName: '同事',
  evidence: [],
}

function setUp(workingCopy: WorkingCopy | null = null) {
  const save = vi.fn(async (revision: number, _content: ReportContent) => ({
    reportId: 'r',
    revision: revision + 1,
    savedAt: '2021-06-30T06:02:00Z',
  }))
  const readTheirs = vi.fn(async (): Promise<WorkingCopy | null> => theirs)
  const keepHere = vi.fn()
  const forgetHere = vi.fn()
  const keeper = new DraftKeeper({ workingCopy, start, save, readTheirs, keepHere, forgetHere })
  return { keeper, save, readTheirs, keepHere, forgetHere }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('saving by itself', () => {
  test('opening a form starts no draft', async () => {
    const { save } = setUp()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(save).not.toHaveBeenCalled()
  })

  test('keeps each change on the device at once and saves once the typing pauses', async () => {
    const { keeper, save, keepHere, forgetHere } = setUp()
    keeper.change({ done: '甲乙' })
    keeper.change({ done: '甲乙丙' })
    expect(keepHere).toHaveBeenLastCalledWith({ ...start, done: '甲乙丙' })
    expect(keeper.getState().phase).toBe('unsaved')
    await vi.advanceTimersByTimeAsync(2000)
    expect(save).toHaveBeenCalledExactlyOnceWith(0, { ...start, done: '甲乙丙' })
    expect(keeper.getState()).toMatchObject({
      phase: 'saved',
      reportId: 'r',
      savedAt: new Date('2021-06-30T06:02:00Z'),
    })
    expect(forgetHere).toHaveBeenCalled()
  })

  test('what is typed while a save is under way is saved next, on the new revision', async () => {
    const { keeper, save, forgetHere } = setUp(theirs)
    save.mockImplementationOnce(async () => {
      keeper.change({ done: '后来的' })
      return { reportId: 'r', revision: 8, savedAt: '2021-06-30T06:02:00Z' }
    })
    keeper.change({ done: '先前的' })
    await vi.advanceTimersByTimeAsync(1600)
    expect(forgetHere).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(2000)
    expect(save).toHaveBeenLastCalledWith(8, { ...start, done: '后来的' })
    expect(keeper.hasUnsaved).toBe(false)
  })
})

describe('when saving fails', () => {
  test('without a network the words stay on the device and saving is tried again', async () => {
    const { keeper, save, forgetHere } = setUp()
    save.mockRejectedValueOnce(new AppError('network_unreachable'))
    keeper.change({ done: '断网时写的' })
    await vi.advanceTimersByTimeAsync(1600)
    expect(keeper.getState().phase).toBe('kept-here')
    expect(forgetHere).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(keeper.getState().phase).toBe('saved')
  })

  test('a refusal is shown and nothing typed is lost', async () => {
    const { keeper, save } = setUp()
    const refusal = new AppError('obligation_is_closed')
    save.mockRejectedValueOnce(refusal)
    keeper.change({ done: '写好的' })
    await expect(keeper.save()).rejects.toBe(refusal)
    expect(keeper.getState()).toMatchObject({ phase: 'failed', error: refusal, content: { done: '写好的' } })
    expect(keeper.hasUnsaved).toBe(true)
  })
})

describe('when a colleague saved in between', () => {
  const conflict = new AppError('report_revision_conflict')

  test('both versions are there, and the chosen one is saved on theirs', async () => {
    const { keeper, save } = setUp()
    save.mockRejectedValueOnce(conflict)
    keeper.change({ done: '我写的' })
    await vi.advanceTimersByTimeAsync(1600)
    expect(keeper.getState()).toMatchObject({ conflict: theirs, content: { done: '我写的' } })
    await keeper.resolve({ ...start, done: '同事写的\n我写的' })
    expect(save).toHaveBeenLastCalledWith(7, { ...start, done: '同事写的\n我写的' })
    expect(keeper.getState().conflict).toBeNull()
  })

  test('nothing is overwritten while the choice is open', async () => {
    const { keeper, save } = setUp()
    save.mockRejectedValueOnce(conflict)
    keeper.change({ done: '我写的' })
    await vi.advanceTimersByTimeAsync(1600)
    keeper.change({ done: '我又写的' })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(save).toHaveBeenCalledTimes(1)
  })

  test('the same words need no choice: an answer was lost on the way', async () => {
    const { keeper, save, readTheirs } = setUp()
    save.mockRejectedValueOnce(conflict)
    readTheirs.mockResolvedValueOnce({ ...theirs, content: { ...start, done: '我写的' } })
    keeper.change({ done: '我写的' })
    await vi.advanceTimersByTimeAsync(1600)
    expect(keeper.getState()).toMatchObject({ conflict: null, phase: 'saved', reportId: 'r' })
  })

  test('a draft the colleague threw away is started anew', async () => {
    const { keeper, save, readTheirs } = setUp(theirs)
    save.mockRejectedValueOnce(conflict)
    readTheirs.mockResolvedValueOnce(null)
    keeper.change({ done: '我写的' })
    await vi.advanceTimersByTimeAsync(4000)
    expect(save).toHaveBeenLastCalledWith(0, { ...start, done: '我写的' })
  })
})

describe('a newer version on the server', () => {
  test('is shown when nothing typed here would be lost', () => {
    const { keeper } = setUp({ ...theirs, revision: 6, content: start })
    keeper.follow(theirs)
    expect(keeper.getState().content.done).toBe('同事写的')
  })

  test('waits while there is something unsaved', () => {
    const { keeper } = setUp({ ...theirs, revision: 6, content: start })
    keeper.change({ done: '我写的' })
    keeper.follow(theirs)
    expect(keeper.getState().content.done).toBe('我写的')
  })
})

test('saving without a change starts the working copy that evidence needs, once', async () => {
  const { keeper, save } = setUp()
  await keeper.save()
  await keeper.save()
  expect(save).toHaveBeenCalledExactlyOnceWith(0, start)
})
