import { configureClient } from '@/data/client'
import { deskDraft } from '../../../../tests/fixtures/desk-samples'
import type { PlanDraft } from '@/domain/plan-draft/plan-draft'
import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { pretendPhone } from '../../../../tests/support/component-setup'
import { openCheckDesk } from '../../../../tests/support/open-check-desk'

// Where the pointer may go is not what is tested here, and looking it up is slow.
const user = userEvent.setup({ pointerEventsCheck: 0 })

let saves: { readonly revision: number; readonly content: PlanDraft }[] = []
const server = setupServer(
  http.get('*/rest/v1/accounts', () => HttpResponse.json([])),
  http.get('*/rest/v1/invitations', () => HttpResponse.json([])),
  http.post('*/rest/v1/rpc/save_plan_draft', async ({ request }) => {
    const body = (await request.json()) as { p_expected_revision: number; p_content: PlanDraft }
    saves.push({ revision: body.p_expected_revision, content: body.p_content })
    return HttpResponse.json(body.p_expected_revision + 1)
  }),
)
beforeAll(() => {
  server.listen({ onUnhandledRequest: 'error' })
  configureClient({ supabaseUrl: 'http://server.test', supabasePublishableKey: 'key', demoAccounts: [] })
})
beforeEach(() => {
  saves = []
  localStorage.clear()
})
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

const open = openCheckDesk
const row = (name: string) => screen.getByRole('button', { name: new RegExp(name), expanded: false })
const lit = () =>
  [...document.querySelectorAll('mark')]
    .filter((mark) => /selected/.test(mark.className))
    .map((mark) => mark.textContent)
const refused = (message: string, details: string) =>
  HttpResponse.json({ message, code: 'PT409', details }, { status: 409 })
const lastSave = () => saves.at(-1)?.content

describe('the source and the result', () => {
  it('lights up the sentences of the task that is opened', async () => {
    open()
    await user.click(row('规划公开'))
    expect(lit().join('')).toContain('（一）规划公开')
    expect(await screen.findByLabelText('标题')).toHaveProperty('value', '规划公开')
  })
  it('opens the task whose sentence is clicked', async () => {
    open()
    await user.click(screen.getByText(/（二）政策解读。做好解读。/))
    expect(await screen.findByLabelText('标题')).toHaveProperty('value', '政策解读')
  })
})

describe('a plan that is not the first of its file', () => {
  it('opens at its own place in the source', () => {
    // Where each stretch stands is not worked out in tests: here every letter is a line of one pixel.
    vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
      return new DOMRect(0, Number(this.getAttribute('data-start') ?? 0))
    })
    const sourceStart = deskDraft.tasks[1]?.start ?? 0
    open({ ...deskDraft, document: { ...deskDraft.document, sourceStart } })
    const pane = screen.getByRole('document', { name: '计划原文' })
    expect(pane.scrollTop).toBeGreaterThan(0)
    vi.restoreAllMocks()
  })
  it('opens at the top when it is the first', () => {
    open({ ...deskDraft, document: { ...deskDraft.document, sourceStart: 0 } })
    expect(screen.getByRole('document', { name: '计划原文' }).scrollTop).toBe(0)
  })
})

describe('a document that did not look like a plan', () => {
  it('says so on the desk and before it is issued', async () => {
    open({ ...deskDraft, document: { ...deskDraft.document, kindDoubt: '看起来是讲话。' } })
    expect(screen.getByText('导入时看起来是讲话。已按要求导入，请逐项核对。')).toBeDefined()
    await user.click(screen.getByRole('button', { name: '下达计划' }))
    expect(
      within(await screen.findByRole('region', { name: '请留意' })).getByText('导入时看起来是讲话。'),
    ).toBeDefined()
  })
})

