import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A file of the repository, its path from the root with forward slashes. */
export interface SourceFile {
  readonly path: string
  readonly text: string
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** Every file below a folder whose name ends in one of the endings. */
export function readSourceFiles(folder: string, endings: readonly string[]): SourceFile[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: relative(ROOT, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }))
    .sort((a, b) => a.path.localeCompare(b.path))
}

/** The code of the app without its tests and without the generated types. */
export function readAppCode(): SourceFile[] {
  return readSourceFiles('src', ['.ts', '.tsx']).filter(
    ({ path }) => !/\.test\.tsx?$/.test(path) && path !== 'src/data/database.types.ts',
  )
}

/** Code without comments, so that words about a thing are not taken for the thing. */
export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[\s;{}(,])\/\/[^\n]*/g, '$1')
}
