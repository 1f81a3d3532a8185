import type { SourceFile } from '@/domain/plans/source-file'
import { extensionOf } from '@/domain/reporting/evidence-file'
import { callFunction } from '../call-function'
import { getClient } from '../client'
import { defineWrite } from '../define-command'
import { AppError } from '../errors'
import { fetchIntactFile } from '../evidence/intact-file'
import { saveFileAs } from '../stored-files/save-file'
import { uploadFile } from '../stored-files/upload'
import { fingerprintOf } from './fingerprint'
import { forgetPendingFile } from './pending-files'

export const SOURCE_BUCKET = 'source-files'

interface KeepInput {
  readonly source: SourceFile
  readonly file: File
}

/** Puts the original file of a document into Storage; refuses another file than the one that was read. */
export const useKeepSourceFile = defineWrite(keepFile, { changes: 'source files' })

async function keepFile({ source: { sourceDocumentId, fileSha256 }, file }: KeepInput): Promise<void> {
  if ((await fingerprintOf(file)) !== fileSha256) throw new AppError('source_file_differs', { status: 409 })
  // An address that an upload failed at is never free again.
  const path = `${sourceDocumentId}/${crypto.randomUUID()}.${extensionOf(file.name)}`
  const { signal } = new AbortController()
  await uploadFile({ bucket: SOURCE_BUCKET, path, file, onProgress: () => undefined, signal })
  try {
    await callFunction('keep_source_file', { p_source_document_id: sourceDocumentId, p_path: path })
  } catch (error) {
    // What is stored but stands in no row would be found by nobody. If this fails too, only disk space is lost.
    await getClient().storage.from(SOURCE_BUCKET).remove([path])
    throw error
  }
  forgetPendingFile(sourceDocumentId)
}

/** Saves the original file under its own name, after its bytes were found to be those that were read. */
export const useDownloadSourceFile = defineWrite(
  async ({ filePath, fileName, fileSha256 }: SourceFile) => {
    if (filePath === null) throw new AppError('not_found', { status: 404 })
    const address = { storagePath: filePath, contentSha256: fileSha256 }
    saveFileAs(await fetchIntactFile(address, undefined, SOURCE_BUCKET), fileName)
  },
  { changes: 'nothing', isErrorShownInPlace: false },
)
