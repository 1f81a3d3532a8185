import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { PACKED_SUFFIX } from './app-files'
import { UserError } from '../user-error'

/** What the built app is made from. */
const SOURCES = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json']

/** Files worth packing; pictures and fonts are packed already. */
const PACKABLE = /\.(html|js|mjs|css|json|svg|wasm|txt)$/

/** Said before a silence that somebody who starts the server for the first time would take for a failure. */
const BUILDING = '正在构建页面，大约需要半分钟…… Building the app, about half a minute …'

/** Builds the app when it is not built, or older than its sources; returns whether it did. */
export async function buildAppIfStale(project: string, dist: string): Promise<boolean> {
  const built = await modifiedAt(join(dist, 'index.html'))
  const changed = await newestOf(project)
  if (changed === undefined || (built !== undefined && built >= changed)) return false
  console.log(BUILDING)
  await runVite(project, ['build', '--outDir', dist, '--emptyOutDir', '--logLevel', 'error'])
  return true
}

/** Builds in a process of its own: the half gigabyte that building takes is given back at its end. */
async function runVite(project: string, words: readonly string[]): Promise<void> {
  const program = join(dirname(fileURLToPath(import.meta.resolve('vite/package.json'))), 'bin/vite.js')
  const child = spawn(process.execPath, [program, ...words], { cwd: project, stdio: ['ignore', 'ignore', 'inherit'] })
  const stop = () => child.kill()
  process.once('exit', stop)
  const [code] = await once(child, 'exit')
  process.off('exit', stop)
  if (code !== 0) throw new UserError('页面构建失败，原因见上。')
}

/** Puts packed copies beside the built files that have none yet. */
export async function packApp(dist: string): Promise<void> {
  const entries = await readdir(dist, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const all = new Set(paths)
  const unpacked = paths.filter((path) => PACKABLE.test(extname(path)) && !all.has(path + PACKED_SUFFIX.br))
  await Promise.all(unpacked.map(pack))
}

async function pack(path: string): Promise<void> {
  const content = await readFile(path)
  if (content.length < 1024) return
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }),
    promisify(gzip)(content, { level: 9 }),
  ])
  await Promise.all([writeFile(path + PACKED_SUFFIX.br, br), writeFile(path + PACKED_SUFFIX.gzip, gz)])
}

/** Undefined when there are no sources, as in a shipped copy of the built app. */
async function newestOf(project: string): Promise<number | undefined> {
  if ((await modifiedAt(join(project, 'src'))) === undefined) return undefined
  const times = await Promise.all(SOURCES.map((source) => newestBelow(join(project, source))))
  return Math.max(...times)
}

async function newestBelow(path: string): Promise<number> {
  const own = await stat(path).catch(() => undefined)
  if (own === undefined) return 0
  if (!own.isDirectory()) return own.mtimeMs
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  const times = await Promise.all(
    entries.map(async (entry) => (await stat(join(entry.parentPath, entry.name))).mtimeMs),
  )
  return Math.max(own.mtimeMs, ...times)
}

async function modifiedAt(path: string): Promise<number | undefined> {
  return (await stat(path).catch(() => undefined))?.mtimeMs
}
