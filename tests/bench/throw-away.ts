import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import type { Undo } from './undo'

/** Makes a database on a PostgreSQL server, which is dropped at the end; answers its address. */
export async function throwAwayDatabase(server: string, undo: Undo): Promise<string> {
  const name = `bench_${randomUUID().replaceAll('-', '')}`
  await onServer(server, `create database ${name} template template0 encoding 'UTF8'`)
  undo.add(() => onServer(server, `drop database ${name} with (force)`))
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

/** Makes a folder, which is removed at the end. */
export async function throwAwayFolder(undo: Undo): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'))
  undo.add(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

async function onServer(server: string, statement: string): Promise<void> {
  const sql = postgres(server, { max: 1, onnotice: () => undefined })
  try {
    await sql.unsafe(statement)
  } finally {
    await sql.end()
  }
}
