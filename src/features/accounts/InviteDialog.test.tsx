import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { startFakeApi } from '../../../tests/support/fake-api'
import { renderPage } from '../../../tests/support/render-page'
import { InviteDialog } from './InviteDialog'

const api = startFakeApi()

it('shows the links that were made until the reader is done with them', async () => {
  api.table('units', () => [])
  api.rpc('create_invitation', () => [{ code: 'geheim-1', expires_at: '2021-10-07T02:00:00Z', invitation_id: 'i' }])
  const onClose = vi.fn()
  renderPage(<InviteDialog isOpen onClose={onClose} onShowInvitations={() => undefined} />)
  await userEvent.click(screen.getByRole('radio', { name: /^领导/ }))
  await userEvent.type(screen.getByLabelText(/^备注/), '方建国')
  await userEvent.click(screen.getByRole('button', { name: '生成邀请链接' }))
  expect(await screen.findByDisplayValue(/invitation#geheim-1$/)).toBeTruthy()
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(onClose).not.toHaveBeenCalled()
  await userEvent.click(screen.getByRole('button', { name: '完成' }))
  expect(onClose).toHaveBeenCalledOnce()
})
