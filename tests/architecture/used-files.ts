import { importsOf } from './import-rules'
import type { SourceFile } from './source-files'
import { withoutComments } from './source-files'

const IS_TEST = /\.test\.tsx?$/
/** What the page itself loads, and what only types need. */
const LOADED_BY_THE_PAGE = ['src/main.tsx']
const WORKER = /new URL\(\s*'([^']+)',\s*import\.meta\.url/g

/** Files of the app that no code of the app or of its server imports: what tests need stands with the tests. */
export function unusedFiles(files: readonly SourceFile[]): string[] {
  const used = new Set(files.filter(({ path }) => !IS_TEST.test(path)).flatMap(targetsOf))
  return files
    .map(({ path }) => path)
    .filter((path) => path.startsWith('src/') && !IS_TEST.test(path) && !path.endsWith('.d.ts'))
    .filter((path) => !LOADED_BY_THE_PAGE.includes(path) && !used.has(withoutEnding(path)))
    .map((path) => `${path} is imported by tests at most: move it below tests/, or delete it`)
}

/** The files that a file imports, without their endings. */
function targetsOf({ path, text }: SourceFile): string[] {
  const workers = [...withoutComments(text).matchAll(WORKER)].map((match) => match[1] ?? '')
  return (
    [...importsOf(text), ...workers]
      .map((target) => (target.startsWith('@/') ? `/src/${target.slice(2)}` : target))
      .filter((target) => /^[./]/.test(target))
      .map((target) => withoutEnding(new URL(target, `file:///${path}`).pathname.slice(1)))
      // A file never makes itself used.
      .filter((target) => target !== withoutEnding(path))
  )
}

function withoutEnding(path: string): string {
  return path.replace(/\.(?:tsx?|js)$/, '')
}
