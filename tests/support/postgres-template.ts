import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import type { Database } from '../../supabase/local/database/database'
import { openPostgres } from '../../supabase/local/database/postgres-database'
import { digestOf, migrate } from './stack-database'

/** The environment variable that holds the name of the run's template; set by the set-up of the run, read by its tests. */
const variableFor = async (migrationsFolder: string) => `TEST_TEMPLATE_${await digestOf(migrationsFolder)}`

/** Makes a migrated database that others of this run are copied from; returns what drops it. */
export async function makeTemplate(server: string, migrationsFolder: string): Promise<() => Promise<void>> {
  const name = `test_template_${randomUUID().replaceAll('-', '')}`
  await onServer(server, `create database ${name} template template0 encoding 'UTF8'`)
  const database = await openPostgres(addressOf(server, name))
  await migrate(database, migrationsFolder)
  // Nobody may be connected to what is copied.
  await database.close()
  process.env[await variableFor(migrationsFolder)] = name
  return () => onServer(server, `drop database ${name} with (force)`)
}

/** A database that is dropped when it is closed, and whether it was copied from one that is migrated. */
export interface TemporaryDatabase {
  database: Database
  isMigrated: boolean
}

/** Makes a database on a real server: a migrated one where the run has a template for these migrations, else an empty one. */
export async function openCopy(server: string, migrationsFolder: string): Promise<TemporaryDatabase> {
  const template = process.env[await variableFor(migrationsFolder)]
  return { database: await openFrom(server, template ?? 'template0'), isMigrated: template !== undefined }
}

/** Makes an empty database on a real server, asked through at most so many connections; it is dropped when it is closed. */
export function openTemporaryPostgres(server: string, connections?: number): Promise<Database> {
  return openFrom(server, 'template0', connections)
}

async function openFrom(server: string, template: string, connections?: number): Promise<Database> {
  const name = `test_stack_${randomUUID().replaceAll('-', '')}`
  await onServer(server, `create database ${name} template ${template} encoding 'UTF8'`)
  const database = await openPostgres(addressOf(server, name), connections)
  return {
    ...database,
    close: async () => {
      await database.close()
      await onServer(server, `drop database ${name} with (force)`)
    },
  }
}

function addressOf(server: string, database: string): string {
  const url = new URL(server)
  url.pathname = `/${database}`
  return url.href
}

async function onServer(server: string, statement: string): Promise<void> {
  const sql = postgres(server, { max: 1, onnotice: () => undefined })
  try {
    await sql.unsafe(statement)
  } finally {
    await sql.end()
  }
}
