import { access, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { DataFolder } from '../data-folder'
import type { Database } from './database'
import { DatabaseLostError } from './database-lost'
import { flushFolder } from '../gaps/power-loss'
import { textField } from '../gateway/handler'
import { openPglite } from './pglite-database'
import { openPostgres } from './postgres-database'
import type { Settings } from '../settings'
import { UserError } from '../user-error'
import { writeFileSafely } from '../write-file-safely'

const OLDEST_POSTGRES = 15

/** Lies in the folder of a database that has been made to the end. */
const COMPLETE = 'complete'

/** Opens the database that the settings name. */
export async function openDatabase(settings: Settings, folder: DataFolder): Promise<Database> {
  return settings.databaseUrl === undefined ? openOwn(folder) : openServer(settings.databaseUrl)
}

async function openOwn({ database: folder }: DataFolder): Promise<Database> {
  const mark = join(folder, COMPLETE)
  const isComplete = await exists(mark)
  if (!isComplete && (await exists(folder))) await setAside(folder)
  try {
    const database = await openPglite({ folder })
    if (!isComplete) {
      await flushFolder(folder)
      await writeFileSafely(mark, '')
    }
    return database
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new UserError(`无法打开数据库文件：${folder}（${reason.split('\n')[0]}）`)
  }
}

/**
 * A database without the mark is what a first start left that was cut off while making it. Nothing has been stored in
 * it yet; still it is kept under another name, in case a person had a hand in it.
 */
async function setAside(folder: string): Promise<void> {
  await rename(folder, `${folder}.incomplete-${Date.now()}`)
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

async function openServer(url: string): Promise<Database> {
  const database = await openPostgres(url)
  try {
    const rows = await database.query<{ version: string }>("select current_setting('server_version_num') as version")
    const major = Math.floor(Number(rows[0]?.version) / 10_000)
    if (major < OLDEST_POSTGRES) throw new UserError(`PostgreSQL 版本过低：${major}，需要 ${OLDEST_POSTGRES} 或以上。`)
    return database
  } catch (error) {
    await database.close().catch(() => undefined)
    if (error instanceof UserError) throw error
    throw new UserError(explain(error instanceof DatabaseLostError ? error.cause : error, new URL(url)))
  }
}

function explain(error: unknown, { host, pathname, username }: URL): string {
  switch (textField(error, 'code')) {
    case '28P01':
    case '28000':
      return `数据库 ${host} 拒绝了用户 ${username}，请检查 DATABASE_URL 中的用户名和密码。`
    case '3D000':
      return `数据库 ${host} 上没有名为 ${pathname.slice(1)} 的库，请先建立，或检查 DATABASE_URL。`
    default: {
      const reason = error instanceof Error ? error.message : String(error)
      return `无法连接数据库 ${host}（${textField(error, 'code') ?? reason}），请检查 DATABASE_URL。`
    }
  }
}
