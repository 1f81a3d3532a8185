import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Refused, startFakeApi } from '../../../tests/support/fake-api'
import { renderPage } from '../../../tests/support/render-page'
import { UnitListPage } from './UnitListPage'

const account = vi.hoisted(() => ({ role: 'lead_office' }))
vi.mock('@/data/accounts/use-current-account', () => ({ useCurrentAccount: () => account }))

const api = startFakeApi()
const unit = (id: string, name: string, kind = 'department', retired: string | null = null) => ({
  id,
  name,
  kind,
  parent_id: null,
  retired_on: retired,
  merged_into: null,
})
const counts = { tasks: 3, red: 1, yellow: 0, green: 2, grey: 0, complete: 0, complete_late: 0, supporting: 0 }

beforeEach(() => {
  account.role = 'lead_office'
  api.table('units', () => [
    unit('u1', '县教育局'),
    unit('u2', '东门街道', 'subdistrict'),
    unit('u3', '旧局', 'department', '2021-01-01'),
  ])
  api.table('unit_groups', () => [{ id: 'g1', name: '各街道' }])
  api.table('unit_group_members', () => [{ unit_group_id: 'g1', unit_id: 'u2' }])
  api.table('unit_aliases', () => [
    { id: 'a1', alias: '教育局', unit_id: 'u1', unit_group_id: null },
    { id: 'a2', alias: '街道办', unit_id: null, unit_group_id: 'g1' },
  ])
  api.table('accounts', () => [{ user_id: 'p1', unit_id: 'u1' }])
  api.table('invitations', () => [])
  api.table('unit_contacts', () => [{ id: 'c1', unit_id: 'u1', name: '王五', phone: '668899' }])
  api.rpc('unit_overview', () => [
    { unit_id: 'u1', name: '县教育局', kind: 'department', percent: 40, oldest_fact_on: null, ...counts },
  ])
})

const open = (address = '/units') => renderPage(<UnitListPage />, { address, pattern: '/units' })
const unitNames = () =>
  within(screen.getByRole('table', { name: '单位' }))
    .getAllByRole('link', { name: /^[^ \d]+[局道]$/ })
    .map((link) => link.textContent)
const taken = () => {
  throw new Refused({ key: 'unit_name_already_taken' })
}
const WHY_TAKEN = /这个名称已是某个单位、单位组或别名/

