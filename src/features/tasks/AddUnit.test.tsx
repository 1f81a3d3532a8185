import type { Task } from '@/domain/tasks/task'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { startFakeApi } from '../../../tests/support/fake-api'
import { planId, taskId } from '../../../tests/support/ids'
import { fillDay } from '../../../tests/support/fill-day'
import { renderPage } from '../../../tests/support/render-page'
import { AddUnit } from './AddUnit'

const api = startFakeApi()
const task: Task = {
  id: taskId('t'),
  number: '1.',
  title: '公开预算',
  isOngoing: false,
  requirement: '公开预算。',
  withdrawnAt: null,
  withdrawnReason: null,
  plan: { id: planId('p'), title: '2021年要点', state: 'issued' },
  section: null,
  source: null,
  milestones: [],
  assignments: [],
}
let dues: { milestone_id: string; due_on: string; requirement: string }[] = []

beforeEach(() => {
  dues = [{ milestone_id: 'm1', due_on: '2021-06-30', requirement: '建成专区' }]
  api.table('units', () => [{ id: 'u1', name: '县教育局', kind: 'department' }])
  api.rpc('earlier_dues_of_task', () => dues)
  api.rpc('add_assignment', () => 'a1')
})

const fill = async () => {
  await userEvent.click(screen.getByRole('combobox', { name: '单位' }))
  await userEvent.click(await screen.findByText('县教育局', { selector: '.ant-select-item-option-content' }))
  await userEvent.type(screen.getByLabelText('理由'), '职能划入')
}
const add = () => screen.getByRole<HTMLButtonElement>('button', { name: '增加单位' })
const given = { p_task_id: 't', p_unit_id: 'u1', p_reason: '职能划入' }

test('a unit that is given the task is asked about what is past, and the answer goes with it', async () => {
  renderPage(<AddUnit task={task} standing={[]} />)
  const question = within(await screen.findByRole('region', { name: '下达前到期' }))
  expect(question.getByText(/建成专区/)).toBeTruthy()
  await fill()
  await userEvent.click(question.getByRole('radio', { name: /定新期限/ }))
  expect(add().disabled).toBe(true)
  fillDay(question.getByLabelText(/^新期限/), '2021-12-31')
  await waitFor(() => expect(add().disabled).toBe(false))
  await userEvent.click(add())
  const all = { answer: 'owed', dueOn: '2021-12-31' }
  await waitFor(() =>
    expect(api.callsOf('add_assignment')).toEqual([
      { ...given, p_role: 'responsible', p_earlier_dues: { all, each: {} } },
    ]),
  )
})

test('a unit that only supports is not asked', async () => {
  renderPage(<AddUnit task={task} standing={[]} />)
  const question = within(await screen.findByRole('region', { name: '下达前到期' }))
  await userEvent.click(question.getByRole('radio', { name: /不再跟踪/ }))
  await userEvent.click(screen.getByRole('radio', { name: '配合' }))
  expect(screen.queryByRole('region', { name: '下达前到期' })).toBeNull()
  await fill()
  await userEvent.click(add())
  await waitFor(() =>
    expect(api.callsOf('add_assignment')).toEqual([{ ...given, p_role: 'supporting', p_earlier_dues: null }]),
  )
})

test('nothing is asked where nothing is past', async () => {
  dues = []
  renderPage(<AddUnit task={task} standing={[]} />)
  await waitFor(() => expect(add().disabled).toBe(false))
  expect(screen.queryByRole('region', { name: '下达前到期' })).toBeNull()
})
