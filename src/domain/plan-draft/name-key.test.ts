import { describe, expect, it } from 'vitest'
import cases from '../../../tests/fixtures/name-key-cases.json'
import { nameKey } from './name-key'

// The same cases are put to private.name_key in tests/integration/plan-import.test.ts.
describe('the key of a written name', () => {
  it.each(cases)('of "$name" is "$key"', ({ name, key }) => expect(nameKey(name)).toBe(key))
})
