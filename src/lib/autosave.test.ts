import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { AutosaveOptions, SaveFailure } from './autosave'
import { Autosave } from './autosave'
import type { SavedVersion } from './saved-version'

class Failure extends Error {
  constructor(readonly kind: SaveFailure) {
    super(kind)
  }
}
const offline = new Failure('offline')
const conflict = new Failure('conflict')
const refusal = new Failure('refused')
const at = (revision: number) => new Date(Date.UTC(2021, 5, 30, 6, revision))
const version = (content: string, revision: number): SavedVersion<string> => ({
  id: 'r',
  content,
  revision,
  savedAt: at(revision),
  savedBy: '同事',
})

/** A record that is there at revision 3 with 「初稿」, as a plan's draft always is; a report may not be there yet. */
function open({ saved = version('初稿', 3), start = '初稿', ...rest }: Partial<AutosaveOptions<string>> = {}) {
  const save = vi.fn(async (revision: number, _content: string) => ({
    id: 'r',
    revision: revision + 1,
    savedAt: at(revision + 1),
  }))
  const readTheirs = vi.fn(async (): Promise<SavedVersion<string> | null> => version('同事写的', 9))
  const device = {
    kept: null as { content: string; on: number } | null,
    keep: vi.fn((content: string, on: number) => {
      device.kept = { content, on }
      return true
    }),
    forget: vi.fn(() => void (device.kept = null)),
  }
  const autosave = new Autosave<string>({
    saved,
    start,
    isSame: (a, b) => a === b,
    save,
    readTheirs,
    failureOf: (error) => (error instanceof Failure ? error.kind : 'refused'),
    device,
    ...rest,
  })
  autosave.open()
  return { autosave, save, readTheirs, device, state: () => autosave.store.getState() }
}
const openNew = () => open({ saved: null, start: '上次的' })
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('saving by itself', () => {
  test('opening starts no record and saves nothing', async () => {
    const { save, state } = openNew()
    await pass(60_000)
    expect(save).not.toHaveBeenCalled()
    expect(state()).toMatchObject({ phase: 'idle', id: null, revision: 0, savedAt: null })
  })

  test('keeps each change on the device at once and saves the latest once the typing pauses', async () => {
    const { autosave, save, device, state } = openNew()
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
    const { autosave, save, state } = open()
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
    const { autosave, save, device } = open()
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
    const { autosave, save, device, state } = open()
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
    const { autosave, device } = open({ keepAfterMs: 250 })
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
    const { save, device } = open({ start: '本机留下的' })
    expect(device.kept?.content).toBe('本机留下的')
    await pass(1_500)
    expect(save).toHaveBeenCalledExactlyOnceWith(3, '本机留下的')
    expect(device.kept).toBeNull()
  })
})

describe('saving at once', () => {
  test('without a change begins the record that something else needs, once', async () => {
    const { autosave, save } = openNew()
    await expect(autosave.flush()).resolves.toEqual({ id: 'r', revision: 1 })
    await autosave.flush()
    expect(save).toHaveBeenCalledExactlyOnceWith(0, '上次的')
  })

  test('answers when everything is on the server, also what was typed meanwhile', async () => {
    const { autosave, save } = open()
    save.mockImplementationOnce(async () => {
      autosave.change('后来的')
      return { id: 'r', revision: 4, savedAt: at(4) }
    })
    autosave.change('先前的')
    await expect(autosave.flush()).resolves.toEqual({ id: 'r', revision: 5 })
    expect(save).toHaveBeenLastCalledWith(4, '后来的')
  })

  test('rejects with what kept it, or while a choice is open', async () => {
    const { autosave, save } = open()
    autosave.change('甲')
    save.mockRejectedValueOnce(offline)
    await expect(autosave.flush()).rejects.toBe(offline)
    save.mockRejectedValueOnce(conflict)
    await expect(autosave.flush()).rejects.toBe(conflict)
    await expect(autosave.flush()).rejects.toBe(conflict)
    expect(save).toHaveBeenCalledTimes(2)
  })

  test('does not forget a copy from before that nobody has taken back yet', async () => {
    const { autosave, device } = openNew()
    await autosave.flush()
    expect(device.forget).not.toHaveBeenCalled()
  })
})

