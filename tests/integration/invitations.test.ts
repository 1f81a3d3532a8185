import { afterAll, beforeAll, expect, test } from 'vitest'
import { invite, must, okay, openCounty, refusal, signUp, succeed } from '../support/actors'

let county: Awaited<ReturnType<typeof openCounty>>
beforeAll(async () => {
  county = await openCounty()
})
afterAll(() => county.stop())

const inviteUnits = (p_unit_ids: string[], p_valid_days = 7) =>
  county.lead.client.rpc('invite_units', { p_unit_ids, p_valid_days })
const renew = (p_invitation_ids: string[]) => county.lead.client.rpc('renew_invitations', { p_invitation_ids })
const problemOf = async (code: string) =>
  okay(await county.anon.rpc('check_sign_up_code', { p_code: code }))[0]?.problem ?? 'none'
const countOf = async () => okay(await county.lead.client.from('invitations').select('id')).length

test('many units are invited in one go, each with a code of its own that opens it', async () => {
  const { 东街道, 西街道 } = county.units
  const rows = okay(await inviteUnits([东街道, 西街道], 14))
  expect(rows.map(({ unit_name }) => unit_name)).toEqual(['东街道', '西街道'])
  expect(new Set(rows.map(({ code }) => code)).size).toBe(2)
  const days = (Date.parse(must(rows[0]).expires_at) - Date.now()) / 86_400_000
  expect(Math.round(days)).toBe(14)
  const person = await signUp(county.stack, must(rows[1]).code)
  expect(okay(await person.client.rpc('current_account'))).toMatchObject([{ unit_id: 西街道, role: 'department' }])
})

test('one that cannot be invited keeps all from being made: no code is made that nobody saw', async () => {
  const unit = okay(await county.lead.client.from('units').insert({ name: '将停用的局' }).select('id').single())
  await succeed(county.lead.client.rpc('retire_unit', { p_unit_id: unit.id, p_handovers: {}, p_reason: '撤并' }))
  const before = await countOf()
  expect(await refusal(inviteUnits([county.units.东街道, unit.id]))).toBe('unit_is_retired')
  expect(await refusal(inviteUnits([county.units.东街道], 91))).toBe('invitation_days_out_of_range')
  expect(await countOf()).toBe(before)
})

test('a new code ends the former one; an expired invitation is renewed too, a used or revoked one is not', async () => {
  const [lost, expired] = [
    await invite(county.lead, 'department', county.units.财政局),
    await invite(county.lead, 'leadership'),
  ]
  await county.stack.sql(`update public.invitations set expires_at = now() where id = $1`, [expired.id])
  const rows = okay(await renew([lost.id, expired.id]))
  expect(rows.map(({ role, unit_name }) => [role, unit_name])).toEqual([
    ['leadership', null],
    ['department', '财政局'],
  ])
  expect(await problemOf(lost.code)).toBe('revoked')
  for (const { code } of rows) expect(await problemOf(code)).toBe('none')
  await signUp(county.stack, must(rows[0]).code)
  const ids = rows.map(({ invitation_id }) => invitation_id)
  expect(await refusal(renew(ids))).toBe('invitation_not_open')
  // All or none: the other one still works.
  expect(await problemOf(must(rows[1]).code)).toBe('none')
  expect(await refusal(renew([lost.id]))).toBe('invitation_not_open')
})

test('the first steps are told from what is there', async () => {
  const steps = async () => okay(await county.lead.client.rpc('first_steps'))[0]
  expect(await steps()).toMatchObject({ plans: 0, issued_plans: 0, draft_plan_id: null, units: 5, uninvited_units: 0 })
  const made = okay(await county.lead.client.from('units').insert({ name: '新局' }).select('id').single())
  expect(await steps()).toMatchObject({ units: 6, uninvited_units: 1 })
  okay(await inviteUnits([made.id]))
  expect(await steps()).toMatchObject({ uninvited_units: 0 })
})
