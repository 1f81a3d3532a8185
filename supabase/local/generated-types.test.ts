import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { migrationsDigest, TYPES_FILE, typesHeader } from './generated-types'

test('the checked-in types are generated from the migrations as they are (else: npm run db:types)', async () => {
  const [first] = (await readFile(TYPES_FILE, 'utf8')).split(/\r?\n/)
  expect(first).toBe(typesHeader(await migrationsDigest()))
})
