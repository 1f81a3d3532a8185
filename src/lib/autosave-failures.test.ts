import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { at, conflict, offline, openAutosave, pass, refusal, version } from '../../tests/support/open-autosave'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('when saving fails', () => {
  test('without a network the words stay on the device and saving is tried again', async () => {
    const { autosave, save, device, state } = openAutosave()
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
    const { autosave, save, state } = openAutosave()
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
    const { autosave, save, device } = openAutosave()
    save.mockImplementationOnce(async () => {
      autosave.change('更新的')
      throw offline
    })
    autosave.change('甲')
    await pass(1_500)
    expect(device.kept?.content).toBe('更新的')
  })

  test('does not say that it is safe on a device that refuses, and goes on trying', async () => {
    const { autosave, save, device, state } = openAutosave()
    device.keep.mockReturnValue(false)
    save.mockRejectedValueOnce(offline)
    autosave.change('甲')
    await pass(1_500)
    expect(state()).toMatchObject({ phase: 'failed', error: offline, content: '甲' })
    await pass(10_000)
    expect(state()).toMatchObject({ phase: 'saved', error: null })
  })

  test('a refusal is shown, nothing typed is lost, and it is not tried again by itself', async () => {
    const { autosave, save, device, state } = openAutosave()
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
    const opened = openAutosave()
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
    const { autosave, save, readTheirs, state } = openAutosave()
    save.mockRejectedValueOnce(conflict)
    readTheirs.mockResolvedValueOnce(version('我写的', 4))
    autosave.change('我写的')
    await expect(autosave.flush()).resolves.toEqual({ id: 'r', revision: 4 })
    expect(state()).toMatchObject({ conflict: null, phase: 'saved' })
  })

  test('nor do words sent from here, when more was typed since the answer was lost', async () => {
    const { autosave, save, readTheirs, state } = openAutosave()
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
    const { autosave, save, readTheirs, state } = openAutosave()
    save.mockRejectedValueOnce(conflict)
    readTheirs.mockResolvedValueOnce(null)
    autosave.change('我写的')
    await pass(4_000)
    expect(save).toHaveBeenLastCalledWith(0, '我写的')
    expect(state()).toMatchObject({ phase: 'saved', revision: 1 })
  })

  test('a conflict without another version is a failure, not asked for ever', async () => {
    const { autosave, save, readTheirs, state } = openAutosave()
    save.mockRejectedValue(conflict)
    readTheirs.mockResolvedValue(null)
    autosave.change('我写的')
    await expect(autosave.flush()).rejects.toBe(conflict)
    await pass(60_000)
    expect(save).toHaveBeenCalledTimes(2)
    expect(state()).toMatchObject({ phase: 'failed', conflict: null })
  })

  test('whose version cannot be read yet, it is asked for again', async () => {
    const { autosave, save, readTheirs, state } = openAutosave()
    save.mockRejectedValueOnce(conflict).mockRejectedValueOnce(conflict)
    readTheirs.mockRejectedValueOnce(offline)
    autosave.change('我写的')
    await pass(1_500)
    expect(state()).toMatchObject({ phase: 'kept-here', conflict: null })
    await pass(10_000)
    expect(state().conflict).toEqual(version('同事写的', 9))
  })
})
