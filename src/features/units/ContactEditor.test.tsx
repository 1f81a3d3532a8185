import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import type { UnitContact } from '@/data/units/contacts'
import { Refused, startFakeApi } from '../../../tests/support/fake-api'
import { unitId } from '../../../tests/support/ids'
import { renderPage } from '../../../tests/support/render-page'
import { ContactEditor } from './ContactEditor'

const api = startFakeApi()
const contact = { id: 'c1', unitId: unitId('u1'), name: '王五', phone: '668899' } as unknown as UnitContact
const open = () => renderPage(<ContactEditor unitId={unitId('u1')} contacts={[contact]} />)
const fill = async (label: string, words: string) => {
  await userEvent.clear(screen.getByLabelText(label))
  await userEvent.type(screen.getByLabelText(label), words)
}

it('adds somebody with a number; one that is none is kept in its field, with what to write', async () => {
  api.write('POST', 'unit_contacts', () => {
    throw new Refused({ key: 'new row violates check constraint "contact_phone_is_a_number"', code: '23514' })
  })
  open()
  expect(screen.getByRole('link', { name: '668899' }).getAttribute('href')).toBe('tel:668899')
  await fill('联系人', '赵六')
  await fill('电话', '见通讯录')
  await userEvent.click(screen.getByRole('button', { name: '添加联系人' }))
  expect(await screen.findByText(/电话不对。请填写 5 位以上的号码/)).toBeTruthy()
  api.write('POST', 'unit_contacts', () => [{ id: 'c2' }])
  await fill('电话', ' 0578-1234567 ')
  await userEvent.click(screen.getByRole('button', { name: '添加联系人' }))
  await waitFor(() =>
    expect(api.callsOf('POST unit_contacts').at(-1)).toEqual({ unit_id: 'u1', name: '赵六', phone: '0578-1234567' }),
  )
  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('联系人').value).toBe(''))
})

it('changes one and takes one away', async () => {
  api.write('PATCH', 'unit_contacts', () => [{ id: 'c1' }])
  api.write('DELETE', 'unit_contacts', () => [{ id: 'c1' }])
  open()
  await userEvent.click(screen.getByRole('button', { name: '修改王五' }))
  await fill('电话', '667788')
  await userEvent.click(screen.getByRole('button', { name: /^保\s*存$/ }))
  await waitFor(() =>
    expect(api.callsOf('PATCH unit_contacts')).toEqual([{ id: 'eq.c1', name: '王五', phone: '667788' }]),
  )
  await userEvent.click(screen.getByRole('button', { name: '删除王五' }))
  await waitFor(() => expect(api.callsOf('DELETE unit_contacts')).toEqual([{ id: 'eq.c1' }]))
})
