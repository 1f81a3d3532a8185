import { readdir, readFile, stat } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import type { Handler } from '../gateway/handler'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
}

/** Nothing but what this server itself serves; blob: is for previews and workers, data: for small pictures and fonts. */
const PAGE_HEADERS = {
  'Content-Security-Policy': [
    "default-src 'self'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self' data:",
    "worker-src 'self' blob:",
    "frame-src 'self' blob:",
    "connect-src 'self' blob: data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
}

/** What a page brings along runs under the page's own headers, which would be half of what a small file weighs. */
const PART_HEADERS = { 'X-Content-Type-Options': 'nosniff' }

/** Code and styles of pages; workers are pages of their own in this. */
const PART_OF_A_PAGE = /^\/assets\/(?!.*worker)[^/]*\.(?:js|css)$/

interface AppFile {
  path: string
  type: string
  headers: Readonly<Record<string, string>>
  cache: string
  /** The packed copies that lie beside the file. */
  packed: ReadonlySet<Packing>
}

type Packing = 'br' | 'gzip'

/** What the name of a packed copy ends in. */
export const PACKED_SUFFIX = { br: '.br', gzip: '.gz' } as const

/** Serves the built app: only files that were there at the start, and index.html for the app's own addresses. */
export async function serveApp(folder: string): Promise<Handler> {
  const files = await listFiles(folder)
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return answer(405, 'Method not allowed')
    const path = new URL(request.url).pathname
    if (isHidden(path)) return answer(404, 'Not found')
    const file = files.get(path) ?? (isPage(path) ? files.get('/index.html') : undefined)
    return file === undefined ? answer(404, 'Not found') : send(file, request)
  }
}

/** An address without an extension is a page of the app, any other a file that must exist. */
function isPage(path: string): boolean {
  return !path.startsWith('/assets/') && extname(path) === ''
}

/** Names that begin with a dot are nobody's business, nor is what is not a plain name of a file or page when decoded. */
function isHidden(path: string): boolean {
  const segments = decodeURIComponent(path).split('/').slice(1)
  // oxlint-disable-next-line no-control-regex
  return segments.some((each) => each.startsWith('.') || /[\\\0-\x1f]/.test(each)) || /%2f|%5c/i.test(path)
}

async function listFiles(folder: string): Promise<Map<string, AppFile>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const all = new Set(paths)
  const files = new Map<string, AppFile>()
  for (const path of paths) {
    const name = `/${relative(folder, path).split(sep).join('/')}`
    if (isHidden(encodeURI(name)) || name.endsWith('.br') || name.endsWith('.gz')) continue
    const packed = new Set<Packing>()
    for (const packing of ['br', 'gzip'] as const) if (all.has(path + PACKED_SUFFIX[packing])) packed.add(packing)
    const cache = name.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
    const headers = PART_OF_A_PAGE.test(name) ? PART_HEADERS : PAGE_HEADERS
    files.set(name, { path, packed, cache, headers, type: TYPES[extname(path)] ?? 'application/octet-stream' })
  }
  return files
}

async function send(file: AppFile, request: Request): Promise<Response> {
  const accepted = request.headers.get('accept-encoding') ?? ''
  const packing = (['br', 'gzip'] as const).find((each) => file.packed.has(each) && accepted.includes(each))
  const path = packing === undefined ? file.path : file.path + PACKED_SUFFIX[packing]
  const { size, mtimeMs } = await stat(path)
  const etag = `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`
  const headers = new Headers({
    ...file.headers,
    'Content-Type': file.type,
    'Cache-Control': file.cache,
    ETag: etag,
    Vary: 'Accept-Encoding',
  })
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers })
  headers.set('Content-Length', String(size))
  if (packing !== undefined) headers.set('Content-Encoding', packing)
  if (request.method === 'HEAD') return new Response(null, { headers })
  return new Response(new Uint8Array(await readFile(path)), { headers })
}

function answer(status: number, text: string): Response {
  return new Response(text, { status, headers: { ...PAGE_HEADERS, 'Content-Type': 'text/plain; charset=utf-8' } })
}
