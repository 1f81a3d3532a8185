import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { PROJECT_FOLDER } from '../../supabase/local/folders'

/** The server under test. */
export interface ServerProcess {
  url: string
  /** Resident memory at this moment in MB; null where the system does not tell. */
  memoryMb(): number | null
  stop(): Promise<void>
}

/** Starts the server and waits until it says where it listens. */
export async function startServer(environment: Record<string, string>): Promise<ServerProcess> {
  const { DATABASE_URL: _other, ...inherited } = process.env
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/bench/serve.ts'], {
    cwd: PROJECT_FOLDER,
    env: { ...inherited, HOST: '127.0.0.1', PORT: '0', ...environment },
    // What the server complains of is to be seen.
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await Promise.race([addressOf(child), once(child, 'exit').then(failed)])
  return {
    url,
    memoryMb: () => residentMb(child.pid),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const closed = once(child, 'close')
      child.kill('SIGTERM')
      await closed
    },
  }
}

function addressOf({ stdout }: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    let text = ''
    stdout?.on('data', (chunk) => {
      text += String(chunk)
      const found = /打开：(http\S+?)\/\s/.exec(text)?.[1]
      if (found !== undefined) resolve(found)
    })
  })
}

function failed(): never {
  throw new Error('the server ended before it listened')
}

/** Linux tells; other systems would need a program to be run beside what is measured. */
function residentMb(pid: number | undefined): number | null {
  try {
    const found = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return found === undefined ? null : Number(found) / 1024
  } catch {
    return null
  }
}
