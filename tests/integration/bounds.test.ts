import { afterAll, beforeAll, expect, test } from 'vitest'
import { LONGEST_SEARCH, MOST_SEARCH_WORDS } from '@/domain/tasks/search-text'
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
