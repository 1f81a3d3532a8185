import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Database, Session } from './database'
import { field } from '../gateway/handler'
import { UserError } from '../user-error'

/** One file of supabase/migrations. */
export interface Migration {
  version: string
  name: string
  text: string
}

const FILE_NAME = /^(\d{14})_([a-z0-9_]+)\.sql$/

/** Any number that only this program uses; it keeps two servers from migrating one PostgreSQL at the same time. */
const MIGRATION_LOCK = 7_316_114_015

/** Reads the migrations of a folder in their order. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted()
  return Promise.all(
    names.map(async (file) => {
      const match = FILE_NAME.exec(file)
      if (!match?.[1] || !match[2]) throw new UserError(`迁移文件名不合规：${file}（应为 14 位时间_名称.sql）`)
      // Line ends differ between checkouts on Windows and elsewhere; the migration is the same.
      const text = (await readFile(join(folder, file), 'utf8')).replaceAll('\r\n', '\n')
      return { version: match[1], name: match[2], text }
    }),
  )
}

/** A fingerprint of all migrations: the same digest means the same schema. */
export function digestMigrations(migrations: readonly Migration[]): string {
  const hash = createHash('sha256')
  for (const { version, name, text } of migrations) hash.update(`${version}_${name}\n${text}\n`)
  return hash.digest('hex')
}

/** Applies what is not applied yet, each migration in a transaction of its own, and returns how many that were. */
export async function applyMigrations(database: Database, migrations: readonly Migration[]): Promise<number> {
  rejectDuplicates(migrations)
  await database.transaction((session) => session.script(HISTORY_TABLE))
  const applied = await readHistory(database)
  rejectForeignHistory(applied, migrations)
  const pending = migrations.filter((migration) => !applied.has(migration.version))
  for (const migration of pending) await applyOne(database, migration)
  return pending.length
}

// The columns are those of the Supabase CLI, so that either can go on where the other stopped.
const HISTORY_TABLE = `
create schema if not exists supabase_migrations;
create table if not exists supabase_migrations.schema_migrations (
  version text not null primary key,
  statements text[],
  name text
);
alter table supabase_migrations.schema_migrations add column if not exists created_by text;
alter table supabase_migrations.schema_migrations add column if not exists idempotency_key text;
alter table supabase_migrations.schema_migrations add column if not exists rollback text[];
`

async function readHistory(database: Database): Promise<Map<string, string | undefined>> {
  const rows = await database.query<{ version: string; statements: string[] | null }>(
    'select version, statements from supabase_migrations.schema_migrations order by version',
  )
  return new Map(rows.map(({ version, statements }) => [version, statements?.join('\n')]))
}

function rejectDuplicates(migrations: readonly Migration[]): void {
  const seen = new Set<string>()
  for (const { version } of migrations) {
    if (seen.has(version)) throw new UserError(`两个迁移文件使用了同一个版本号：${version}`)
    seen.add(version)
  }
}

/** Refuses a database that a newer program has written, and one whose past differs from our files. */
function rejectForeignHistory(applied: Map<string, string | undefined>, migrations: readonly Migration[]): void {
  const known = new Map(migrations.map((migration) => [migration.version, migration]))
  for (const [version, statements] of applied) {
    const migration = known.get(version)
    if (migration === undefined) {
      throw new UserError(`数据由更新版本的程序写入（迁移 ${version} 在本程序中不存在），请升级程序后再启动。`)
    }
    if (statements !== undefined && statements.trim() !== migration.text.trim()) {
      throw new UserError(
        `已应用的迁移文件被改动：${version}_${migration.name}.sql，请恢复原文件，改动应写成新的迁移。`,
      )
    }
  }
}

async function applyOne(database: Database, migration: Migration): Promise<void> {
  try {
    await database.transaction(
      async (session) => {
        if (database.engine === 'postgres') await lockMigrations(session)
        if (await isApplied(session, migration.version)) return
        await session.script(migration.text)
        await session.query(
          'insert into supabase_migrations.schema_migrations (version, name, statements) values ($1, $2, array[$3::text])',
          [migration.version, migration.name, migration.text],
        )
      },
      { isPatient: true },
    )
  } catch (error) {
    throw new UserError(
      `迁移 ${migration.version}_${migration.name}.sql${lineOf(error, migration.text)} 失败：${reasonOf(error)}`,
    )
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** PostgreSQL tells where a statement is wrong by counting characters. */
function lineOf(error: unknown, text: string): string {
  const position = Number(field(error, 'position'))
  return position > 0 ? ` 第 ${text.slice(0, position).split('\n').length} 行` : ''
}

async function lockMigrations(session: Session): Promise<void> {
  await session.query('select pg_advisory_xact_lock($1::bigint)::text', [MIGRATION_LOCK])
}

async function isApplied(session: Session, version: string): Promise<boolean> {
  const rows = await session.query('select from supabase_migrations.schema_migrations where version = $1', [version])
  return rows.length > 0
}
