import type { Evidence } from '@/domain/reporting/evidence'
import type { QueryClient } from '@tanstack/react-query'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { getClient } from '../client'
import { AppError } from '../errors'
import { reportKeys } from '../reports/keys'
import { expectChanged, expectOneRow, unwrap } from '../request'
import { evidenceKeys } from './keys'
import { EVIDENCE_COLUMNS, toEvidence } from './mapper'
import { createDownloadLink } from './queries'
import { EVIDENCE_BUCKET } from './stored-evidence'
import { uploadEvidenceFile } from './upload'

const shownInPlace = { isErrorShownInPlace: true } as const

interface FileInput {
  readonly unitId: string
  readonly reportId: string
  readonly title: string
  readonly file: File
  readonly onProgress: (share: number) => void
  readonly signal: AbortSignal
}

/** Uploads a file and attaches it to the working copy. */
export function useAddFileEvidence() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: addFile,
    onSuccess: () => refreshEvidence(queryClient),
    meta: shownInPlace,
  })
}

async function addFile({ unitId, reportId, title, file, onProgress, signal }: FileInput): Promise<Evidence> {
  const id = crypto.randomUUID()
  const storagePath = await uploadEvidenceFile({ unitId, evidenceId: id, file, onProgress, signal })
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
          file_name: file.name,
          media_type: file.type === '' ? null : file.type,
          byte_size: file.size,
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
  readonly unitId: string
  readonly reportId: string
  readonly title: string
  readonly url: string
}

/** Attaches the address of a page to the working copy. */
export function useAddLinkEvidence() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: addLink,
    onSuccess: () => refreshEvidence(queryClient),
    meta: shownInPlace,
  })
}

async function addLink({ unitId, reportId, title, url }: LinkInput): Promise<Evidence> {
  const id = crypto.randomUUID()
  const rows = await unwrap(
    getClient().from('evidence').insert({ id, unit_id: unitId, kind: 'link', title, url }).select(EVIDENCE_COLUMNS),
  )
  await attach(reportId, id)
  return toEvidence(expectOneRow(rows))
}

interface AttachmentInput {
  readonly reportId: string
  readonly evidenceId: string
}

/** Attaches a piece that the unit already has. */
export function useAttachEvidence() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ reportId, evidenceId }: AttachmentInput) => attach(reportId, evidenceId),
    onSuccess: () => refreshEvidence(queryClient),
    meta: shownInPlace,
  })
}

/** Takes a piece off the working copy; the unit keeps it for other reports. */
export function useDetachEvidence() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async ({ reportId, evidenceId }: AttachmentInput) => {
      const request = getClient().from('report_evidence').delete().eq('report_id', reportId).eq('evidence_id', evidenceId)
      expectChanged(await unwrap(request.select('evidence_id')))
    },
    onSettled: () => refreshEvidence(queryClient),
  })
}

/** Deletes a piece that was never handed in, and its file. */
export function useDeleteEvidence() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async ({ id, storagePath }: Pick<Evidence, 'id' | 'storagePath'>) => {
      expectChanged(await unwrap(getClient().from('evidence').delete().eq('id', id).select('id')))
      if (storagePath !== null) await getClient().storage.from(EVIDENCE_BUCKET).remove([storagePath])
    },
    onSettled: () => refreshEvidence(queryClient),
  })
}

/** Lets the browser fetch a file under its own name. */
export function useDownloadEvidence() {
  return useMutation({
    mutationFn: async ({ storagePath, fileName }: Pick<Evidence, 'storagePath' | 'fileName'>) => {
      if (storagePath === null || fileName === null) throw new AppError('not_found', { status: 404 })
      const link = document.createElement('a')
      link.href = await createDownloadLink(storagePath, fileName)
      link.download = fileName
      link.click()
    },
  })
}

async function attach(reportId: string, evidenceId: string): Promise<void> {
  const request = getClient().from('report_evidence').insert({ report_id: reportId, evidence_id: evidenceId })
  expectChanged(await unwrap(request.select('evidence_id')))
}

async function refreshEvidence(queryClient: QueryClient): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: evidenceKeys.lists() }),
    queryClient.invalidateQueries({ queryKey: reportKeys.workingCopies() }),
  ])
}
