import { networkInterfaces } from 'node:os'
import type { DataFolder } from './data-folder'
import { demonstrate } from './demo'
import { PROJECT_FOLDER } from './folders'
import { openInstallation, type Installation } from './installation'
import type { Listening } from './http-server'
import { prepareApp, serveBuiltApp, serveSources } from './serve-pages'
import { readSettings, type Settings } from './settings'
import { temporaryFolder } from './temporary-folder'

/** Starts the server in one of its three ways and leaves it running until it is told to stop. */
export async function run(verb: 'start' | 'dev' | 'demo'): Promise<void> {
  const begun = performance.now()
  const settings = readSettings(process.env)
  const temporary = verb === 'demo' ? await temporaryFolder() : undefined
  const stopping = new StopSignal()
  try {
    const own = temporary === undefined ? settings : ownData(settings, temporary.path)
    // Building needs nothing of the database: both are made ready at the same time.
    const building = verb === 'dev' ? undefined : prepareApp(PROJECT_FOLDER)
    building?.catch(() => undefined)
    const installation = await openInstallation(own)
    const serving = building === undefined ? serveSources(installation, own, PROJECT_FOLDER) : serveBuiltApp(installation, own, building)
    const listening = await serving.catch(closing(installation))
    if (verb === 'demo') await demonstrate(installation, listening).catch(closing(installation))
    announce(verb, listening, installation, own, performance.now() - begun)
    await stopping.received
    await listening.stop()
    await installation.close()
  } finally {
    await temporary?.remove()
  }
  process.exit(0)
}

/** The demonstration never touches real data. */
function ownData({ host, port, trustProxy }: Settings, dataFolder: string): Settings {
  return { host, port, trustProxy, dataFolder }
}

function closing(installation: Installation): (error: unknown) => Promise<never> {
  return async (error) => {
    await installation.close()
    throw error
  }
}

/** Waits for Ctrl-C or the system's wish to stop; a second one ends the process at once. */
class StopSignal {
  readonly received: Promise<void>

  constructor() {
    this.received = new Promise((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGBREAK', 'SIGHUP'] as const) {
        let isSecond = false
        process.on(signal, () => {
          if (isSecond) process.exit(1)
          isSecond = true
          resolve()
        })
      }
    })
  }
}

function announce(
  verb: string,
  listening: Listening,
  { folder, setupCode }: { folder: DataFolder; setupCode: string | undefined },
  settings: Settings,
  tookMs: number,
): void {
  const lines = ['', `服务已就绪（用时 ${(tookMs / 1000).toFixed(1)} 秒）`, `  打开：${listening.url}/`]
  for (const address of otherAddresses(settings, listening)) lines.push(`        ${address}/`)
  if (settings.databaseUrl !== undefined) lines.push(`  数据库：${new URL(settings.databaseUrl).host}`)
  if (verb === 'demo') lines.push('  演示数据，停止后自动删除')
  else lines.push(`  数据目录：${folder.path}`)
  if (verb !== 'demo' && setupCode !== undefined) lines.push(`  设置码：${setupCode}（用于建立首个账号，仅可使用一次）`)
  lines.push('  按 Ctrl-C 停止', '')
  console.log(lines.join('\n'))
}

/** When the server listens on every address: how other machines reach it. */
function otherAddresses({ host }: Settings, { url }: Listening): string[] {
  if (host !== '0.0.0.0' && host !== '::') return []
  const { port } = new URL(url)
  const own = Object.values(networkInterfaces()).flatMap((each) => each ?? [])
  return own.filter((each) => each.family === 'IPv4' && !each.internal).map((each) => `http://${each.address}:${port}`)
}
