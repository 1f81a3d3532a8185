import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { Refused, startFakeApi } from '../../../tests/support/fake-api'
import { renderPage } from '../../../tests/support/render-page'
import { QueuePage } from './QueuePage'

const api = startFakeApi()

function item(id: string, unit: string, patch: object = {}) {
  return {
    id,
    kind: 'progress',
    percent: 60,
    done: '已公开',
    submitted_at: '2021-09-28T02:00:00Z',
    number: 1,
    obligations: {
      units: { name: unit },
      due_on: '2021-12-31',
      milestone_due_on: '2021-12-31',
      tasks: { number: '（一）', title: '公开重大项目', plans: { title: '2021年要点' } },
    },
    submission_evidence: [],
    ...patch,
  }
}
let queue: object[] = []
let plans: object[] = []
const plan = (before_given: number) => ({
  plan_id: 'p',
  title: '2021年要点',
  state: 'issued',
  starts_on: '2021-01-01',
  ends_on: '2021-12-31',
  tasks: 4,
  red: 0,
  yellow: 0,
  due_soon: 0,
  green: 4,
  grey: 0,
  complete: 0,
  complete_late: 0,
  percent: 0,
  scheduled_percent: 0,
  awaiting_review: 0,
  leads_done: 0,
  before_given,
})

beforeEach(() => {
  plans = []
  queue = [
    item('s1', '县教育局'),
    item('s2', '县民政局', { percent: 100, submission_evidence: [{ evidence_id: 'e' }] }),
    item('s3', '县司法局', { percent: 100 }),
    item('s4', '县审计局', { kind: 'not_applicable', percent: 0 }),
    item('s5', '县交通局'),
  ]
  api.table('report_submissions', () => queue)
  api.table('plans', () => [{ id: 'p', title: '2021年要点' }])
  api.table('units', () => [])
  api.table('submission_evidence', () => [])
  api.rpc('plan_overview', () => plans)
})

const open = () => renderPage(<QueuePage />, { otherRoutes: [{ path: '/review/:id', element: <p>审核页</p> }] })
const boxOf = async (unit: string) =>
  within((await screen.findByText(unit)).closest('tr') ?? document.body).getByRole('checkbox')

test('lists what awaits review and says how much', async () => {
  open()
  expect(await screen.findByText('待审核反馈 5 份，先报的在前')).toBeTruthy()
  expect(screen.getAllByText('申请办结')).toHaveLength(2)
})

test('several are approved at once, after their names were shown', async () => {
  api.rpc('approve_reports', () => 2)
  open()
  await userEvent.click(await boxOf('县教育局'))
  await userEvent.click(await boxOf('县交通局'))
  await userEvent.click(screen.getByRole('button', { name: '批量通过 2 份' }))
  const dialog = await screen.findByRole('dialog')
  expect(within(dialog).getAllByRole('listitem')).toHaveLength(2)
  expect(within(dialog).getByText(/本页另有 3 份申请办结或无此事项/)).toBeTruthy()
  expect(api.callsOf('approve_reports')).toEqual([])
  await userEvent.click(within(dialog).getByRole('button', { name: '全部通过' }))
  await waitFor(() => expect(api.callsOf('approve_reports')).toEqual([{ p_submission_ids: ['s1', 's5'] }]))
  expect(await screen.findByText('已通过 2 份，本页另有 3 份申请办结或无此事项，须逐份审核')).toBeTruthy()
})

test('what would end an obligation is never approved unseen: neither a completion nor 无此事项, and each says why', async () => {
  open()
  for (const unit of ['县民政局', '县司法局', '县审计局']) expect(await boxOf(unit)).toHaveProperty('disabled', true)
  expect(screen.getAllByTitle('申请办结和无此事项须逐份审核').length).toBeGreaterThan(0)
  await userEvent.click(screen.getByRole('checkbox', { name: /本页/ }))
  expect(screen.getByRole('button', { name: '批量通过 2 份' })).toBeTruthy()
})

test('when one of them was decided meanwhile, none is approved and the choice stays', async () => {
  api.rpc('approve_reports', () => {
    throw new Refused({ key: 'report_is_approved' })
  })
  open()
  await userEvent.click(await boxOf('县教育局'))
  await userEvent.click(screen.getByRole('button', { name: '批量通过 1 份' }))
  const dialog = await screen.findByRole('dialog')
  await userEvent.click(within(dialog).getByRole('button', { name: '全部通过' }))
  expect(await within(dialog).findByText(/已审核通过，不能再审核/)).toBeTruthy()
})

test('a row opens its review with the filters of the queue', async () => {
  const { router } = renderPage(<QueuePage />, {
    address: '/?completing=true',
    otherRoutes: [{ path: '/review/:id', element: <p>审核页</p> }],
  })
  await userEvent.click((await screen.findAllByRole('button', { name: /公开重大项目/ }))[0] ?? document.body)
  expect(await screen.findByText('审核页')).toBeTruthy()
  expect(router.state.location).toMatchObject({ pathname: '/review/s1', search: '?completing=true' })
})

test('an empty queue is said, and differently when filters made it so', async () => {
  queue = []
  open()
  expect(await screen.findByText('没有待审核的反馈')).toBeTruthy()
  renderPage(<QueuePage />, { address: '/?completing=true' })
  expect(await screen.findByText('没有符合条件的反馈')).toBeTruthy()
})

test('says quietly how many tasks wait for a word on what fell due before it was given, and leads there', async () => {
  plans = [plan(2), plan(1)]
  open()
  const link = await screen.findByRole('link', { name: '3 项任务下达前到期，待说明' })
  expect(link.getAttribute('href')).toBe('/tasks?signal=before_given')
})

test('says nothing of it where there is none', async () => {
  plans = [plan(0)]
  open()
  await screen.findByText('待审核反馈 5 份，先报的在前')
  await waitFor(() => expect(api.callsOf('plan_overview')).toHaveLength(1))
  expect(screen.queryByText(/下达前到期/)).toBeNull()
})
