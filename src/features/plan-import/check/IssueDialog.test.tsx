import { configureClient } from '@/data/client'
import type { PlanDraft } from '@/domain/plan-draft/plan-draft'
import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { deskDraft } from '../../../../tests/fixtures/desk-samples'
import { fillDay } from '../../../../tests/support/fill-day'
import { openCheckDesk as open } from '../../../../tests/support/open-check-desk'

// Where the pointer may go is not what is tested here, and looking it up is slow.
const user = userEvent.setup({ pointerEventsCheck: 0 })

let saves: PlanDraft[] = []
let issued: unknown[] = []
const server = setupServer(
  http.get('*/rest/v1/accounts', () => HttpResponse.json([])),
  http.get('*/rest/v1/invitations', () => HttpResponse.json([])),
  http.post('*/rest/v1/rpc/save_plan_draft', async ({ request }) => {
    const body = (await request.json()) as { p_expected_revision: number; p_content: PlanDraft }
    saves.push(body.p_content)
    return HttpResponse.json(body.p_expected_revision + 1)
  }),
  http.post('*/rest/v1/rpc/earlier_dues_of_draft', () => HttpResponse.json([])),
  http.post('*/rest/v1/rpc/issue_plan', async ({ request }) => {
    issued.push(await request.json())
    return HttpResponse.json(null)
  }),
)
beforeAll(() => {
  server.listen({ onUnhandledRequest: 'error' })
  configureClient({ supabaseUrl: 'http://server.test', supabasePublishableKey: 'key', demoAccounts: [] })
})
beforeEach(() => {
  saves = []
  issued = []
  localStorage.clear()
})
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

const row = (name: string) => screen.getByRole('button', { name: new RegExp(name), expanded: false })
const refused = (message: string, details: string) =>
  HttpResponse.json({ message, code: 'PT409', details }, { status: 409 })
const lastSave = () => saves.at(-1)

describe('issuing', () => {
  const issue = () => screen.getByRole<HTMLButtonElement>('button', { name: '确认下达' })
  /** Once it is known what is past already. */
  const confirm = async () => {
    await waitFor(() => expect(issue().disabled).toBe(false))
    await user.click(issue())
  }
  it('says what stands in the way and leads there', async () => {
    open()
    await user.click(screen.getByRole('button', { name: '下达计划' }))
    const blockers = await screen.findByRole('region', { name: '下达前要先处理' })
    expect(await screen.findByRole('button', { name: '确认下达' })).toHaveProperty('disabled', true)
    await user.click(within(blockers).getByRole('button', { name: '去看看' }))
    expect(screen.getByRole('tab', { name: /单位名称/, selected: true })).toBeDefined()
  })
  it('saves first, then issues that revision and goes to the plan', async () => {
    open({ ...deskDraft, resolutions: { 县教育局: { kind: 'not_tracked' } } })
    await user.click(row('政策解读'))
    await user.type(await screen.findByLabelText('标题'), '好')
    await user.click(screen.getByRole('button', { name: '下达计划' }))
    await confirm()
    expect(await screen.findByText('计划页')).toBeDefined()
    expect(lastSave()?.tasks[1]?.title).toBe('政策解读好')
    expect(issued).toEqual([{ p_plan_id: 'p1', p_expected_revision: 2, p_earlier_dues: null }])
    expect(screen.queryByRole('region', { name: '下达前到期' })).toBeNull()
  })
  const past = (key: string, title: string, due_on: string) => ({
    key,
    number: '（一）',
    title,
    due_on,
    requirement: '',
  })
  const openWithPast = async () => {
    const dues = ['甲', '乙', '丙', '丁'].map((title, at) => past(`k${at + 1}`, title, `2021-0${at + 1}-28`))
    server.use(http.post('*/rest/v1/rpc/earlier_dues_of_draft', () => HttpResponse.json(dues)))
    open({ ...deskDraft, resolutions: { 县教育局: { kind: 'not_tracked' } } })
    await user.click(screen.getByRole('button', { name: '下达计划' }))
    return within(await screen.findByRole('region', { name: '下达前到期' }))
  }
  it('says what is past already and, unless somebody answers, leaves it for later', async () => {
    const question = await openWithPast()
    expect(question.getByText('4 个节点在下达前已经到期')).toBeDefined()
    expect(within(question.getByRole('list')).getAllByRole('listitem')).toHaveLength(3)
    await user.click(question.getByRole('button', { name: '展开全部 4 个' }))
    expect(within(question.getByRole('list')).getAllByRole('listitem')).toHaveLength(4)
    expect(question.getByRole('radio', { name: /以后再说明/ })).toHaveProperty('checked', true)
    await user.click(issue())
    expect(await screen.findByText('计划页')).toBeDefined()
    expect(issued).toEqual([{ p_plan_id: 'p1', p_expected_revision: 1, p_earlier_dues: null }])
  })
  it('sends what is said of all, and of single ones before that, once each has its day', async () => {
    const question = await openWithPast()
    await user.click(question.getByRole('radio', { name: /已经办结/ }))
    expect(issue().disabled).toBe(true)
    fillDay(question.getByLabelText(/^办结日期/), '2021-03-20')
    await waitFor(() => expect(issue().disabled).toBe(false))
    await user.type(question.getByLabelText(/^说明/), '上年已办')
    await user.click(question.getByRole('button', { name: '逐项说明' }))
    await user.selectOptions(question.getByLabelText('2021-01-28 （一）甲怎么办'), '仍需办理，按原期限')
    await user.selectOptions(question.getByLabelText('2021-04-28 （一）丁怎么办'), '以后再说明')
    await user.click(issue())
    expect(await screen.findByText('计划页')).toBeDefined()
    expect(issued).toMatchObject([
      {
        p_earlier_dues: {
          all: { answer: 'done', doneOn: '2021-03-20', note: '上年已办' },
          each: { k1: { answer: 'owed', note: '上年已办' }, k4: null },
        },
      },
    ])
  })
  it('does not issue while it cannot be read what is past', async () => {
    server.use(http.post('*/rest/v1/rpc/earlier_dues_of_draft', () => refused('not_permitted', '')))
    open({ ...deskDraft, resolutions: { 县教育局: { kind: 'not_tracked' } } })
    await user.click(screen.getByRole('button', { name: '下达计划' }))
    expect(await screen.findByText('没有读取到已经到期的节点')).toBeDefined()
    expect(issue().disabled).toBe(true)
  })
  it('warns of units that nobody can sign in for, without standing in the way', async () => {
    open({ ...deskDraft, resolutions: { 县教育局: { kind: 'not_tracked' } } })
    await user.click(screen.getByRole('button', { name: '下达计划' }))
    expect(await screen.findByText(/^\d+ 个单位还没有账号，下达后暂时不能填报$/)).toBeDefined()
    expect(screen.getByRole('link', { name: '去邀请' }).getAttribute('href')).toBe('/accounts?inviting=uninvited')
    await waitFor(() => expect(issue().disabled).toBe(false))
  })
  it('keeps the draft and says why when the server refuses', async () => {
    server.use(http.post('*/rest/v1/rpc/issue_plan', () => refused('unit_names_unresolved', '县教育局')))
    open({ ...deskDraft, resolutions: { 县教育局: { kind: 'not_tracked' } } })
    await user.click(screen.getByRole('button', { name: '下达计划' }))
    await confirm()
    expect(await screen.findByText(/还有单位名称没有对应：县教育局/)).toBeDefined()
  })
})
