import type { TableState } from './table-state'

/** What ordering and filtering need to know of a column. */
export interface ArrangeableColumn<Row> {
  readonly key: string
  /** What the cell says, on screen, card, sheet and paper alike; null where there is nothing to say, as beside a button. */
  readonly text: (row: Row) => string | number | null
  /** Makes the column sortable: by its text, or by something that the text does not show. */
  readonly compare?: 'text' | ((a: Row, b: Row) => number)
  readonly filterChoices?: readonly { readonly value: string; readonly label: string }[]
  /** Whether a row has the chosen value; without it the row's text is compared with the choice's label. */
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
      return wanted === undefined || wanted.some((value) => isMatching(column, row, value))
    }),
  )
  const column = columns.find(({ key }) => key === state.sort?.key)
  if (column?.compare === undefined) return kept
  const compare = column.compare === 'text' ? compareTexts(column) : column.compare
  const direction = state.sort?.isDescending === true ? -1 : 1
  return kept.sort((a, b) => direction * compare(a, b))
}

function isMatching<Row>(column: ArrangeableColumn<Row>, row: Row, value: string): boolean {
  if (column.matches !== undefined) return column.matches(row, value)
  const choice = column.filterChoices?.find((one) => one.value === value)
  return choice === undefined || String(column.text(row)) === choice.label
}

/** Figures by size, words as readers expect; what says nothing stands before both. */
function compareTexts<Row>({ text }: ArrangeableColumn<Row>): (a: Row, b: Row) => number {
  return (a, b) => {
    const [first, second] = [text(a) ?? '', text(b) ?? '']
    if (typeof first === 'number' && typeof second === 'number') return first - second
    return compareWords(String(first), String(second))
  }
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
