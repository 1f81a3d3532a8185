import { configureClient } from '@/data/client'
import type { PlanDraft } from '@/domain/plan-draft/plan-draft'
import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { deskDraft } from '../../../../tests/fixtures/desk-samples'
import { openCheckDesk } from '../../../../tests/support/open-check-desk'

const user = userEvent.setup({ pointerEventsCheck: 0 })

let saves: PlanDraft[] = []
const server = setupServer(
  http.post('*/rest/v1/rpc/save_plan_draft', async ({ request }) => {
    const body = (await request.json()) as { p_expected_revision: number; p_content: PlanDraft }
    saves.push(body.p_content)
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

describe('names', () => {
  const withUnits = (...names: string[]): PlanDraft => ({
    ...deskDraft,
    tasks: deskDraft.tasks.map((task) => ({
      ...task,
      units: names.map((name) => ({ name, role: 'lead', start: null, end: null })),
    })),
  })
  const bodies = (path: string, answer: () => Response) => {
    const sent: unknown[] = []
    server.use(
      http.post(path, async ({ request }) => {
        sent.push(await request.json())
        return answer()
      }),
    )
    return sent
  }
  const showNames = (unknown: number) =>
    user.click(screen.getByRole('tab', { name: `单位名称（${unknown} 个未对应）` }))
  const handling = async (name: string) => within(await screen.findByRole('group', { name: `「${name}」的处理` }))

  it('come first when nobody in the plan is known yet', async () => {
    openCheckDesk(withUnits('县教育局', '县财政局'))
    expect(await screen.findByRole('table', { name: '单位名称' })).toBeDefined()
  })
  it('stand in one table, those that stand for nothing yet first', async () => {
    openCheckDesk()
    await showNames(1)
    const rows = within(await screen.findByRole('table', { name: '单位名称' })).getAllByRole('rowheader')
    expect(rows.map((cell) => cell.textContent)).toEqual(['县教育局 1 项任务', '县府办 1 项任务'])
  })
  it('counts what stands for nothing yet and lets it go untracked', async () => {
    openCheckDesk()
    await showNames(1)
    await user.click((await handling('县教育局')).getByRole('button', { name: '「县教育局」的其他处理' }))
    await user.click(screen.getByRole('menuitem', { name: '不跟踪' }))
    expect(screen.getByText('全部 2 个名称都已对应。')).toBeDefined()
    await waitFor(() => expect(saves.at(-1)?.resolutions).toEqual({ 县教育局: { kind: 'not_tracked' } }))
  })
  it('remembers a name as an alias of the unit that it most likely means', async () => {
    const aliases = bodies('*/rest/v1/unit_aliases', () => HttpResponse.json([{ id: 'a1' }], { status: 201 }))
    openCheckDesk(withUnits('县司法局（县普法办）'))
    await showNames(1)
    await user.click((await handling('县司法局（县普法办）')).getByRole('button', { name: '记为别名' }))
    await waitFor(() => expect(aliases).toEqual([{ alias: '县司法局（县普法办）', unit_id: 'u2' }]))
  })
  it('makes one unit of a name with a signboard, in one click', async () => {
    const made = bodies('*/rest/v1/rpc/import_units', () => HttpResponse.json(1))
    openCheckDesk(withUnits('县委宣传部〈县新闻办〉', '县委宣传部'))
    await showNames(2)
    await user.click((await handling('县委宣传部')).getByRole('button', { name: '新建单位' }))
    const aliases = ['县委宣传部〈县新闻办〉', '县新闻办']
    await waitFor(() =>
      expect(made).toEqual([{ p_units: [{ name: '县委宣传部', kind: 'department', aliases, groups: [] }] }]),
    )
  })
  it('takes all that is sure in one go, and then asks for the members of what means many', async () => {
    const made = bodies('*/rest/v1/rpc/import_units', () => HttpResponse.json(1))
    const groups = bodies('*/rest/v1/rpc/make_unit_group', () => HttpResponse.json('g9'))
    openCheckDesk(withUnits('县教育局', '县财政局', '各街镇', '县府办'))
    await showNames(3)
    expect(await screen.findByText(/新建 2 个单位；「各街镇」要填写成员/)).toBeDefined()
    await user.click(screen.getByRole('button', { name: '采用全部有把握的（2）' }))
    const dialog = within(await screen.findByRole('dialog', { name: '「各街镇」指哪些单位？' }))
    expect(made).toMatchObject([{ p_units: [{ name: '县教育局' }, { name: '县财政局' }] }])
    const box = dialog.getByRole('textbox', { name: /成员名称（街道、乡镇）/ })
    await user.type(box, '东街街道、河口镇、县司法局')
    expect(dialog.getByText('「县司法局」是部门，不是街道、乡镇。')).toBeDefined()
    expect(dialog.getByRole('button', { name: /建单位组/ })).toHaveProperty('disabled', true)
    await user.clear(box)
    await user.type(box, '东街街道、河口镇')
    await user.click(dialog.getByRole('button', { name: '建单位组（2 个成员）' }))
    await waitFor(() =>
      expect(groups).toEqual([
        { p_name: '各街镇', p_member_ids: ['u3'], p_new_units: [{ name: '河口镇', kind: 'town' }] },
      ]),
    )
  })
})
