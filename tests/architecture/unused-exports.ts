import { posix } from 'node:path'
import { withoutComments, type SourceFile } from './source-files'

const EXPORT = /^export (?:async )?(?:function\*?|const|let|class|interface|type|enum) (\w+)/gm
const NAMED = /\b(?:import|export)\s+(?:type\s+)?(?:\w+\s*,\s*)?\{([^}]*)\}\s*from\s*['"]([^'"]+)['"]/g
/** Everything of a module at once: a namespace, or a module loaded on demand. */
const WHOLE = /\bimport\s*(?:\*\s*as\s+\w+\s+from\s*|\(\s*)['"]([^'"]+)['"]/g
const TEST = /\.test\.tsx?$|^tests\//
/** What stands in src for tests alone. */
const SAMPLES = /\/fixtures\/|-samples\.ts$/

/**
 * What a file exports and no code imports. A test counts for samples, and for what the file itself uses too: then it is a
 * part that is tested by itself.
 */
export function unusedExports(files: readonly SourceFile[], isLookedAt: (path: string) => boolean): string[] {
  const [byCode, byTests] = [importedNames(files.filter(isCode)), importedNames(files.filter((file) => !isCode(file)))]
  return files
    .filter((file) => isCode(file) && isLookedAt(file.path))
    .flatMap(({ path, text }) => {
      const code = withoutComments(text)
      const isUsed = (name: string) => {
        const names = [`${stem(path)} ${name}`, `${stem(path)} *`]
        const isOfTests = names.some((each) => byTests.has(each))
        const isAtHome = [...code.matchAll(new RegExp(`\\b${name}\\b`, 'g'))].length > 1
        return names.some((each) => byCode.has(each)) || (isOfTests && (isAtHome || SAMPLES.test(path)))
      }
      return [...code.matchAll(EXPORT)].flatMap(([, name = '']) => (isUsed(name) ? [] : [`${path} exports ${name}`]))
    })
}

function isCode({ path }: SourceFile): boolean {
  return !TEST.test(path)
}

/** `module name` of whatever is imported by name, and `module *`. */
function importedNames(files: readonly SourceFile[]): Set<string> {
  return new Set(
    files.flatMap(({ path, text }) => {
      const code = withoutComments(text)
      const named = [...code.matchAll(NAMED)].flatMap(([, names = '', from = '']) =>
        names.split(',').map((name) => `${target(path, from)} ${/(?:type\s+)?(\w*)/.exec(name.trim())?.[1] ?? ''}`),
      )
      return [...named, ...[...code.matchAll(WHOLE)].map(([, from = '']) => `${target(path, from)} *`)]
    }),
  )
}

function target(importer: string, from: string): string {
  if (from.startsWith('@/')) return stem(`src/${from.slice(2)}`)
  return from.startsWith('.') ? stem(posix.join(posix.dirname(importer), from)) : from
}

function stem(path: string): string {
  return path.replace(/\.tsx?$/, '')
}
