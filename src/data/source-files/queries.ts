import type { SourceFile } from '@/domain/plans/source-file'
import { queryOptions } from '@tanstack/react-query'
import { getClient } from '../client'
import { expectOneRow, unwrap } from '../request'
import { sourceFileKeys } from './keys'
import { SOURCE_FILE_COLUMNS, toSourceFile } from './mapper'

/** Where the original file of a document is; begins with what a plan or a draft says of it, and changes with an upload. */
export function sourceFileOptions(file: SourceFile) {
  const { sourceDocumentId: id } = file
  return queryOptions({
    queryKey: sourceFileKeys.detail(id),
    queryFn: async ({ signal }) => {
      const request = getClient().from('source_documents').select(SOURCE_FILE_COLUMNS).eq('id', id)
      return toSourceFile(expectOneRow(await unwrap(request.abortSignal(signal))))
    },
    initialData: file,
    staleTime: Number.POSITIVE_INFINITY,
  })
}
