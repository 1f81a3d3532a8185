import bcrypt, { getRounds } from 'bcryptjs'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { Handler } from '../../../supabase/local/gateway/handler'
import { cpuSeconds } from '../../support/cpu-seconds'
import { askAuth, installFixture, type Installed } from './fixture-handler'
import { PASSWORD } from './fixture-stack'

const KNOWN = 'known@example.cn'
const BANNED = 'banned@example.cn'
const UNKNOWN = 'unknown@example.cn'
const ROUNDS = 7
/** A comparison takes tens of milliseconds, an answer without one a few: far more than this apart. */
const SAME_WITHIN = 2

let installed: Installed
let handler: Handler
let guesses = 0
beforeAll(async () => {
  // As strong as in earnest: what is compared with where there is no account is no cheaper and no dearer.
  vi.stubEnv('LITE_AUTH_BCRYPT_COST', undefined)
  installed = await installFixture()
  handler = await installed.start()
  for (const email of [KNOWN, BANNED]) await signUp(email, { invitation: 'x' })
  await installed.database.query("update auth.users set banned_until = now() + interval '1 day' where email = $1", [
    BANNED,
  ])
})
afterEach(() => vi.restoreAllMocks())
afterAll(() => {
  vi.unstubAllEnvs()
  return installed.close()
})

const signUp = (email: string, data: object) =>
  askAuth(
    handler,
    installed.keys,
    'signup',
    { email, password: PASSWORD, data },
    { address: `198.51.100.${(guesses += 1) % 250}` },
  )
/** Each guess comes from elsewhere, so that only the time of a comparison is seen. */
const guess = (email: string) =>
  askAuth(
    handler,
    installed.keys,
    'token?grant_type=password',
    { email, password: 'wrong' },
    { address: `203.0.${guesses >> 8}.${(guesses += 1) & 255}` },
  )

test('a sign-up without a working code is answered alike, whoever has an account', async () => {
  const answers = await Promise.all([KNOWN, UNKNOWN, BANNED, KNOWN.toUpperCase()].map((email) => signUp(email, {})))
  const texts = await Promise.all(answers.map(async (answer) => `${answer.status} ${await answer.text()}`))
  expect(new Set(texts).size).toBe(1)
  expect(texts[0]).toContain('需要邀请码')
  expect((await signUp(KNOWN, { invitation: 'x' })).status).toBe(422)
})

test.each([KNOWN, BANNED, UNKNOWN])('a wrong password of %s is compared once', async (email) => {
  const compare = vi.spyOn(bcrypt, 'compare')
  const answer = await guess(email)
  expect([answer.status, await answer.json()]).toEqual([
    400,
    expect.objectContaining({ error_code: 'invalid_credentials' }),
  ])
  expect(compare).toHaveBeenCalledTimes(1)
  const hash = String(compare.mock.calls[0]?.[1])
  expect(getRounds(hash)).toBe(10)
})

test('the work behind an answer does not tell who has an account', async () => {
  const costs: Record<string, number[]> = { [KNOWN]: [], [UNKNOWN]: [], [BANNED]: [] }
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [email, list] of Object.entries(costs)) list.push(await cpuSeconds(() => guess(email)))
  }
  const medians = Object.values(costs).map((list) => list.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0)
  expect(Math.max(...medians) / Math.min(...medians)).toBeLessThan(SAME_WITHIN)
})
