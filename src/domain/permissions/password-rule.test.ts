import { expect, it } from 'vitest'
import { isPasswordLongEnough, MIN_PASSWORD_LENGTH } from './password-rule'

it('counts characters, not bytes or surrogates', () => {
  expect(isPasswordLongEnough('密'.repeat(MIN_PASSWORD_LENGTH))).toBe(true)
  expect(isPasswordLongEnough('𠮷'.repeat(MIN_PASSWORD_LENGTH - 1))).toBe(false)
  expect(isPasswordLongEnough('a'.repeat(MIN_PASSWORD_LENGTH - 1))).toBe(false)
})
