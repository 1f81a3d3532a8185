import { expect, it } from 'vitest'
import { countWaves } from './page-weight'

const asked = (...times: [startedAt: number, endedAt: number][]) =>
  times.map(([startedAt, endedAt]) => ({ startedAt, endedAt }))

it('counts as one wave what was asked for before the first answer', () => {
  expect(countWaves([])).toBe(0)
  expect(countWaves(asked([0, 10], [1, 30], [2, 12]))).toBe(1)
  expect(countWaves(asked([0, 10], [10, 20], [11, 40], [21, 30]))).toBe(3)
  expect(countWaves(asked([21, 30], [0, 10], [11, 40], [10, 20]))).toBe(3)
})