describe('when saving fails', () => {
  test('without a network the words stay on the device and saving is tried again', async () => {
    const { autosave, save, device, state } = open()
    save.mockRejectedValueOnce(offline)
    autosave.change('断网时写的')
    await pass(1_500)
    expect(state()).toMatchObject({ phase: 'kept-here', error: null })
    expect(device.kept).toEqual({ content: '断网时写的', on: 3 })
    await pass(10_000)
    expect(state()).toMatchObject({ phase: 'saved', revision: 4 })
    expect(device.kept).toBeNull()
  })

  test('once the connection is back it is tried at once, if there is anything to save', async () => {
    const { autosave, save, state } = open()
    autosave.retry()
    expect(save).not.toHaveBeenCalled()
    save.mockRejectedValueOnce(offline)
    autosave.change('断网时写的')
    await pass(1_500)
    autosave.retry()
    await pass(1)
    expect(state().phase).toBe('saved')
  })

  test('does not lose what was typed while a save was failing', async () => {
    const { autosave, save, device } = open()
    save.mockImplementationOnce(async () => {
      autosave.change('更新的')
      throw offline
    })
    autosave.change('甲')
    await pass(1_500)
    expect(device.kept?.content).toBe('更新的')
  })

  test('does not say that it is safe on a device that refuses, and goes on trying', async () => {
    const { autosave, save, device, state } = open()
    device.keep.mockReturnValue(false)
    save.mockRejectedValueOnce(offline)
    autosave.change('甲')
    await pass(1_500)
    expect(state()).toMatchObject({ phase: 'failed', error: offline, content: '甲' })
    await pass(10_000)
    expect(state()).toMatchObject({ phase: 'saved', error: null })
  })

  test('a refusal is shown, nothing typed is lost, and it is not tried again by itself', async () => {
    const { autosave, save, device, state } = open()
    save.mockRejectedValue(refusal)
    autosave.change('写好的')
    await pass(60_000)
    expect(save).toHaveBeenCalledTimes(1)
    expect(state()).toMatchObject({ phase: 'failed', error: refusal, content: '写好的' })
    expect(autosave.hasUnsaved).toBe(true)
    expect(device.kept?.content).toBe('写好的')
  })
})

