import { resolve } from 'node:path'
import { MIGRATIONS_FOLDER } from './folders'
import { UserError } from './user-error'

/** What the environment says about this server. */
export interface Settings {
  host: string
  port: number
  dataFolder: string
  /** Set for PostgreSQL instead of PGlite. */
  databaseUrl?: string
  /** Whether a reverse proxy in front may say who the client is. */
  trustProxy: boolean
  migrationsFolder: string
}

/** Reads HOST, PORT, DATA_DIR, DATABASE_URL and TRUST_PROXY. */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const port = Number(environment['PORT'] || 8080)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new UserError(`PORT 应为 0 至 65535 之间的整数，现在是：${environment['PORT']}`)
  }
  const databaseUrl = environment['DATABASE_URL']
  if (databaseUrl && !/^postgres(ql)?:\/\//.test(databaseUrl)) {
    throw new UserError('DATABASE_URL 应以 postgres:// 或 postgresql:// 开头。')
  }
  return {
    host: environment['HOST'] || '127.0.0.1',
    port,
    dataFolder: resolve(environment['DATA_DIR'] || '.data'),
    ...(databaseUrl ? { databaseUrl } : {}),
    trustProxy: environment['TRUST_PROXY'] === '1',
    migrationsFolder: MIGRATIONS_FOLDER,
  }
}
