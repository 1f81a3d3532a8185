/**
 * Gap: Storage in @supabase/lite is behind a flag, announces itself as experimental at every start, and comes without
 * an adapter that keeps files.
 *
 * Delete this file when lite has Storage on by default and exports an adapter for a folder (see ../storage/stored-files.ts).
 */
import { setExperimental, type App } from '@supabase/lite'
import type { StorageAdapter } from '../storage/stored-files'

const NOTICE = 'EXPERIMENTAL FEATURES ENABLED'

/** Turns Storage on, without the notice: whoever starts the server can do nothing about it. */
export async function enableStorage(app: App, files: StorageAdapter): Promise<void> {
  setExperimental('storage', true)
  Object.assign(app, { _storageAdapter: files })
  const { warn } = console
  console.warn = (...words: unknown[]) => {
    if (!String(words[0]).startsWith(NOTICE)) warn(...words)
  }
  try {
    await app.init()
  } finally {
    console.warn = warn
  }
}
