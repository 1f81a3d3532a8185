import type { AutosaveOptions, SaveFailure } from '@/lib/autosave'
import { Autosave } from '@/lib/autosave'
import type { SavedVersion } from '@/lib/saved-version'
import { vi } from 'vitest'

class Failure extends Error {
  constructor(readonly kind: SaveFailure) {
    super(kind)
  }
}
export const offline = new Failure('offline')
export const conflict = new Failure('conflict')
export const refusal = new Failure('refused')
export const at = (revision: number) => new Date(Date.UTC(2021, 5, 30, 6, revision))
export const version = (content: string, revision: number): SavedVersion<string, string> => ({
  id: 'r',
  content,
  revision,
  savedAt: at(revision),
  savedBy: '同事',
})

/** A record that is there at revision 3 with 「初稿」, as a plan's draft always is; a report may not be there yet. */
export function openAutosave({
  saved = version('初稿', 3),
  start = '初稿',
  ...rest
}: Partial<AutosaveOptions<string, string>> = {}) {
  const save = vi.fn(async (revision: number, _content: string) => ({
    id: 'r',
    revision: revision + 1,
    savedAt: at(revision + 1),
  }))
  const readTheirs = vi.fn(async (): Promise<SavedVersion<string, string> | null> => version('同事写的', 9))
  const device = {
    kept: null as { content: string; on: number } | null,
    keep: vi.fn((content: string, on: number) => {
      device.kept = { content, on }
      return true
    }),
    forget: vi.fn(() => void (device.kept = null)),
  }
  const autosave = new Autosave<string, string>({
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
export const openNewAutosave = () => openAutosave({ saved: null, start: '上次的' })
/** Lets time go by and answers come. */
export const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)
