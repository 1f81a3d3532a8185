import { Checkbox } from 'antd'
import { ColumnFilter } from './ColumnFilter'
import { paperWidthOf, type DataColumn } from './data-column'
import styles from './DataTable.module.css'
import { followSideways } from './follow-sideways'
import { choose, type RowSelection } from './row-selection'
import type { TableSort, TableState } from './table-state'

interface DataTableHeadProps<Row> {
  readonly columns: readonly DataColumn<Row>[]
  readonly state: TableState
  readonly selection: RowSelection<Row> | undefined
  /** The rows of this page that can be chosen. */
  readonly choosable: readonly string[]
}

/** The head of a wide table: what stands in each column, how it is ordered and what is kept of it. */
export function DataTableHead<Row>({ columns, state, selection, choosable }: DataTableHeadProps<Row>) {
  const onPaper = columns.reduce((sum, column) => sum + paperWidthOf(column), 0)
  return (
    <thead role="rowgroup" className={styles.head} data-sideways onScroll={followSideways}>
      <tr role="row" className={styles.row}>
        {selection === undefined ? null : (
          <th role="columnheader" scope="col" className={styles.choice}>
            <ChooseAll selection={selection} choosable={choosable} />
          </th>
        )}
        {columns.map((column) => (
          <HeadCell key={column.key} column={column} state={state} share={(100 * paperWidthOf(column)) / onPaper} />
        ))}
      </tr>
    </thead>
  )
}

interface ChooseAllProps {
  readonly selection: Pick<RowSelection<never>, 'selectedKeys' | 'onChange'>
  readonly choosable: readonly string[]
}

function ChooseAll({ selection: { selectedKeys, onChange }, choosable }: ChooseAllProps) {
  const chosen = choosable.filter((key) => selectedKeys.includes(key)).length
  return (
    <Checkbox
      aria-label="全选本页"
      checked={chosen > 0 && chosen === choosable.length}
      indeterminate={chosen > 0 && chosen < choosable.length}
      disabled={choosable.length === 0}
      onChange={({ target }) => onChange(choose(selectedKeys, choosable, target.checked))}
    />
  )
}

interface HeadCellProps<Row> {
  readonly column: DataColumn<Row>
  readonly state: TableState
  /** Of the table's width, in percent. */
  readonly share: number
}

function HeadCell<Row>({ column, state, share }: HeadCellProps<Row>) {
  const { key, title, compare, filterChoices, isNumber } = column
  const sort = state.sort?.key === key ? state.sort : null
  return (
    <th
      role="columnheader"
      scope="col"
      className={isNumber === true ? styles.number : undefined}
      style={{ '--share': `${share}%` }}
      aria-sort={sort === null ? undefined : sort.isDescending ? 'descending' : 'ascending'}
    >
      <span className={styles.title}>
        {compare === undefined ? title : <SortButton title={title} sort={sort} column={key} onSort={state.change} />}
        {filterChoices === undefined ? null : (
          <ColumnFilter
            title={title}
            choices={filterChoices}
            chosen={state.filters[key] ?? []}
            onChange={(values) => state.change({ filters: { ...state.filters, [key]: values } })}
          />
        )}
      </span>
    </th>
  )
}

interface SortButtonProps {
  readonly title: string
  readonly column: string
  readonly sort: TableSort | null
  readonly onSort: TableState['change']
}

/** Orders by a column: upwards, then downwards, then as the rows came. */
function SortButton({ title, column, sort, onSort }: SortButtonProps) {
  const next = sort === null ? { key: column, isDescending: false } : sort.isDescending ? null : invert(sort)
  return (
    <button
      type="button"
      className={styles.sort}
      title={next === null ? '取消排序' : next.isDescending ? '点击降序' : '点击升序'}
      onClick={() => onSort({ sort: next })}
    >
      {title}
      <svg className={styles.carets} viewBox="0 0 8 14" aria-hidden>
        <path d="M4 1 7 5H1Z" data-is-on={sort?.isDescending === false} />
        <path d="M4 13 1 9h6Z" data-is-on={sort?.isDescending === true} />
      </svg>
    </button>
  )
}

function invert(sort: TableSort): TableSort {
  return { ...sort, isDescending: !sort.isDescending }
}
