import type { FileAddress } from '@/data/evidence/intact-file'
import { evidenceFileOptions } from '@/data/evidence/queries'
import { previewKindOf } from '@/domain/reporting/evidence-file'
import { QueryState } from '@/ui/QueryState'
import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import styles from './ReviewDesk.module.css'

interface EvidencePreviewProps {
  readonly address: FileAddress
  readonly title: string
}

/** A picture or a PDF, shown in the page by the browser itself. */
export function EvidencePreview({ address, title }: EvidencePreviewProps) {
  const query = useQuery(evidenceFileOptions(address))
  return (
    <QueryState query={query} errorTitle="没有读取到文件">
      {(file) => <BlobPreview file={file} kind={previewKindOf(address.storagePath)} title={title} />}
    </QueryState>
  )
}

interface BlobPreviewProps {
  readonly file: Blob
  readonly kind: ReturnType<typeof previewKindOf>
  readonly title: string
}

function BlobPreview({ file, kind, title }: BlobPreviewProps) {
  // The address of the blob lives as long as the element that shows it.
  const show = useCallback(
    (element: HTMLImageElement | HTMLIFrameElement | null) => {
      if (element === null) return undefined
      const address = URL.createObjectURL(file)
      element.src = address
      return () => URL.revokeObjectURL(address)
    },
    [file],
  )
  if (kind === 'none') return null
  if (kind === 'image') return <img ref={show} className={styles.image} alt={title} />
  // The browser's PDF viewer does not run in a sandbox. Nothing else can: the blob's type was set by us to PDF.
  // oxlint-disable-next-line react/iframe-missing-sandbox
  return <iframe ref={show} className={styles.pdf} title={title} />
}
