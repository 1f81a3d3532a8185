import { expect, it } from 'vitest'
import { MAX_PASSWORD_BYTES, MIN_PASSWORD_LENGTH, passwordProblem } from './password-rule'

it('counts characters, not bytes or surrogates, for the minimum', () => {
  expect(passwordProblem('密'.repeat(MIN_PASSWORD_LENGTH))).toBeNull()
  expect(passwordProblem('𠮷'.repeat(MIN_PASSWORD_LENGTH - 1))).toBe('password_too_short')
  expect(passwordProblem('a'.repeat(MIN_PASSWORD_LENGTH - 1))).toBe('password_too_short')
})
it('counts bytes for the maximum, as the hash does', () => {
  expect(passwordProblem('a'.repeat(MAX_PASSWORD_BYTES))).toBeNull()
  expect(passwordProblem('a'.repeat(MAX_PASSWORD_BYTES + 1))).toBe('password_too_long')
  expect(passwordProblem('密'.repeat(25))).toBe('password_too_long')
})
