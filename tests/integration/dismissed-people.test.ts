import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  invite,
  joinByInvitation,
  must,
  okay,
  openCounty,
  PASSWORD,
  refusal,
  signInAgain,
  signUp,
  succeed,
  type Actor,
} from '../support/actors'

let county: Awaited<ReturnType<typeof openCounty>>
beforeAll(async () => {
  county = await openCounty()
})
afterAll(() => county.stop())

const NEW_PASSWORD = 'a password of the dismissed'
const problemOf = (work: Promise<unknown>) =>
  work.then(
    () => 'went through',
    (error: Error) => error.message,
  )
const joinOffice = () => joinByInvitation(county.stack, county.lead, 'lead_office')
const joinEducation = () => joinByInvitation(county.stack, county.lead, 'department', county.units.教育局)
const setDisabled = (actor: Actor, is: boolean, by: Actor = county.lead) =>
  by.client.rpc('set_account_disabled', {
    p_user_id: actor.userId,
    p_is_disabled: is,
    p_reason: is ? '已调离岗位' : '误停用',
  })
const resetCode = async (maker: Actor, whom: Actor) =>
  must(okay(await maker.client.rpc('create_password_reset', { p_user_id: whom.userId }))[0]).code
const useReset = (p_code: string) =>
  refusal(county.anon.rpc('reset_password', { p_code, p_new_password: NEW_PASSWORD }))
const problemOfCode = async (p_code: string) =>
  must(okay(await county.anon.rpc('check_sign_up_code', { p_code }))[0]).problem

async function expectNoAccount(code: string, role = 'department') {
  const email = `${crypto.randomUUID()}@example.cn`
  expect(await problemOf(signUp(county.stack, code, email)), role).toBe('sign_up_code_revoked')
  expect(await problemOf(county.stack.signIn(email, PASSWORD))).toMatch(/invalid/i)
  expect(okay(await county.lead.client.rpc('list_accounts')).filter((account) => account.email === email)).toEqual([])
}

async function expectOldPassword(whom: Actor) {
  expect(await problemOf(signInAgain(county.stack, whom, NEW_PASSWORD))).toMatch(/invalid/i)
  expect(await problemOf(signInAgain(county.stack, whom))).toBe('went through')
}

describe('what a dismissed lead-office person made', () => {
  test('an invitation makes no account, then or after the person is let in again, and the list says why it went', async () => {
    const maker = await joinOffice()
    const invitations = [await invite(maker, 'lead_office'), await invite(maker, 'department', county.units.教育局)]
    const accepted = await invite(maker, 'leadership')
    const kept = await signUp(county.stack, accepted.code)
    okay(await setDisabled(maker, true))
    for (const { code } of invitations) await expectNoAccount(code)
    okay(await setDisabled(maker, false))
    for (const { id, code } of invitations) {
      await expectNoAccount(code)
      const row = okay(
        await county.lead.client.from('invitations').select('revoked_at, accepted_at').eq('id', id).single(),
      )
      expect(row).toMatchObject({ revoked_at: expect.any(String), accepted_at: null })
      const events = okay(
        await county.lead.client
          .from('audit_events')
          .select('actor_id, reason, action')
          .eq('subject', 'invitations')
          .eq('subject_id', id)
          .order('id'),
      )
      expect(events).toEqual([
        { actor_id: maker.userId, reason: null, action: 'created' },
        { actor_id: county.lead.userId, reason: '已调离岗位', action: 'changed' },
      ])
    }
    // Who accepted before keeps the account: it is listed, and can be disabled by itself.
    expect(await problemOf(signInAgain(county.stack, kept))).toBe('went through')
  })

  test('a reset link does not change the password, then or after the person is let in again', async () => {
    const [maker, whom] = [await joinOffice(), await joinEducation()]
    const code = await resetCode(maker, whom)
    okay(await setDisabled(maker, true))
    expect(await useReset(code)).toBe('reset_code_revoked')
    await expectOldPassword(whom)
    okay(await setDisabled(maker, false))
    expect(await useReset(code)).toBe('reset_code_revoked')
    await expectOldPassword(whom)
  })

  test('nothing comes of it either when the account was shut out in another way, or moved to another role', async () => {
    const whom = await joinEducation()
    for (const change of ['disabled_at = now()', `role = 'leadership'`]) {
      const maker = await joinOffice()
      const [invitation, code] = [await invite(maker, 'leadership'), await resetCode(maker, whom)]
      await county.stack.sql(`update public.accounts set ${change} where user_id = $1`, [maker.userId])
      await expectNoAccount(invitation.code)
      expect(await useReset(code)).toBe('reset_code_revoked')
      await expectOldPassword(whom)
    }
  })

  test('a code made at the moment of dismissal does not outlive it', async () => {
    const whom = await joinEducation()
    for (let round = 0; round < 4; round++) {
      const maker = await joinOffice()
      const [made, reset] = await Promise.all([
        invite(maker, 'leadership').catch(() => undefined),
        resetCode(maker, whom).catch(() => undefined),
        setDisabled(maker, true),
      ])
      okay(await setDisabled(maker, false))
      if (made !== undefined) await expectNoAccount(made.code)
      if (reset !== undefined) expect(await useReset(reset)).toBe('reset_code_revoked')
    }
    await expectOldPassword(whom)
  })
})

describe('what was made for a dismissed person', () => {
  test('a reset link does not work after they are let in again', async () => {
    const whom = await joinEducation()
    const code = await resetCode(county.lead, whom)
    okay(await setDisabled(whom, true))
    expect(await useReset(code)).toBe('reset_code_revoked')
    okay(await setDisabled(whom, false))
    expect(await useReset(code)).toBe('reset_code_revoked')
    await expectOldPassword(whom)
  })
})

test('an invitation to a unit that was retired does not come back with the unit', async () => {
  const { code } = await invite(county.lead, 'department', county.units.东街道)
  const p_unit_id = county.units.东街道
  await succeed(county.lead.client.rpc('retire_unit', { p_unit_id, p_handovers: {}, p_reason: '撤并' }))
  expect(await problemOfCode(code)).toBe('revoked')
  await succeed(county.lead.client.rpc('restore_unit', { p_unit_id }))
  await expectNoAccount(code)
})

test('of two lead-office people who shut each other out at the same moment, one remains', async () => {
  for (let round = 0; round < 4; round++) {
    const [one, other] = [await joinOffice(), await joinOffice()]
    await Promise.all([setDisabled(one, true, other), setDisabled(other, true, one)])
    const rows = okay(
      await county.lead.client.from('accounts').select('disabled_at').in('user_id', [one.userId, other.userId]),
    )
    expect(rows.filter((row) => row.disabled_at === null)).toHaveLength(1)
  }
})
