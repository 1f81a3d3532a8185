import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib'
import { readTar } from './tar'

/** The packaged browser, unpacked, and the surroundings it has to be started in. */
export interface PackagedBrowser {
  executablePath: string
  env: Record<string, string | undefined>
}

const modules = fileURLToPath(new URL('../../../node_modules/', import.meta.url))
const packed = join(modules, '@sparticuz/chromium')

/** The fonts of the machine, where there are any, and the packaged one: text without any font has no width. */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir prefix="relative">fonts</dir>
</fontconfig>
`

async function unpackTar(archive: string, folder: string): Promise<void> {
  for (const { path, data, mode } of readTar(brotliDecompressSync(await readFile(join(packed, 'bin', archive))))) {
    const file = join(folder, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, data, { mode })
  }
}

async function unpackInto(folder: string): Promise<void> {
  await pipeline(
    createReadStream(join(packed, 'bin/chromium.br')),
    createBrotliDecompress({ chunkSize: 2 ** 20 }),
    createWriteStream(join(folder, 'chromium'), { mode: 0o755 }),
  )
  await unpackTar('al2023.tar.br', folder)
  await unpackTar('fonts.tar.br', folder)
  await writeFile(join(folder, 'fonts.conf'), FONTS)
}

/** Unpacked beside and renamed when whole, so that nobody ever starts half a browser; who comes second uses the first one's. */
async function unpackOnce(folder: string): Promise<void> {
  if (existsSync(folder)) return
  await mkdir(dirname(folder), { recursive: true })
  const beside = await mkdtemp(`${folder}.`)
  try {
    await unpackInto(beside)
    await rename(beside, folder)
  } catch (error) {
    if (!existsSync(folder)) throw error
  } finally {
    await rm(beside, { recursive: true, force: true })
  }
}

async function packedVersion(): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(join(packed, 'package.json'), 'utf8'))
  const version = typeof manifest === 'object' && manifest !== null ? Reflect.get(manifest, 'version') : undefined
  if (typeof version !== 'string') throw new Error('The package of the browser has no version.')
  return version
}

/**
 * Unpacks `@sparticuz/chromium` with the libraries and the font it carries, which its own code does on AWS Lambda alone
 * (and into a shared /tmp, where anybody may have put another browser before). `npm ci` throws the unpacked one away.
 */
export async function packagedBrowser(): Promise<PackagedBrowser> {
  // The loader of the C library that it was built for: not on ARM, not with musl (Alpine).
  if (process.arch !== 'x64' || !existsSync('/lib64/ld-linux-x86-64.so.2')) {
    throw new Error('the packaged browser runs on x86-64 with the GNU C library alone')
  }
  const folder = join(modules, '.cache', `chromium-${await packedVersion()}`)
  await unpackOnce(folder)
  const libraries = [join(folder, 'lib'), process.env['LD_LIBRARY_PATH'] ?? ''].filter((path) => path !== '').join(':')
  return {
    executablePath: join(folder, 'chromium'),
    env: { ...process.env, LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: join(folder, 'fonts.conf') },
  }
}
