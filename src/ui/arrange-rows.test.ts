import { describe, expect, it } from 'vitest'
import { arrangeRows, pageOf } from './arrange-rows'
import { readFilters, readSort, writeFilters, writeSort } from './table-state'

interface Row {
  readonly name: string
  readonly size: number
}
const rows: Row[] = [
  { name: '任务10', size: 1 },
  { name: '任务2', size: 1 },
  { name: '财政局', size: 3 },
]
const columns = [
  { key: 'name', text: ({ name }: Row) => name, compare: 'text' as const },
  {
    key: 'size',
    text: ({ size }: Row) => size,
    compare: (a: Row, b: Row) => a.size - b.size,
    matches: (row: Row, value: string) => row.size === Number(value),
  },
]

describe('arranging rows', () => {
  it('orders words with numbers in them by number', () => {
    const arranged = arrangeRows(rows, columns, { sort: { key: 'name', isDescending: false }, filters: {} })
    expect(arranged.map((row) => row.name)).toEqual(['财政局', '任务2', '任务10'])
  })
  it('keeps the order of ties and leaves the input alone', () => {
    const arranged = arrangeRows(rows, columns, { sort: { key: 'size', isDescending: true }, filters: {} })
    expect(arranged.map((row) => row.name)).toEqual(['财政局', '任务10', '任务2'])
    expect(rows[0]?.name).toBe('任务10')
  })
  it('keeps rows that match any of a column’s values', () => {
    expect(arrangeRows(rows, columns, { sort: null, filters: { size: ['3', '9'] } })).toHaveLength(1)
  })
  it('orders figures by size and filters by the words of a choice where a column has only its text', () => {
    const sizes = [{ size: 10 }, { size: 9 }]
    const size = { key: 'size', text: (row: { size: number }) => row.size, compare: 'text' as const }
    const state = { sort: { key: 'size', isDescending: false }, filters: {} }
    expect(arrangeRows(sizes, [size], state)).toEqual([{ size: 9 }, { size: 10 }])
    const kinds = [{ kind: 'street' }, { kind: 'bureau' }]
    const kind = {
      key: 'kind',
      text: (row: { kind: string }) => (row.kind === 'street' ? '街道' : '部门'),
      filterChoices: [{ value: 'street', label: '街道' }],
    }
    expect(arrangeRows(kinds, [kind], { sort: null, filters: { kind: ['street'] } })).toEqual([{ kind: 'street' }])
    expect(arrangeRows(kinds, [kind], { sort: null, filters: { kind: ['gone'] } })).toHaveLength(2)
  })
  it('ignores an order or filter of a column that is gone', () => {
    expect(
      arrangeRows(rows, columns, { sort: { key: 'old', isDescending: false }, filters: { old: ['1'] } }),
    ).toHaveLength(3)
  })
  it('shows the last page when the address asks for one beyond it', () => {
    expect(pageOf(rows, 9, 2)).toEqual({ rows: [rows[2]], page: 2 })
    expect(pageOf([], 1, 2)).toEqual({ rows: [], page: 1 })
  })
})

describe('a table in the address', () => {
  it('reads what it wrote', () => {
    expect(readSort(writeSort({ key: 'due_on', isDescending: true }))).toEqual({ key: 'due_on', isDescending: true })
    expect(readSort('')).toBeNull()
    const filters = { signal: ['red', 'yellow'], unit: ['a'] }
    expect(readFilters(writeFilters(filters).join(','))).toEqual(filters)
    expect(readFilters('')).toEqual({})
  })
})
