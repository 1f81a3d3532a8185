import { evidenceFileRule, extensionOf } from '../reporting/evidence-file'
import type { SourceDocumentId } from '../ids'

/** The original file of an imported document, as far as it is known. */
export interface SourceFile {
  readonly sourceDocumentId: SourceDocumentId
  readonly fileName: string
  readonly isPasted: boolean
  /** Null for a paste, and for what was imported before files were kept. */
  readonly fileSha256: string | null
  /** Null until the file has arrived. */
  readonly filePath: string | null
}

/** Whether files of that name are kept: the kinds and the size that evidence may have. */
export function isKeptKind(file: { readonly name: string; readonly size?: number }): boolean {
  return evidenceFileRule.extensions.includes(extensionOf(file.name)) && (file.size ?? 0) <= evidenceFileRule.maxBytes
}

/** What has become of the original file. */
export type SourceFileState = 'kept' | 'pasted' | 'missing' | 'not_kept'

/** Where the file of a document is; `missing` can be made good, `not_kept` cannot. */
export function sourceFileState({ fileName, isPasted, fileSha256, filePath }: SourceFile): SourceFileState {
  if (isPasted) return 'pasted'
  if (filePath !== null) return 'kept'
  return fileSha256 !== null && isKeptKind({ name: fileName }) ? 'missing' : 'not_kept'
}
