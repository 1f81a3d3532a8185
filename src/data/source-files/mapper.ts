import type { SourceFile } from '@/domain/plans/source-file'
import type { Tables } from '../database'

export const SOURCE_FILE_COLUMNS = 'id, file_name, is_pasted, file_sha256, file_path'

type SourceFileRow = Pick<Tables<'source_documents'>, 'id' | 'file_name' | 'is_pasted' | 'file_sha256' | 'file_path'>

export function toSourceFile(row: SourceFileRow): SourceFile {
  return {
    sourceDocumentId: row.id,
    fileName: row.file_name,
    isPasted: row.is_pasted,
    fileSha256: row.file_sha256,
    filePath: row.file_path,
  }
}
