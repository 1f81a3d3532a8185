import { expect, it } from 'vitest'
import { API_PAGE_SIZE, readAllPages } from './read-all-pages'

function serve(total: number, asked: number[]) {
  const all = Array.from({ length: total }, (_, index) => index)
  return async (from: number, to: number) => {
    asked.push(from)
    return {
      data: all.slice(from, to + 1),
      error: null,
      count: null,
      status: 200,
      statusText: 'OK',
      success: true as const,
    }
  }
}

it('reads on until an answer is short', async () => {
  const asked: number[] = []
  expect(await readAllPages(serve(API_PAGE_SIZE * 2 + 1, asked))).toHaveLength(API_PAGE_SIZE * 2 + 1)
  expect(asked).toEqual([0, API_PAGE_SIZE, API_PAGE_SIZE * 2])
})
it('asks once more when an answer is exactly full, because more may follow', async () => {
  const asked: number[] = []
  expect(await readAllPages(serve(API_PAGE_SIZE, asked))).toHaveLength(API_PAGE_SIZE)
  expect(asked).toEqual([0, API_PAGE_SIZE])
})
