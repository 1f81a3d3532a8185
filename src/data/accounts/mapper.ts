import { invitationState } from '@/domain/permissions/invitation-state-vocabulary'
import { passwordResetStateVocabulary } from '@/domain/permissions/password-reset-state-vocabulary'
import { roleVocabulary } from '@/domain/permissions/role-vocabulary'
import type { FunctionRow, RowWith } from '../database'
import type {
  Account,
  CodeProblem,
  CurrentAccount,
  Invitation,
  PasswordReset,
  ResetCodeCheck,
  SignUpCodeCheck,
} from './account'

const PROBLEMS: readonly CodeProblem[] = ['unknown', 'expired', 'revoked', 'used']

/**
 * Generated types call every column of a function's result not-null, which functions cannot promise; null
 * and '' both mean "none" here.
 */
function orNull<Text extends string>(value: Text | null | undefined): Text | null {
  return value === undefined || value === '' ? null : value
}

export function toCurrentAccount(row: FunctionRow<'current_account'>): CurrentAccount {
  return {
    userId: row.user_id,
    displayName: row.display_name,
    email: row.email,
    role: roleVocabulary.parse(row.role),
    unitId: orNull(row.unit_id),
    unitName: orNull(row.unit_name),
  }
}

export function toAccount(row: FunctionRow<'list_accounts'>): Account {
  return {
    ...toCurrentAccount(row),
    disabledAt: orNull(row.disabled_at),
    lastSignInAt: orNull(row.last_sign_in_at),
  }
}

/** An invitation's row with its unit's name joined in. */
export const INVITATION_COLUMNS = 'id, role, note, created_at, expires_at, revoked_at, accepted_at'

interface InvitationRow extends RowWith<'invitations', typeof INVITATION_COLUMNS> {
  readonly units: { readonly name: string } | null
}

export function toInvitation(row: InvitationRow, now: Date): Invitation {
  const times = { expiresAt: row.expires_at, revokedAt: row.revoked_at, acceptedAt: row.accepted_at }
  return {
    id: row.id,
    role: roleVocabulary.parse(row.role),
    unitName: row.units?.name ?? null,
    note: row.note,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    state: invitationState(times, now),
  }
}

export function toSignUpCodeCheck(row: FunctionRow<'check_sign_up_code'> | undefined): SignUpCodeCheck {
  if (row === undefined) return { isValid: false, problem: 'unknown', role: null, unitName: null, isSetup: false }
  const role = orNull(row.role)
  return {
    isValid: row.is_valid,
    problem: toProblem(row.is_valid, row.problem),
    role: role === null ? null : roleVocabulary.parse(role),
    unitName: orNull(row.unit_name),
    isSetup: row.is_setup,
  }
}

export function toPasswordReset(row: FunctionRow<'my_password_resets'>): PasswordReset {
  return {
    id: row.reset_id,
    state: passwordResetStateVocabulary.parse(row.state),
    madeBy: orNull(row.made_by),
    madeAt: row.made_at,
    expiresAt: row.expires_at,
    endedAt: orNull(row.ended_at),
    isNews: row.is_news,
  }
}

export function toResetCodeCheck(row: FunctionRow<'check_reset_code'> | undefined): ResetCodeCheck {
  if (row === undefined) return { isValid: false, problem: 'unknown' }
  return { isValid: row.is_valid, problem: toProblem(row.is_valid, row.problem) }
}

function toProblem(isValid: boolean, problem: string | null): CodeProblem | null {
  if (isValid) return null
  return PROBLEMS.find((known) => known === problem) ?? 'unknown'
}
