import { FILE_CHANGED, type FileAddress } from '@/data/evidence/intact-file'
import { evidenceFileOptions } from '@/data/evidence/queries'
import { toAppError } from '@/data/errors'
import { ToneTag } from '@/ui/StatusTag'
import { FileChangedTag } from '@/ui/work/EvidenceLine'
import { useQuery } from '@tanstack/react-query'

/** Reads a file of the report under review and says whether it is still the one that was handed in. */
export function FileCheck({ address }: { readonly address: FileAddress }) {
  const { error, isPending } = useQuery({ ...evidenceFileOptions(address), retry: false })
  if (isPending) return <ToneTag tone="neutral">核对文件…</ToneTag>
  if (error === null) return <ToneTag tone="neutral">与提交时一致</ToneTag>
  if (toAppError(error).code === FILE_CHANGED) return <FileChangedTag />
  return <ToneTag tone="bad">没有读取到文件</ToneTag>
}
