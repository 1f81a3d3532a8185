import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  joinByInvitation,
  must,
  okay,
  openCounty,
  refusal,
  signInAgain,
  type Actor,
  type Client,
} from '../support/actors'

let county: Awaited<ReturnType<typeof openCounty>>
beforeAll(async () => {
  county = await openCounty()
  okay(await county.lead.client.rpc('set_display_name', { p_display_name: '张三' }))
})
afterAll(() => county.stop())

const NEW = 'a wholly new password'
const joinEducation = () => joinByInvitation(county.stack, county.lead, 'department', county.units.教育局)
const makeReset = async (whom: Actor, maker = county.lead) =>
  must(okay(await maker.client.rpc('create_password_reset', { p_user_id: whom.userId }))[0]).code
const useReset = (p_code: string, p_new_password = NEW) =>
  refusal(county.anon.rpc('reset_password', { p_code, p_new_password }))
const told = async (client: Client) => okay(await client.rpc('my_password_resets')).filter((reset) => reset.is_news)
const acknowledge = (client: Client, reset: { reset_id: string; state: string }) =>
  refusal(client.rpc('acknowledge_password_reset', { p_reset_id: reset.reset_id, p_state: reset.state }))

describe('the trail', () => {
  const eventsOf = async (whom: Actor, reader: Actor = county.lead) =>
    okay(
      await reader.client
        .from('audit_events')
        .select('*')
        .eq('subject', 'password_resets')
        .eq('subject_id', whom.userId)
        .order('id'),
    )

  test('tells who made a link for whom, and when it was replaced, used or revoked', async () => {
    const whom = await joinEducation()
    await makeReset(whom)
    const code = await makeReset(whom)
    expect(await useReset(code)).toBe('went through')
    await makeReset(whom)
    okay(
      await county.lead.client.rpc('set_account_disabled', {
        p_user_id: whom.userId,
        p_is_disabled: true,
        p_reason: '已调离岗位',
      }),
    )
    const office = county.lead.userId
    expect(
      (await eventsOf(whom)).map((event) => [event.actor_id, event.from_state, event.to_state, event.reason]),
    ).toEqual([
      [office, null, 'open', null],
      [office, 'open', 'replaced', null],
      [office, null, 'open', null],
      // Whoever used the link was not signed in.
      [null, 'open', 'used', null],
      [office, null, 'open', null],
      [office, 'open', 'revoked', '已调离岗位'],
    ])
  })

  test('holds neither codes nor their hashes', async () => {
    const whom = await joinEducation()
    const codes = [await makeReset(whom), await makeReset(whom)]
    await useReset(must(codes[1]))
    const rows = await county.stack.sql<{ text: string }>(
      `select e::text as text from public.audit_events e where subject_id = $1`,
      [whom.userId],
    )
    const text = rows.map((row) => row.text).join('\n')
    expect(text).toContain('password_resets')
    const hashes = await county.stack.sql<{ hash: string }>(
      'select code_hash as hash from private.password_resets where user_id = $1',
      [whom.userId],
    )
    expect(hashes).toHaveLength(2)
    for (const secret of [...codes, ...hashes.map(({ hash }) => hash), 'code_hash']) expect(text).not.toContain(secret)
  })

  test.each(['leadership', 'education', 'outsider'] as const)('%s_cannot_read it', async (reader) => {
    const whom = await joinEducation()
    await makeReset(whom)
    expect(await eventsOf(whom, county[reader])).toEqual([])
    expect(await eventsOf(whom)).toHaveLength(1)
  })
})

describe('the person', () => {
  test('is told at the next sign-in that the password was reset, by whose link and when, until they say 知道了', async () => {
    const whom = await joinEducation()
    expect(await told(whom.client)).toEqual([])
    const code = await makeReset(whom)
    expect(await useReset(code)).toBe('went through')
    const client = await signInAgain(county.stack, whom, NEW)
    const [reset, ...others] = await told(client)
    expect(others).toEqual([])
    expect(reset).toMatchObject({
      state: 'used',
      made_by: '张三',
      made_at: expect.any(String),
      ended_at: expect.any(String),
    })
    expect(await acknowledge(client, must(reset))).toBe('went through')
    expect(await told(client)).toEqual([])
    // It stays on the account's own page.
    expect(okay(await client.rpc('my_password_resets'))).toHaveLength(1)
  })

  test('is told of a link that nobody has used, while it works; and again when it is used', async () => {
    const whom = await joinEducation()
    const code = await makeReset(whom)
    const [open] = await told(whom.client)
    expect(open).toMatchObject({ state: 'open', made_by: '张三', ended_at: null })
    expect(await acknowledge(whom.client, must(open))).toBe('went through')
    expect(await told(whom.client)).toEqual([])
    expect(await useReset(code)).toBe('went through')
    const client = await signInAgain(county.stack, whom, NEW)
    expect(await told(client)).toMatchObject([{ reset_id: must(open).reset_id, state: 'used' }])
  })

  test('is not bothered with a link that ran out or was replaced', async () => {
    const whom = await joinEducation()
    await makeReset(whom)
    await makeReset(whom)
    expect(await told(whom.client)).toHaveLength(1)
    await county.stack.sql(
      `update private.password_resets set expires_at = now() where user_id = $1 and state = 'open'`,
      [whom.userId],
    )
    expect(await told(whom.client)).toEqual([])
    expect(
      okay(await whom.client.rpc('my_password_resets'))
        .map(({ state }) => state)
        .toSorted(),
    ).toEqual(['expired', 'replaced'])
  })

  test('learns of a reset behind their back, though the intruder said 知道了', async () => {
    const whom = await joinEducation()
    await useReset(await makeReset(whom))
    const intruder = await signInAgain(county.stack, whom, NEW)
    for (const reset of await told(intruder)) expect(await acknowledge(intruder, reset)).toBe('went through')
    expect(await useReset(await makeReset(whom), 'the password of the owner')).toBe('went through')
    const owner = await signInAgain(county.stack, whom, 'the password of the owner')
    expect((await told(owner)).map(({ state }) => state)).toEqual(['used', 'used'])
  })

  test('who saw an open link has not acknowledged its use', async () => {
    const whom = await joinEducation()
    const code = await makeReset(whom)
    const open = must((await told(whom.client))[0])
    await useReset(code)
    const client = await signInAgain(county.stack, whom, NEW)
    expect(await acknowledge(client, open)).toBe('password_reset_changed')
    expect(await told(client)).toHaveLength(1)
  })

  test('nobody else is told, or can acknowledge it', async () => {
    const whom = await joinEducation()
    await useReset(await makeReset(whom))
    const client = await signInAgain(county.stack, whom, NEW)
    const reset = must((await told(client))[0])
    for (const other of [county.lead, county.colleague, county.leadership]) {
      expect(
        okay(await other.client.rpc('my_password_resets')).filter(({ reset_id }) => reset_id === reset.reset_id),
      ).toEqual([])
      expect(await acknowledge(other.client, reset)).toBe('password_reset_changed')
    }
    expect(await told(client)).toHaveLength(1)
  })
})
