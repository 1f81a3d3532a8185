import type { PostgrestSingleResponse } from '@supabase/supabase-js'
import { unwrap } from './request'

/** The API answers at most this many rows and says nothing about the rest. */
export const API_PAGE_SIZE = 1000

/** Every row of a list that may be longer than one answer; `readPage` must ask in a stable order with `.range(from, to)`. */
export async function readAllPages<Row>(
  readPage: (from: number, to: number) => PromiseLike<PostgrestSingleResponse<Row[]>>,
): Promise<Row[]> {
  const rows: Row[] = []
  for (;;) {
    const page = await unwrap(readPage(rows.length, rows.length + API_PAGE_SIZE - 1))
    rows.push(...page)
    if (page.length < API_PAGE_SIZE) return rows
  }
}
