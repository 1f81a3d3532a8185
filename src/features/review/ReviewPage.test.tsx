import { accountKeys } from '@/data/accounts/keys'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { submissionId } from '../../../tests/support/ids'
import { Refused, startFakeApi } from '../../../tests/support/fake-api'
import { renderPage } from '../../../tests/support/render-page'
import { ReviewPage } from './ReviewPage'

const api = startFakeApi()

const piece = (id: string, title: string) => ({
  is_accepted: null,
  content_sha256: null,
  evidence: {
    id,
    unit_id: 'u',
    kind: 'link',
    title,
    url: 'https://www.gov.cn/a',
    storage_path: null,
    file_name: null,
    byte_size: null,
    content_sha256: null,
    created_at: '2021-09-28T02:00:00Z',
  },
})
const submission = {
  id: 's1',
  report_id: 'r1',
  obligation_id: 'o',
  task_id: 't',
  number: 1,
  kind: 'progress',
  percent: 100,
  done: '全部公开',
  next_steps: '',
  problems: '',
  submitted_at: '2021-09-28T02:00:00Z',
  decision: null,
  decided_at: null,
  decision_reason: '',
  submitter: { display_name: '张三' },
  decider: null,
  submission_evidence: [piece('e1', '公开页面'), piece('e2', '现场照片')],
  obligations: {
    units: { name: '县教育局' },
    assignments: { role: 'lead' },
    due_on: '2021-09-30',
    milestone_due_on: '2021-09-30',
    milestones: { requirement: '' },
    tasks: {
      number: '（一）',
      title: '公开重大项目',
      requirement: '公开批准和实施信息。',
      plans: { title: '2021年要点' },
      plan_sections: null,
    },
  },
}
let current: object = submission
let actions: string[] = []
let handedIn: {
  evidence_id: string
  content_sha256: string | null
  evidence: { title: string; storage_path: string | null }
}[] = []

beforeEach(() => {
  current = submission
  handedIn = []
  api.rpc('obligation_state', () => [])
  actions = ['report_approved', 'report_returned']
  api.rpc('my_actions', () => actions.map((event) => ({ event, to_state: '', needs_reason: false })))
  api.table('submission_evidence', () => handedIn)
  // One table, three questions: this submission, its history, and what else awaits review.
  api.server.use(
    http.get('http://api.test/rest/v1/report_submissions', ({ request }) => {
      const asked = new URL(request.url).searchParams
      const rows =
        asked.get('id') === 'eq.s1' ? [current] : asked.has('decision') ? [{ ...submission, id: 's9' }] : [current]
      return HttpResponse.json(rows, { headers: { 'Content-Range': `0-0/${rows.length}` } })
    }),
  )
})

async function open() {
  const view = renderPage(<ReviewPage submissionId={submissionId('s1')} />, {
    address: '/',
    otherRoutes: [{ path: '/review/:id', element: <p>下一件的审核页</p> }],
  })
  view.queryClient.setQueryData(accountKeys.current(), { userId: 'me' })
  await screen.findByText('全部公开')
  await screen.findByText('还有待审核反馈 1 份')
  if (actions.length > 0) await screen.findByRole('button', { name: '退回' })
  return view
}
const approve = () => screen.getByRole('button', { name: '通过' })
/** Says of each piece, in their order, whether it counts. */
async function judge(...words: readonly ('认可' | '不认可')[]) {
  const pieces = screen.getAllByRole('radiogroup', { name: /是否认可/ })
  for (const [index, name] of words.entries())
    await userEvent.click(within(pieces[index] ?? document.body).getByRole('radio', { name }))
}

test('a decision is sent once, however often the button is clicked', async () => {
  api.rpc('review_report', () => null)
  await open()
  await judge('认可', '认可')
  await userEvent.dblClick(approve())
  expect(await screen.findByText('已通过')).toBeTruthy()
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(api.callsOf('review_report')).toHaveLength(1)
})

test('a reason that was typed is still there when the form was put away', async () => {
  await open()
  await userEvent.click(screen.getByRole('button', { name: '退回' }))
  await userEvent.type(screen.getByLabelText('退回理由'), '缺链接{Escape}')
  await userEvent.click(screen.getByRole('button', { name: '退回' }))
  expect(screen.getByLabelText('退回理由')).toHaveProperty('value', '缺链接')
})

describe('a stored file', () => {
  const bytes = '%PDF-1.7 佐证'
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const stored = (content_sha256: string) => ({
    is_accepted: null,
    content_sha256,
    evidence: {
      ...piece('e3', '招生简章').evidence,
      kind: 'file',
      url: null,
      storage_path: 'u/e3.pdf',
      file_name: '招生简章.pdf',
      byte_size: 15,
      content_sha256,
    },
  })
  beforeEach(() => {
    api.server.use(http.get('http://api.test/storage/v1/object/evidence/u/e3.pdf', () => new HttpResponse(bytes)))
  })

  test('that is the one handed in is said to be', async () => {
    current = { ...submission, submission_evidence: [stored(sha256)] }
    await open()
    expect(await screen.findByText('与提交时一致')).toBeTruthy()
  })

  test('that is another is shown as such, and not kept when it is fetched', async () => {
    current = { ...submission, submission_evidence: [stored('0'.repeat(64))] }
    await open()
    expect(await screen.findByText('文件与提交时不一致')).toBeTruthy()
    const keep = vi.spyOn(HTMLAnchorElement.prototype, 'click')
    await userEvent.click(screen.getByRole('button', { name: '招生简章' }))
    await waitFor(() => expect(screen.getByRole('button', { name: '招生简章' })).toHaveProperty('disabled', false))
    expect(keep).not.toHaveBeenCalled()
    expect(screen.getAllByText('文件与提交时不一致')).toHaveLength(1)
    await userEvent.click(screen.getByRole('button', { name: '预览 招生简章' }))
    expect(await screen.findByText(/不能作为依据/)).toBeTruthy()
  })
})

