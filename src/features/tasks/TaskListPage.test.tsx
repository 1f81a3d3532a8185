import type { TaskPageRequest } from '@/domain/tasks/task'
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import { renderPage } from '../../../tests/support/render-page'
import { TaskListPage } from './TaskListPage'

const asked = vi.hoisted<{ requests: unknown[]; total: number }>(() => ({ requests: [], total: 0 }))
vi.mock('@/data/tasks/list-queries', () => ({
  taskListOptions: (request: TaskPageRequest) => ({
    queryKey: ['tasks', request],
    queryFn: () => {
      asked.requests.push(request)
      return { tasks: [], total: asked.total, page: request.page }
    },
  }),
}))
vi.mock('@/data/overview/queries', () => ({ planOverviewOptions: () => ({ queryKey: ['plans'], queryFn: () => [] }) }))
vi.mock('@/data/plans/queries', () => ({ planSectionsOptions: () => ({ queryKey: ['sections'], queryFn: () => [] }) }))
vi.mock('@/data/units/queries', () => ({ unitOptionsOptions: () => ({ queryKey: ['units'], queryFn: () => [] }) }))

beforeEach(() => {
  asked.requests = []
})

it('asks for exactly what the address of a number on the dashboard says', async () => {
  renderPage(<TaskListPage />, {
    address:
      '/tasks?asOf=2021-06-30&plan=p1&section=none&unit=u1&role=accountable&signal=red&year=2023&awaiting=true&words=公开&sort=due_on&page=2',
  })
  await screen.findByText('共 0 项任务')
  expect(asked.requests).toEqual([
    {
      filter: {
        asOf: '2021-06-30',
        planId: 'p1',
        sectionId: 'none',
        unitId: 'u1',
        role: 'accountable',
        signal: 'red',
        year: 2023,
        isAwaiting: true,
        isLeadsDone: false,
        words: '公开',
      },
      sort: 'due_on',
      page: 2,
      pageSize: 50,
    },
  ])
})

it('takes nonsense in the address for nothing, and a day to come for today', async () => {
  renderPage(<TaskListPage />, { address: '/tasks?asOf=2031-01-01&signal=purple&role=boss&sort=luck&page=0' })
  await screen.findByText('还没有任务')
  expect(asked.requests).toEqual([
    {
      filter: {
        asOf: null,
        planId: '',
        sectionId: '',
        unitId: '',
        role: '',
        signal: '',
        year: 0,
        isAwaiting: false,
        isLeadsDone: false,
        words: '',
      },
      sort: 'urgency',
      page: 1,
      pageSize: 50,
    },
  ])
})

it('offers to widen a filter that keeps nothing, and keeps the day', async () => {
  const { router } = renderPage(<TaskListPage />, { address: '/tasks?asOf=2021-06-30&signal=red' })
  await screen.findByText('没有符合条件的任务')
  const [clear] = screen.getAllByRole('button', { name: '清除筛选' })
  await userEvent.click(clear ?? document.body)
  expect(router.state.location.search).toBe('?asOf=2021-06-30')
})
