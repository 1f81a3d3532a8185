import { evidenceFileOptions } from '@/data/evidence/queries'
import { previewKindOf } from '@/domain/reporting/evidence-file'
import { QueryState } from '@/ui/QueryState'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import styles from './ReviewDesk.module.css'

interface EvidencePreviewProps {
  readonly storagePath: string
  readonly title: string
}

/** A picture or a PDF, shown in the page by the browser itself. */
export function EvidencePreview({ storagePath, title }: EvidencePreviewProps) {
  const query = useQuery(evidenceFileOptions(storagePath))
  return (
    <QueryState query={query} errorTitle="没有读取到文件">
      {(file) => <BlobPreview file={file} kind={previewKindOf(storagePath)} title={title} />}
    </QueryState>
  )
}

interface BlobPreviewProps {
  readonly file: Blob
  readonly kind: ReturnType<typeof previewKindOf>
  readonly title: string
}

function BlobPreview({ file, kind, title }: BlobPreviewProps) {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    const made = URL.createObjectURL(file)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  if (address === null || kind === 'none') return null
  if (kind === 'image') return <img className={styles.image} src={address} alt={title} />
  return <iframe className={styles.pdf} src={address} title={title} />
}
