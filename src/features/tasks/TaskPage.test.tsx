import { parseLocalDate } from '@/domain/local-date/local-date'
import type { Obligation } from '@/domain/reporting/obligation'
import type { Task } from '@/domain/tasks/task'
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { renderPage } from '../../../tests/support/render-page'
import { assignmentId, milestoneId, obligationId, planId, taskId, unitId } from '../../../tests/support/ids'
import { obligationSheet } from './own-sheets'
import type { ObligationAction, TaskSheet } from './task-sheet'
import { TaskPage } from './TaskPage'
import { TaskView } from './TaskView'

const task: Task = {
  id: taskId('t1'),
  number: '1.',
  title: '公开预算',
  isOngoing: false,
  requirement: '公开预算。',
  withdrawnAt: null,
  withdrawnReason: null,
  plan: { id: planId('p1'), title: '2021年要点', state: 'issued' },
  section: null,
  source: null,
  milestones: [{ id: milestoneId('m1'), dueOn: parseLocalDate('2021-12-31'), requirement: '', weight: 1 }],
  assignments: [],
}
const obligation: Obligation = {
  id: obligationId('o1'),
  assignmentId: assignmentId('a1'),
  milestoneId: milestoneId('m1'),
  taskId: taskId('t1'),
  planId: planId('p1'),
  planTitle: '2021年要点',
  planState: 'issued',
  closedOn: null,
  number: '1.',
  title: '公开预算',
  isOngoing: false,
  unitId: unitId('u1'),
  unitName: '财政局',
  role: 'lead',
  isAccountable: true,
  dueOn: parseLocalDate('2021-12-31'),
  milestoneDueOn: parseLocalDate('2021-12-31'),
  requirement: '',
  percent: 40,
  waitingPercent: null,
  scheduledPercent: 50,
  isComplete: false,
  isLate: false,
  isNotApplicable: false,
  isClosed: false,
  completedOn: null,
  awaitingSince: null,
  mendUntil: null,
  factOn: null,
  signal: 'green',
  reason: 'on_track',
  reasons: ['on_track'],
  reportState: null,
  returnReason: null,
}
const { answers } = vi.hoisted(() => ({ answers: { task: null as unknown, obligations: [] as unknown[] } }))
vi.mock('@/data/tasks/queries', () => ({
  taskDetailOptions: () => ({ queryKey: ['task'], queryFn: () => answers.task }),
  taskStateOptions: () => ({ queryKey: ['state'], queryFn: () => null }),
}))
vi.mock('@/data/obligations/queries', () => ({
  taskObligationsOptions: () => ({ queryKey: ['obligations'], queryFn: () => answers.obligations }),
}))
vi.mock('@/data/actions/use-actions', () => ({
  useActions: () => ({ events: new Set(['task_reworded']), query: { isLoadingError: false } }),
}))

answers.task = task
answers.obligations = [obligation]

const sheet = (key: string, title: string): TaskSheet => ({
  key,
  title,
  Sheet: ({ task: shown, asOf }) => (
    <section aria-label={title}>
      {title}：{shown.title}，{asOf ?? '今天'}
    </section>
  ),
})
const sheets = [sheet('extension', '延期'), obligationSheet, sheet('objection', '异议')]
const obligationActions: readonly ObligationAction[] = [
  ({ obligation: { unitName } }) => <button>催办{unitName}</button>,
  () => <button>申请延期</button>,
]
const page = <TaskPage sheets={sheets} obligationActions={obligationActions} />

const rowOf = async (unitName: string) =>
  (await screen.findByText(unitName)).closest<HTMLElement>('li') ?? document.body

it('shows the sheets it was given in their order, each with the task and the day', async () => {
  renderPage(page, { address: '/tasks/t1', pattern: '/tasks/:taskId' })
  const extension = await screen.findByText('延期：公开预算，今天')
  const objection = screen.getByText('异议：公开预算，今天')
  const own = screen.getByText('责任单位和节点')
  expect(extension.compareDocumentPosition(own)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
  expect(own.compareDocumentPosition(objection)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
})

it('offers every action beside each obligation today', async () => {
  renderPage(page, { address: '/tasks/t1', pattern: '/tasks/:taskId' })
  const row = within(await rowOf('财政局'))
  expect(screen.getByRole('button', { name: '调整任务' })).toBeTruthy()
  expect(row.getAllByRole('button').map((button) => button.textContent)).toEqual(['催办财政局', '申请延期'])
})

it('offers nothing on a past day, which is looked at and not changed', async () => {
  renderPage(page, { address: '/tasks/t1?asOf=2021-06-30', pattern: '/tasks/:taskId' })
  await screen.findByText('延期：公开预算，2021-06-30')
  expect(screen.queryByRole('button', { name: '调整任务' })).toBeNull()
  expect(within(await rowOf('财政局')).queryAllByRole('button')).toEqual([])
})

it('shows in a drawer what this feature knows, without actions', async () => {
  renderPage(<TaskView taskId={taskId('t1')} asOf={null} sheets={[obligationSheet]} isInDrawer />)
  expect(within(await rowOf('财政局')).queryAllByRole('button')).toEqual([])
})

it('says the own date of a unit beside the one of the milestone, and calls it late by its own', async () => {
  const [june, never] = [parseLocalDate('2021-06-30'), parseLocalDate('2999-12-31')]
  answers.obligations = [{ ...obligation, milestoneDueOn: june, dueOn: never }]
  renderPage(page, { address: '/tasks/t1', pattern: '/tasks/:taskId' })
  const row = within(await rowOf('财政局'))
  expect(row.getByText('2999-12-31')).toBeTruthy()
  expect(row.getByText('节点期限 2021-06-30')).toBeTruthy()
  const milestone = screen.getByRole('region', { name: '2021-06-30 的节点' })
  expect(milestone.textContent).not.toContain('逾期')
  answers.obligations = [obligation]
})

it('goes to the milestone that the address asks for, and marks it by a word', async () => {
  const shown: string[] = []
  vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(function scroll(this: Element) {
    shown.push(this.id)
  })
  const second = { milestoneId: milestoneId('m2'), dueOn: parseLocalDate('2022-12-31') }
  answers.obligations = [obligation, { ...obligation, ...second, id: obligationId('o2'), milestoneDueOn: second.dueOn }]
  renderPage(page, { address: '/tasks/t1#m2', pattern: '/tasks/:taskId' })
  const asked = await screen.findByRole('region', { name: '2022-12-31 的节点' })
  expect(within(asked).getByText('所选节点')).toBeTruthy()
  expect(screen.getAllByText('所选节点')).toHaveLength(1)
  expect(shown).toEqual(['m2'])
  expect(document.activeElement).toBe(asked)
  answers.obligations = [obligation]
})

it('folds the units of a long list on the screen, and keeps every one for paper', async () => {
  answers.obligations = Array.from({ length: 23 }, (_, index) => ({
    ...obligation,
    id: obligationId(`o${index}`),
    unitName: `第${index}局`,
  }))
  renderPage(page, { address: '/tasks/t1', pattern: '/tasks/:taskId' })
  const rows = [...((await rowOf('第0局')).parentElement?.children ?? [])]
  expect(rows).toHaveLength(23)
  expect(rows.filter((row) => row.getAttribute('data-folded') === 'true')).toHaveLength(15)
  await userEvent.click(screen.getByRole('button', { name: '展开全部 23 个单位' }))
  expect(rows.filter((row) => row.getAttribute('data-folded') === 'true')).toHaveLength(0)
  answers.obligations = [obligation]
})
