import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it } from 'vitest'
import { userId } from '../../../tests/support/ids'
import { renderPage } from '../../../tests/support/render-page'
import { AccountMenu } from './AccountMenu'

const button = () => screen.getByRole('button', { name: '周敏，账号' })
const ownPage = () => screen.getByRole('link', { name: '我的账号' })

beforeEach(() => {
  const account = {
    userId: userId('u'),
    displayName: '周敏',
    email: 'zhou@lanxi.example',
    role: 'lead_office',
  } as const
  renderPage(
    <>
      <AccountMenu account={{ ...account, unitId: null, unitName: null }} />
      <a href="/next">正文</a>
    </>,
    { otherRoutes: [{ path: '/me', element: <p>自己的页面</p> }] },
  )
})

it('is left by Escape, back to its button', async () => {
  await userEvent.tab()
  await userEvent.keyboard('{Enter}')
  expect(document.activeElement).toBe(ownPage())
  await userEvent.keyboard('{Escape}')
  expect(screen.queryByRole('link', { name: '我的账号' })).toBeNull()
  expect(document.activeElement).toBe(button())
  expect(button().getAttribute('aria-expanded')).toBe('false')
})

it('is gone through by Tab in the order it is read, and shut behind whoever goes on', async () => {
  await userEvent.click(button())
  expect(screen.getByText('zhou@lanxi.example')).toBeDefined()
  await userEvent.tab()
  expect(document.activeElement).toBe(screen.getByRole('button', { name: '退出登录' }))
  await userEvent.tab()
  expect(document.activeElement).toBe(screen.getByRole('link', { name: '正文' }))
  expect(screen.queryByRole('button', { name: '退出登录' })).toBeNull()
})

it('leads to one’s own page', async () => {
  await userEvent.click(button())
  await userEvent.click(ownPage())
  expect(await screen.findByText('自己的页面')).toBeDefined()
})