describe('approving', () => {
  test('reads the files once more, and does not approve one that is not the one handed in', async () => {
    api.rpc('review_report', () => null)
    api.server.use(http.get('http://api.test/storage/v1/object/evidence/u/e3.pdf', () => new HttpResponse('swapped')))
    handedIn = [
      { evidence_id: 'e3', content_sha256: '0'.repeat(64), evidence: { title: '招生简章', storage_path: 'u/e3.pdf' } },
    ]
    await open()
    await judge('认可', '认可')
    await userEvent.click(approve())
    expect(await screen.findByText(/「招生简章」文件与提交时不一致/)).toBeTruthy()
    expect(api.callsOf('review_report')).toEqual([])
  })

  test('names the evidence that is not accepted and goes on to the next', async () => {
    api.rpc('review_report', () => null)
    const { router } = await open()
    await judge('认可', '不认可')
    await userEvent.click(approve())
    await waitFor(() =>
      expect(api.callsOf('review_report')).toEqual([
        { p_submission_id: 's1', p_decision: 'approved', p_reason: '', p_rejected_evidence_ids: ['e2'] },
      ]),
    )
    await waitFor(() => expect(router.state.location.pathname).toBe('/review/s9'))
  })

  test('a completion needs at least one accepted piece', async () => {
    await open()
    await judge('不认可', '不认可')
    expect(approve()).toHaveProperty('disabled', true)
    expect(screen.getByText(/办结须有至少一件认可的佐证材料/)).toBeTruthy()
    fireEvent.keyDown(window, { key: 'Enter', ctrlKey: true })
    expect(api.callsOf('review_report')).toEqual([])
  })

  test('of a completion accepts nothing unseen: each piece is asked about first, also by the keyboard', async () => {
    api.rpc('review_report', () => null)
    await open()
    expect(screen.queryAllByRole('radio', { checked: true })).toEqual([])
    expect(screen.getByText(/还有 2 件佐证材料没有表态/)).toBeTruthy()
    await judge('认可')
    expect(approve()).toHaveProperty('disabled', true)
    fireEvent.keyDown(window, { key: 'Enter', ctrlKey: true })
    expect(api.callsOf('review_report')).toEqual([])
  })

  test('of what is under way takes its evidence as accepted', async () => {
    current = { ...submission, percent: 60 }
    await open()
    expect(screen.getAllByRole('radio', { name: '认可', checked: true })).toHaveLength(2)
    expect(approve()).toHaveProperty('disabled', false)
  })

  test('works from the keyboard', async () => {
    api.rpc('review_report', () => null)
    await open()
    await judge('认可', '认可')
    fireEvent.keyDown(window, { key: 'Enter', ctrlKey: true })
    await waitFor(() => expect(api.callsOf('review_report')).toHaveLength(1))
  })
})

describe('returning', () => {
  test('needs a reason; a ready phrase is one', async () => {
    api.rpc('review_report', () => null)
    await open()
    fireEvent.keyDown(window, { key: 'r', code: 'KeyR', altKey: true })
    const confirm = await screen.findByRole('button', { name: '确认退回' })
    expect(confirm).toHaveProperty('disabled', true)
    await userEvent.click(screen.getByRole('button', { name: '请补充已发布网页的链接。' }))
    await userEvent.click(confirm)
    await waitFor(() =>
      expect(api.callsOf('review_report')).toMatchObject([
        { p_decision: 'returned', p_reason: '请补充已发布网页的链接。' },
      ]),
    )
  })

  test('the keys that approve do not, while a reason is being written', async () => {
    await open()
    await userEvent.click(screen.getByRole('button', { name: '退回' }))
    fireEvent.keyDown(window, { key: 'Enter', ctrlKey: true })
    expect(api.callsOf('review_report')).toEqual([])
  })
})

test('a colleague who was quicker is told of, and the decision is shown', async () => {
  await open()
  api.rpc('review_report', () => {
    current = {
      ...submission,
      decision: 'returned',
      decided_at: '2021-09-29T02:00:00Z',
      decision_reason: '同事退回的理由',
      decider: { display_name: '李四' },
    }
    throw new Refused({ key: 'report_is_returned' })
  })
  await judge('认可', '认可')
  await userEvent.click(approve())
  expect((await screen.findAllByText('同事退回的理由')).length).toBeGreaterThan(0)
  expect(screen.queryByRole('button', { name: '通过' })).toBeNull()
})

test('who may decide nothing is offered nothing, and the keys do nothing either', async () => {
  actions = []
  await open()
  expect(await screen.findByText('这份反馈现在不能审核。')).toBeTruthy()
  expect(api.callsOf('my_actions')).toEqual([{ p_subject: 'report', p_id: 'r1' }])
  expect(screen.queryByRole('button', { name: '通过' })).toBeNull()
  expect(screen.queryByRole('button', { name: '退回' })).toBeNull()
  fireEvent.keyDown(window, { key: 'Enter', ctrlKey: true })
  fireEvent.keyDown(window, { key: 'r', code: 'KeyR', altKey: true })
  expect(screen.queryByRole('button', { name: '确认退回' })).toBeNull()
  expect(api.callsOf('review_report')).toEqual([])
})
