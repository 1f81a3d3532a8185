import type { SourceFile } from './source-files'
import { withoutComments } from './source-files'

const ROOMS = ['lib', 'domain', 'data', 'ui', 'features', 'app'] as const
type Room = (typeof ROOMS)[number]

/** lib ← domain ← {data, ui} ← features ← app */
const MAY_IMPORT: Readonly<Record<Room, readonly Room[]>> = {
  lib: ['lib'],
  domain: ['lib', 'domain'],
  data: ['lib', 'domain', 'data'],
  ui: ['lib', 'domain', 'ui'],
  features: ['lib', 'domain', 'data', 'ui', 'features'],
  app: ['lib', 'domain', 'data', 'ui', 'features', 'app'],
}

/** Where parts live that speak of the work itself; the rest of `ui` would serve any product. */
const WORK = 'src/ui/work/'

/**
 * What the rest of `ui` may know of the domain all the same: the calendar, because a day is no moment and every date
 * field and every "3 天前" must agree on the business day; and what the product is called, for the window's title.
 */
const GENERAL_DOMAIN = /^src\/domain\/(?:local-date\/|product-name$)/

const PACKAGES_BARRED: readonly { readonly rooms: readonly Room[]; readonly packages: RegExp; readonly why: string }[] =
  [
    { rooms: ['lib', 'domain', 'ui', 'features', 'app'], packages: /^@supabase\//, why: 'only data talks to Supabase' },
    {
      rooms: ['lib', 'domain'],
      packages:
        /^(react|react-dom|react-router|antd|@ant-design\/.*|@tanstack\/.*|recharts|zustand(?!\/vanilla$))(\/.*)?$/,
      why: 'lib and domain are pure',
    },
    { rooms: ['domain'], packages: /^zustand(\/.*)?$/, why: 'domain keeps no state' },
    { rooms: ['data'], packages: /^(antd|@ant-design\/.*|react-router|recharts)(\/.*)?$/, why: 'data shows nothing' },
  ]

const IMPORT = /(?:\bfrom\s*|\bimport\s*\(\s*|\bimport\s+)['"]([^'"]+)['"]/g

/** What a file imports, as written. */
export function importsOf(text: string): string[] {
  return [...withoutComments(text).matchAll(IMPORT)].map((match) => match[1] ?? '')
}

/** The packages a file imports that are not among those named, each as "file imports package". */
export function undeclaredPackages(files: readonly SourceFile[], declared: ReadonlySet<string>): string[] {
  return files.flatMap(({ path, text }) =>
    importsOf(text)
      .filter((target) => /^(?:@[\w-]+\/)?[\w-]+/.test(target) && !target.startsWith('node:'))
      .map((target) => target.split('/', target.startsWith('@') ? 2 : 1).join('/'))
      .filter((name) => !declared.has(name))
      .map((name) => `${path} imports ${name}`),
  )
}

/** Every import that points the wrong way, as a sentence. */
export function wrongImports(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => importsOf(file.text).flatMap((target) => wrongImport(file.path, target) ?? []))
}

function wrongImport(from: string, target: string): string | null {
  const room = roomOf(from)
  if (room === null) return null
  const path = resolve(from, target)
  if (path === null) {
    const bar = PACKAGES_BARRED.find(({ rooms, packages }) => rooms.includes(room) && packages.test(target))
    return bar === undefined ? null : `${from} imports ${target}: ${bar.why}`
  }
  const targetRoom = roomOf(path)
  if (targetRoom === null) return `${from} imports ${target}: outside the rooms`
  if (!MAY_IMPORT[room].includes(targetRoom)) return `${from} imports ${target}: ${room} may not import ${targetRoom}`
  if (room === 'ui' && !from.startsWith(WORK)) {
    if (path.startsWith(WORK)) return `${from} imports ${target}: ui knows nothing of ui/work`
    if (targetRoom === 'domain' && !GENERAL_DOMAIN.test(path))
      return `${from} imports ${target}: what speaks of the domain belongs to ui/work`
  }
  const isOtherFeature = room === 'features' && targetRoom === 'features' && featureOf(from) !== featureOf(path)
  return isOtherFeature ? `${from} imports ${target}: a feature never imports another` : null
}

function roomOf(path: string): Room | null {
  const name = path.split('/')[1]
  if (path === 'src/main.tsx') return 'app'
  return path.startsWith('src/') ? (ROOMS.find((room) => room === name) ?? null) : null
}

function featureOf(path: string): string {
  return path.split('/')[2] ?? ''
}

/** The repository path of an import of our own code, or null for a package. */
function resolve(from: string, target: string): string | null {
  if (target.startsWith('@/')) return `src/${target.slice(2)}`
  if (!target.startsWith('.')) return null
  return new URL(target, `file:///${from}`).pathname.slice(1)
}

/** Files that only pass on what others export, which hides where a thing lives. */
export function barrels(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path, text }) => /\/index\.tsx?$/.test(path) || isPassingOn(text))
    .map(({ path }) => `${path} is a barrel`)
}

function isPassingOn(text: string): boolean {
  const code = withoutComments(text).trim()
  const rest = code
    .replace(/export\s+(?:type\s+)?(?:\*(?:\s+as\s+\w+)?|\{[^}]*\})\s+from\s+['"][^'"]+['"];?/g, '')
    .trim()
  return code !== '' && rest === ''
}
