import { AppError } from '@/data/errors'
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { startFakeApi } from '../../../tests/support/fake-api'
import { renderPage } from '../../../tests/support/render-page'
import { SignInPage } from './SignInPage'

const signIn = vi.hoisted(() => vi.fn())
vi.mock('@/data/session', async (original) => ({ ...(await original<object>()), signIn }))

const api = startFakeApi()

it('refused, says why and waits for another password, which takes the place of the wrong one', async () => {
  signIn.mockRejectedValueOnce(new AppError('invalid_credentials', { status: 400 })).mockResolvedValueOnce(undefined)
  api.rpc('is_set_up', () => true)
  const onSignedIn = vi.fn()
  renderPage(<SignInPage reason={null} onSignedIn={onSignedIn} />)
  await userEvent.type(screen.getByLabelText('邮箱'), 'zhou@lanxi.example')
  await userEvent.type(screen.getByLabelText('密码'), 'wrong-one')
  await userEvent.click(screen.getByRole('button', { name: '登录' }))
  expect((await screen.findByRole('alert')).textContent).not.toBe('')
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('密码')))
  await userEvent.keyboard('right-one{Enter}')
  await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce())
  expect(signIn).toHaveBeenLastCalledWith('zhou@lanxi.example', 'right-one')
})
