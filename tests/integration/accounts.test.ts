import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  asAnon,
  invite,
  joinByInvitation,
  must,
  okay,
  openCounty,
  PASSWORD,
  refusal,
  signInAgain,
  signUp,
  type Actor,
} from '../support/actors'

let county: Awaited<ReturnType<typeof openCounty>>
beforeAll(async () => {
  county = await openCounty()
})
afterAll(() => county.stop())

const problemOf = (work: Promise<unknown>) =>
  work.then(
    () => 'went through',
    (error: Error) => error.message,
  )
const setDisabled = (actor: Actor, is: boolean) =>
  county.lead.client.rpc('set_account_disabled', { p_user_id: actor.userId, p_is_disabled: is, p_reason: '调离' })
const resetCode = async (actor: Actor) =>
  must(okay(await county.lead.client.rpc('create_password_reset', { p_user_id: actor.userId }))[0]).code

describe('signing up', () => {
  test('without a code, or with an unknown one, is refused and leaves no user behind', async () => {
    for (const code of [undefined, '', 'unknown'])
      expect(await problemOf(signUp(county.stack, code, 'nobody@example.cn'))).toBe('sign_up_code_unknown')
    expect(await county.stack.sql(`select from auth.users where email = 'nobody@example.cn'`)).toEqual([])
  })

  test('without a working code, tells nothing about which addresses have an account', async () => {
    const used = await invite(county.lead, 'leadership')
    await signUp(county.stack, used.code)
    for (const code of [undefined, 'unknown', used.code]) {
      const answerTo = async (email: string) => {
        const data = { display_name: '某人', ...(code === undefined ? {} : { sign_up_code: code }) }
        const { error } = await asAnon(county.stack).auth.signUp({ email, password: PASSWORD, options: { data } })
        return { message: error?.message, status: error?.status, code: error?.code }
      }
      const known = await answerTo(county.education.email)
      expect(known).toEqual(await answerTo('stranger@example.cn'))
      expect(known.message).toBe(code === used.code ? 'sign_up_code_used' : 'sign_up_code_unknown')
    }
  })

  test('the set-up code works once only', async () => {
    const { data } = await county.anon.rpc('check_sign_up_code', { p_code: county.stack.setupCode })
    expect(data).toMatchObject([{ is_valid: false, problem: 'used', is_setup: true }])
    expect(await problemOf(signUp(county.stack, county.stack.setupCode))).toMatch(/^sign_up_code_/)
    const [again] = await county.stack.sql<{ made: boolean }>(
      `select private.ensure_setup_code('AAAA-BBBB-CCCC') as made`,
    )
    expect(again).toEqual({ made: false })
  })

  test('an invitation fixes role and unit, whatever the person claims', async () => {
    const { code } = await invite(county.lead, 'department', county.units.财政局)
    const client = asAnon(county.stack)
    const data = { sign_up_code: code, display_name: '张三', role: 'lead_office', unit_id: county.units.教育局 }
    await client.auth.signUp({ email: 'zhang@example.cn', password: PASSWORD, options: { data } })
    expect((await client.rpc('current_account')).data).toMatchObject([
      { role: 'department', unit_name: '财政局', display_name: '张三' },
    ])
    await client.auth.updateUser({ data: { role: 'lead_office', app_metadata: { role: 'service_role' } } })
    expect((await client.rpc('current_account')).data).toMatchObject([{ role: 'department', unit_name: '财政局' }])
    const [user] = await county.stack.sql<{ data: object }>(
      `select raw_user_meta_data as data from auth.users where email = 'zhang@example.cn'`,
    )
    expect(JSON.stringify(user)).not.toContain(code)
  })

  test('an invitation is good for one person, also when two come at once', async () => {
    const { code } = await invite(county.lead, 'department', county.units.财政局)
    const outcomes = await Promise.all([1, 2, 3].map(() => problemOf(signUp(county.stack, code))))
    expect(outcomes.toSorted()).toEqual(['sign_up_code_used', 'sign_up_code_used', 'went through'])
    expect((await county.anon.rpc('check_sign_up_code', { p_code: code })).data).toMatchObject([
      { is_valid: false, problem: 'used' },
    ])
  })

  test('a revoked or expired invitation, and one to a unit since retired, does not work', async () => {
    const [revoked, expired, retired] = [
      await invite(county.lead, 'leadership'),
      await invite(county.lead, 'leadership'),
      await invite(county.lead, 'department', county.units.西街道),
    ]
    expect(await refusal(county.lead.client.rpc('revoke_invitation', { p_invitation_id: revoked.id }))).toBe(
      'went through',
    )
    expect(await refusal(county.lead.client.rpc('revoke_invitation', { p_invitation_id: revoked.id }))).toBe(
      'invitation_not_open',
    )
    await county.stack.sql(`update public.invitations set expires_at = now() where id = $1`, [expired.id])
    await county.stack.sql(`update public.units set retired_on = current_date where id = $1`, [county.units.西街道])
    expect(await problemOf(signUp(county.stack, revoked.code))).toBe('sign_up_code_revoked')
    expect(await problemOf(signUp(county.stack, expired.code))).toBe('sign_up_code_expired')
    expect(await problemOf(signUp(county.stack, retired.code))).toBe('sign_up_code_revoked')
  })

  test('an invitation needs a unit for a department, one that is not retired, and 1 to 90 days', async () => {
    const make = (args: object) => refusal(county.lead.client.rpc('create_invitation', args as never))
    expect(await make({ p_role: 'department', p_unit_id: null })).toBe('invitation_needs_unit')
    expect(await make({ p_role: 'department', p_unit_id: county.units.西街道 })).toBe('unit_is_retired')
    for (const p_valid_days of [0, 91])
      expect(await make({ p_role: 'leadership', p_unit_id: null, p_valid_days })).toBe('invitation_days_out_of_range')
  })

  test('an invitation names a unit for a department only, and so does an account', async () => {
    for (const p_role of ['lead_office', 'leadership'] as const) {
      expect(
        await refusal(county.lead.client.rpc('create_invitation', { p_role, p_unit_id: county.units.教育局 })),
      ).toBe('invitation_unit_only_for_department')
    }
    const setUnit = (table: string, role: string) =>
      county.stack.sql(`update public.${table} set unit_id = $1 where role = $2`, [county.units.教育局, role])
    await expect(setUnit('invitations', 'leadership')).rejects.toThrow('unit_belongs_to_department_invitations_only')
    for (const role of ['lead_office', 'leadership'])
      await expect(setUnit('accounts', role)).rejects.toThrow('unit_belongs_to_department_accounts_only')
  })

  test('only hashes of codes are kept', async () => {
    const { id, code } = await invite(county.lead, 'leadership')
    const [row] = await county.stack.sql<{ row: string }>(
      'select i::text as row from public.invitations i where id = $1',
      [id],
    )
    expect(must(row).row).not.toContain(code)
  })
})

