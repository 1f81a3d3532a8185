import type { TableState } from './table-state'

/** What ordering and filtering need to know of a column. */
export interface ArrangeableColumn<Row> {
  readonly key: string
  readonly compare?: (a: Row, b: Row) => number
  readonly matches?: (row: Row, value: string) => boolean
}

/** Rows filtered and ordered as the table's state says; ties keep the order they came in. */
export function arrangeRows<Row>(
  rows: readonly Row[],
  columns: readonly ArrangeableColumn<Row>[],
  state: Pick<TableState, 'sort' | 'filters'>,
): Row[] {
  const kept = rows.filter((row) =>
    columns.every((column) => {
      const wanted = state.filters[column.key]
      if (wanted === undefined || column.matches === undefined) return true
      return wanted.some((value) => column.matches?.(row, value) === true)
    }),
  )
  const compare = columns.find((column) => column.key === state.sort?.key)?.compare
  if (compare === undefined) return kept
  const direction = state.sort?.isDescending === true ? -1 : 1
  return kept.sort((a, b) => direction * compare(a, b))
}

/** The rows of one page; a page beyond the end shows the last one. */
export function pageOf<Row>(
  rows: readonly Row[],
  page: number,
  pageSize: number,
): { rows: readonly Row[]; page: number } {
  const lastPage = Math.max(1, Math.ceil(rows.length / pageSize))
  const current = Math.min(page, lastPage)
  return { rows: rows.slice((current - 1) * pageSize, current * pageSize), page: current }
}

const collator = new Intl.Collator('zh-CN', { numeric: true })

/** Compares words as Chinese readers expect: by pinyin, numbers by size. */
export function compareWords(a: string, b: string): number {
  return collator.compare(a, b)
}
