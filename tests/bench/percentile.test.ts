import { expect, test } from 'vitest'
import { percentile } from './percentile'

test('takes a value that was measured, never one in between', () => {
  expect(percentile([1, 2, 3, 4], 50)).toBe(2)
  expect(percentile([1, 2, 3, 4, 5], 50)).toBe(3)
  expect(percentile([1, 100], 95)).toBe(100)
  expect(percentile([7], 50)).toBe(7)
  expect(
    percentile(
      Array.from({ length: 100 }, (_, index) => index + 1),
      95,
    ),
  ).toBe(95)
})

test('knows nothing of no values', () => {
  expect(percentile([], 50)).toBeNaN()
})
