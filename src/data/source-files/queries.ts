import type { SourceDocumentId } from '@/domain/ids'
import type { SourceFile } from '@/domain/plans/source-file'
import { queryOptions } from '@tanstack/react-query'
import { getClient } from '../client'
import { expectOneRow, unwrap } from '../request'
import { sourceFileKeys } from './keys'
import { SOURCE_FILE_COLUMNS, toSourceFile } from './mapper'

/** Where the original file of a document is; a draft under check brings along what it knows of it. */
export function sourceFileOptions(id: SourceDocumentId, known?: SourceFile) {
  return queryOptions({
    queryKey: sourceFileKeys.detail(id),
    queryFn: async ({ signal }) => {
      const request = getClient().from('source_documents').select(SOURCE_FILE_COLUMNS).eq('id', id)
      return toSourceFile(expectOneRow(await unwrap(request.abortSignal(signal))))
    },
    ...(known === undefined ? {} : { initialData: known }),
    staleTime: Number.POSITIVE_INFINITY,
  })
}
