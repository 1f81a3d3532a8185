import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test, vi } from 'vitest'
import { startFakeApi } from '../../../tests/support/fake-api'
import { renderPage } from '../../../tests/support/render-page'
import { PlanPage } from './PlanPage'

const account = vi.hoisted(() => ({ role: 'lead_office' }))
vi.mock('@/data/accounts/use-current-account', () => ({ useCurrentAccount: () => account }))

const api = startFakeApi()
const plan = {
  id: 'p',
  kind: 'annual_work_plan',
  title: '2021年政务公开工作要点',
  document_number: '澜政办发〔2021〕8号',
  issuing_body: null,
  starts_on: '2021-01-01',
  ends_on: '2021-12-31',
  state: 'issued',
  created_at: '2021-03-01T02:00:00Z',
  issued_at: '2021-03-02T02:00:00Z',
  source_document_id: 'd',
  document_date: '2021-02-28',
  warning_days: 15,
  reporting_cadence: 'quarterly',
  report_grace_days: 5,
  behind_points: 25,
  closed_at: null,
}
const sourceFile = {
  id: 'd',
  file_name: '要点.docx',
  is_pasted: false,
  file_sha256: 'f'.repeat(64),
  file_path: 'd/f.docx',
}
beforeEach(() => api.table('source_documents', () => [sourceFile]))
const open = (address = '/plans/p') =>
  renderPage(<PlanPage renderWork={(planId, asOf) => <p>{`${planId} 的任务，${asOf ?? '今天'}`}</p>} />, {
    address,
    pattern: '/plans/:planId',
  })
const facts = () =>
  Object.fromEntries(screen.getAllByRole('term').map((term) => [term.textContent, term.nextSibling?.textContent]))

beforeEach(() => {
  account.role = 'lead_office'
  api.table('plans', () => [plan])
  api.table('report_submissions', () => [])
  api.rpc('my_actions', () => [{ event: 'plan_closed', to_state: 'closed', needs_reason: true }])
})

test('a plan shows what the document says of it and leaves out what it does not, and can be closed', async () => {
  open()
  expect(await screen.findByRole('heading', { name: plan.title })).toBeTruthy()
  expect(facts()).toMatchObject({
    类型: '工作要点',
    文号: '澜政办发〔2021〕8号',
    成文日期: '2021年2月28日',
    起止: '2021-01-01 至 2021-12-31',
    填报周期: '每季度',
    填报宽限: '周期结束后 5 天',
    预警: '到期前 15 天，或进度落后超过 25 个百分点',
  })
  expect(Object.keys(facts())).not.toContain('发文机关')
  expect(Object.keys(facts())).not.toContain('归档')
  expect(screen.getByText('p 的任务，今天')).toBeTruthy()
  expect(await screen.findByRole('button', { name: '下载原件「要点.docx」' })).toBeTruthy()
  await userEvent.click(await screen.findByRole('button', { name: '归档计划' }))
  expect(within(await screen.findByRole('dialog')).getByText(/任务、反馈和记录都会保留/)).toBeTruthy()
})

const submission = (at: number) => ({
  id: `s${at}`,
  kind: 'progress',
  percent: at === 1 ? 100 : 60,
  done: '已公开',
  submitted_at: '2021-09-28T02:00:00Z',
  number: 1,
  obligations: {
    units: { name: `第${at}局` },
    due_on: '2021-12-31',
    milestone_due_on: '2021-12-31',
    tasks: { number: '（一）', title: '公开重大项目', plans: { title: plan.title } },
  },
  submission_evidence: [],
})

test('before a plan is closed it says which reports of it still await review, and that they can be decided after', async () => {
  const asked: URLSearchParams[] = []
  api.server.use(
    http.get('http://api.test/rest/v1/report_submissions', ({ request }) => {
      asked.push(new URL(request.url).searchParams)
      const rows = [1, 2, 3, 4, 5].map(submission)
      return HttpResponse.json(rows, { headers: { 'Content-Range': '0-4/7' } })
    }),
  )
  open()
  await userEvent.click(await screen.findByRole('button', { name: '归档计划' }))
  const dialog = within(await screen.findByRole('dialog'))
  expect(await dialog.findByText('还有 7 份反馈没有审核')).toBeTruthy()
  expect(dialog.getByRole('link', { name: '去审核' }).getAttribute('href')).toBe('/queue?plan=p')
  expect(within(dialog.getByRole('list', { name: '没有审核的反馈' })).getAllByRole('listitem')).toHaveLength(5)
  const first = dialog.getByRole('link', { name: '第1局 · （一）公开重大项目（申请办结）' })
  expect(first.getAttribute('href')).toBe('/review/s1?plan=p')
  expect(dialog.getByText('另有 2 份。')).toBeTruthy()
  expect(dialog.getByText(/归档后仍可审核/)).toBeTruthy()
  expect(dialog.getByText(/红黄绿灯停在归档当天/)).toBeTruthy()
  expect([asked[0]?.get('decision'), asked[0]?.get('obligations.tasks.plan_id')]).toEqual(['is.null', 'eq.p'])
})

test('where nothing awaits review, closing says nothing of it', async () => {
  open()
  await userEvent.click(await screen.findByRole('button', { name: '归档计划' }))
  const dialog = within(await screen.findByRole('dialog'))
  await waitFor(() => expect(dialog.queryByRole('list')).toBeNull())
  expect(dialog.queryByText(/没有审核/)).toBeNull()
})

test('the work of a past day is that day’s, and says so', async () => {
  open('/plans/p?asOf=2021-06-30')
  expect(await screen.findByText('p 的任务，2021-06-30')).toBeTruthy()
  expect(screen.getByText(/2021年6月30日当天已知的情况/)).toBeTruthy()
})

test('a draft leads to where it is checked, and has nothing to close', async () => {
  api.table('plans', () => [{ ...plan, state: 'draft', issued_at: null }])
  open()
  const link = await screen.findByRole('link', { name: '去核对' })
  expect(link.getAttribute('href')).toBe('/plans/p/check')
  expect(screen.queryByRole('button', { name: '归档计划' })).toBeNull()
})

test.each([
  ['lead_office', '全部计划', '/plans'],
  ['leadership', '总览', '/dashboard'],
])('%s goes back to %s', async (role, name, href) => {
  account.role = role
  open()
  expect((await screen.findByRole('link', { name })).getAttribute('href')).toBe(href)
})

test('a plan that cannot be read says so and can be asked for again', async () => {
  api.table('plans', () => [])
  open()
  expect(await screen.findByText('没有读取到计划')).toBeTruthy()
  api.table('plans', () => [plan])
  await userEvent.click(screen.getByRole('button', { name: '重试' }))
  expect(await screen.findByRole('heading', { name: plan.title })).toBeTruthy()
})
