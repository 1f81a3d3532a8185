import { configureClient } from '@/data/client'
import { queryClient } from '@/data/query-client'
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse, type JsonBodyType, type PathParams } from 'msw'
import { setupServer } from 'msw/node'
import { RouterProvider } from 'react-router'
import { openRouter } from '../../tests/support/render-page'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type * as PageCode from './page-code'
import { Providers } from './Providers'
import { routes } from './router'

// Route files of other rooms would read data of their own; who may open them is all that matters here.
vi.mock('./routes/DashboardRoute', () => ({ Component: () => <h1>总览页</h1> }))
vi.mock('./routes/QueueRoute', () => ({ Component: () => <h1>待办页</h1> }))
vi.mock('./routes/MyTaskListRoute', () => ({ Component: () => <h1>我的任务页</h1> }))
vi.mock('./routes/TaskListRoute', () => ({ Component: () => <h1>任务页</h1> }))

// A file that is not there without a network, until there is one again.
let isOnline = false
vi.mock('./page-code', async (original) => {
  const actual = await original<typeof PageCode>()
  const accounts = () =>
    isOnline
      ? Promise.resolve({ Component: () => <h1>账号页</h1> })
      : Promise.reject(new TypeError('Failed to fetch dynamically imported module'))
  return { ...actual, pageCode: { ...actual.pageCode, accounts } }
})

const SERVER = 'http://supabase.test'
const accounts = {
  lead: {
    user_id: 'u1',
    display_name: '沈建国',
    email: 'shen@example.gov.cn',
    role: 'lead_office',
    unit_id: null,
    unit_name: null,
  },
  department: {
    user_id: 'u2',
    display_name: '周敏',
    email: 'zhou@example.gov.cn',
    role: 'department',
    unit_id: 'x',
    unit_name: '教育局',
  },
  leadership: {
    user_id: 'u3',
    display_name: '王区长',
    email: 'wang@example.gov.cn',
    role: 'leadership',
    unit_id: null,
    unit_name: null,
  },
}
type Who = keyof typeof accounts

const sessionOf = (who: Who) => ({
  access_token: `a.${btoa(JSON.stringify({ sub: accounts[who].user_id, exp: 9_999_999_999 }))}.c`,
  token_type: 'bearer',
  expires_in: 3600,
  expires_at: 9_999_999_999,
  refresh_token: 'r',
  user: {
    id: accounts[who].user_id,
    email: accounts[who].email,
    aud: 'authenticated',
    app_metadata: {},
    user_metadata: {},
    created_at: '',
  },
})

let asked: string[] = []
const rpc = (name: string, answer: () => JsonBodyType) =>
  http.post(`${SERVER}/rest/v1/rpc/${name}`, () => {
    asked.push(name)
    return HttpResponse.json(answer())
  })

const server = setupServer(
  rpc('is_set_up', () => true),
  rpc('my_password_resets', () => []),
  rpc('ensure_day', () => false),
  http.post<PathParams, { email: string; password: string }>(`${SERVER}/auth/v1/token`, async ({ request }) => {
    const { email, password } = await request.json()
    if (password !== 'right password')
      return HttpResponse.json({ code: 400, error_code: 'invalid_credentials', msg: 'no' }, { status: 400 })
    const who = email.startsWith('zhou') ? 'department' : 'lead'
    server.use(rpc('current_account', () => [accounts[who]]))
    return HttpResponse.json(sessionOf(who))
  }),
  http.post(`${SERVER}/auth/v1/logout`, () => new HttpResponse(null, { status: 204 })),
)

function signedInAs(who: Who, answer: () => JsonBodyType = () => [accounts[who]]) {
  localStorage.setItem('sb-supabase-auth-token', JSON.stringify(sessionOf(who)))
  server.use(rpc('current_account', answer))
}

function openPage(address: string) {
  const router = openRouter(routes, address)
  render(
    <Providers onSessionOver={() => undefined}>
      <RouterProvider router={router} />
    </Providers>,
  )
  return { address: () => `${router.state.location.pathname}${router.state.location.search}` }
}

async function fill(label: string, text: string) {
  const field = screen.getByLabelText(label)
  await userEvent.clear(field)
  await userEvent.click(field)
  await userEvent.paste(text)
}

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
afterAll(() => server.close())
beforeEach(() => {
  asked = []
  localStorage.clear()
  queryClient.clear()
  configureClient({ supabaseUrl: SERVER, supabasePublishableKey: 'key', demoAccounts: [] })
})
afterEach(() => server.resetHandlers())

