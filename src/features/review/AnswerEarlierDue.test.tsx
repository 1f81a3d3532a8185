import { parseLocalDate } from '@/domain/local-date/local-date'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { startFakeApi } from '../../../tests/support/fake-api'
import { milestoneId, obligationId, taskId } from '../../../tests/support/ids'
import { obligation as obligationRow } from '../../../tests/fixtures/report-rows'
import { fillDay } from '../../../tests/support/fill-day'
import { renderPage } from '../../../tests/support/render-page'
import { AnswerEarlierDue } from './AnswerEarlierDue'

const api = startFakeApi()
const asked = {
  id: obligationId('o'),
  taskId: taskId('t'),
  milestoneId: milestoneId('m'),
  unitName: '县教育局',
  dueOn: parseLocalDate('2021-03-31'),
  reason: 'due_before_given',
} as const
const owed = (id: string, milestone_id: string, reason: string) =>
  ({ ...obligationRow, obligation_id: id, milestone_id, signal: 'grey', reasons: [reason] }) as never

beforeEach(() => {
  api.rpc('my_actions', () => [{ event: 'earlier_due_answered', to_state: 'open', needs_reason: false }])
  api.rpc('task_obligations', () => [owed('o', 'm', 'due_before_given')])
  api.rpc('answer_earlier_dues', () => null)
})

const openDialog = async () => {
  renderPage(<AnswerEarlierDue obligation={asked} />)
  await userEvent.click(await screen.findByRole('button', { name: '说明下达前到期 县教育局 2021-03-31' }))
  return within(await screen.findByRole('dialog'))
}

test('the lead office says what is to become of it, with the day and a note', async () => {
  const dialog = await openDialog()
  const send = dialog.getByRole<HTMLButtonElement>('button', { name: /^说\s*明$/ })
  expect(send.disabled).toBe(true)
  await userEvent.click(dialog.getByRole('radio', { name: /已经办结/ }))
  expect(send.disabled).toBe(true)
  fillDay(dialog.getByLabelText(/^办结日期/), '2021-03-20')
  await waitFor(() => expect(send.disabled).toBe(false))
  await userEvent.type(dialog.getByLabelText(/^说明/), '上年已办')
  await userEvent.click(send)
  const answer = { answer: 'done', doneOn: '2021-03-20', note: '上年已办' }
  await waitFor(() =>
    expect(api.callsOf('answer_earlier_dues')).toEqual([
      { p_task_id: 't', p_answers: { all: null, each: { o: answer } } },
    ]),
  )
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

test('other units that wait for the same may be answered with it', async () => {
  api.rpc('task_obligations', () => [
    owed('o', 'm', 'due_before_given'),
    owed('o2', 'm', 'due_before_given'),
    owed('o3', 'm', 'overdue'),
    owed('o4', 'm2', 'due_before_given'),
  ])
  const dialog = await openDialog()
  await userEvent.click(await dialog.findByRole('checkbox', { name: '这一节点其他 1 个待说明的单位，一并这样说明' }))
  await userEvent.click(dialog.getByRole('radio', { name: /不再跟踪/ }))
  await userEvent.click(dialog.getByRole('button', { name: /^说\s*明$/ }))
  await waitFor(() =>
    expect(api.callsOf('answer_earlier_dues')).toMatchObject([
      { p_answers: { each: { m: { answer: 'not_tracked' } } } },
    ]),
  )
})

test('nothing is offered where something else decides, nor to who may not', async () => {
  renderPage(<AnswerEarlierDue obligation={{ ...asked, reason: 'overdue' }} />)
  expect(api.calls).toEqual([])
  api.rpc('my_actions', () => [])
  renderPage(<AnswerEarlierDue obligation={asked} />)
  await waitFor(() => expect(api.callsOf('my_actions')).toHaveLength(1))
  expect(screen.queryByRole('button')).toBeNull()
})
