import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  at,
  conflict,
  offline,
  openAutosave,
  openNewAutosave,
  pass,
  refusal,
  version,
} from '../../tests/support/open-autosave'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('saving by itself', () => {
  test('opening starts no record and saves nothing', async () => {
    const { save, state } = openNewAutosave()
    await pass(60_000)
    expect(save).not.toHaveBeenCalled()
    expect(state()).toMatchObject({ phase: 'idle', id: null, revision: 0, savedAt: null })
  })

  test('keeps each change on the device at once and saves the latest once the typing pauses', async () => {
    const { autosave, save, device, state } = openNewAutosave()
    autosave.change('甲')
    expect(device.kept).toEqual({ content: '甲', on: 0 })
    await pass(1_400)
    autosave.change('甲乙')
    expect(state().phase).toBe('unsaved')
    await pass(1_500)
    expect(save).toHaveBeenCalledExactlyOnceWith(0, '甲乙')
    expect(state()).toMatchObject({ phase: 'saved', id: 'r', revision: 1, savedAt: at(1) })
    expect(autosave.hasUnsaved).toBe(false)
    expect(device.kept).toBeNull()
  })

  test('never has two saves under way, and bases the second on the first', async () => {
    const { autosave, save, state } = openAutosave()
    let finish = (): void => undefined
    save.mockImplementationOnce(
      () => new Promise((resolve) => (finish = () => resolve({ id: 'r', revision: 4, savedAt: at(4) }))),
    )
    autosave.change('甲')
    await pass(1_500)
    autosave.change('乙')
    expect(state().phase).toBe('saving')
    const both = [autosave.flush(), autosave.flush()]
    await pass(3_000)
    expect(save).toHaveBeenCalledTimes(1)
    finish()
    expect(await Promise.all(both)).toEqual([
      { id: 'r', revision: 5 },
      { id: 'r', revision: 5 },
    ])
    expect(save).toHaveBeenCalledTimes(2)
    expect(save).toHaveBeenLastCalledWith(4, '乙')
  })

  test('what is typed while a save is under way stays on the device, on the new revision, and is saved next', async () => {
    const { autosave, save, device } = openAutosave()
    save.mockImplementationOnce(async () => {
      autosave.change('后来的')
      return { id: 'r', revision: 4, savedAt: at(4) }
    })
    autosave.change('先前的')
    await pass(1_600)
    expect(device.kept).toEqual({ content: '后来的', on: 4 })
    await pass(2_000)
    expect(save).toHaveBeenLastCalledWith(4, '后来的')
    expect(autosave.hasUnsaved).toBe(false)
  })

  test('what is undone before it was saved needs no save, and what is undone meanwhile is saved', async () => {
    const { autosave, save, device, state } = openAutosave()
    autosave.change('甲')
    autosave.change('初稿')
    await pass(60_000)
    expect(save).not.toHaveBeenCalled()
    expect(state().phase).toBe('saved')
    expect(device.kept).toBeNull()
    save.mockImplementationOnce(async () => {
      autosave.change('初稿')
      expect(autosave.hasUnsaved).toBe(true)
      return { id: 'r', revision: 4, savedAt: at(4) }
    })
    autosave.change('甲')
    await pass(4_000)
    expect(save).toHaveBeenLastCalledWith(4, '初稿')
  })

  test('what is large is kept once the hand rests, and before anything can happen to it', async () => {
    const { autosave, device } = openAutosave({ keepAfterMs: 250 })
    autosave.change('甲')
    autosave.change('甲乙')
    expect(device.kept).toBeNull()
    await pass(250)
    expect(device.keep).toHaveBeenCalledExactlyOnceWith('甲乙', 3)
    autosave.change('甲乙丙')
    autosave.keep()
    expect(device.kept?.content).toBe('甲乙丙')
  })

  test('what the device kept before is saved as if typed', async () => {
    const { save, device } = openAutosave({ start: '本机留下的' })
    expect(device.kept?.content).toBe('本机留下的')
    await pass(1_500)
    expect(save).toHaveBeenCalledExactlyOnceWith(3, '本机留下的')
    expect(device.kept).toBeNull()
  })
})

