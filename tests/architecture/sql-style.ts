import type { SourceFile } from './source-files'

const LONGEST_LINE = 160
const LONGEST_FILE = 300
/** The last migration that left the house before lines had a limit; what has landed is never edited. */
const LAST_WITHOUT_LIMIT = '20261127003400'

/** Files and lines that do not fit on a screen. A migration may be as long as what it replaces. */
export function tooLong(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => !isExempt(path))
    .flatMap(({ path, text }) => {
      const lines = text.trimEnd().split('\n')
      return [
        ...(lines.length > LONGEST_FILE && path.includes('/schemas/') ? [`${path} has ${lines.length} lines`] : []),
        ...lines.flatMap((line, index) =>
          line.length > LONGEST_LINE ? [`${path}:${index + 1} is ${line.length} wide`] : [],
        ),
      ]
    })
}

function isExempt(path: string): boolean {
  const version = /\/migrations\/(\d{14})_/.exec(path)?.[1]
  return version !== undefined && version <= LAST_WITHOUT_LIMIT
}

const REFERENCE =
  /\breferences\s+([a-z_.]+)(?:\s*\([^)]*\))?(\s+on delete (?:restrict|cascade|set null|no action)\b)?/gi
const COMMENT_OR_TEXT = /--[^\n]*|'(?:[^']|'')*'/g

/** Foreign keys that leave unsaid what becomes of a row when the one that it names is deleted. */
export function unsaidDeletions(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) =>
    [...text.replace(COMMENT_OR_TEXT, '').matchAll(REFERENCE)].flatMap(([, table, rule]) =>
      rule === undefined ? [`${path} references ${table}`] : [],
    ),
  )
}
