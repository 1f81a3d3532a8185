import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { PACKED_SUFFIX } from './app-files'

/** What the built app is made from. */
const SOURCES = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json']

/** Files worth packing; pictures and fonts are packed already. */
const PACKABLE = /\.(html|js|mjs|css|json|svg|wasm|txt)$/

/** Builds the app when it is not built, or older than its sources; returns whether it did. */
export async function buildAppIfStale(project: string, dist: string): Promise<boolean> {
  const built = await modifiedAt(join(dist, 'index.html'))
  const changed = await newestOf(project)
  if (changed === undefined || (built !== undefined && built >= changed)) return false
  const { build } = await import('vite')
  await build({ root: project, logLevel: 'error', build: { outDir: dist, emptyOutDir: true } })
  return true
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
  const times = await Promise.all(entries.map(async (entry) => (await stat(join(entry.parentPath, entry.name))).mtimeMs))
  return Math.max(own.mtimeMs, ...times)
}

async function modifiedAt(path: string): Promise<number | undefined> {
  return (await stat(path).catch(() => undefined))?.mtimeMs
}
