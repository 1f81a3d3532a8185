import { defineVocabulary } from '@/lib/vocabulary'

/** Whether an invitation can still be used, or why not. */
export const invitationStateVocabulary = defineVocabulary([
  { value: 'open', label: '待接受', tone: 'accent' },
  { value: 'accepted', label: '已接受', tone: 'good' },
  { value: 'expired', label: '已过期', tone: 'neutral' },
  { value: 'revoked', label: '已撤销', tone: 'neutral' },
])

export type InvitationState = (typeof invitationStateVocabulary.values)[number]

interface InvitationTimes {
  readonly acceptedAt: string | null
  readonly revokedAt: string | null
  readonly expiresAt: string
}

/** Where an invitation stands at an instant. */
export function invitationState(invitation: InvitationTimes, now: Date): InvitationState {
  if (invitation.acceptedAt !== null) return 'accepted'
  if (invitation.revokedAt !== null) return 'revoked'
  return Date.parse(invitation.expiresAt) <= now.getTime() ? 'expired' : 'open'
}
