import { networkInterfaces } from 'node:os'
import { demonstrate } from './demo'
import { PROJECT_FOLDER } from './folders'
import { plainError, printErrorsPlainly } from './gaps/printed-errors'
import { listen, type Listening } from './http-server'
import { openInstallation, type Installation } from './installation'
import { prepareApp, serveApi, serveBuiltApp, serveSources } from './pages/serve-pages'
import { readSettings, type Settings } from './settings'
import { temporaryFolder, type TemporaryFolder } from './temporary-folder'

/** `api` serves no pages: for tests of the stack itself, which need none and start it often. */
type Verb = 'start' | 'dev' | 'demo' | 'api'

/** What runs, in the order in which it was started. */
interface Running {
  temporary?: TemporaryFolder
  listening?: Listening
  installation?: Installation
  vite?: { close(): Promise<void> }
}

/** Starts the server in one of its three ways and leaves it running until it is told to stop. */
export async function run(verb: Verb, settings: Settings = readSettings(process.env)): Promise<void> {
  const begun = performance.now()
  printErrorsPlainly()
  process.on('uncaughtException', endAtOnce)
  const stopping = new StopSignal()
  const running: Running = {}
  try {
    await bringUp(verb, settings, running)
    announce(verb, running, settings, performance.now() - begun)
    stopping.isReady = true
    await stopping.received
  } finally {
    await bringDown(running)
  }
  process.exit(0)
}

/** What nobody caught ends the process as ever, but without printing what the error carries. */
function endAtOnce(error: unknown): void {
  console.error('程序内部出错，已停止：', plainError(error))
  process.exit(1)
}

async function bringUp(verb: Verb, given: Settings, running: Running): Promise<void> {
  const listening = (running.listening = await listen(given.host, given.port))
  // The demonstration never touches real data.
  if (verb === 'demo') running.temporary = await temporaryFolder()
  const settings = running.temporary === undefined ? given : withOwnData(given, running.temporary.path)
  // Building needs nothing of the database: both are made ready at the same time.
  const building = verb === 'start' || verb === 'demo' ? prepareApp(PROJECT_FOLDER) : undefined
  building?.catch(() => undefined)
  const installation = (running.installation = await openInstallation(settings))
  if (verb === 'api') serveApi(listening, installation, settings)
  else if (building === undefined) running.vite = await serveSources(listening, installation, settings, PROJECT_FOLDER)
  else await serveBuiltApp(listening, installation, settings, building)
  if (verb === 'demo') await demonstrate(installation, listening)
}

function withOwnData({ databaseUrl: _real, ...settings }: Settings, dataFolder: string): Settings {
  return { ...settings, dataFolder }
}

/** Requests under way end before the database does, and the database before its folder goes. */
async function bringDown({ vite, listening, installation, temporary }: Running): Promise<void> {
  await vite?.close()
  await listening?.stop()
  await installation?.close()
  await temporary?.remove()
}

/** Waits for Ctrl-C or the system's wish to stop. Before the server is ready, and the second time, it ends at once. */
class StopSignal {
  isReady = false
  readonly received: Promise<void>

  constructor() {
    this.received = new Promise((resolve) => {
      const stop = () => {
        if (!this.isReady) process.exit(1)
        this.isReady = false
        resolve()
      }
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGBREAK', 'SIGHUP'] as const) process.on(signal, stop)
    })
  }
}

function announce(verb: Verb, { listening, installation }: Running, settings: Settings, tookMs: number): void {
  const url = listening?.url ?? ''
  const lines = ['', `服务已就绪（用时 ${(tookMs / 1000).toFixed(1)} 秒）`, `  打开：${url}/`]
  for (const address of otherAddresses(settings.host, url)) lines.push(`        ${address}/`)
  if (settings.trustProxy) lines.push('  反向代理：按 X-Forwarded-For 识别访问者（TRUST_PROXY=1）')
  else if (!isLoopback(settings.host)) lines.push('  反向代理：未启用；若前面有您自己的反向代理，请设置 TRUST_PROXY=1')
  if (verb === 'demo') lines.push('  演示数据，停止后自动删除')
  else lines.push(...whereDataIs(settings, installation?.setupCode))
  lines.push('  按 Ctrl-C 停止', '')
  console.log(lines.join('\n'))
}

function whereDataIs({ databaseUrl, dataFolder }: Settings, setupCode: string | undefined): string[] {
  const lines = [`  数据目录：${dataFolder}`]
  if (databaseUrl !== undefined) lines.push(`  数据库：${new URL(databaseUrl).host}`)
  if (setupCode !== undefined) lines.push(`  设置码：${setupCode}（用于建立首个账号，仅可使用一次）`)
  return lines
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.')
}

/** When the server listens on every address: how other machines reach it. */
function otherAddresses(host: string, url: string): string[] {
  if (host !== '0.0.0.0' && host !== '::') return []
  const { port } = new URL(url)
  const own = Object.values(networkInterfaces()).flatMap((each) => each ?? [])
  return own.filter((each) => each.family === 'IPv4' && !each.internal).map((each) => `http://${each.address}:${port}`)
}
