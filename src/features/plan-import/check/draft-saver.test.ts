import { AppError } from '@/data/errors'
import { sampleDraft } from '../../../../tests/fixtures/draft-samples'
import type { PlanDraft } from '@/domain/plan-draft/plan-draft'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readBackup } from './draft-backup'
import { DraftSaver } from './draft-saver'

const titled = (title: string): PlanDraft => ({ ...sampleDraft(), document: { ...sampleDraft().document, title } })
const conflict = new AppError('plan_draft_revision_conflict', { status: 409, detail: '9' })
const offline = new AppError('network_unreachable')

function openSaver() {
  const kept = new Map<string, string>()
  const store = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
  const save = vi.fn<(planId: string, revision: number, draft: PlanDraft) => Promise<number>>(
    async (_planId, revision) => revision + 1,
  )
  const saver = new DraftSaver({
    planId: 'p1',
    revision: 3,
    savedAt: new Date(0),
    save,
    store,
    delayMs: 1000,
    retryMs: 5000,
  })
  const keptTitle = () => readBackup(store, 'p1')?.draft.document.title ?? null
  return { saver, save, store, keptTitle }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('saving a draft', () => {
  it('waits for a pause, then saves the latest once', async () => {
    const { saver, save } = openSaver()
    saver.change(titled('甲'))
    await vi.advanceTimersByTimeAsync(900)
    saver.change(titled('甲乙'))
    expect(saver.getState().phase).toBe('unsaved')
    await vi.advanceTimersByTimeAsync(1000)
    expect(save).toHaveBeenCalledTimes(1)
    expect(save).toHaveBeenCalledWith('p1', 3, titled('甲乙'))
    expect(saver.getState()).toMatchObject({ phase: 'saved', revision: 4 })
    expect(saver.isDirty).toBe(false)
  })

  it('never has two saves under way, and bases the second on the first', async () => {
    const { saver, save } = openSaver()
    let finish = (): void => undefined
    save.mockImplementationOnce(() => new Promise((resolve) => (finish = () => resolve(4))))
    saver.change(titled('甲'))
    await vi.advanceTimersByTimeAsync(1000)
    saver.change(titled('乙'))
    await vi.advanceTimersByTimeAsync(3000)
    expect(save).toHaveBeenCalledTimes(1)
    finish()
    await vi.advanceTimersByTimeAsync(1)
    expect(save).toHaveBeenLastCalledWith('p1', 4, titled('乙'))
    expect(saver.getState().revision).toBe(5)
  })

  it('says whether everything is saved when asked to save at once', async () => {
    const { saver, save } = openSaver()
    saver.change(titled('甲'))
    await expect(saver.flush()).resolves.toBe(true)
    save.mockRejectedValueOnce(offline)
    saver.change(titled('乙'))
    await expect(saver.flush()).resolves.toBe(false)
  })
})

describe('a lost connection', () => {
  it('keeps the edits on the device, tries again, and forgets them once saved', async () => {
    const { saver, save, keptTitle } = openSaver()
    save.mockRejectedValueOnce(offline)
    saver.change(titled('甲'))
    await vi.advanceTimersByTimeAsync(1000)
    expect(saver.getState().phase).toBe('kept-here')
    expect(keptTitle()).toBe('甲')
    await vi.advanceTimersByTimeAsync(5000)
    expect(saver.getState()).toMatchObject({ phase: 'saved', revision: 4 })
    expect(keptTitle()).toBeNull()
  })

  it('does not lose what was typed while a save was failing', async () => {
    const { saver, save, keptTitle } = openSaver()
    save.mockImplementationOnce(async () => {
      saver.change(titled('更新的'))
      throw offline
    })
    saver.change(titled('甲'))
    await vi.advanceTimersByTimeAsync(1000)
    expect(keptTitle()).toBe('更新的')
  })

  it('does not try again by itself what the server refuses', async () => {
    const { saver, save, keptTitle } = openSaver()
    save.mockRejectedValue(new AppError('plan_title_missing'))
    saver.change(titled(''))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(save).toHaveBeenCalledTimes(1)
    expect(saver.getState().phase).toBe('failed')
    expect(keptTitle()).toBe('')
  })
})

describe('a colleague who saved meanwhile', () => {
  it('stops saving until the clerk has chosen, and keeps the edits here', async () => {
    const { saver, save, keptTitle } = openSaver()
    save.mockRejectedValueOnce(conflict)
    saver.change(titled('我的'))
    await vi.advanceTimersByTimeAsync(1000)
    expect(saver.getState().isConflict).toBe(true)
    saver.change(titled('我的二'))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(save).toHaveBeenCalledTimes(1)
    expect(keptTitle()).toBe('我的二')
  })

  it('can be overwritten on their revision', async () => {
    const { saver, save } = openSaver()
    save.mockRejectedValueOnce(conflict)
    saver.change(titled('我的'))
    await vi.advanceTimersByTimeAsync(1000)
    await expect(saver.overwrite(9)).resolves.toBe(true)
    expect(save).toHaveBeenLastCalledWith('p1', 9, titled('我的'))
    expect(saver.getState()).toMatchObject({ revision: 10, isConflict: false })
  })

  it('can be followed, giving up the edits here', async () => {
    const { saver, save, keptTitle } = openSaver()
    save.mockRejectedValueOnce(conflict)
    saver.change(titled('我的'))
    await vi.advanceTimersByTimeAsync(1000)
    saver.adopt(9)
    expect(saver.getState()).toMatchObject({ revision: 9, isConflict: false })
    expect(saver.isDirty).toBe(false)
    expect(keptTitle()).toBeNull()
  })
})

describe('leaving the page', () => {
  it('keeps unsaved edits and sends them once more', async () => {
    const { saver, save, keptTitle } = openSaver()
    saver.change(titled('甲'))
    saver.leave()
    expect(keptTitle()).toBe('甲')
    await vi.advanceTimersByTimeAsync(1)
    expect(save).toHaveBeenCalledTimes(1)
    expect(keptTitle()).toBeNull()
  })
  it('leaves nothing behind when all is saved', () => {
    const { saver, save, keptTitle } = openSaver()
    saver.leave()
    expect(save).not.toHaveBeenCalled()
    expect(keptTitle()).toBeNull()
  })
})
