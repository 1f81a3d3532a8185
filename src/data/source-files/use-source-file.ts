import { isKeptKind, sourceFileState, type SourceFile, type SourceFileState } from '@/domain/plans/source-file'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { useDownloadSourceFile, useKeepSourceFile } from './mutations'
import { pendingFileOf } from './pending-files'
import { sourceFileOptions } from './queries'

/** What has become of an original file, and what can be done about it. */
interface SourceFileHandle {
  readonly fileName: string
  readonly state: SourceFileState
  readonly isUploading: boolean
  /** Why the last upload failed. */
  readonly error: unknown
  /** The upload once more; null when the file is no longer at hand and has to be chosen. */
  readonly onRetry: (() => void) | null
  readonly onChoose: (file: File) => void
  readonly onDownload: () => void
}

/** Follows the file of a document; what was handed in during this visit is uploaded by itself, once. */
export function useSourceFile(file: SourceFile): SourceFileHandle {
  const { mutate: keep, isPending, error } = useKeepSourceFile()
  const { mutate: download } = useDownloadSourceFile()
  const { data = file } = useQuery(sourceFileOptions(file.sourceDocumentId, file))
  const state = sourceFileState(data)
  const atHand = state === 'missing' ? pendingFileOf(data.sourceDocumentId) : undefined
  const begin = useEffectEvent(() => {
    if (atHand !== undefined && isKeptKind(atHand)) keep({ source: data, file: atHand })
  })
  useEffect(() => begin(), [])
  return {
    fileName: data.fileName,
    state,
    isUploading: isPending,
    error,
    onRetry: atHand === undefined ? null : () => keep({ source: data, file: atHand }),
    onChoose: (chosen) => keep({ source: data, file: chosen }),
    onDownload: () => download(data),
  }
}