describe('a disabled account', () => {
  test('is shut out at once, with a token that is still good, on refresh and at sign-in; and let in again', async () => {
    const actor = await joinByInvitation(county.stack, county.lead, 'department', county.units.教育局)
    expect(okay(await actor.client.from('units').select('id')).length).toBeGreaterThan(0)
    await setDisabled(actor, true)
    expect((await actor.client.from('units').select('id')).error?.code).toBe('PGRST301')
    expect(await refusal(actor.client.rpc('plan_overview'))).toBe('PGRST301')
    expect((await actor.client.rpc('current_account')).data).toBeNull()
    expect((await actor.client.auth.refreshSession()).error).not.toBeNull()
    expect(await problemOf(signInAgain(county.stack, actor))).toMatch(/banned/i)
    expect(await refusal(setDisabled(actor, true))).toBe('account_already_so')
    await setDisabled(actor, false)
    expect(okay(await (await signInAgain(county.stack, actor)).from('units').select('id')).length).toBeGreaterThan(0)
  })

  test('the lead office cannot shut itself out', async () => {
    expect(await refusal(setDisabled(county.lead, true))).toBe('own_account_cannot_be_disabled')
  })
})

describe('resetting a password', () => {
  test('a code works once, ends every session, and asks for a proper password', async () => {
    const actor = await joinByInvitation(county.stack, county.lead, 'department', county.units.教育局)
    const code = await resetCode(actor)
    const reset = (p_new_password: string, p_code = code) =>
      refusal(county.anon.rpc('reset_password', { p_code, p_new_password }))
    expect(await reset('short-one')).toBe('password_too_short')
    expect(await reset('长'.repeat(25))).toBe('password_too_long')
    expect(await reset('long enough', 'wrong')).toBe('reset_code_unknown')
    const outcomes = await Promise.all([reset('first new password'), reset('other new password')])
    expect(outcomes.toSorted()).toEqual(['reset_code_used', 'went through'])
    expect((await actor.client.auth.refreshSession()).error).not.toBeNull()
    expect(await problemOf(signInAgain(county.stack, actor))).toMatch(/invalid/i)
    const chosen = outcomes[0] === 'went through' ? 'first new password' : 'other new password'
    expect(await problemOf(signInAgain(county.stack, actor, chosen))).toBe('went through')
    expect(await reset('yet another password')).toBe('reset_code_used')
  })

  test('a newer code ends the older, and a code of a disabled person or one a day old does not work', async () => {
    const actor = await joinByInvitation(county.stack, county.lead, 'department', county.units.教育局)
    const [older, newer] = [await resetCode(actor), await resetCode(actor)]
    const check = async (p_code: string) => must(okay(await county.anon.rpc('check_reset_code', { p_code }))[0]).problem
    expect([await check(older), await check(newer)]).toEqual(['revoked', null])
    await setDisabled(actor, true)
    expect(await check(newer)).toBe('revoked')
    await setDisabled(actor, false)
    const newest = await resetCode(actor)
    await county.stack.sql(`update private.password_resets set expires_at = now() where user_id = $1`, [actor.userId])
    expect(await check(newest)).toBe('expired')
  })
})

test('the account follows a change of address', async () => {
  const actor = await joinByInvitation(county.stack, county.lead, 'leadership')
  await county.stack.sql(`update auth.users set email = 'new@example.cn' where id = $1`, [actor.userId])
  const accounts = okay(await county.lead.client.rpc('list_accounts'))
  expect(accounts.find((account) => account.user_id === actor.userId)?.email).toBe('new@example.cn')
})
