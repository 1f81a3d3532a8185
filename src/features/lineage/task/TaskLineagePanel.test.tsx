import { accountKeys } from '@/data/accounts/keys'
import type { CurrentAccount } from '@/data/accounts/account'
import { configureClient } from '@/data/client'
import { parseLocalDate, type LocalDate } from '@/domain/local-date/local-date'
import type { Task } from '@/domain/tasks/task'
import { useQueryClient } from '@tanstack/react-query'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { renderPage } from '../../../../tests/support/render-page'
import { planId, taskId, userId } from '../../../../tests/support/ids'
import { TaskLineagePanel } from './TaskLineagePanel'

const node = (id: string, title: string, from: number, to = from) => ({
  id,
  number: null,
  title,
  withdrawn_at: null,
  plans: { id: `plan ${id}`, title: `${from}年的计划`, starts_on: `${from}-01-01`, ends_on: `${to}-12-31` },
})
const [five, last, here, next] = [
  node('five', '建成专区', 2019, 2023),
  node('last', '扩大专区', 2020),
  node('here', '用好专区', 2021),
  node('next', '评估专区', 2022),
]
const link = (task: typeof five, ancestor: typeof five, milestones: object | null = null) => ({
  task_id: task.id,
  ancestor_id: ancestor.id,
  task,
  ancestor,
  milestones,
})
const all = [
  link(last, five, { year: 2020, due_on: '2020-12-31', requirement: '覆盖过半' }),
  link(here, last),
  link(next, here),
]

let links: ReturnType<typeof link>[] = []
let removed: string[] = []
const server = setupServer(
  http.get('*/rest/v1/task_ancestors', ({ request }) => {
    const search = new URL(request.url).searchParams
    const holds = (column: string, id: string) => search.get(column)?.includes(id) ?? false
    return HttpResponse.json(
      links.filter((one) => holds('task_id', one.task_id) || holds('ancestor_id', one.ancestor_id)),
    )
  }),
  http.delete('*/rest/v1/task_ancestors', ({ request }) => {
    removed.push(new URL(request.url).search)
    return HttpResponse.json([{ task_id: 'here' }])
  }),
  http.post('*/rest/v1/rpc/task_state', async ({ request }) => {
    const { p_task_id } = (await request.json()) as { p_task_id: string }
    const state = {
      task_id: p_task_id,
      percent: 40,
      is_complete: false,
      is_late: false,
      due_on: '2021-12-31',
      fact_on: null,
      signal: p_task_id === 'last' ? 'red' : 'green',
      reason: 'overdue',
    }
    return HttpResponse.json([state])
  }),
)
beforeAll(() => {
  server.listen({ onUnhandledRequest: 'error' })
  configureClient({ supabaseUrl: 'http://server.test', supabasePublishableKey: 'key', demoAccounts: [] })
})
afterEach(() => {
  server.resetHandlers()
  removed = []
})
afterAll(() => server.close())

const task: Task = {
  id: taskId('here'),
  number: null,
  title: '用好专区',
  isOngoing: false,
  requirement: '用好专区。',
  withdrawnAt: null,
  withdrawnReason: null,
  plan: { id: planId('plan here'), title: '2021年的计划', state: 'issued' },
  section: null,
  source: null,
  milestones: [],
  assignments: [],
}

function SignedIn({ role, asOf }: { readonly role: CurrentAccount['role']; readonly asOf: LocalDate | null }) {
  const account: CurrentAccount = {
    userId: userId('u'),
    displayName: '周敏',
    email: 'zhou@example.cn',
    role,
    unitId: null,
    unitName: null,
  }
  useQueryClient().setQueryData(accountKeys.current(), account)
  return <TaskLineagePanel task={task} asOf={asOf} title="任务沿革" />
}

function show(role: CurrentAccount['role'], of: typeof links, asOf: LocalDate | null = null) {
  links = of
  return renderPage(<SignedIn role={role} asOf={asOf} />)
}

it('shows the line from the plan over several years down to next year, with years, milestone, signals and links', async () => {
  show('department', all)
  const line = await screen.findByRole('list', { name: '任务沿革' })
  const rows = within(line)
    .getAllByRole('listitem')
    .map((row) => row.textContent)
  expect(rows.map((text) => /建成|扩大|用好|评估/.exec(text ?? '')?.[0])).toEqual(['建成', '扩大', '用好', '评估'])
  expect(rows[0]).toMatch(/2019—2023 年.*2020 年度节点：覆盖过半/)
  expect(rows[2]).toContain('本任务')
  expect(within(line).getByRole('link', { name: '扩大专区' }).getAttribute('href')).toBe('/tasks/last')
  expect(await within(line).findByText('逾期')).toBeTruthy()
  expect(screen.queryByRole('button')).toBeNull()
})

it('is absent for those who cannot add anything, and tells the lead office what to do', async () => {
  const { unmount } = show('leadership', [])
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(screen.queryByText('任务沿革')).toBeNull()
  unmount()
  show('lead_office', [])
  expect(await screen.findByText('还没有关联其他计划的任务')).toBeTruthy()
  expect(screen.getByRole('button', { name: '关联来源任务' })).toBeTruthy()
})

it('a failure is told to everybody', async () => {
  server.use(http.get('*/rest/v1/task_ancestors', () => HttpResponse.json({ message: 'broken' }, { status: 500 })))
  show('department', [])
  expect(await screen.findByText('没有读取到任务沿革')).toBeTruthy()
})

it('lets the lead office undo only links of the task itself, after asking', async () => {
  show('lead_office', all)
  await screen.findByRole('list', { name: '任务沿革' })
  expect(screen.getAllByRole('button', { name: /解除与/ }).map((button) => button.getAttribute('aria-label'))).toEqual([
    '解除与「扩大专区」的关联',
    '解除与「评估专区」的关联',
  ])
  await userEvent.click(screen.getByRole('button', { name: '解除与「评估专区」的关联' }))
  expect(removed).toEqual([])
  await userEvent.click(await screen.findByRole('button', { name: '解除关联' }))
  await waitFor(() => expect(removed[0]).toMatch(/task_id=eq\.next.*ancestor_id=eq\.here/))
})

it('a past day is looked at, not changed', async () => {
  show('lead_office', all, parseLocalDate('2021-06-30'))
  await screen.findByRole('list', { name: '任务沿革' })
  expect(screen.queryByRole('button')).toBeNull()
})
