import { expect, test } from 'vitest'
import { boundedLoop, summarize } from './bounded-loop'

const turn = () => new Promise((resolve) => setTimeout(resolve, 1))

test('does so many requests and no more, on all connections', async () => {
  const seen: number[] = []
  let underWay = 0
  let most = 0
  const sample = summarize(
    await boundedLoop({ connections: 4, requests: 10, seconds: 60 }, async (index) => {
      seen.push(index)
      most = Math.max(most, ++underWay)
      await turn()
      underWay -= 1
    }),
  )
  expect(seen.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  expect(most).toBe(4)
  expect(sample).toMatchObject({ requests: 10, errors: 0, firstError: null })
})

test('ends when its time is up', async () => {
  const sample = summarize(await boundedLoop({ connections: 2, requests: 1_000_000, seconds: 0.05 }, turn))
  expect(sample.requests).toBeGreaterThan(0)
  expect(sample.requests).toBeLessThan(1000)
})

test('counts errors apart and keeps the first one', async () => {
  const sample = summarize(
    await boundedLoop({ connections: 1, requests: 4, seconds: 60 }, async (index) => {
      await turn()
      if (index % 2 === 1) throw new Error(`failed at ${index}`)
    }),
  )
  expect(sample).toMatchObject({ requests: 2, errors: 2, firstError: 'failed at 1' })
})

test('takes two loops for one', () => {
  const sample = summarize(
    { latencies: [1, 1], errors: [], seconds: 1 },
    { latencies: [3, 5, 5, 5], errors: ['late'], seconds: 2 },
  )
  expect(sample).toEqual({ requests: 6, perSecond: 2, p50: 3, p95: 5, errors: 1, firstError: 'late' })
})
