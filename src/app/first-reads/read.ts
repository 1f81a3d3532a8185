import { queryClient } from '@/data/query-client'
import type { EnsureQueryDataOptions, QueryKey } from '@tanstack/react-query'

/**
 * Asks for what a page will ask for in the same words. What fails is asked for again by the page, which says so; what
 * somebody may not read is refused.
 */
export function read<Data, Key extends QueryKey>(options: EnsureQueryDataOptions<Data, Error, Data, Key>): void {
  void queryClient.prefetchQuery(options)
}
