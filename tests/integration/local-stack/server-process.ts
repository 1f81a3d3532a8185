import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { PROJECT_FOLDER } from '../../../supabase/local/folders'
import { addToLog } from '../../support/log-file'

/** Seconds as a rule; a machine that is busy with everything at once may take this long. */
const LONGEST_START_MS = 180_000

/** The real server in a process of its own. */
export interface ServerProcess {
  child: ChildProcess
  url: string
  output(): string
  /** Ends the process with a signal and returns its exit code (null after kill -9). */
  end(signal: NodeJS.Signals): Promise<number | null>
}

/** Starts the server on the fixture's schema, without pages. */
export async function startServer(environment: Record<string, string>): Promise<ServerProcess> {
  const started = launch(['tests/integration/local-stack/serve-fixture.ts'], environment)
  const url = await Promise.race([
    new Promise<string>((resolve) => {
      started.child.stdout?.on('data', () => {
        const found = /打开：(http\S+?)\/\s/.exec(started.output())?.[1]
        if (found !== undefined) resolve(found)
      })
    }),
    once(started.child, 'exit').then(() => failed(started.output())),
    tooLate(started),
  ])
  return { ...started, url }
}

/** Runs the project's own server to its end and returns how it ended. */
export async function runServer(environment: Record<string, string>): Promise<{ code: number | null; output: string }> {
  const { child, output } = launch(['supabase/local/main.ts', 'start'], environment)
  await once(child, 'close')
  return { code: child.exitCode, output: output() }
}

/** A port that is free at this moment. */
export async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return String(typeof address === 'object' ? address?.port : 0)
}

function launch(program: string[], environment: Record<string, string>): Omit<ServerProcess, 'url'> {
  const { DATABASE_URL: _unused, NODE_ENV: _test, ...inherited } = process.env
  const child = spawn(process.execPath, ['--import', 'tsx', ...program], {
    cwd: PROJECT_FOLDER,
    env: { ...inherited, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      text += String(chunk)
      addToLog(String(chunk))
    })
  }
  const end = async (signal: NodeJS.Signals) => {
    const closed = once(child, 'close')
    child.kill(signal)
    await closed
    return child.exitCode
  }
  return { child, output: () => text, end }
}

async function tooLate({ child, output }: Omit<ServerProcess, 'url'>): Promise<never> {
  await new Promise((resolve) => setTimeout(resolve, LONGEST_START_MS).unref())
  child.kill('SIGKILL')
  return failed(output())
}

function failed(output: string): never {
  throw new Error(`the server did not start:\n${output}`)
}
