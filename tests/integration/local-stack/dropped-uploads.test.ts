import { createClient } from '@supabase/supabase-js'
import { mkdtemp, readdir, readFile, readlink, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { field, textField } from '../../../supabase/local/gateway/handler'
import { prepareDataFolder } from '../../support/prepared-folder'
import { openUpload } from '../../support/slow-upload'
import { FIXTURE_MIGRATIONS } from './fixture-folder'
import { PASSWORD } from './fixture-stack'
import { freePort, startServer, type ServerProcess } from './server-process'

let folder: string
let server: ServerProcess
let headers: Record<string, string>
let userId: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'drops-'))
  await prepareDataFolder(folder, FIXTURE_MIGRATIONS)
  server = await startServer({ DATA_DIR: folder, PORT: await freePort() })
  const config: unknown = await (await fetch(`${server.url}/config.json`)).json()
  const key = textField(config, 'supabasePublishableKey') ?? ''
  const client = createClient(server.url, key, {
    auth: { persistSession: false },
    realtime: { transport: WebSocket as never },
  })
  const { data } = await client.auth.signUp({
    email: 'drop@example.cn',
    password: PASSWORD,
    options: { data: { invitation: 'x' } },
  })
  userId = data.user?.id ?? ''
  headers = { apikey: key, authorization: `Bearer ${data.session?.access_token}` }
}, 240_000)
afterAll(async () => {
  await server.end('SIGTERM')
  await rm(folder, { recursive: true, force: true })
}, 60_000)

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
const BOUNDARY = 'xxBOUNDARYxx'
const FORM = `--${BOUNDARY}\r\nContent-Disposition: form-data; name=""; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\n`

function begin(name: string, asForm: boolean) {
  const type = asForm ? `multipart/form-data; boundary=${BOUNDARY}` : 'text/plain'
  return openUpload(
    `${server.url}/storage/v1/object/evidence/${userId}/${name}.txt`,
    { ...headers, 'content-type': type },
    400_000,
  )
}

async function expectEverythingAnswers(): Promise<void> {
  expect(server.child.exitCode).toBeNull()
  expect((await fetch(`${server.url}/config.json`)).status).toBe(200)
  expect((await fetch(`${server.url}/auth/v1/user`, { headers })).status).toBe(200)
  expect((await fetch(`${server.url}/rest/v1/rpc/who`, { method: 'POST', headers })).status).toBe(200)
}

test('thirty uploads broken off at growing delays leave a server that answers, and nothing behind', async () => {
  for (let drop = 0; drop < 30; drop += 1) {
    const upload = begin(`dropped-${drop}`, drop % 2 === 1)
    // Half of them have not even sent a byte of the file.
    if (drop % 4 > 1) void upload.send(drop % 2 === 1 ? `${FORM}some` : 'some')
    await pause(drop * drop)
    upload.drop()
    await expectEverythingAnswers()
  }
  const whole = await fetch(`${server.url}/storage/v1/object/evidence/${userId}/whole.txt`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'text/plain' },
    body: 'whole',
  })
  expect(whole.status).toBe(200)
  expect(await (await fetch(`${server.url}/storage/v1/object/evidence/${userId}/whole.txt`, { headers })).text()).toBe(
    'whole',
  )
  await expect.poll(() => readdir(join(folder, 'files/drafts'))).toEqual([])
}, 120_000)

test.each([
  ['no boundary', 'multipart/form-data', 'x'],
  ['nothing but a boundary', `multipart/form-data; boundary=${BOUNDARY}`, `--${BOUNDARY}--`],
  ['a file that never ends', `multipart/form-data; boundary=${BOUNDARY}`, `${FORM}some`],
  ['an endless head', `multipart/form-data; boundary=${BOUNDARY}`, `--${BOUNDARY}\r\n${'x'.repeat(200_000)}`],
  [
    'many fields',
    `multipart/form-data; boundary=${BOUNDARY}`,
    `--${BOUNDARY}\r\nContent-Disposition: form-data; name="a"\r\n\r\n${'x'.repeat(60_000)}\r\n`.repeat(200),
  ],
])('a form with %s is refused, and everything still answers', async (_name, type, body) => {
  const response = await fetch(`${server.url}/storage/v1/object/evidence/${userId}/form.txt`, {
    method: 'POST',
    headers: { ...headers, 'content-type': type },
    body,
  })
  expect(response.status).toBeGreaterThanOrEqual(400)
  expect(response.status).toBeLessThan(500)
  await expectEverythingAnswers()
})

