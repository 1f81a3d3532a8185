import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SupabaseClient } from '@supabase/supabase-js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serveApp } from '../../../supabase/local/pages/app-files'
import type { TestStack } from '../../support/stack'
import { newUser, startFixtureStack } from './fixture-stack'

const isPglite = !process.env['DATABASE_URL']

/** In place of half a minute; long enough for whatever is no endless statement, also on a busy machine. */
const LONGEST_STATEMENT_MS = 6000
/** So many are answered while the statement runs. */
const REQUESTS = 10

let folder: string
let stack: TestStack
let attacker: SupabaseClient
let victim: SupabaseClient
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'watchdog-'))
  const pages = join(folder, 'pages')
  await mkdir(pages)
  await writeFile(join(pages, 'index.html'), '<title>页面</title>')
  stack = await startFixtureStack({
    app: await serveApp(pages),
    pglite: { folder: join(folder, 'database'), longestStatementMs: LONGEST_STATEMENT_MS },
  })
  attacker = (await newUser(stack, 'attacker@example.cn')).client
  victim = (await newUser(stack, 'victim@example.cn')).client
})
afterAll(async () => {
  await stack.stop()
  await rm(folder, { recursive: true, force: true })
})

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

async function expectPage(path: string, content: string): Promise<void> {
  const response = await fetch(`${stack.url}${path}`)
  expect(response.status).toBe(200)
  expect(await response.text()).toContain(content)
}

async function expectPages(): Promise<void> {
  await expectPage('/', '页面')
  await expectPage('/config.json', stack.publishableKey)
}

async function expectRows(): Promise<void> {
  const { data, error } = await victim.from('notes').select('id').limit(50)
  expect(error).toBeNull()
  expect(data).not.toEqual([])
}

async function write(body: string): Promise<string[]> {
  const { error, status } = await victim.from('notes').insert({ body })
  if (error !== null) expect([status, error.message]).toEqual([503, 'database_restarted'])
  return error === null ? [body] : []
}

describe('while one account runs a statement of hours', () => {
  test.runIf(isPglite)(
    'pages are answered, the statement ends in a clear answer, and nothing is lost',
    async () => {
      const acknowledged = [...(await write('before 1')), ...(await write('before 2'))]
      let isStuck = true
      const stuck = attacker.rpc('never_end').then((answer) => {
        isStuck = false
        return answer
      })
      await pause(200)
      const waiting = Array.from({ length: 10 }, (_, index) => write(`during ${index}`))
      for (let request = 0; request < REQUESTS; request += 1) await expectPages()
      expect(isStuck, 'the pages were answered while it ran').toBe(true)

      const { error, status } = await stuck
      expect(status).toBe(503)
      expect(error).toMatchObject({ code: '57P02', message: 'database_restarted', details: null, hint: null })
      acknowledged.push(...(await Promise.all(waiting)).flat(), ...(await write('after')))
      expect(acknowledged).toHaveLength(13)
      const { data } = await victim.from('notes').select('body')
      expect(data?.map(({ body }) => body)).toEqual(expect.arrayContaining(acknowledged))
    },
    120_000,
  )

  test.skipIf(isPglite)(
    'others are answered, and the statement ends',
    async () => {
      await write('before')
      let isStuck = true
      const stuck = attacker.rpc('never_end').then((answer) => {
        isStuck = false
        return answer
      })
      await pause(200)
      for (let request = 0; request < REQUESTS; request += 1) await expectRows()
      expect(isStuck, 'the rows were answered while it ran').toBe(true)
      await expectPages()
      expect((await stuck).error).toMatchObject({ code: '57014' })
    },
    120_000,
  )
})

test.runIf(isPglite)(
  'whoever signs in or uploads meanwhile waits, and is served',
  async () => {
    const stuck = attacker.rpc('never_end')
    await pause(200)
    const [signedUp, uploaded] = await Promise.all([
      newUser(stack, 'newcomer@example.cn'),
      victim.storage.from('evidence').list(),
    ])
    expect(signedUp.id).not.toBe('')
    expect(uploaded.error).toBeNull()
    expect((await stuck).status).toBe(503)
  },
  120_000,
)
