import type { SourceFile } from './source-files'
import { withoutComments } from './source-files'

/** Where a name is put together of its number and its title, and where words to search in are, which nobody reads. */
const WRITES_NAMES = [
  'src/domain/tasks/task-name.ts',
  'src/domain/plans/section-name.ts',
  'src/domain/lineage/lineage-candidate.ts',
  'src/features/reporting/filter-obligations.ts',
]
const NUMBER_BEFORE_WORDS = /\bnumber(?:\s*\?\?\s*'')?\}\s*(?:\$\{|\{|`)/

/** Names of tasks and sections that are put together by hand, each with marks of its own between number and title. */
export function handwrittenNames(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path, text }) => !WRITES_NAMES.includes(path) && NUMBER_BEFORE_WORDS.test(withoutComments(text)))
    .map(({ path }) => `${path} writes a name by hand: use taskName or sectionName`)
}
