import { expect, it } from 'vitest'
import { invitationState } from './invitation-state-vocabulary'

const open = { acceptedAt: null, revokedAt: null, expiresAt: '2021-06-30T16:00:00Z' }
const at = (text: string) => new Date(text)

it('expires at its instant, not after it', () => {
  expect(invitationState(open, at('2021-06-30T15:59:59Z'))).toBe('open')
  expect(invitationState(open, at('2021-06-30T16:00:00Z'))).toBe('expired')
})
it('stays accepted or revoked after it would have expired', () => {
  const later = at('2022-01-01T00:00:00Z')
  expect(invitationState({ ...open, acceptedAt: '2021-06-01T00:00:00Z' }, later)).toBe('accepted')
  expect(invitationState({ ...open, revokedAt: '2021-06-01T00:00:00Z' }, later)).toBe('revoked')
})
