import { parseEvidenceId, type EvidenceId, type ReportId, type UnitId } from '@/domain/ids'
import type { DownloadEvidence, Evidence } from '@/domain/reporting/evidence'
import { extensionOf, plainFileName } from '@/domain/reporting/evidence-file'
import { sha256Of } from '@/lib/sha256'
import { useCallback } from 'react'
import { getClient } from '../client'
import { defineWrite } from '../define-command'
import { AppError, toAppError } from '../errors'
import { saveFileAs } from '../stored-files/save-file'
import { uploadFile } from '../stored-files/upload'
import { expectChanged, expectOneRow, unwrap } from '../request'
import { FILE_CHANGED, fetchIntactFile } from './intact-file'
import { EVIDENCE_COLUMNS, toEvidence } from './mapper'
import { EVIDENCE_BUCKET } from './stored-evidence'

/** Evidence of a working copy is the unit's own until it is handed in. */
const workingCopy = { changes: 'working copy' } as const

interface FileInput {
  readonly unitId: UnitId
  readonly reportId: ReportId
  readonly title: string
  readonly file: File
  readonly onProgress: (share: number) => void
  readonly signal: AbortSignal
}

/** Uploads a file and attaches it to the working copy. */
export const useAddFileEvidence = defineWrite(addFile, workingCopy)

async function addFile({ unitId, reportId, title, file, onProgress, signal }: FileInput): Promise<Evidence> {
  const id = parseEvidenceId(crypto.randomUUID())
  const contentSha256 = await sha256Of(file)
  const storagePath = `${unitId}/${id}.${extensionOf(file.name)}`
  await uploadFile({ bucket: EVIDENCE_BUCKET, path: storagePath, file, onProgress, signal })
  try {
    const rows = await unwrap(
      getClient()
        .from('evidence')
        .insert({
          id,
          unit_id: unitId,
          kind: 'file',
          title,
          storage_path: storagePath,
          file_name: plainFileName(file.name),
          // Storage compares it with what arrived.
          content_sha256: contentSha256,
        })
        .select(EVIDENCE_COLUMNS),
    )
    await attach(reportId, id)
    return toEvidence(expectOneRow(rows))
  } catch (error) {
    // What is stored but stands in no row would be found by nobody. If this fails too, only disk space is lost.
    await getClient().storage.from(EVIDENCE_BUCKET).remove([storagePath])
    throw error
  }
}

interface LinkInput {
  readonly unitId: UnitId
  readonly reportId: ReportId
  readonly title: string
  readonly url: string
}

/** Attaches the address of a page to the working copy. */
export const useAddLinkEvidence = defineWrite(addLink, workingCopy)

async function addLink({ unitId, reportId, title, url }: LinkInput): Promise<Evidence> {
  const id = parseEvidenceId(crypto.randomUUID())
  const rows = await unwrap(
    getClient().from('evidence').insert({ id, unit_id: unitId, kind: 'link', title, url }).select(EVIDENCE_COLUMNS),
  )
  await attach(reportId, id)
  return toEvidence(expectOneRow(rows))
}

interface AttachmentInput {
  readonly reportId: ReportId
  readonly evidenceId: EvidenceId
}

/** Attaches a piece that the unit already has. */
export const useAttachEvidence = defineWrite(
  ({ reportId, evidenceId }: AttachmentInput) => attach(reportId, evidenceId),
  workingCopy,
)

/** Takes a piece off the working copy; the unit keeps it for other reports. */
export const useDetachEvidence = defineWrite(
  async ({ reportId, evidenceId }: AttachmentInput) => {
    const request = getClient().from('report_evidence').delete().eq('report_id', reportId).eq('evidence_id', evidenceId)
    expectChanged(await unwrap(request.select('evidence_id')))
  },
  { ...workingCopy, isErrorShownInPlace: false },
)

/** Deletes a piece that was never handed in, and its file. */
export const useDeleteEvidence = defineWrite(
  async ({ id, storagePath }: Pick<Evidence, 'id' | 'storagePath'>) => {
    expectChanged(await unwrap(getClient().from('evidence').delete().eq('id', id).select('id')))
    if (storagePath !== null) await getClient().storage.from(EVIDENCE_BUCKET).remove([storagePath])
  },
  { ...workingCopy, isErrorShownInPlace: false },
)

const useSaveFile = defineWrite(saveFile, { changes: 'nothing', isErrorShownInPlace: false })

/** Saves a file under its own name, after its bytes were checked; answers how that went and never throws. */
export function useDownloadEvidence(): DownloadEvidence {
  const { mutateAsync } = useSaveFile()
  return useCallback(
    (evidence) =>
      mutateAsync(evidence).then(
        () => 'saved' as const,
        (error: unknown) => (toAppError(error).code === FILE_CHANGED ? ('changed' as const) : ('failed' as const)),
      ),
    [mutateAsync],
  )
}

async function saveFile({ storagePath, fileName, contentSha256 }: Evidence): Promise<void> {
  if (storagePath === null || fileName === null) throw new AppError('not_found', { status: 404 })
  saveFileAs(await fetchIntactFile({ storagePath, contentSha256 }), fileName)
}

async function attach(reportId: ReportId, evidenceId: EvidenceId): Promise<void> {
  const request = getClient().from('report_evidence').insert({ report_id: reportId, evidence_id: evidenceId })
  expectChanged(await unwrap(request.select('evidence_id')))
}
