import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { pretendPhone } from '../../tests/support/component-setup'
import { renderPage } from '../../tests/support/render-page'
import type { DataColumn } from './data-column'
import { DataTable } from './DataTable'
import { useTableState } from './table-state'

interface Unit {
  readonly id: string
  readonly name: string
  readonly count: number
}

const units: Unit[] = [
  { id: 'a', name: '财政局', count: 12 },
  { id: 'b', name: '教育局', count: 3 },
  { id: 'c', name: '半山街道', count: 7 },
]
const columns: DataColumn<Unit>[] = [
  {
    key: 'name',
    title: '单位',
    text: (unit) => unit.name,
    compare: 'text',
    width: 160,
  },
  {
    key: 'count',
    title: '任务数',
    text: (unit) => unit.count,
    isNumber: true,
    compare: 'text',
    width: 96,
  },
]

function UnitTable({ onOpen, pageSize = 50 }: { onOpen?: (unit: Unit) => void; pageSize?: number }) {
  const state = useTableState({ pageSize })
  return (
    <DataTable
      label="单位"
      rows={units}
      rowKey={(unit) => unit.id}
      columns={columns}
      state={state}
      {...(onOpen === undefined ? {} : { onOpen })}
    />
  )
}

const namesOnPage = () => screen.getAllByText(/局$|街道$/).map((cell) => cell.textContent)

describe('DataTable', () => {
  it('orders as the address says', () => {
    renderPage(<UnitTable />, { address: '/?sort=-count' })
    expect(namesOnPage()).toEqual(['财政局', '半山街道', '教育局'])
  })
  it('puts the order into the address', async () => {
    const { router } = renderPage(<UnitTable />)
    await userEvent.click(screen.getByRole('button', { name: '任务数' }))
    await waitFor(() => expect(router.state.location.search).toBe('?sort=count'))
    expect(namesOnPage()).toEqual(['教育局', '半山街道', '财政局'])
  })
  it('shows the last page when the address asks for one beyond it', () => {
    renderPage(<UnitTable pageSize={2} />, { address: '/?page=9' })
    expect(namesOnPage()).toEqual(['半山街道'])
    expect(screen.getByText('第 3–3 条，共 3 条')).toBeTruthy()
  })
  it('opens a row by its first cell with the keyboard, once', async () => {
    const onOpen = vi.fn()
    renderPage(<UnitTable onOpen={onOpen} />)
    screen.getByRole('button', { name: '教育局' }).focus()
    await userEvent.keyboard('{Enter}')
    expect(onOpen.mock.calls.map(([unit]) => unit.id)).toEqual(['b'])
  })
  it('becomes cards on a phone, with the same rows in the same order', () => {
    pretendPhone()
    renderPage(<UnitTable />, { address: '/?sort=count' })
    const cards = within(screen.getByRole('list', { name: '单位' })).getAllByRole('listitem')
    expect(cards.map((card) => card.textContent)).toEqual(['教育局任务数3', '半山街道任务数7', '财政局任务数12'])
  })
  it('says on a card in text what a column has no looks for, shows the looks of the others, and names nothing that is empty', () => {
    pretendPhone()
    const looks: DataColumn<Unit>[] = [
      ...columns,
      { key: 'mark', title: '标记', text: ({ count }) => (count > 5 ? '多' : null), render: () => <em>★</em> },
      { key: 'note', title: '说明', text: ({ count }) => (count > 5 ? '多' : null) },
    ]
    function Looks() {
      const state = useTableState()
      return <DataTable label="单位" rows={units.slice(0, 2)} rowKey={({ id }) => id} columns={looks} state={state} />
    }
    renderPage(<Looks />)
    const cards = within(screen.getByRole('list', { name: '单位' })).getAllByRole('listitem')
    expect(cards.map((card) => card.textContent)).toEqual(['财政局任务数12标记★说明多', '教育局任务数3标记★'])
  })
})
