import { rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder that is gone when the process is. */
export interface TemporaryFolder {
  path: string
  remove(): Promise<void>
}

/** Makes the folder; it is also removed when the process ends in a hurry. */
export async function temporaryFolder(): Promise<TemporaryFolder> {
  const path = await mkdtemp(join(tmpdir(), 'demo-data-'))
  const atExit = () => rmSync(path, { recursive: true, force: true })
  process.once('exit', atExit)
  return {
    path,
    async remove() {
      process.off('exit', atExit)
      await rm(path, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
