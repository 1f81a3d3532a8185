import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { prepareDataFolder } from '../../support/prepared-folder'
import { FIXTURE_MIGRATIONS } from './fixture-folder'
import { freePort, startServer, type ServerProcess } from './server-process'

/** CI sets 20. */
const ROUNDS = Number(process.env['DURABILITY_ROUNDS'] ?? 3)
const WRITERS = 4
const LEAST_PER_ROUND = 8

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

let DATA_DIR: string
beforeAll(async () => {
  DATA_DIR = await mkdtemp(join(tmpdir(), 'durability-'))
  await prepareDataFolder(DATA_DIR, FIXTURE_MIGRATIONS)
})
afterAll(() => rm(DATA_DIR, { recursive: true, force: true }))

test(
  `after kill -9 in the middle of writes everything acknowledged is there, ${ROUNDS} times`,
  async () => {
    const acknowledged = new Map<string, string>()
    for (let round = 0; round < ROUNDS; round += 1) {
      const server = await startServer({ DATA_DIR, PORT: await freePort() })
      const headers = { apikey: await secretKey() }
      await expectAll(server, headers, acknowledged)
      const before = acknowledged.size
      const writing = Array.from({ length: WRITERS }, (_, writer) =>
        write(server, headers, `${round}/${writer}`, acknowledged),
      )
      while (acknowledged.size < before + LEAST_PER_ROUND) await pause(50)
      await pause(Math.random() * 500)
      await server.end('SIGKILL')
      await Promise.all(writing)
    }
    const server = await startServer({ DATA_DIR, PORT: await freePort() })
    await expectAll(server, { apikey: await secretKey() }, acknowledged)
    expect(await server.end('SIGTERM')).toBe(0)
    console.log(`${acknowledged.size} acknowledged files survived ${ROUNDS} kills`)
  },
  (ROUNDS + 1) * 200_000,
)

/** A file in Storage is a row and a file on the disk: both must be there. */
async function write(
  server: ServerProcess,
  headers: Record<string, string>,
  name: string,
  acknowledged: Map<string, string>,
) {
  for (let index = 0; ; index += 1) {
    const path = `${name}-${index}.txt`
    const body = `content of ${path}`
    try {
      const response = await fetch(`${server.url}/storage/v1/object/durable/${path}`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'text/plain' },
        body,
      })
      await response.json()
      if (response.ok) acknowledged.set(path, body)
    } catch {
      return
    }
  }
}

async function expectAll(server: ServerProcess, headers: Record<string, string>, acknowledged: Map<string, string>) {
  const missing: string[] = []
  for (const [path, content] of acknowledged) {
    const response = await fetch(`${server.url}/storage/v1/object/durable/${path}`, { headers })
    if (!response.ok || (await response.text()) !== content) missing.push(path)
  }
  expect(missing).toEqual([])
}

async function secretKey(): Promise<string> {
  const keys: unknown = JSON.parse(await readFile(join(DATA_DIR, 'keys.json'), 'utf8'))
  const key: unknown = typeof keys === 'object' && keys !== null ? Reflect.get(keys, 'secretKey') : undefined
  if (typeof key !== 'string') throw new Error('no secret key')
  return key
}
