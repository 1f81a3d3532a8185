import type { SourceFile } from './source-files'
import { withoutComments } from './source-files'

/** The parser counts what it finds in one document; none of its ids is that of a row. */
const WITHOUT_IDS = /^src\/(?:lib|domain\/plan-document)\//
/** `taskId: string`, `taskIds?: readonly string[]`, `ReadonlySet<string>` and the like. */
const BARE_ID = /\b\w+Ids?\??: (?:readonly )?(?:string\b|(?:Readonly)?(?:Set|Array)<string>)/g
/** What makes an id of any text: the parsers of each kind. */
const MAKES_IDS = ['src/lib/brand.ts', 'src/domain/ids.ts', 'src/domain/plan-draft/draft-ids.ts']
const MADE_BY_HAND = /\bas (?:\w+\.)?\w+Id\b|\bidParser\b|__brand\b/g

/** Ids that may be swapped, because they are plain text. */
export function bareIds(files: readonly SourceFile[]): string[] {
  return findings(files, BARE_ID, (path) => !WITHOUT_IDS.test(path))
}

/** Text that is called an id without a parser having looked at it. */
export function handmadeIds(files: readonly SourceFile[]): string[] {
  return findings(files, MADE_BY_HAND, (path) => !MAKES_IDS.includes(path))
}

function findings(files: readonly SourceFile[], pattern: RegExp, isLookedAt: (path: string) => boolean): string[] {
  return files
    .filter(({ path }) => isLookedAt(path))
    .flatMap(({ path, text }) => (withoutComments(text).match(pattern) ?? []).map((found) => `${path}: ${found}`))
}
