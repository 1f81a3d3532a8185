import react from '@vitejs/plugin-react'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite'
import { normalizePath } from 'vite'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'

/** A file of the project, written as modules are named on every system. */
const here = (path: string) => normalizePath(fileURLToPath(new URL(path, import.meta.url)))

/** What every page needs, and all that the sign-in page needs. */
const CORE = ['./src/app/start.tsx', './src/app/routes/SignInRoute.tsx'].map(here)

/** Asks for the rest; nothing may have to arrive before it can. */
const ENTRY = here('./src/main.tsx')

/** The frame of every page of people who are signed in. */
const SHELL = here('./src/app/shell/Shell.tsx')

const PAGES = readdirSync(here('./src/app/routes')).map((file) => here(`./src/app/routes/${file}`))

interface ModuleGraph {
  getModuleInfo(id: string): Rolldown.ModuleInfo | null
}

/** How many pages must need a part for it to come with every page, in the one file they share. */
const PAGES_THAT_SHARE = 4

/**
 * How code is sorted into files: what the entry needs, the core, what many pages need, and one file for each set of pages
 * that need the same, where what is small joins its nearest neighbour. A page's own code stays in the page's own file.
 * Few files: over plain HTTP browsers ask for six at a time, so that each six cost a round trip.
 */
const groups: Rolldown.CodeSplittingGroup[] = [
  {
    name: (id, graph) => (reachedFrom([ENTRY], graph).has(id) || id.includes('vite/preload-helper') ? 'entry' : null),
    debugName: 'entry',
    priority: 4,
  },
  { name: (id, graph) => (reachedFrom(CORE, graph).has(id) ? 'core' : null), debugName: 'core', priority: 3 },
  {
    name: (id, graph) => (pagesThatNeed(id, graph) >= PAGES_THAT_SHARE ? 'common' : null),
    debugName: 'common',
    // Libraries are shaken first: by their index files every page seems to need all of them.
    test: /\/src\//,
    priority: 2,
  },
  {
    name: 'libraries',
    test: /node_modules/,
    minShareCount: 2,
    entriesAware: true,
    entriesAwareMergeThreshold: 3_000,
    priority: 1,
  },
  { name: 'parts', test: /\/src\//, minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 1_000 },
]

function pagesThatNeed(id: string, graph: ModuleGraph): number {
  return PAGES.filter((page) => reachedFrom([SHELL, page], graph).has(id)).length
}

const reached = new Map<string, Set<string>>()

/** Files, all that they import, and all that is imported by that; not what is asked for later. */
function reachedFrom(roots: readonly string[], graph: ModuleGraph): Set<string> {
  const key = roots.join()
  const found = reached.get(key) ?? new Set(roots)
  if (!reached.has(key))
    for (const id of found) for (const next of graph.getModuleInfo(id)?.importedIds ?? []) found.add(next)
  reached.set(key, found)
  return found
}

/**
 * Names the code that every page needs in index.html, so that browsers ask for it together with the entry, not after it.
 * What a page needs beyond that the entry asks for (src/app/page-code.ts).
 */
function preloadStart(): Plugin {
  return {
    name: 'preload-start',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle = {} }) => {
        const tags = new Map<string, HtmlTagDescriptor>()
        const add = (fileName: string) => {
          const chunk = bundle[fileName]
          if (chunk?.type !== 'chunk' || tags.has(fileName)) return
          tags.set(fileName, { tag: 'link', attrs: { rel: 'modulepreload', crossorigin: true, href: `/${fileName}` } })
          for (const css of chunk.viteMetadata?.importedCss ?? [])
            tags.set(css, { tag: 'link', attrs: { rel: 'stylesheet', crossorigin: true, href: `/${css}` } })
          for (const imported of chunk.imports) add(imported)
        }
        for (const chunk of Object.values(bundle))
          if (chunk.type === 'chunk' && CORE.some((id) => chunk.moduleIds.includes(id))) add(chunk.fileName)
        return [...tags.values()]
      },
    },
  }
}