describe('the list of units', () => {
  it('shows names, aliases, groups and the tasks behind each number; retired ones when asked for', async () => {
    open()
    const count = await screen.findByRole('link', { name: '县教育局负责的任务 3 项' })
    expect(count.getAttribute('href')).toBe('/tasks?unit=u1&role=accountable')
    expect(screen.getByRole('cell', { name: '教育局' })).toBeTruthy()
    expect(screen.getByRole('cell', { name: '各街道' })).toBeTruthy()
    expect(unitNames()).toEqual(['县教育局', '东门街道'])
    await userEvent.click(screen.getByRole('checkbox', { name: '含已停用的' }))
    await waitFor(() => expect(unitNames()).toEqual(['县教育局', '东门街道', '旧局']))
    expect(screen.getByText('2021-01-01 停用')).toBeTruthy()
  })
  it('is narrowed by words and by kind', async () => {
    const { router } = open('/units?words=教育')
    await waitFor(() => expect(unitNames()).toEqual(['县教育局']))
    await router.navigate('/units?filter=kind:subdistrict')
    await waitFor(() => expect(unitNames()).toEqual(['东门街道']))
  })
  it('says which units nobody can sign in for, whom to ring, and leaves those alone when the address asks', async () => {
    const { router } = open()
    expect(await screen.findByText('没有账号')).toBeTruthy()
    expect(screen.getByText('1 个')).toBeTruthy()
    expect(screen.getByText('王五 668899')).toBeTruthy()
    await router.navigate('/units?accountless=true')
    await waitFor(() => expect(unitNames()).toEqual(['东门街道']))
  })
  it('is read, not changed, by leadership', async () => {
    account.role = 'leadership'
    open('/units?edit=u1')
    await screen.findByRole('table', { name: '单位' })
    expect(screen.queryByRole('button', { name: /新增|导入|编辑/ })).toBeNull()
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})

describe('a unit', () => {
  it('is added; refused, the form keeps what was typed and says why in its place', async () => {
    api.write('POST', 'units', taken)
    open()
    await userEvent.click(await screen.findByRole('button', { name: '新增单位' }))
    const drawer = await screen.findByRole('dialog')
    await userEvent.type(within(drawer).getByLabelText('名称'), '西门街道')
    await userEvent.click(within(drawer).getByRole('button', { name: '保存' }))
    expect(await within(drawer).findByText(WHY_TAKEN)).toBeTruthy()
    expect(within(drawer).getByLabelText<HTMLInputElement>('名称').value).toBe('西门街道')
    api.write('POST', 'units', () => [{ id: 'u9', name: '西门街道', kind: 'subdistrict' }])
    await userEvent.click(within(drawer).getByRole('button', { name: '保存' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    // The kind is guessed from the name.
    expect(api.callsOf('POST units').at(-1)).toEqual({ name: '西门街道', kind: 'subdistrict', parent_id: null })
  })
  it('is renamed', async () => {
    api.write('PATCH', 'units', () => [{ id: 'u1' }])
    open()
    await userEvent.click(await screen.findByRole('button', { name: '编辑县教育局' }))
    const name = within(await screen.findByRole('dialog')).getByLabelText('名称')
    await userEvent.clear(name)
    await userEvent.type(name, '县教育体育局')
    await userEvent.click(screen.getByRole('button', { name: '保存' }))
    await waitFor(() => expect(api.callsOf('PATCH units')).toHaveLength(1))
    expect(api.callsOf('PATCH units')[0]).toMatchObject({ id: 'eq.u1', name: '县教育体育局', kind: 'department' })
  })
  it('that is in use is not deleted but can be retired', async () => {
    api.write('DELETE', 'units', () => {
      throw new Refused({ key: 'violates foreign key constraint', code: '23503' })
    })
    api.rpc('tasks_to_hand_over', () => [])
    api.rpc('retire_unit', () => null)
    open('/units?edit=u1')
    const end = await screen.findByRole('region', { name: '停用、合并或删除' })
    await userEvent.click(within(end).getByRole('button', { name: '删除' }))
    await userEvent.click(within(await screen.findByRole('tooltip')).getByRole('button', { name: '删除' }))
    expect(await within(end).findByText(/不能删除。可以停用/)).toBeTruthy()
    await userEvent.click(within(end).getByRole('button', { name: '停用' }))
    // All ids are one in tests, so that the dialog cannot be told from the drawer by its name.
    const dialog = (await screen.findByText('停用县教育局？')).closest<HTMLElement>('[role=dialog]') ?? document.body
    await userEvent.type(await within(dialog).findByLabelText('理由'), '撤并')
    await userEvent.click(within(dialog).getByRole('button', { name: /^停\s*用$/ }))
    await waitFor(() =>
      expect(api.callsOf('retire_unit')).toEqual([
        { p_unit_id: 'u1', p_handovers: {}, p_reason: '撤并', p_earlier_dues: null },
      ]),
    )
  })
  it('gets an alias and loses one; one that is taken stays in its field, with the reason', async () => {
    api.write('POST', 'unit_aliases', taken)
    api.write('DELETE', 'unit_aliases', () => [{ id: 'a1' }])
    open('/units?edit=u1')
    const aliases = await screen.findByRole('region', { name: '别名' })
    await userEvent.type(within(aliases).getByLabelText('新别名'), '县教体局')
    await userEvent.click(within(aliases).getByRole('button', { name: '添加' }))
    expect(await within(aliases).findByText(WHY_TAKEN)).toBeTruthy()
    expect(within(aliases).getByLabelText<HTMLInputElement>('新别名').value).toBe('县教体局')
    expect(api.callsOf('POST unit_aliases')[0]).toEqual({ alias: '县教体局', unit_id: 'u1' })
    await userEvent.click(within(aliases).getByRole('button', { name: '删除别名教育局' }))
    await waitFor(() => expect(api.callsOf('DELETE unit_aliases')).toEqual([{ id: 'eq.a1' }]))
  })
  it('asks before an alias that was typed is lost, and no more once it is added', async () => {
    api.write('POST', 'unit_aliases', () => [{ id: 'a9' }])
    open('/units?edit=u1')
    const aliases = await screen.findByRole('region', { name: '别名' })
    const close = () => userEvent.click(screen.getByRole('button', { name: /^(Close|关闭)$/ }))
    await userEvent.type(within(aliases).getByLabelText('新别名'), '县教体局')
    await close()
    await userEvent.click(await screen.findByRole('button', { name: '继续填写' }))
    await userEvent.click(within(aliases).getByRole('button', { name: '添加' }))
    await waitFor(() => expect(within(aliases).getByLabelText<HTMLInputElement>('新别名').value).toBe(''))
    await close()
    await waitFor(() => expect(screen.queryByRole('region', { name: '别名' })).toBeNull())
  })
})

describe('a group of units', () => {
  it('shows whom it stands for, and is renamed with its members kept', async () => {
    api.write('PATCH', 'unit_groups', () => [{ id: 'g1' }])
    open('/units?tab=groups')
    const table = await screen.findByRole('table', { name: '单位组' })
    expect(within(table).getByRole('cell', { name: '东门街道' })).toBeTruthy()
    await userEvent.click(within(table).getByRole('button', { name: '编辑各街道' }))
    const name = within(await screen.findByRole('dialog')).getByLabelText('名称')
    await userEvent.clear(name)
    await userEvent.type(name, '各街道办')
    await userEvent.click(screen.getByRole('button', { name: '保存' }))
    await waitFor(() => expect(api.callsOf('PATCH unit_groups')).toEqual([{ id: 'eq.g1', name: '各街道办' }]))
    expect(api.calls.filter(({ name: call }) => /unit_group_members/.test(call))).toEqual([])
  })
  it('is deleted only after it was asked for twice', async () => {
    api.write('DELETE', 'unit_groups', () => [{ id: 'g1' }])
    open('/units?tab=groups&group=g1')
    await userEvent.click(await screen.findByRole('button', { name: '删除单位组' }))
    expect(api.callsOf('DELETE unit_groups')).toEqual([])
    await userEvent.click(within(await screen.findByRole('tooltip')).getByRole('button', { name: '删除' }))
    await waitFor(() => expect(api.callsOf('DELETE unit_groups')).toEqual([{ id: 'eq.g1' }]))
  })
})

describe('a pasted list', () => {
  it('is imported whole once every line is right; refused, it stays with the reason', async () => {
    open('/units?importing=true')
    const list = await screen.findByRole('textbox', { name: /一行一个单位/ })
    await userEvent.click(list)
    await userEvent.paste('县教育局\n南门街道，街道，南门，各街道')
    expect(await screen.findByText('共 2 行，1 行有问题，改好后才能导入')).toBeTruthy()
    expect(screen.getByRole<HTMLButtonElement>('button', { name: '导入 2 个单位' }).disabled).toBe(true)
    await userEvent.clear(list)
    await userEvent.paste('南门街道，街道，南门，各街道')
    api.rpc('import_units', taken)
    await userEvent.click(await screen.findByRole('button', { name: '导入 1 个单位' }))
    expect(await screen.findByText(WHY_TAKEN)).toBeTruthy()
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /一行一个单位/ }).value).toContain('南门街道')
    api.rpc('import_units', () => 1)
    await userEvent.click(screen.getByRole('button', { name: '导入 1 个单位' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(api.callsOf('import_units').at(-1)).toEqual({
      p_units: [{ name: '南门街道', kind: 'subdistrict', aliases: ['南门'], groups: ['各街道'] }],
    })
  })
})
