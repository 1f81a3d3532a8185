import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import { startFakeApi } from '../../../tests/support/fake-api'
import { renderPage } from '../../../tests/support/render-page'
import { InviteDialog } from './InviteDialog'
import { RenewDialog } from './RenewDialog'

const api = startFakeApi()
const unit = (id: string, name: string) => ({ id, name, kind: 'department' })
const code = (unit_id: string, unit_name: string) => ({
  invitation_id: `i-${unit_id}`,
  unit_id,
  unit_name,
  role: 'department',
  code: `geheim-${unit_id}`,
  expires_at: '2021-10-07T02:00:00Z',
})

beforeEach(() => {
  api.table('units', () => [unit('u1', '甲局'), unit('u2', '乙局'), unit('u3', '丙局'), unit('u4', '丁局')])
  api.table('accounts', () => [{ user_id: 'p', unit_id: 'u1' }])
  api.table('invitations', () => [{ id: 'i9', unit_id: 'u2', expires_at: '2999-01-01T00:00:00Z' }])
  api.table('unit_contacts', () => [{ id: 'c', unit_id: 'u3', name: '王五', phone: '668899' }])
})

const open = (isForAllUnits = false) => {
  const onClose = vi.fn()
  renderPage(
    <InviteDialog isOpen isForAllUnits={isForAllUnits} onClose={onClose} onShowInvitations={() => undefined} />,
  )
  return onClose
}

it('shows the links that were made until the reader is done with them', async () => {
  api.rpc('create_invitation', () => [{ code: 'geheim-1', expires_at: '2021-10-07T02:00:00Z', invitation_id: 'i' }])
  const onClose = open()
  await userEvent.click(screen.getByRole('radio', { name: /^领导/ }))
  await userEvent.type(screen.getByLabelText(/^备注/), '方建国')
  await userEvent.click(screen.getByRole('button', { name: '生成邀请链接' }))
  expect(await screen.findByDisplayValue(/invitation#geheim-1$/)).toBeTruthy()
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(onClose).not.toHaveBeenCalled()
  // They are shown once: no stray key or click may take them away.
  await userEvent.click(screen.getByRole('button', { name: /^(Close|关闭)$/ }))
  await userEvent.click(await screen.findByRole('button', { name: /^返\s*回$/ }))
  expect(onClose).not.toHaveBeenCalled()
  await userEvent.click(screen.getByRole('button', { name: '完成' }))
  expect(onClose).toHaveBeenCalledOnce()
})

it('invites every unit without an account and without a link that works in one command, as one list', async () => {
  api.rpc('invite_units', () => [code('u3', '丙局'), code('u4', '丁局')])
  open(true)
  await userEvent.click(await screen.findByRole('button', { name: '生成邀请链接' }))
  await waitFor(() =>
    expect(api.callsOf('invite_units')).toEqual([{ p_unit_ids: ['u3', 'u4'], p_note: '', p_valid_days: 7 }]),
  )
  expect(await screen.findByDisplayValue(/invitation#geheim-u4$/)).toBeTruthy()
  expect(screen.getByText('王五 668899')).toBeTruthy()
  expect(screen.getByText(/链接只显示这一次/)).toBeTruthy()
  for (const name of ['复制全部', '存为表格', /打印/, '完成']) expect(screen.getByRole('button', { name })).toBeTruthy()
  // On paper one slip a unit, with all that it needs, instead of the page.
  const paper = document.querySelector<HTMLElement>('[data-print-alone]')
  expect(paper?.parentElement).toBe(document.body)
  const slips = within(paper ?? document.body).getAllByRole('listitem', { hidden: true })
  expect(slips.map(({ textContent }) => textContent)).toEqual([
    expect.stringMatching(/^丙局联系人：王五 668899.*2021-10-07 10:00.*invitation#geheim-u3$/),
    expect.stringMatching(/^丁局用浏览器.*invitation#geheim-u4$/),
  ])
})

it('makes new links in the place of lost ones, and says that those stop working', async () => {
  api.rpc('renew_invitations', () => [code('u2', '乙局')])
  renderPage(<RenewDialog isOpen ids={['i9'] as never} onClose={() => undefined} />)
  expect(screen.getByText(/原来发出的链接立即失效/)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: '重新生成' }))
  expect(await screen.findByDisplayValue(/invitation#geheim-u2$/)).toBeTruthy()
  expect(api.callsOf('renew_invitations')).toEqual([{ p_invitation_ids: ['i9'], p_valid_days: 7 }])
})
