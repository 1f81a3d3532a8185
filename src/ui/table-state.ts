import { useMemo } from 'react'
import { readSearch, useSearchValues, type SearchDefaults } from './use-search-state'

export interface TableSort {
  readonly key: string
  readonly isDescending: boolean
}

/** A table's page, order and column filters, as the address has them. */
export interface TableState {
  readonly page: number
  readonly pageSize: number
  readonly sort: TableSort | null
  readonly filters: Readonly<Record<string, readonly string[]>>
  readonly change: (patch: Partial<Pick<TableState, 'page' | 'sort' | 'filters'>>) => void
}

interface TableStateOptions {
  readonly pageSize?: number
  readonly sort?: TableSort | null
  /** Tells two tables of one page apart in the address. */
  readonly name?: string
}

const DEFAULT_PAGE_SIZE = 50

/** Keeps a table's state in the address: `page=2&sort=-due_on&filter=signal:red|yellow`. */
export function useTableState({ pageSize = DEFAULT_PAGE_SIZE, sort = null, name }: TableStateOptions = {}): TableState {
  const [pageKey, sortKey, filterKey] = [keyOf('page', name), keyOf('sort', name), keyOf('filter', name)]
  const defaultSort = writeSort(sort)
  const defaults = useMemo<SearchDefaults>(
    () => ({ [pageKey]: 1, [sortKey]: defaultSort, [filterKey]: [] }),
    [pageKey, sortKey, filterKey, defaultSort],
  )
  const [search, update] = useSearchValues(defaults)
  const filterText = String(search[filterKey] ?? '')
  return useMemo(
    () => ({
      page: toPage(search[pageKey]),
      pageSize,
      sort: readSort(String(search[sortKey] ?? '')),
      filters: readFilters(filterText),
      change: (patch) =>
        update({
          [pageKey]: patch.page ?? 1,
          ...(patch.sort === undefined ? {} : { [sortKey]: writeSort(patch.sort) }),
          ...(patch.filters === undefined ? {} : { [filterKey]: writeFilters(patch.filters) }),
        }),
    }),
    [search, update, pageKey, sortKey, filterKey, filterText, pageSize],
  )
}

/** Which page of a table an address names, for whoever reads it outside a component, as a loader does. */
export function readPage(params: URLSearchParams, name?: string): number {
  const key = keyOf('page', name)
  return toPage(readSearch({ [key]: 1 }, params)[key])
}

function toPage(value: unknown): number {
  return Math.max(1, Number(value))
}

function keyOf(word: string, name: string | undefined): string {
  return name === undefined ? word : `${name}-${word}`
}

/** `-due_on` as an order; an empty text is none. */
export function readSort(text: string): TableSort | null {
  if (text === '' || text === '-') return null
  return text.startsWith('-') ? { key: text.slice(1), isDescending: true } : { key: text, isDescending: false }
}

/** An order as `-due_on`. */
export function writeSort(sort: TableSort | null): string {
  if (sort === null) return ''
  return sort.isDescending ? `-${sort.key}` : sort.key
}

/** `signal:red|yellow,unit:…` as column filters. */
export function readFilters(text: string): Record<string, readonly string[]> {
  const filters: Record<string, readonly string[]> = {}
  for (const part of text.split(',')) {
    const [key, values] = part.split(':')
    if (key !== undefined && key !== '' && values !== undefined && values !== '') filters[key] = values.split('|')
  }
  return filters
}

/** Column filters as the parts of one address parameter. */
export function writeFilters(filters: TableState['filters']): string[] {
  return Object.entries(filters)
    .filter(([, values]) => values.length > 0)
    .map(([key, values]) => `${key}:${values.join('|')}`)
}