describe('when somebody else saved in between', () => {
  async function meet() {
    const opened = open()
    opened.save.mockRejectedValueOnce(conflict)
    opened.autosave.change('我写的')
    await pass(1_500)
    return opened
  }

  test('both versions are there, and nothing is sent while the choice is open', async () => {
    const { autosave, save, device, state } = await meet()
    expect(state()).toMatchObject({ conflict: version('同事写的', 9), content: '我写的', phase: 'failed' })
    autosave.change('我又写的')
    autosave.retry()
    await pass(60_000)
    expect(save).toHaveBeenCalledTimes(1)
    expect(device.kept).toEqual({ content: '我又写的', on: 3 })
  })

  test('a choice stays open when what was typed here is undone', async () => {
    const { autosave, save, state } = await meet()
    autosave.change('初稿')
    await pass(60_000)
    expect(state().conflict).not.toBeNull()
    await expect(autosave.flush()).rejects.toBe(conflict)
    expect(save).toHaveBeenCalledTimes(1)
  })

  test.each(['我写的', '同事写的\n我写的'])('%j can be saved over theirs', async (content) => {
    const { autosave, save, device, state } = await meet()
    await autosave.resolve(content)
    expect(save).toHaveBeenLastCalledWith(9, content)
    expect(state()).toMatchObject({ content, revision: 10, conflict: null, error: null, phase: 'saved' })
    expect(device.kept).toBeNull()
  })

  test('theirs can be followed, giving up what was typed here', async () => {
    const { autosave, save, device, state } = await meet()
    await autosave.resolve('同事写的')
    expect(state()).toMatchObject({ content: '同事写的', revision: 9, conflict: null, savedAt: at(9) })
    expect(autosave.hasUnsaved).toBe(false)
    expect(device.kept).toBeNull()
    expect(save).toHaveBeenCalledTimes(1)
  })

  test('and again while one was chosen, the choice is asked for anew', async () => {
    const { autosave, save, readTheirs, state } = await meet()
    save.mockRejectedValueOnce(conflict)
    readTheirs.mockResolvedValueOnce(version('又一版', 10))
    await expect(autosave.resolve('我写的')).rejects.toBe(conflict)
    expect(state()).toMatchObject({ conflict: version('又一版', 10), content: '我写的' })
  })

  test('the same words need no choice: an answer was lost on the way', async () => {
    const { autosave, save, readTheirs, state } = open()
    save.mockRejectedValueOnce(conflict)
    readTheirs.mockResolvedValueOnce(version('我写的', 4))
    autosave.change('我写的')
    await expect(autosave.flush()).resolves.toEqual({ id: 'r', revision: 4 })
    expect(state()).toMatchObject({ conflict: null, phase: 'saved' })
  })

  test('nor do words sent from here, when more was typed since the answer was lost', async () => {
    const { autosave, save, readTheirs, state } = open()
    save.mockRejectedValueOnce(offline)
    autosave.change('我写的')
    await pass(1_500)
    save.mockRejectedValueOnce(conflict)
    readTheirs.mockResolvedValueOnce(version('我写的', 4))
    autosave.change('我写的，又多写的')
    await pass(4_000)
    expect(save).toHaveBeenLastCalledWith(4, '我写的，又多写的')
    expect(state()).toMatchObject({ conflict: null, phase: 'saved', content: '我写的，又多写的' })
  })

  test('a record that the other threw away is begun anew', async () => {
    const { autosave, save, readTheirs, state } = open()
    save.mockRejectedValueOnce(conflict)
    readTheirs.mockResolvedValueOnce(null)
    autosave.change('我写的')
    await pass(4_000)
    expect(save).toHaveBeenLastCalledWith(0, '我写的')
    expect(state()).toMatchObject({ phase: 'saved', revision: 1 })
  })

  test('a conflict without another version is a failure, not asked for ever', async () => {
    const { autosave, save, readTheirs, state } = open()
    save.mockRejectedValue(conflict)
    readTheirs.mockResolvedValue(null)
    autosave.change('我写的')
    await expect(autosave.flush()).rejects.toBe(conflict)
    await pass(60_000)
    expect(save).toHaveBeenCalledTimes(2)
    expect(state()).toMatchObject({ phase: 'failed', conflict: null })
  })

  test('whose version cannot be read yet, it is asked for again', async () => {
    const { autosave, save, readTheirs, state } = open()
    save.mockRejectedValueOnce(conflict).mockRejectedValueOnce(conflict)
    readTheirs.mockRejectedValueOnce(offline)
    autosave.change('我写的')
    await pass(1_500)
    expect(state()).toMatchObject({ phase: 'kept-here', conflict: null })
    await pass(10_000)
    expect(state().conflict).toEqual(version('同事写的', 9))
  })
})

describe('a newer version on the server', () => {
  test('is shown when nothing typed here would be lost', () => {
    const { autosave, state } = open()
    autosave.follow(version('同事写的', 4))
    expect(state()).toMatchObject({ content: '同事写的', revision: 4, savedAt: at(4) })
    autosave.follow(version('更早的', 2))
    expect(state().content).toBe('同事写的')
  })

  test('waits while there is something unsaved', () => {
    const { autosave, state } = open()
    autosave.change('我写的')
    autosave.follow(version('同事写的', 4))
    expect(state()).toMatchObject({ content: '我写的', revision: 3 })
  })
})

describe('leaving', () => {
  test('keeps what is unsaved and sends it once more', async () => {
    const { autosave, save, device } = open({ keepAfterMs: 250 })
    autosave.change('甲')
    autosave.close()
    expect(device.kept?.content).toBe('甲')
    await pass(1)
    expect(save).toHaveBeenCalledExactlyOnceWith(3, '甲')
    expect(device.kept).toBeNull()
  })

  test('tries no more once closed: whoever signs in next saves nothing in this name', async () => {
    const { autosave, save, device } = open()
    save.mockRejectedValue(offline)
    autosave.change('甲')
    autosave.close()
    await pass(60_000)
    expect(save).toHaveBeenCalledTimes(1)
    expect(device.kept?.content).toBe('甲')
  })

  test('sends nothing when all is saved, or while a choice is open', async () => {
    const { autosave, save, device } = open()
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
    const { autosave, save, device } = open()
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
