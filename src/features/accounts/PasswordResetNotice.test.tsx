import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { Refused, startFakeApi } from '../../../tests/support/fake-api'
import { renderPage } from '../../../tests/support/render-page'
import { PasswordResetNotice } from './PasswordResetNotice'

const api = startFakeApi()

const used = {
  reset_id: 'r1',
  state: 'used',
  made_by: '张三',
  made_at: '2026-03-01T02:00:00Z',
  expires_at: '2026-03-02T02:00:00Z',
  ended_at: '2026-03-01T02:20:00Z',
  is_news: true,
}
const open = { ...used, reset_id: 'r2', state: 'open', ended_at: null }

describe('the notice of a password reset', () => {
  it('says when and by whose link the password was reset, and goes when it was read', async () => {
    let rows = [used]
    api.rpc('my_password_resets', () => rows)
    api.rpc('acknowledge_password_reset', () => {
      rows = [{ ...used, is_news: false }]
      return null
    })
    renderPage(<PasswordResetNotice />)
    const words = await screen.findByRole('status')
    expect(words.textContent).toContain(
      '您的密码已于 2026年3月1日 10:20 通过政务公开办（张三）生成的链接重置。如非本人操作，请立即联系政务公开办。',
    )
    await userEvent.click(screen.getByRole('button', { name: '知道了' }))
    await waitFor(() => expect(screen.queryByRole('status')).toBeNull())
    expect(api.callsOf('acknowledge_password_reset')).toEqual([{ p_reset_id: 'r1', p_state: 'used' }])
    expect(localStorage).toHaveLength(0)
  })

  it('says that a link was made and until when it works, while nobody used it', async () => {
    api.rpc('my_password_resets', () => [open])
    renderPage(<PasswordResetNotice />)
    expect((await screen.findByRole('status')).textContent).toContain(
      '政务公开办（张三）于 2026年3月1日 10:00 为您生成了重置密码链接，尚未使用，有效期至 2026年3月2日 10:00。如非您本人要求，请立即联系政务公开办。',
    )
  })

  it('shows the newest when the link was used between reading and 知道了', async () => {
    let rows: (typeof used | typeof open)[] = [open]
    api.rpc('my_password_resets', () => rows)
    api.rpc('acknowledge_password_reset', () => {
      rows = [{ ...open, state: 'used', ended_at: '2026-03-01T02:20:00Z' }]
      throw new Refused({ key: 'password_reset_changed' })
    })
    renderPage(<PasswordResetNotice />)
    await userEvent.click(await screen.findByRole('button', { name: '知道了' }))
    await waitFor(() => expect(screen.getByRole('status').textContent).toContain('您的密码已于 2026年3月1日 10:20'))
  })

  it('is not there when there is nothing new, and says so when it cannot know', async () => {
    api.rpc('my_password_resets', () => [{ ...used, is_news: false }])
    const { unmount } = renderPage(<PasswordResetNotice />)
    await waitFor(() => expect(api.callsOf('my_password_resets')).toHaveLength(1))
    expect(screen.queryByRole('complementary')).toBeNull()
    unmount()
    api.rpc('my_password_resets', () => {
      throw new Refused({ key: 'not_permitted', status: 403 })
    })
    renderPage(<PasswordResetNotice />)
    expect((await screen.findByRole('alert')).textContent).toContain('没有读取到密码重置提醒')
  })
})
