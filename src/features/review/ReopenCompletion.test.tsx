import { parseLocalDate } from '@/domain/local-date/local-date'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { startFakeApi } from '../../../tests/support/fake-api'
import { obligationId } from '../../../tests/support/ids'
import { renderPage } from '../../../tests/support/render-page'
import { ReopenCompletion } from './ReopenCompletion'

const api = startFakeApi()
const complete = {
  id: obligationId('o'),
  unitName: '县教育局',
  dueOn: parseLocalDate('2021-09-30'),
  isComplete: true,
  isNotApplicable: false,
  isClosed: true,
}

test('who may take a completion back is offered it, and gives a reason', async () => {
  api.rpc('my_actions', () => [{ event: 'completion_reopened', to_state: 'open', needs_reason: true }])
  api.rpc('reopen_completion', () => null)
  renderPage(<ReopenCompletion obligation={complete} />)
  await userEvent.click(await screen.findByRole('button', { name: '撤回办结 县教育局 2021-09-30' }))
  const dialog = await screen.findByRole('dialog')
  await userEvent.click(within(dialog).getByRole('button', { name: '佐证材料已失效。' }))
  await userEvent.click(within(dialog).getByRole('button', { name: '撤回' }))
  await waitFor(() =>
    expect(api.callsOf('reopen_completion')).toEqual([{ p_obligation_id: 'o', p_reason: '佐证材料已失效。' }]),
  )
  expect(api.callsOf('my_actions')[0]).toEqual({ p_subject: 'obligation', p_id: 'o' })
})

test('who may not is offered nothing', async () => {
  api.rpc('my_actions', () => [])
  renderPage(<ReopenCompletion obligation={complete} />)
  await waitFor(() => expect(api.callsOf('my_actions')).toHaveLength(1))
  await waitFor(() => expect(screen.queryByRole('button')).toBeNull())
})

test('a long list does not ask where there is nothing to take back', () => {
  renderPage(<ReopenCompletion obligation={{ ...complete, isComplete: false, isClosed: false }} />)
  expect(api.calls).toEqual([])
  expect(screen.queryByRole('button')).toBeNull()
})