describe('saving at once', () => {
  test('without a change begins the record that something else needs, once', async () => {
    const { autosave, save } = openNewAutosave()
    await expect(autosave.flush()).resolves.toEqual({ id: 'r', revision: 1 })
    await autosave.flush()
    expect(save).toHaveBeenCalledExactlyOnceWith(0, '上次的')
  })

  test('answers when everything is on the server, also what was typed meanwhile', async () => {
    const { autosave, save } = openAutosave()
    save.mockImplementationOnce(async () => {
      autosave.change('后来的')
      return { id: 'r', revision: 4, savedAt: at(4) }
    })
    autosave.change('先前的')
    await expect(autosave.flush()).resolves.toEqual({ id: 'r', revision: 5 })
    expect(save).toHaveBeenLastCalledWith(4, '后来的')
  })

  test('rejects with what kept it, or while a choice is open', async () => {
    const { autosave, save } = openAutosave()
    autosave.change('甲')
    save.mockRejectedValueOnce(offline)
    await expect(autosave.flush()).rejects.toBe(offline)
    save.mockRejectedValueOnce(conflict)
    await expect(autosave.flush()).rejects.toBe(conflict)
    await expect(autosave.flush()).rejects.toBe(conflict)
    expect(save).toHaveBeenCalledTimes(2)
  })

  test('does not forget a copy from before that nobody has taken back yet', async () => {
    const { autosave, device } = openNewAutosave()
    await autosave.flush()
    expect(device.forget).not.toHaveBeenCalled()
  })
})

describe('a newer version on the server', () => {
  test('is shown when nothing typed here would be lost', () => {
    const { autosave, state } = openAutosave()
    autosave.follow(version('同事写的', 4))
    expect(state()).toMatchObject({ content: '同事写的', revision: 4, savedAt: at(4) })
    autosave.follow(version('更早的', 2))
    expect(state().content).toBe('同事写的')
  })

  test('waits while there is something unsaved', () => {
    const { autosave, state } = openAutosave()
    autosave.change('我写的')
    autosave.follow(version('同事写的', 4))
    expect(state()).toMatchObject({ content: '我写的', revision: 3 })
  })
})

describe('leaving', () => {
  test('keeps what is unsaved and sends it once more', async () => {
    const { autosave, save, device } = openAutosave({ keepAfterMs: 250 })
    autosave.change('甲')
    autosave.close()
    expect(device.kept?.content).toBe('甲')
    await pass(1)
    expect(save).toHaveBeenCalledExactlyOnceWith(3, '甲')
    expect(device.kept).toBeNull()
  })

  test('tries no more once closed: whoever signs in next saves nothing in this name', async () => {
    const { autosave, save, device } = openAutosave()
    save.mockRejectedValue(offline)
    autosave.change('甲')
    autosave.close()
    await pass(60_000)
    expect(save).toHaveBeenCalledTimes(1)
    expect(device.kept?.content).toBe('甲')
  })

  test('sends nothing when all is saved, or while a choice is open', async () => {
    const { autosave, save, device } = openAutosave()
    autosave.leave()
    expect(save).not.toHaveBeenCalled()
    expect(device.keep).not.toHaveBeenCalled()
    save.mockRejectedValueOnce(conflict)
    autosave.change('我写的')
    await pass(1_500)
    autosave.close()
    await pass(60_000)
    expect(save).toHaveBeenCalledTimes(1)
    expect(device.kept?.content).toBe('我写的')
  })

  test('after giving up nothing is sent and nothing is kept', async () => {
    const { autosave, save, device } = openAutosave()
    let fail = (): void => undefined
    save.mockImplementationOnce(() => new Promise((_resolve, reject) => (fail = () => reject(refusal))))
    autosave.change('甲')
    await pass(1_500)
    autosave.giveUp()
    fail()
    autosave.close()
    await pass(60_000)
    expect(save).toHaveBeenCalledTimes(1)
    expect(device.kept).toBeNull()
  })
})
