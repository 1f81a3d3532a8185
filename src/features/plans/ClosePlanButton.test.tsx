import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { Refused, startFakeApi } from '../../../tests/support/fake-api'
import { renderPage } from '../../../tests/support/render-page'
import { planId } from '../../../tests/support/ids'
import { ClosePlanButton } from './ClosePlanButton'

const api = startFakeApi()
const closing = { event: 'plan_closed', to_state: 'closed', needs_reason: true }
const open = () => renderPage(<ClosePlanButton plan={{ id: planId('p') }} />)

test('who may close the plan is offered it, and closes it with a reason', async () => {
  api.rpc('my_actions', () => [closing])
  api.rpc('close_plan', () => null)
  open()
  await userEvent.click(await screen.findByRole('button', { name: '归档计划' }))
  const dialog = await screen.findByRole('dialog')
  await userEvent.click(within(dialog).getByRole('button', { name: '计划期满，任务已全部办结' }))
  await userEvent.click(within(dialog).getByRole('button', { name: '归档' }))
  await waitFor(() =>
    expect(api.callsOf('close_plan')).toEqual([{ p_plan_id: 'p', p_reason: '计划期满，任务已全部办结' }]),
  )
  expect(api.callsOf('my_actions')[0]).toEqual({ p_subject: 'plan', p_id: 'p' })
})

test('who may not is offered nothing', async () => {
  api.rpc('my_actions', () => [])
  open()
  await waitFor(() => expect(api.callsOf('my_actions')).toHaveLength(1))
  await waitFor(() => expect(screen.queryByRole('button')).toBeNull())
})

test('when it is not known, that is said, and can be asked again', async () => {
  api.rpc('my_actions', () => {
    throw new Refused({ key: 'not_permitted', status: 403 })
  })
  open()
  const retry = await screen.findByRole('button', { name: '没有读取到可做的操作，重试' })
  api.rpc('my_actions', () => [closing])
  await userEvent.click(retry)
  expect(await screen.findByRole('button', { name: '归档计划' })).toBeTruthy()
})
