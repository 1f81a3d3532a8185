import { Autosave } from '@/lib/autosave'
import { render } from '@testing-library/react'
import { StrictMode } from 'react'
import { beforeEach, expect, it, vi } from 'vitest'
import { useAutosave } from './use-autosave'

const savedAt = new Date(0)
const save = vi.fn(async (revision: number, _content: string) => ({ id: 'r', revision: revision + 1, savedAt }))
const device = { keep: vi.fn(() => true), forget: vi.fn() }
let autosave: Autosave<string, string>

function Page() {
  useAutosave(autosave)
  return null
}
function open() {
  autosave = new Autosave({
    saved: { id: 'r', revision: 3, savedAt, content: '初稿', savedBy: null },
    start: '初稿',
    isSame: (a, b) => a === b,
    save,
    readTheirs: async () => null,
    failureOf: () => 'offline',
    device,
    keepAfterMs: 1_000,
  })
  // Effects run twice: what was closed is opened again.
  return render(
    <StrictMode>
      <Page />
    </StrictMode>,
  )
}
const isWarned = () => !globalThis.dispatchEvent(new Event('beforeunload', { cancelable: true }))

beforeEach(() => {
  save.mockClear()
  device.keep.mockClear()
})

it('saves again once the connection is back', async () => {
  open()
  save.mockRejectedValueOnce(new Error('offline'))
  autosave.change('甲')
  await autosave.flush().catch(() => undefined)
  globalThis.dispatchEvent(new Event('online'))
  await vi.waitFor(() => expect(autosave.hasUnsaved).toBe(false))
})

it('warns, keeps and sends once more when the page is closed with something unsaved; else lets go', async () => {
  open()
  expect(isWarned()).toBe(false)
  autosave.change('甲')
  expect(isWarned()).toBe(true)
  expect(device.keep).toHaveBeenCalledWith('甲', 3)
  await vi.waitFor(() => expect(save).toHaveBeenCalledExactlyOnceWith(3, '甲'))
  await vi.waitFor(() => expect(isWarned()).toBe(false))
})

it.each([
  ['put aside', () => document.dispatchEvent(new Event('visibilitychange'))],
  ['hidden for good', () => globalThis.dispatchEvent(new Event('pagehide'))],
])('keeps what is unsaved when the page is %s', (_what, happen) => {
  open()
  autosave.change('甲')
  expect(device.keep).not.toHaveBeenCalled()
  happen()
  expect(device.keep).toHaveBeenCalledWith('甲', 3)
})

it('keeps and sends once more when another page is opened, and listens no more', async () => {
  const { unmount } = open()
  autosave.change('甲')
  unmount()
  expect(device.keep).toHaveBeenCalledWith('甲', 3)
  await vi.waitFor(() => expect(save).toHaveBeenCalledExactlyOnceWith(3, '甲'))
  autosave.change('乙')
  expect(isWarned()).toBe(false)
})
