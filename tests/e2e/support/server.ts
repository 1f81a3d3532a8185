import { test as base } from '@playwright/test'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addToLog } from '../../support/log-file'

/** Seconds as a rule; a machine that is busy with everything at once may take this long. */
const LONGEST_START_MS = 300_000

/** The product as a user starts it, on a fresh data folder of its own. */
export interface Server {
  url: string
  /** The code that a first run prints; empty for the demo, which is set up already. */
  setupCode: string
  /** Kills the process without warning and starts it again on the same data. */
  crashAndRestart(): Promise<void>
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

/** Starts `verb` and waits for the line with its address; what it printed so far comes back. */
async function launch(
  verb: 'start' | 'demo',
  environment: NodeJS.ProcessEnv,
): Promise<{ child: ChildProcess; output: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'supabase/local/main.ts', verb], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`the server was not ready in ${LONGEST_START_MS / 1000} s:\n${output}`)),
      LONGEST_START_MS,
    )
    const listen = (chunk: Buffer) => {
      output += chunk.toString()
      addToLog(chunk.toString())
      if (output.includes(`http://127.0.0.1:${environment['PORT']}`) && output.endsWith('\n')) {
        clearTimeout(timer)
        resolve()
      }
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}:\n${output}`)))
  })
  return { child, output }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.removeAllListeners('exit')
  child.kill(signal)
  await once(child, 'exit')
}

/** Starts the product, lends it, and leaves nothing behind. */
export async function provideServer(verb: 'start' | 'demo', use: (server: Server) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'journey-'))
  const environment = { PORT: String(await freePort()), DATA_DIR: folder, DATABASE_URL: '' }
  let running = await launch(verb, environment)
  const setupCode = /[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(running.output)?.[0] ?? ''
  await use({
    url: `http://127.0.0.1:${environment.PORT}`,
    setupCode,
    crashAndRestart: async () => {
      await end(running.child, 'SIGKILL')
      running = await launch(verb, environment)
    },
  })
  await end(running.child, 'SIGTERM')
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
}

/** Tests against a fresh installation, one server a spec file. */
export const test = base.extend<object, { server: Server }>({
  server: [({}, use) => provideServer('start', use), { scope: 'worker', timeout: LONGEST_START_MS }],
})

/** Tests against the demo county. */
export const demoTest = base.extend<object, { server: Server }>({
  server: [({}, use) => provideServer('demo', use), { scope: 'worker', timeout: LONGEST_START_MS }],
})

export { expect } from '@playwright/test'