describe('correcting', () => {
  it('marks what goes on without an end, and says that a date rules where one is named', async () => {
    open()
    await user.click(row('政策解读'))
    await user.click(await screen.findByRole('checkbox', { name: '持续推进' }))
    expect(screen.queryByText(/以其为准/)).toBeNull()
    await user.click(screen.getByRole('button', { name: '加日期' }))
    expect(screen.getByText(/以其为准/)).toBeDefined()
  })
  it('saves what was typed, by itself, and undoes it as one step', async () => {
    open()
    await user.click(row('政策解读'))
    await user.type(await screen.findByLabelText('标题'), '工作')
    await waitFor(() => expect(lastSave()?.tasks[1]?.title).toBe('政策解读工作'))
    expect(await screen.findByText(/已保存 \d\d:\d\d/)).toBeDefined()
    await user.click(screen.getByRole('button', { name: '撤销' }))
    expect(await screen.findByLabelText('标题')).toHaveProperty('value', '政策解读')
  })
  it('splits at the cursor and merges again', async () => {
    open()
    await user.click(row('规划公开'))
    const box = await screen.findByLabelText<HTMLTextAreaElement>('内容')
    box.focus()
    box.setSelectionRange(7, 7)
    box.dispatchEvent(new Event('select', { bubbles: true }))
    await user.click(screen.getByRole('button', { name: '在光标处拆分' }))
    expect(screen.getByRole('tab', { name: '任务 3' })).toBeDefined()
    await user.click(screen.getByRole('button', { name: '合并下一项' }))
    expect(screen.getByRole('tab', { name: '任务 2' })).toBeDefined()
  })
  it('gives a task a unit with a role', async () => {
    open()
    await user.click(row('政策解读'))
    await user.type(await screen.findByLabelText('新增单位的名称'), '县司法局')
    await user.click(screen.getByRole('button', { name: '添加单位' }))
    await waitFor(() => expect(lastSave()?.tasks[1]?.units).toMatchObject([{ name: '县司法局', role: 'responsible' }]))
  })
  it('keeps a deleted task among what can be taken back', async () => {
    open()
    await user.click(row('政策解读'))
    await user.click(await screen.findByRole('button', { name: '删除任务' }))
    await user.click(screen.getByRole('tab', { name: '未采用 2' }))
    await user.click(screen.getByRole('button', { name: '恢复任务' }))
    expect(screen.getByRole('tab', { name: '任务 2' })).toBeDefined()
  })
  it('makes a left-out passage a task', async () => {
    open()
    await user.click(screen.getByRole('tab', { name: '未采用 1' }))
    await user.click(screen.getByRole('button', { name: '取回为任务' }))
    expect(await screen.findByLabelText('内容')).toHaveProperty('value', '返回顶部')
  })
  it('puts what is doubtful before everything else, with its reason, until it is confirmed', async () => {
    open()
    const first = screen.getByRole('region', { name: '请先核对' })
    expect(within(first).getByText('没有写明责任单位。')).toBeDefined()
    await user.click(within(first).getByRole('button'))
    await user.click(await screen.findByRole('button', { name: '确认无误' }))
    expect(screen.queryByRole('region', { name: '请先核对' })).toBeNull()
  })
  it('shows the doubtful alone, until they are confirmed', async () => {
    open()
    await user.click(screen.getByRole('radio', { name: '待核对 1' }))
    expect(screen.queryByRole('button', { name: /规划公开/ })).toBeNull()
    expect(screen.getByText('没有写明责任单位。')).toBeDefined()
    await user.click(row('政策解读'))
    expect(await screen.findByText('没有写明责任单位。')).toBeDefined()
    await user.click(await screen.findByRole('button', { name: '确认无误' }))
    expect(screen.getByText('待核对 0')).toBeDefined()
  })
  it('offers the default unit with its sentence', async () => {
    open()
    const offer = screen.getByRole('list', { name: '各项任务都有的责任单位' })
    expect(within(offer).getByText(/以下不再列出/)).toBeDefined()
    await user.click(within(offer).getByRole('button', { name: '全部加上' }))
    await waitFor(() => expect(lastSave()?.defaultUnits[0]?.isAccepted).toBe(true))
  })
})

describe('two people', () => {
  async function meet() {
    server.use(
      http.post('*/rest/v1/rpc/save_plan_draft', () => refused('plan_draft_revision_conflict', '5'), { once: true }),
      http.get('*/rest/v1/plan_drafts', () =>
        HttpResponse.json([
          {
            plan_id: 'p1',
            revision: 5,
            updated_at: '2021-03-01T03:00:00Z',
            content: { ...deskDraft, document: { ...deskDraft.document, title: '同事改的名称' } },
            plans: { source_document_id: 'd1', starts_on: '2021-01-01', state: 'draft' },
          },
        ]),
      ),
    )
    open()
    await user.click(row('政策解读'))
    await user.type(await screen.findByLabelText('标题'), '好')
    expect(await screen.findByText('同事刚刚保存了这份草稿')).toBeDefined()
  }
  it('tells of the colleague and keeps either version', async () => {
    await meet()
    await user.click(screen.getByRole('button', { name: '采用同事的' }))
    expect(await screen.findByRole('heading', { name: '核对：同事改的名称' })).toBeDefined()
    await waitFor(() => expect(screen.getByRole('button', { name: '撤销' })).toHaveProperty('disabled', false))
    await user.click(screen.getByRole('button', { name: '撤销' }))
    await waitFor(() => expect(saves.at(-1)?.revision).toBe(5))
    expect(lastSave()?.tasks[1]?.title).toBe('政策解读好')
  })
  it('saves mine over theirs when that is chosen', async () => {
    await meet()
    await user.click(screen.getByRole('button', { name: '用我的覆盖同事的' }))
    await waitFor(() => expect(saves.at(-1)?.revision).toBe(5))
    expect(lastSave()?.tasks[1]?.title).toBe('政策解读好')
    expect(await screen.findByLabelText('标题')).toHaveProperty('value', '政策解读好')
  })
})

describe('a phone', () => {
  it('shows the source as a view of its own', async () => {
    pretendPhone()
    open()
    expect(screen.queryByRole('region', { name: '原文' })).toBeNull()
    await user.click(screen.getByRole('tab', { name: '原文' }))
    expect(screen.getByRole('region', { name: '原文' })).toBeDefined()
    await user.click(screen.getByText(/（二）政策解读。做好解读。/))
    expect(await screen.findByLabelText('标题')).toHaveProperty('value', '政策解读')
  })
})
