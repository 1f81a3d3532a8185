import type { InvitationId, UnitId, UserId } from '@/domain/ids'
import { roleVocabulary, type Role } from '@/domain/permissions/role-vocabulary'
import { defineCommand, defineWrite } from '../define-command'
import { expectOneRow, orSqlNull } from '../request'
import { changePassword, signIn, signOut, signUp } from '../session'
import type { IssuedCode, IssuedInvitation, PasswordReset } from './account'

const accounts = { changes: 'accounts' } as const

/** Nothing that is on the page rests on it; a session that begins or ends clears the whole cache itself. */
const nothing = { changes: 'nothing' } as const

export const useSignIn = defineWrite(
  ({ email, password }: { readonly email: string; readonly password: string }) => signIn(email, password),
  nothing,
)

export const useSignUp = defineWrite(signUp, nothing)

export const useSignOut = defineWrite<void, void>(signOut, { ...nothing, isErrorShownInPlace: false })

interface ChangePasswordInput {
  readonly email: string
  readonly currentPassword: string
  readonly newPassword: string
}

export const useChangePassword = defineWrite(
  (input: ChangePasswordInput) => changePassword(input.email, input.currentPassword, input.newPassword),
  nothing,
)

export const useSetDisplayName = defineCommand(
  'set_display_name',
  (displayName: string) => ({ p_display_name: displayName }),
  accounts,
)

/** Sets a new password by the code of a reset link; the page that asks for it is that of somebody signed out. */
export const useResetPassword = defineCommand(
  'reset_password',
  ({ code, newPassword }: { readonly code: string; readonly newPassword: string }) => ({
    p_code: code,
    p_new_password: newPassword,
  }),
  nothing,
)

interface InvitationInput {
  readonly role: Role
  readonly unitId: UnitId | null
  readonly note: string
  readonly validDays: number
}

/** Makes an invitation; the answer holds its code, which is shown once and kept nowhere. */
export const useCreateInvitation = defineCommand(
  'create_invitation',
  ({ role, unitId, note, validDays }: InvitationInput) => ({
    p_role: role,
    p_unit_id: orSqlNull(unitId),
    p_note: note,
    p_valid_days: validDays,
  }),
  { ...accounts, toResult: toIssuedCode },
)

interface UnitInvitationsInput {
  readonly unitIds: readonly UnitId[]
  readonly note: string
  readonly validDays: number
}

/** One invitation for each of some units, all or none; the answer holds their codes, which are kept nowhere. */
export const useInviteUnits = defineCommand(
  'invite_units',
  ({ unitIds, note, validDays }: UnitInvitationsInput) => ({
    p_unit_ids: [...unitIds],
    p_note: note,
    p_valid_days: validDays,
  }),
  { ...accounts, toResult: (rows) => rows.map(toIssuedInvitation) },
)

/** New codes for invitations that nobody accepted; the former ones stop working. */
export const useRenewInvitations = defineCommand(
  'renew_invitations',
  ({ ids, validDays }: { readonly ids: readonly InvitationId[]; readonly validDays: number }) => ({
    p_invitation_ids: [...ids],
    p_valid_days: validDays,
  }),
  { ...accounts, toResult: (rows) => rows.map(toIssuedInvitation) },
)

export const useRevokeInvitation = defineCommand(
  'revoke_invitation',
  (invitationId: InvitationId) => ({ p_invitation_id: invitationId }),
  { ...accounts, isErrorShownInPlace: false },
)

interface DisableInput {
  readonly userId: UserId
  readonly isDisabled: boolean
  readonly reason: string
}

/** Shuts an account out, with the invitations it made, or lets it in again. */
export const useSetAccountDisabled = defineCommand(
  'set_account_disabled',
  ({ userId, isDisabled, reason }: DisableInput) => ({
    p_user_id: userId,
    p_is_disabled: isDisabled,
    p_reason: reason,
  }),
  accounts,
)

/** Makes a reset link's code for somebody who forgot the password. */
export const useCreatePasswordReset = defineCommand(
  'create_password_reset',
  (userId: UserId) => ({ p_user_id: userId }),
  { ...accounts, toResult: toIssuedCode },
)

/** Says 知道了 to what the notice tells of one reset link; kept by the server, so it holds on every device. */
export const useAcknowledgePasswordReset = defineCommand(
  'acknowledge_password_reset',
  ({ id, state }: Pick<PasswordReset, 'id' | 'state'>) => ({ p_reset_id: id, p_state: state }),
  { ...accounts, isErrorShownInPlace: false },
)

function toIssuedCode(rows: readonly { readonly code: string; readonly expires_at: string }[]): IssuedCode {
  const row = expectOneRow(rows)
  return { code: row.code, expiresAt: row.expires_at }
}

interface InvitationRow {
  readonly unit_id: UnitId | null
  readonly unit_name: string | null
  readonly role?: Role
  readonly code: string
  readonly expires_at: string
}

function toIssuedInvitation(row: InvitationRow): IssuedInvitation {
  return {
    unitId: row.unit_id,
    name: row.unit_name ?? (row.role === undefined ? '' : roleVocabulary.label(row.role)),
    code: row.code,
    expiresAt: row.expires_at,
  }
}