test('a download that is broken off leaves a server that answers', async () => {
  const big = 'x'.repeat(900_000)
  const address = `${server.url}/storage/v1/object/evidence/${userId}/big.txt`
  await fetch(address, { method: 'POST', headers: { ...headers, 'content-type': 'text/plain' }, body: big })
  for (let drop = 0; drop < 10; drop += 1) {
    const cancel = new AbortController()
    const download = fetch(address, { headers, signal: cancel.signal }).then((response) =>
      response.body?.getReader().read(),
    )
    await pause(drop * 3)
    cancel.abort()
    await download.catch(() => undefined)
  }
  await expectEverythingAnswers()
  expect((await (await fetch(address, { headers })).text()).length).toBe(big.length)
})

test.skipIf(process.platform !== 'linux')(
  'asking for a file’s head, or breaking its download off, leaves no file open',
  async () => {
    const address = `${server.url}/storage/v1/object/evidence/${userId}/open.txt`
    await fetch(address, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'text/plain' },
      body: 'x'.repeat(900_000),
    })
    const open = async () => {
      const names = await readdir(`/proc/${server.child.pid}/fd`)
      const targets = await Promise.all(
        names.map((name) => readlink(`/proc/${server.child.pid}/fd/${name}`).catch(() => '')),
      )
      return targets.filter((target) => target.startsWith(join(folder, 'files'))).length
    }
    for (let round = 0; round < 20; round += 1)
      expect((await fetch(address, { method: 'HEAD', headers })).status).toBe(200)
    for (let round = 0; round < 20; round += 1) {
      const cancel = new AbortController()
      const download = fetch(address, { headers, signal: cancel.signal })
      await pause(round * 2)
      cancel.abort()
      await download.catch(() => undefined)
    }
    await expect.poll(open, { timeout: 5000 }).toBe(0)
  },
  60_000,
)

test('fifty megabytes of uploads at once do not stay in memory', async () => {
  const before = await residentMegabytes()
  const size = 1_000_000
  for (let round = 0; round < 3; round += 1) {
    await Promise.all(
      Array.from({ length: 16 }, (_, index) =>
        fetch(`${server.url}/storage/v1/object/evidence/${userId}/m${round}-${index}.txt`, {
          method: 'POST',
          headers: { ...headers, 'content-type': 'text/plain' },
          body: 'y'.repeat(size),
        }),
      ),
    )
  }
  expect((await residentMegabytes()) - before).toBeLessThan(200)
}, 120_000)

/** Of the server's process; 0 where the system does not tell. */
async function residentMegabytes(): Promise<number> {
  const status = await readFile(`/proc/${server.child.pid}/status`, 'utf8').catch(() => '')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
}

test('what was left behind by uploads that the end of the process cut off is cleared at the start', async () => {
  const upload = begin('cut-off', false)
  await upload.send('some')
  await expect.poll(async () => (await readdir(join(folder, 'files/drafts'))).length).toBe(1)
  await server.end('SIGKILL')
  upload.drop()
  server = await startServer({ DATA_DIR: folder, PORT: await freePort() })
  expect(await readdir(join(folder, 'files/drafts'))).toEqual([])
  if (process.platform !== 'win32') expect((await stat(join(folder, 'files/drafts'))).mode & 0o777).toBe(0o700)
  const config: unknown = await (await fetch(`${server.url}/config.json`)).json()
  expect(field(config, 'supabasePublishableKey')).toBe(headers['apikey'])
}, 240_000)