/** Component tests that put others in the place of modules. */
const MOCKING = readdirSync(here('./src'), { recursive: true, encoding: 'utf8' })
  .map((path) => `src/${path.replaceAll('\\', '/')}`)
  .filter((path) => path.endsWith('.test.tsx') && readFileSync(here(`./${path}`), 'utf8').includes('vi.mock('))

interface TestFiles {
  readonly include: string[]
  readonly exclude?: string[]
  readonly isolate: boolean
}

function componentTests(name: string, files: TestFiles): TestProjectInlineConfiguration {
  return {
    extends: true,
    test: {
      name,
      environment: 'jsdom',
      ...files,
      setupFiles: ['tests/support/component-setup.ts'],
      // Node and Vite choose different builds of the router; whoever asks for it must get the same one.
      server: { deps: { inline: ['nuqs'] } },
      // Node takes the one build of Ant Design for `antd` and could not read the other.
      alias: [{ find: /^antd\/es\//, replacement: 'antd/lib/' }],
    },
  }
}

export default defineConfig({
  plugins: [react(), preloadStart()],
  resolve: {
    alias: [
      { find: '@', replacement: here('./src') },
      // The date picker asks for every language there is.
      { find: /^date-fns\/locale$/, replacement: 'date-fns/locale/zh-CN' },
      // Nothing listens to the database: what supabase-js brings for that is a tenth of the sign-in page.
      { find: '@supabase/realtime-js', replacement: here('./supabase/local/pages/no-realtime.ts') },
    ],
  },
  // Reading a PDF loads more code on demand, which only module workers can.
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      // What is not used of these does nothing by being there; they do not all say so themselves.
      treeshake: { moduleSideEffects: [{ test: /node_modules.(@rc-component|antd|@ant-design)/, sideEffects: false }] },
      output: {
        chunkFileNames: ({ isDynamicEntry }) =>
          isDynamicEntry ? 'assets/[name]-[hash].js' : 'assets/shared-[hash].js',
        codeSplitting: { groups },
      },
    },
  },
  test: {
    // Both cores of the smallest machine, of which a test that waits for a server uses none; refusals that a test expects
    // are not printed.
    maxWorkers: 3,
    // A busy or slow machine takes long over what is quick elsewhere; that is no fault of what is tested.
    testTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
    silent: 'passed-only',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          // Pure functions: nothing one file does is seen by the next, and each would load the same modules anew.
          isolate: false,
          include: [
            'src/**/*.test.ts',
            'supabase/local/**/*.test.ts',
            'supabase/seed/**/*.test.ts',
            'tests/e2e/support/**/*.test.ts',
            'tests/bench/**/*.test.ts',
            'tests/support/**/*.test.ts',
          ],
        },
      },
      // Loading the component library anew for each file takes longer than most tests; only what puts others in the place of
      // modules must not meet them where another file left them.
      componentTests('component', { include: ['src/**/*.test.tsx'], exclude: MOCKING, isolate: false }),
      componentTests('component-mocked', { include: MOCKING, isolate: true }),
      {
        extends: true,
        test: { name: 'architecture', environment: 'node', include: ['tests/architecture/**/*.test.ts'] },
      },
      {
        extends: true,
        test: { name: 'corpus', environment: 'node', include: ['tests/corpus/**/*.test.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          environment: 'node',
          // What is tested stands behind a server that each file starts for itself, with a database, keys and folder of
          // its own. Compiling PGlite and loading the stack again for each file took longer than the tests of most.
          isolate: false,
          include: ['tests/integration/**/*.test.ts'],
          setupFiles: ['tests/support/log-file.ts'],
          globalSetup: ['tests/support/prepare-databases.ts'],
          // The least that bcrypt knows. Hashes as strong as real ones would be a good part of the time of all tests.
          env: { LITE_AUTH_BCRYPT_COST: '4' },
          restoreMocks: true,
          // Each starts a stack of its own; on a machine with other work the first requests to it take their time.
          hookTimeout: 300_000,
        },
      },
    ],
  },
})
