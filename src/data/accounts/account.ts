import type { InvitationId, PasswordResetId, UnitId, UserId } from '@/domain/ids'
import type { InvitationState } from '@/domain/permissions/invitation-state-vocabulary'
import type { PasswordResetState } from '@/domain/permissions/password-reset-state-vocabulary'
import type { Role } from '@/domain/permissions/role-vocabulary'

/** Whoever is signed in. */
export interface CurrentAccount {
  readonly userId: UserId
  readonly displayName: string
  readonly email: string
  readonly role: Role
  /** Set for a department's account, null otherwise. */
  readonly unitId: UnitId | null
  readonly unitName: string | null
}

/** An account as the lead office sees it. */
export interface Account extends CurrentAccount {
  readonly disabledAt: string | null
  readonly lastSignInAt: string | null
}

/** An invitation; its code is shown once, when it is made, and kept nowhere. */
export interface Invitation {
  readonly id: InvitationId
  readonly role: Role
  readonly unitName: string | null
  /** Where it stood when it was read. */
  readonly state: InvitationState
  readonly note: string
  readonly createdAt: string
  readonly expiresAt: string
}

/** What a sign-up code opens, or why it opens nothing. */
export interface SignUpCodeCheck {
  readonly isValid: boolean
  readonly problem: CodeProblem | null
  readonly role: Role | null
  readonly unitName: string | null
  /** The server's own code for the very first account. */
  readonly isSetup: boolean
}

export type CodeProblem = 'unknown' | 'expired' | 'revoked' | 'used'

export interface ResetCodeCheck {
  readonly isValid: boolean
  readonly problem: CodeProblem | null
}

/** A link that the lead office made for resetting the reader's own password. */
export interface PasswordReset {
  readonly id: PasswordResetId
  readonly state: PasswordResetState
  /** Who made the link; null when nobody knows any more. */
  readonly madeBy: string | null
  readonly madeAt: string
  readonly expiresAt: string
  /** When it was used, replaced or revoked. */
  readonly endedAt: string | null
  /** The reader has not said 知道了 to it yet. */
  readonly isNews: boolean
}

/** A code that was just made, to be handed on as a link. */
export interface IssuedCode {
  readonly code: string
  readonly expiresAt: string
}

/** An invitation that was just made: its code is shown once. */
export interface IssuedInvitation extends IssuedCode {
  readonly unitId: UnitId | null
  /** The unit's name, or the role's. */
  readonly name: string
}

/** Which accounts a list shows; '' filters nothing. */
export interface AccountFilter {
  readonly words: string
  readonly role: Role | ''
  readonly page: number
}

export const ACCOUNTS_PER_PAGE = 50
export const INVITATIONS_PER_PAGE = 20
