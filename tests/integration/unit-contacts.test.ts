import { afterAll, beforeAll, expect, test } from 'vitest'
import { joinByInvitation, okay, openCounty, refusal, type Actor, type Client } from '../support/actors'

let county: Awaited<ReturnType<typeof openCounty>>
let disabled: Actor
beforeAll(async () => {
  county = await openCounty()
  disabled = await joinByInvitation(county.stack, county.lead, 'department', county.units.财政局)
  await county.stack.sql('update public.accounts set disabled_at = now() where user_id = $1', [disabled.userId])
})
afterAll(() => county.stop())

const each = ['lead', 'leadership', 'education', 'outsider', 'anon', 'disabled'] as const
const clientOf = (actor: (typeof each)[number]): Client =>
  actor === 'anon' ? county.anon : actor === 'disabled' ? disabled.client : county[actor].client

test('a contact is kept by the lead office and its own unit, and by nobody else', async () => {
  const of = (actor: (typeof each)[number]) => clientOf(actor).from('unit_contacts')
  const contact = { unit_id: county.units.财政局, name: '赵六', phone: '13800138000' }
  for (const actor of ['leadership', 'education', 'anon', 'disabled'] as const) {
    expect(await refusal(of(actor).insert(contact)), actor).toBe('42501')
    expect((await of(actor).update({ name: '改名' }).eq('unit_id', contact.unit_id).select('id')).data ?? []).toEqual(
      [],
    )
    expect((await of(actor).delete().eq('unit_id', contact.unit_id).select('id')).data ?? []).toEqual([])
  }
  for (const actor of ['outsider', 'lead'] as const) {
    const { id } = okay(await of(actor).insert(contact).select('id').single())
    expect(await refusal(of(actor).insert(contact))).toBe('23505')
    expect((await of(actor).update({ name: '赵七' }).eq('id', id).select('id')).data).toHaveLength(1)
    expect((await of(actor).delete().eq('id', id).select('id')).data).toHaveLength(1)
  }
  // Not given to another unit, whoever asks.
  const moved = { unit_id: county.units.教育局 } as never
  expect(await refusal(of('outsider').update(moved).eq('unit_id', contact.unit_id))).toBe('42501')
  for (const wrong of [{ phone: '电话见群' }, { phone: '1234' }, { phone: '0578-1234567；拨 0' }, { name: ' ' }])
    expect(await refusal(of('lead').insert({ ...contact, ...wrong })), JSON.stringify(wrong)).toBe('23514')
})

test('nobody_can retire a unit past the function that asks about its tasks', async () => {
  const retired = { retired_on: '2026-01-01' }
  for (const actor of each)
    expect(await refusal(clientOf(actor).from('units').update(retired).eq('id', county.units.财政局))).toBe('42501')
})
