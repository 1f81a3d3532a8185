import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDataFolder } from '../../../supabase/local/data-folder'
import { prepareDataFolder } from '../../support/prepared-folder'
import { FIXTURE_MIGRATIONS } from './fixture-folder'
import { freePort, runServer, startServer } from './server-process'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'start-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const isRoot = process.getuid?.() === 0

test('the server starts on an empty folder, keeps its keys to itself, and stops cleanly', async () => {
  const DATA_DIR = join(folder, 'first')
  const first = await startServer({ DATA_DIR, PORT: await freePort() })
  expect((await fetch(`${first.url}/config.json`)).status).toBe(200)
  if (process.platform !== 'win32') expect((await stat(join(DATA_DIR, 'keys.json'))).mode & 0o777).toBe(0o600)
  const keys = await readFile(join(DATA_DIR, 'keys.json'), 'utf8')
  expect(await first.end('SIGINT')).toBe(0)
  await expect(stat(join(DATA_DIR, 'server.lock'))).rejects.toThrow('ENOENT')

  const again = await startServer({ DATA_DIR, PORT: await freePort() })
  expect(await readFile(join(DATA_DIR, 'keys.json'), 'utf8')).toBe(keys)
  const other = await runServer({ DATA_DIR, PORT: await freePort() })
  expect(other.code).toBe(1)
  expect(other.output).toContain(`数据目录正被另一个进程使用（进程号 ${again.child.pid}）`)
  expect(await again.end('SIGTERM')).toBe(0)
}, 600_000)

test.skipIf(process.platform === 'win32')(
  'a folder that others could read is closed to them at each start',
  async () => {
    const DATA_DIR = join(folder, 'open')
    const parts = [DATA_DIR, join(DATA_DIR, 'database'), join(DATA_DIR, 'files')]
    const modes = () => Promise.all(parts.map(async (path) => ((await stat(path)).mode & 0o777).toString(8)))
    await mkdir(DATA_DIR, { mode: 0o755 })
    await prepareDataFolder(DATA_DIR, FIXTURE_MIGRATIONS)
    await chmod(DATA_DIR, 0o755)
    for (let round = 0; round < 2; round += 1) {
      const server = await startServer({ DATA_DIR, PORT: await freePort() })
      expect(await modes()).toEqual(['700', '700', '700'])
      await server.end('SIGTERM')
      for (const path of parts) await chmod(path, 0o755)
    }
  },
  600_000,
)

test('a taken port is one line', async () => {
  const holder = createServer().listen(0, '127.0.0.1')
  await once(holder, 'listening')
  const address = holder.address()
  const PORT = String(typeof address === 'object' ? address?.port : 0)
  const { code, output } = await runServer({ DATA_DIR: join(folder, 'first'), PORT })
  holder.close()
  expect(code).toBe(1)
  expect(output.trim()).toBe(`无法启动：端口 ${PORT} 已被占用，请关闭占用它的程序，或用 PORT=其他端口 再启动。`)
}, 120_000)

test('an unreachable database is one line', async () => {
  const DATABASE_URL = `postgres://nobody@127.0.0.1:${await freePort()}/none`
  const { code, output } = await runServer({ DATA_DIR: join(folder, 'remote'), DATABASE_URL })
  expect(code).toBe(1)
  expect(output.trim()).toMatch(/^无法启动：无法连接数据库 127\.0\.0\.1:\d+（ECONNREFUSED），请检查 DATABASE_URL。$/)
}, 120_000)

test('a nonsensical port is one line', async () => {
  const { code, output } = await runServer({ PORT: 'eighty' })
  expect(code).toBe(1)
  expect(output.trim()).toMatch(/^无法启动：PORT 应为/)
}, 60_000)

test('a file where the folder should be is told', async () => {
  const path = join(folder, 'file')
  await writeFile(path, '')
  await expect(openDataFolder(path)).rejects.toThrow('同名文件')
})

test.skipIf(isRoot || process.platform === 'win32')('a folder that cannot be written is told', async () => {
  const path = await mkdtemp(join(folder, 'closed-'))
  await chmod(path, 0o500)
  await expect(openDataFolder(path)).rejects.toThrow('不可写')
})

test('a folder whose holder is gone is taken over, one whose holder lives is not', async () => {
  const path = join(folder, 'locked')
  const held = await openDataFolder(path)
  await held.release()
  const lock = join(path, 'server.lock')
  await writeFile(lock, JSON.stringify({ pid: 2 ** 30, started: 'long ago' }))
  await (await openDataFolder(path)).release()
  await writeFile(lock, 'cut off by a power failu')
  await (await openDataFolder(path)).release()
  await writeFile(lock, JSON.stringify({ pid: process.ppid }))
  await expect(openDataFolder(path)).rejects.toThrow(`进程号 ${process.ppid}`)
})
