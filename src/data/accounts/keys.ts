import type { AccountFilter } from './account'

/** Cache keys of accounts and invitations. */
export const accountKeys = {
  all: ['accounts'] as const,
  current: () => [...accountKeys.all, 'current'] as const,
  isSetUp: () => [...accountKeys.all, 'is-set-up'] as const,
  lists: () => [...accountKeys.all, 'list'] as const,
  list: (filter: AccountFilter) => [...accountKeys.lists(), filter] as const,
  ofUnits: () => [...accountKeys.all, 'of-units'] as const,
  invitations: () => [...accountKeys.all, 'invitations'] as const,
  invitationPage: (page: number) => [...accountKeys.invitations(), page] as const,
  passwordResets: () => [...accountKeys.all, 'password-resets'] as const,
  signUpCode: (code: string) => [...accountKeys.all, 'sign-up-code', code] as const,
  resetCode: (code: string) => [...accountKeys.all, 'reset-code', code] as const,
}
