import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { pretendPaper, pretendPhone, pretendTight } from '../../tests/support/component-setup'
import { renderPage } from '../../tests/support/render-page'
import { actionsColumn } from './common-columns'
import type { DataColumn } from './data-column'
import { DataTable, type DataTableProps } from './DataTable'
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

function UnitTable({ pageSize = 50, ...rest }: Partial<DataTableProps<Unit>> & { readonly pageSize?: number }) {
  const state = useTableState({ pageSize })
  return <DataTable label="单位" rows={units} rowKey={(unit) => unit.id} columns={columns} state={state} {...rest} />
}

const namesOnPage = () => screen.getAllByText(/^(财政局|教育局|半山街道)$/).map((cell) => cell.textContent)

describe('DataTable', () => {
  it('orders as the address says', () => {
    renderPage(<UnitTable />, { address: '/?sort=-count' })
    expect(namesOnPage()).toEqual(['财政局', '半山街道', '教育局'])
  })
  it('orders upwards, downwards and as the rows came, and says how', async () => {
    const { router } = renderPage(<UnitTable />)
    const head = () => screen.getByRole('columnheader', { name: '任务数' })
    const press = () => userEvent.click(within(head()).getByRole('button', { name: '任务数' }))
    expect(head().getAttribute('aria-sort')).toBeNull()
    await press()
    await waitFor(() => expect(router.state.location.search).toBe('?sort=count'))
    expect(namesOnPage()).toEqual(['教育局', '半山街道', '财政局'])
    expect(head().getAttribute('aria-sort')).toBe('ascending')
    await press()
    await waitFor(() => expect(router.state.location.search).toBe('?sort=-count'))
    expect(head().getAttribute('aria-sort')).toBe('descending')
    await press()
    await waitFor(() => expect(router.state.location.search).toBe(''))
    expect(namesOnPage()).toEqual(['财政局', '教育局', '半山街道'])
  })
  it('shows the last page when the address asks for one beyond it', () => {
    renderPage(<UnitTable pageSize={2} />, { address: '/?page=9' })
    expect(namesOnPage()).toEqual(['半山街道'])
    expect(screen.getByText('第 3–3 条，共 3 条')).toBeTruthy()
  })
  it('turns to a page, and back to the first when the order changes', async () => {
    const { router } = renderPage(<UnitTable pageSize={1} />)
    await userEvent.click(screen.getByRole('button', { name: '下一页' }))
    await waitFor(() => expect(router.state.location.search).toBe('?page=2'))
    expect(namesOnPage()).toEqual(['教育局'])
    expect(screen.getByRole('button', { name: '第 2 页' }).getAttribute('aria-current')).toBe('page')
    await userEvent.click(screen.getByRole('button', { name: '单位' }))
    await waitFor(() => expect(router.state.location.search).toBe('?sort=name'))
  })
  it('opens a row by its first cell with the keyboard, once', async () => {
    const onOpen = vi.fn()
    renderPage(<UnitTable onOpen={onOpen} />)
    screen.getByRole('button', { name: '教育局' }).focus()
    await userEvent.keyboard('{Enter}')
    expect(onOpen.mock.calls.map(([unit]) => unit.id)).toEqual(['b'])
  })
  it('opens a row by a click anywhere but on its controls, and not while words are marked', async () => {
    const onOpen = vi.fn()
    const withLink: DataColumn<Unit>[] = [
      ...columns,
      { key: 'more', title: '更多', text: () => null, render: ({ name }) => <a href={`#${name}`}>{`详情${name}`}</a> },
    ]
    renderPage(<UnitTable onOpen={onOpen} columns={withLink} />)
    await userEvent.click(screen.getByRole('link', { name: '详情财政局' }))
    expect(onOpen).not.toHaveBeenCalled()
    const cell = screen.getByRole('cell', { name: '12' })
    globalThis.getSelection()?.selectAllChildren(cell)
    fireEvent.click(cell)
    expect(onOpen).not.toHaveBeenCalled()
    globalThis.getSelection()?.removeAllRanges()
    await userEvent.click(cell)
    expect(onOpen).toHaveBeenCalledOnce()
  })
  it('says that it waits only while there is nothing to show, and that there is nothing only then', () => {
    const { container, unmount } = renderPage(<UnitTable rows={[]} total={0} isFetching empty="没有单位" />)
    expect(container.querySelector('[aria-busy="true"]')).toBeTruthy()
    expect(screen.queryByText('没有单位')).toBeNull()
    unmount()
    renderPage(<UnitTable rows={[]} empty="没有单位" />)
    expect(screen.getByText('没有单位')).toBeTruthy()
    expect(document.querySelector('[aria-busy="true"]')).toBeNull()
  })
  it('leaves order, filters and pages of rows on the server to the server', () => {
    renderPage(<UnitTable total={120} />, { address: '/?sort=-count&page=2' })
    expect(namesOnPage()).toEqual(['财政局', '教育局', '半山街道'])
    expect(screen.getByText('第 51–100 条，共 120 条')).toBeTruthy()
  })
  it('becomes cards on a phone, with the same rows in the same order', () => {
    pretendPhone()
    renderPage(<UnitTable />, { address: '/?sort=count' })
    const cards = within(screen.getByRole('list', { name: '单位' })).getAllByRole('listitem')
    expect(cards.map((card) => card.textContent)).toEqual(['教育局任务数3', '半山街道任务数7', '财政局任务数12'])
  })
  it('goes without its secondary columns where the page is tight, and has them on paper', () => {
    const withSecondary = [...columns, { key: 'more', title: '次要', text: () => '次要的', onTight: 'hidden' as const }]
    pretendTight()
    const { unmount } = renderPage(<UnitTable columns={withSecondary} />)
    expect(screen.queryByRole('columnheader', { name: '次要' })).toBeNull()
    expect(namesOnPage()).toHaveLength(3)
    unmount()
    pretendPaper()
    renderPage(<UnitTable columns={withSecondary} />)
    expect(screen.getByRole('columnheader', { name: '次要' })).toBeTruthy()
  })
  it('leaves on paper to the other columns the room of what can only be done on a screen', () => {
    const withActions = [...columns, actionsColumn<Unit>(90, () => <button>编辑</button>)]
    const { unmount } = renderPage(<UnitTable columns={withActions} />)
    expect(screen.getAllByRole('button', { name: '编辑' })).toHaveLength(3)
    unmount()
    pretendPaper()
    renderPage(<UnitTable columns={withActions} />)
    expect(screen.queryByRole('columnheader', { name: '操作' })).toBeNull()
    expect(screen.queryByRole('button', { name: '编辑' })).toBeNull()
    expect(namesOnPage()).toHaveLength(3)
  })
  it('gives long text, which stands whole on paper, twice the room there', () => {
    const note = { key: 'note', title: '说明', text: () => '很长', width: 160, isLongText: true }
    renderPage(<UnitTable columns={[...columns, note]} />)
    const share = (name: string) =>
      Number.parseFloat(screen.getByRole('columnheader', { name }).style.getPropertyValue('--share'))
    expect(share('说明')).toBeCloseTo(2 * share('单位'))
    expect(share('单位') + share('任务数') + share('说明')).toBeCloseTo(100)
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

describe('a filter of a column', () => {
  const kinds: DataColumn<Unit>[] = [
    { key: 'name', title: '单位', text: ({ name }) => name },
    {
      key: 'kind',
      title: '类别',
      text: ({ name }) => (name.endsWith('局') ? '部门' : '街道'),
      filterChoices: [
        { value: 'bureau', label: '部门' },
        { value: 'street', label: '街道' },
      ],
    },
  ]
  const trigger = () => screen.getByRole('button', { name: /^筛选类别/ })

  it('is opened, ticked and put to work by the keyboard alone, and says that it is at work', async () => {
    const { router } = renderPage(<UnitTable columns={kinds} />, { address: '/?page=2' })
    trigger().focus()
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('checkbox', { name: '部门' })))
    await userEvent.keyboard('{Tab} {Tab}{Tab}{Enter}')
    await waitFor(() => expect(router.state.location.search).toBe('?filter=kind:street'))
    expect(namesOnPage()).toEqual(['半山街道'])
    expect(document.activeElement).toBe(trigger())
    expect(trigger().getAttribute('aria-label')).toBe('筛选类别，已选 1 项')
  })
  it('is taken back by 重置', async () => {
    const { router } = renderPage(<UnitTable columns={kinds} />, { address: '/?filter=kind:street' })
    await userEvent.click(trigger())
    await userEvent.click(await screen.findByRole('button', { name: '重置' }))
    await waitFor(() => expect(router.state.location.search).toBe(''))
    expect(namesOnPage()).toHaveLength(3)
  })
  it('counts what was ticked when the keyboard or a click leads out of it, and forgets it on Escape', async () => {
    const { router } = renderPage(<UnitTable columns={kinds} />)
    await userEvent.click(trigger())
    await userEvent.click(await screen.findByRole('checkbox', { name: '部门' }))
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(trigger().getAttribute('aria-expanded')).toBe('false'))
    expect(router.state.location.search).toBe('')
    await userEvent.click(trigger())
    await userEvent.click(await screen.findByRole('checkbox', { name: '部门' }))
    await userEvent.keyboard('{Tab}{Tab}{Tab}{Tab}')
    await waitFor(() => expect(router.state.location.search).toBe('?filter=kind:bureau'))
    expect(document.activeElement).toBe(trigger())
  })
})

describe('choosing rows', () => {
  const selectionOf = (selectedKeys: readonly string[], onChange: (keys: string[]) => void) => ({
    selectedKeys,
    onChange,
    refusalOf: ({ id }: Unit) => (id === 'b' ? '不能选' : null),
    labelOf: ({ name }: Unit) => name,
  })
  const box = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name })

  it('chooses one, or all of the page that can be, and keeps those of other pages', async () => {
    const onChange = vi.fn()
    renderPage(<UnitTable selection={selectionOf(['other'], onChange)} />)
    expect(box('选择 教育局').disabled).toBe(true)
    expect(box('全选本页').checked).toBe(false)
    await userEvent.click(box('选择 财政局'))
    expect(onChange).toHaveBeenLastCalledWith(['other', 'a'])
    await userEvent.click(box('全选本页'))
    expect(onChange).toHaveBeenLastCalledWith(['other', 'a', 'c'])
  })
  it('says whether some or all are chosen, and gives them up together', async () => {
    const onChange = vi.fn()
    const { container, unmount } = renderPage(<UnitTable selection={selectionOf(['a'], onChange)} />)
    expect(container.querySelector('.ant-checkbox-indeterminate')).toBeTruthy()
    unmount()
    renderPage(<UnitTable selection={selectionOf(['other', 'a', 'c'], onChange)} />)
    expect(box('全选本页').checked).toBe(true)
    await userEvent.click(box('全选本页'))
    expect(onChange).toHaveBeenLastCalledWith(['other'])
  })
  it.each(['table', 'cards'])('reaches from the last one to this with the shift key held down: %s', async (form) => {
    if (form === 'cards') pretendPhone()
    const onChange = vi.fn()
    renderPage(<UnitTable selection={selectionOf([], onChange)} />)
    const user = userEvent.setup()
    await user.click(box('选择 财政局'))
    await user.keyboard('{Shift>}')
    await user.click(box('选择 半山街道'))
    expect(onChange).toHaveBeenLastCalledWith(['a', 'c'])
  })
})

describe('a table wider than its place', () => {
  it('moves head, rows and scroll bar sideways as one, and takes no echo for a wish', () => {
    const { container } = renderPage(<UnitTable />)
    const boxes = [...container.querySelectorAll('[data-sideways]')]
    const [head, body, bar] = boxes
    if (head === undefined || body === undefined || bar === undefined) throw new Error('a box is missing')
    body.scrollLeft = 40
    fireEvent.scroll(body)
    expect(boxes.map((box) => box.scrollLeft)).toEqual([40, 40, 40])
    body.scrollLeft = 60
    fireEvent.scroll(head)
    expect(body.scrollLeft).toBe(60)
    fireEvent.scroll(body)
    expect(boxes.map((box) => box.scrollLeft)).toEqual([60, 60, 60])
    head.scrollLeft = 10
    fireEvent.scroll(head)
    expect(body.scrollLeft).toBe(10)
  })
})
