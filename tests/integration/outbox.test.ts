import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { must } from '../support/actors'
import { at, noon } from '../support/lived-plan'
import { startStack, type TestStack } from '../support/stack'

let stack: TestStack
beforeAll(async () => {
  stack = await startStack()
})
afterAll(() => stack.stop())
beforeEach(() => stack.sql('delete from private.outbox'))

const putOut = async (key: string, words = '请及时填报') => {
  const [row] = await stack.sql<{ is_new: boolean }>(
    `select private.put_out($1, 'reminder', jsonb_build_object('text', $2::text)) as is_new`,
    [key, words],
  )
  return must(row).is_new
}
interface Message {
  id: string
  dedupe_key: string
  attempts: number
  last_error: string | null
  text: string
}
const takeOut = (limit = 10) =>
  stack.sql<Message>(
    `select id, dedupe_key, attempts, last_error, payload ->> 'text' as text from private.take_out($1)`,
    [limit],
  )
const markSent = (id: string, error: string | null = null) => stack.sql('select private.mark_sent($1, $2)', [id, error])

test('the same message is put out once, in its first words', async () => {
  expect([await putOut('reminder/a/2025-03-01'), await putOut('reminder/a/2025-03-01', '再来一次')]).toEqual([
    true,
    false,
  ])
  expect(await putOut('reminder/a/2025-03-02')).toBe(true)
  expect((await takeOut()).map(({ dedupe_key, text }) => [dedupe_key, text])).toEqual([
    ['reminder/a/2025-03-01', '请及时填报'],
    ['reminder/a/2025-03-02', '请及时填报'],
  ])
})

test('put out by two at the same moment it is there once', async () => {
  const outcomes = await Promise.all(Array.from({ length: 8 }, () => putOut('reminder/b/2025-03-01')))
  expect(outcomes.filter(Boolean)).toHaveLength(1)
  expect(await takeOut()).toHaveLength(1)
})

test('what was sent is not taken again; what failed is, and says so', async () => {
  for (const key of ['a', 'b', 'c']) await putOut(key)
  const [first, second] = await takeOut(2)
  await markSent(must(first).id)
  await markSent(must(second).id, '对方没有应答')
  expect((await takeOut()).map(({ dedupe_key, attempts, last_error }) => [dedupe_key, attempts, last_error])).toEqual([
    ['b', 1, '对方没有应答'],
    ['c', 0, null],
  ])
  await markSent(must(second).id)
  expect((await takeOut()).map(({ dedupe_key }) => dedupe_key)).toEqual(['c'])
  expect(await putOut('a'), 'sent is sent').toBe(false)
})

// PGlite has one session, so that there nobody is beside anybody.
test.runIf(process.env['DATABASE_URL'] !== undefined)('two senders at once take different messages', async () => {
  for (let number = 0; number < 10; number += 1) await putOut(String(number))
  const take = () =>
    stack.sql<{ id: string }>(
      'with taken as materialized (select id from private.take_out(5)), held as (select pg_sleep(0.5)) select id from taken, held',
    )
  const [one, other] = await Promise.all([take(), take()])
  expect(new Set([...one, ...other].map(({ id }) => id)).size).toBe(10)
})

test('when it was put out and when it was sent go by the clock', async () => {
  await at(stack, noon('2025-03-01'), () => putOut('a'))
  const [message] = await takeOut()
  await at(stack, noon('2025-03-02'), () => markSent(must(message).id))
  const [times] = await stack.sql(
    `select public.business_date(created_at)::text as put_out, public.business_date(sent_at)::text as sent from private.outbox`,
  )
  expect(times).toEqual({ put_out: '2025-03-01', sent: '2025-03-02' })
})