describe('a visitor who is not signed in', () => {
  it('is led to the sign-in page, learns nothing, and comes back after signing in', async () => {
    const page = openPage('/tasks?signal=red')
    expect(await screen.findByRole('heading', { name: '登录' })).toBeTruthy()
    expect(page.address()).toBe('/sign-in?return=%2Ftasks%3Fsignal%3Dred')
    expect(screen.queryByRole('navigation')).toBeNull()
    expect(asked.filter((name) => name !== 'is_set_up')).toEqual([])

    await fill('邮箱', 'zhou@example.gov.cn')
    await fill('密码', 'wrong password')
    await userEvent.keyboard('{Enter}')
    expect((await screen.findByRole('alert')).textContent).toContain('邮箱或密码不对')

    await fill('密码', 'right password')
    await userEvent.keyboard('{Enter}')
    expect(await screen.findByRole('heading', { name: '任务页' })).toBeTruthy()
    expect(page.address()).toBe('/tasks?signal=red')
  })
  it('is led to setting up while there is no account at all', async () => {
    server.use(rpc('is_set_up', () => false))
    openPage('/')
    expect(await screen.findByRole('link', { name: '完成首次设置' })).toBeTruthy()
  })
  it('is told why when the account was disabled, and the session is thrown away', async () => {
    signedInAs('department', () => [])
    const page = openPage('/')
    expect((await screen.findByText(/此账号已停用/)).textContent).toBeTruthy()
    expect(page.address()).toBe('/sign-in?why=disabled')
    expect(localStorage.getItem('sb-supabase-auth-token')).toBeNull()
  })
})

describe('each role', () => {
  it.each([
    ['lead', '/queue', '待办页', ['待办', '总览', '计划', '单位', '账号']],
    ['department', '/my-tasks', '我的任务页', ['我的任务', '总览']],
    ['leadership', '/dashboard', '总览页', ['总览', '任务', '单位']],
  ] as const)('starts in its own room and sees its own rooms: %s', async (who, address, heading, rooms) => {
    signedInAs(who)
    const page = openPage('/')
    expect(await screen.findByRole('heading', { name: heading })).toBeTruthy()
    expect(page.address()).toBe(address)
    const links = screen.getAllByRole('navigation', { name: '栏目' })[0]?.querySelectorAll('a') ?? []
    expect([...links].map((link) => link.textContent)).toEqual(rooms)
  })
  it.each([
    ['department', '/accounts'],
    ['department', '/queue'],
    ['department', '/plans/import'],
    ['leadership', '/accounts'],
    ['leadership', '/review/1'],
    ['leadership', '/my-tasks'],
    ['leadership', '/obligations/1'],
    ['lead', '/obligations/1'],
    ['lead', '/my-tasks'],
  ] as const)('cannot open a page of another role: %s %s', async (who, address) => {
    signedInAs(who)
    openPage(address)
    expect((await screen.findByRole('alert')).textContent).toContain('您没有打开此页的权限')
    expect(screen.getAllByRole('navigation').length).toBeGreaterThan(0)
  })
  it('is told that there is no such page, inside the shell', async () => {
    signedInAs('lead')
    openPage('/nowhere')
    expect((await screen.findByRole('alert')).textContent).toContain('没有这个页面')
    expect(screen.getAllByRole('navigation').length).toBeGreaterThan(0)
  })
})

describe('a page that cannot be fetched', () => {
  it('says so inside the shell, and opens when somebody comes back to it with a network', async () => {
    signedInAs('lead')
    openPage('/queue')
    const goTo = async (room: string) =>
      userEvent.click((await screen.findAllByRole('link', { name: room }))[0] ?? document.body)
    await goTo('账号')
    expect(await screen.findByRole('heading', { level: 1, name: '页面没有加载完整' })).toBeTruthy()
    await goTo('待办')
    expect(await screen.findByRole('heading', { name: '待办页' })).toBeTruthy()
    isOnline = true
    await goTo('账号')
    expect(await screen.findByRole('heading', { name: '账号页' })).toBeTruthy()
  })
})

describe('an invitation link', () => {
  it('says what it opens and keeps its code out of every address that a server sees', async () => {
    const seen: string[] = []
    server.events.on('request:start', ({ request }) => void seen.push(request.url))
    server.use(
      rpc('check_sign_up_code', () => [
        { is_valid: true, problem: null, role: 'department', unit_name: '教育局', is_setup: false },
      ]),
    )
    openPage('/invitation#secret-code')
    expect(await screen.findByText('您受邀代表「教育局」使用系统。')).toBeTruthy()
    expect(seen.some((url) => url.includes('secret-code'))).toBe(false)
  })
  it('that was used says so and leads on', async () => {
    server.use(
      rpc('check_sign_up_code', () => [
        { is_valid: false, problem: 'used', role: null, unit_name: null, is_setup: false },
      ]),
    )
    openPage('/invitation#secret-code')
    expect((await screen.findByRole('alert')).textContent).toContain('邀请已被使用')
    await waitFor(() => expect(screen.getByRole('link', { name: '去登录' })).toBeTruthy())
  })
})
