import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LONGEST_SEARCH, MOST_SEARCH_WORDS } from '@/lib/search-text'
import { okay, openCounty, refusal } from '../support/actors'
import { issuePlan } from '../support/issued-plan'

let county: Awaited<ReturnType<typeof openCounty>>
beforeAll(async () => {
  county = await openCounty()
  await issuePlan(county)
})
afterAll(() => county.stop())

const search = (p_text: string) => county.education.client.rpc('search_tasks', { p_text })
const list = (search: string) => county.education.client.rpc('list_tasks', { p_filter: { search } })
const words = (count: number) => Array.from({ length: count }, () => '教育').join(' ')

test('a search of five thousand words is refused for its length, not looked for', async () => {
  const many = Array.from({ length: 5000 }, (_, index) => `词${index}`).join(' ')
  const outcomes = await Promise.all([
    refusal(search(many)),
    refusal(list(many)),
    refusal(search('词'.repeat(1_000_000))),
  ])
  expect(outcomes).toEqual(['search_text_too_long', 'search_text_too_long', 'search_text_too_long'])
})

test('the bounds are those that the app knows', async () => {
  expect(okay(await search(words(MOST_SEARCH_WORDS))).length).toBeGreaterThan(0)
  expect(await refusal(search(words(MOST_SEARCH_WORDS + 1)))).toBe('search_has_too_many_words')
  expect(okay(await search(`  教育局　${' '.repeat(100)}`)).length).toBeGreaterThan(0)
  expect(await refusal(search('长'.repeat(LONGEST_SEARCH)))).toBe('went through')
  expect(await refusal(search('长'.repeat(LONGEST_SEARCH + 1)))).toBe('search_text_too_long')
  expect(await refusal(list('长'.repeat(LONGEST_SEARCH)))).toBe('went through')
  expect(await refusal(list('长'.repeat(LONGEST_SEARCH + 1)))).toBe('search_text_too_long')
})

test('a page is never longer than 500 nor begins before the first', async () => {
  expect(await refusal(county.education.client.rpc('list_tasks', { p_limit: 2_000_000_000, p_offset: -5 }))).toBe(
    'went through',
  )
})

describe('words that are not words', () => {
  const NASTY = [
    `'; drop table public.units; --`,
    `') or true --`,
    `%`,
    `_`,
    `\\`,
    `$1`,
    `due_on; select 1`,
    '(select email from auth.users limit 1)',
    '\u0000'.repeat(0) + '"',
  ]
  test.each(NASTY)('search and sort take %s as words', async (p) => {
    const list = (args: object) => county.education.client.rpc('list_tasks', args)
    expect(okay(await list({ p_filter: { search: p } }))).toEqual([])
    expect(okay(await county.education.client.rpc('search_tasks', { p_text: p }))).toEqual([])
    for (const key of ['signal', 'plan_id', p])
      expect(await refusal(list({ p_filter: { [key]: p } }))).toBe('task_filter_unreadable')
    expect(await refusal(list({ p_sort: p }))).toBe('task_sort_unknown')
  })
})
