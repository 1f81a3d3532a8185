import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it } from 'vitest'
import type { Unit } from '@/data/units/queries'
import { startFakeApi } from '../../../tests/support/fake-api'
import { unitId } from '../../../tests/support/ids'
import { fillDay } from '../../../tests/support/fill-day'
import { renderPage } from '../../../tests/support/render-page'
import { UnitEnd } from './UnitEnd'

const api = startFakeApi()
const unit = (id: string, name: string): Unit => ({
  id: unitId(id),
  name,
  kind: 'department',
  parentId: null,
  retiredOn: null,
  mergedInto: null,
  aliases: [],
})
const units = [unit('u1', '县教育局'), unit('u2', '县教体局'), unit('u3', '县民政局')]
const [first = unit('', '')] = units
const open = (of = first) => renderPage(<UnitEnd unit={of} directory={{ units, groups: [] }} />)
const choose = async (box: HTMLElement, name: string) => {
  await userEvent.click(box)
  const options = await screen.findAllByText(name, { selector: '.ant-select-item-option-content' })
  await userEvent.click(options.at(-1) ?? box)
}
const task = (id: string, title: string, isShared: boolean, role = 'responsible') => ({
  assignment_id: id,
  task_id: `t-${id}`,
  plan_id: 'p',
  plan_title: '工作要点',
  number: null,
  title,
  role,
  is_shared: isShared,
  has_earlier_dues: false,
})

beforeEach(() => {
  api.table('units', () => units.map(({ id, name, kind }) => ({ id, name, kind })))
})

it('asks to whom each open task goes before a unit is retired: one for all, then one by one', async () => {
  api.rpc('tasks_to_hand_over', () => [
    task('a1', '甲任务', false),
    task('a2', '乙任务', true),
    task('a3', '丙任务', true, 'supporting'),
  ])
  api.rpc('retire_unit', () => null)
  open()
  await userEvent.click(screen.getByRole('button', { name: /^停\s*用$/ }))
  const dialog = await screen.findByRole('dialog', { name: '停用县教育局？' })
  const retire = () => within(dialog).getByRole<HTMLButtonElement>('button', { name: /^停\s*用$/ })
  expect(await within(dialog).findByText(/还有 2 项负责的任务没有办结/)).toBeTruthy()
  expect(within(dialog).getByText(/配合的 1 项任务，一并撤回分工/)).toBeTruthy()
  expect(retire().disabled).toBe(true)
  await choose(within(dialog).getByRole('combobox', { name: '全部交给' }), '县民政局')
  await waitFor(() => expect(retire().disabled).toBe(false))
  await choose(within(dialog).getByRole('combobox', { name: '乙任务交给' }), '撤回分工，由其他责任单位继续')
  await userEvent.type(within(dialog).getByLabelText('理由'), '机构改革')
  await userEvent.click(retire())
  await waitFor(() =>
    expect(api.callsOf('retire_unit')).toEqual([
      { p_unit_id: 'u1', p_handovers: { a1: 'u3', a2: null }, p_reason: '机构改革', p_earlier_dues: null },
    ]),
  )
})

it('asks once what is to become of what is past, where something past is handed over', async () => {
  api.rpc('tasks_to_hand_over', () => [
    task('a1', '甲任务', false),
    { ...task('a2', '乙任务', true), has_earlier_dues: true },
  ])
  api.rpc('retire_unit', () => null)
  open()
  await userEvent.click(screen.getByRole('button', { name: /^停\s*用$/ }))
  const dialog = await screen.findByRole('dialog', { name: '停用县教育局？' })
  const retire = () => within(dialog).getByRole<HTMLButtonElement>('button', { name: /^停\s*用$/ })
  const question = within(await within(dialog).findByRole('region', { name: '下达前到期' }))
  expect(question.getByText(/其中 1 项任务有已经到期的节点/)).toBeTruthy()
  await choose(within(dialog).getByRole('combobox', { name: '全部交给' }), '县民政局')
  await userEvent.click(within(dialog).getByRole('radio', { name: /已经办结/ }))
  await userEvent.type(within(dialog).getByLabelText('理由'), '机构改革')
  expect(retire().disabled).toBe(true)
  fillDay(within(dialog).getByLabelText(/^办结日期/), '2021-03-20')
  await waitFor(() => expect(retire().disabled).toBe(false))
  await userEvent.click(retire())
  const all = { answer: 'done', doneOn: '2021-03-20' }
  await waitFor(() =>
    expect(api.callsOf('retire_unit')).toMatchObject([
      { p_handovers: { a1: 'u3', a2: 'u3' }, p_earlier_dues: { all, each: {} } },
    ]),
  )
})

const preview = {
  tasks: 4,
  reports: 5,
  evidence: 3,
  accounts: 1,
  invitations: 0,
  names: 2,
  groups: 1,
  contacts: 1,
}
const shared = (title: string, hasReportsOfBoth: boolean) => ({
  task_id: title,
  number: null,
  title,
  plan_title: '工作要点',
  role: 'lead',
  is_open: true,
  has_reports_of_both: hasReportsOfBoth,
})

it('says before merging what goes over and what stands in the way, and then merges for a reason', async () => {
  let both = true
  api.rpc('unit_merge_preview', () => [{ ...preview, shared: [shared('甲任务', both)] }])
  api.rpc('merge_units', () => null)
  open()
  await userEvent.click(screen.getByRole('button', { name: '并入其他单位' }))
  const dialog = await screen.findByRole('dialog', { name: '把县教育局并入其他单位' })
  const into = within(dialog).getByRole('combobox', { name: '保留哪个单位' })
  const merge = (name: string) => within(dialog).getByRole<HTMLButtonElement>('button', { name: `并入${name}` })
  await choose(into, '县教体局')
  expect(await within(dialog).findByText('先处理这些任务，才能合并')).toBeTruthy()
  expect(merge('县教体局').disabled).toBe(true)
  both = false
  await choose(into, '县民政局')
  expect(await within(dialog).findByText(/两个单位都有的任务 1 项，保留较重的分工/)).toBeTruthy()
  expect(within(dialog).getByText('4 项，反馈 5 份，佐证 3 件')).toBeTruthy()
  await userEvent.type(within(dialog).getByLabelText('理由'), '重名')
  await userEvent.click(merge('县民政局'))
  await waitFor(() =>
    expect(api.callsOf('merge_units')).toEqual([{ p_unit_id: 'u1', p_into_id: 'u3', p_reason: '重名' }]),
  )
})

it('says of a merged unit where it went, and offers nothing more', () => {
  open({ ...first, retiredOn: null, mergedInto: unitId('u2') })
  expect(screen.getByText(/已并入县教体局/)).toBeTruthy()
  expect(screen.queryByRole('button')).toBeNull()
})
