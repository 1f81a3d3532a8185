/** Shorter passwords are refused. */
export const MIN_PASSWORD_LENGTH = 10

/** The hash reads no further, so longer passwords would promise more than they keep. */
export const MAX_PASSWORD_BYTES = 72

/** The rule in words, shown before anybody types. */
export const passwordRuleInWords = `至少 ${MIN_PASSWORD_LENGTH} 个字符`

type PasswordProblem = 'password_too_short' | 'password_too_long'

/** What is wrong with a new password, or null. */
export function passwordProblem(password: string): PasswordProblem | null {
  if ([...password].length < MIN_PASSWORD_LENGTH) return 'password_too_short'
  return new TextEncoder().encode(password).length > MAX_PASSWORD_BYTES ? 'password_too_long' : null
}
