import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { sha256Of } from './sha256'

test.each([0, 1, 55, 56, 64, 1_000_003])('agrees with another implementation on %i bytes', async (length) => {
  const bytes = Uint8Array.from({ length }, (_, index) => (index * 31) % 251)
  expect(await sha256Of(new Blob([bytes]))).toBe(createHash('sha256').update(bytes).digest('hex'))
})
