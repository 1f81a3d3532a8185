import { access } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Session } from './database/database'
import type { Listening } from './http-server'
import type { Installation } from './installation'
import type { DemoAccount } from './server'
import { UserError } from './user-error'

/** What the writer of demonstration data is given. */
export interface DemoContext {
  url: string
  publishableKey: string
  /** Runs work as the owner of the database in a transaction of its own. */
  transact<Result>(work: (session: Session) => Promise<Result>): Promise<Result>
  /** The moment up to which the demonstration tells. */
  now: Date
}

const SEED = new URL('../seed/demo.ts', import.meta.url)

/** Fills an empty installation with demonstration data and offers its accounts on the sign-in page. */
export async function demonstrate(installation: Installation, { url }: Listening): Promise<void> {
  const { database, keys, config } = installation
  const context: DemoContext = {
    url,
    publishableKey: keys.publishableKey,
    transact: (work) => database.transaction(work, { isPatient: true }),
    now: new Date(),
  }
  config.demoAccounts = await (await loadSeed())(context)
  await database.query('analyze')
}

async function loadSeed(): Promise<(context: DemoContext) => Promise<DemoAccount[]>> {
  const file = fileURLToPath(SEED)
  const exists = await access(file)
    .then(() => true)
    .catch(() => false)
  if (!exists) throw new UserError(`找不到演示数据：${file}`)
  const module: unknown = await import(SEED.href)
  if (!hasSeed(module)) throw new UserError(`演示数据没有 seedDemo 函数：${file}`)
  return module.seedDemo
}

function hasSeed(module: unknown): module is { seedDemo: (context: DemoContext) => Promise<DemoAccount[]> } {
  return typeof module === 'object' && module !== null && typeof Reflect.get(module, 'seedDemo') === 'function'
}
