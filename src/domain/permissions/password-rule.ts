/** Shorter passwords are refused; longer ones need no other rule. */
export const MIN_PASSWORD_LENGTH = 10

/** The rule in words, shown before anybody types. */
export const passwordRuleInWords = `至少 ${MIN_PASSWORD_LENGTH} 个字符`

/** Whether a password is long enough. */
export function isPasswordLongEnough(password: string): boolean {
  return [...password].length >= MIN_PASSWORD_LENGTH
}
