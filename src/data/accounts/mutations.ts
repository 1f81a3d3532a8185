import type { Role } from '@/domain/permissions/role-vocabulary'
import type { QueryClient } from '@tanstack/react-query'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { getClient } from '../client'
import { expectOneRow, orSqlNull, unwrap } from '../request'
import { changePassword, signIn, signOut, signUp } from '../session'
import type { IssuedCode, PasswordReset } from './account'
import { accountKeys } from './keys'

/** Forms show their own failures, so no notice is raised for them. */
const shownInPlace = { isErrorShownInPlace: true } as const

export function useSignIn() {
  return useMutation({
    mutationFn: ({ email, password }: { email: string; password: string }) => signIn(email, password),
    meta: shownInPlace,
  })
}

export function useSignUp() {
  return useMutation({ mutationFn: signUp, meta: shownInPlace })
}

export function useSignOut() {
  return useMutation({ mutationFn: signOut })
}

interface ChangePasswordInput {
  readonly email: string
  readonly currentPassword: string
  readonly newPassword: string
}

export function useChangePassword() {
  return useMutation({
    mutationFn: (input: ChangePasswordInput) => changePassword(input.email, input.currentPassword, input.newPassword),
    meta: shownInPlace,
  })
}

export function useSetDisplayName() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (displayName: string) => unwrap(getClient().rpc('set_display_name', { p_display_name: displayName })),
    onSuccess: () => refreshAccounts(queryClient),
    meta: shownInPlace,
  })
}

/** Sets a new password by the code of a reset link. */
export function useResetPassword() {
  return useMutation({
    mutationFn: ({ code, newPassword }: { code: string; newPassword: string }) =>
      unwrap(getClient().rpc('reset_password', { p_code: code, p_new_password: newPassword })),
    meta: shownInPlace,
  })
}

interface InvitationInput {
  readonly role: Role
  readonly unitId: string | null
  readonly note: string
  readonly validDays: number
}

/** Makes an invitation; the answer holds its code, which is shown once and kept nowhere. */
export function useCreateInvitation() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: createInvitation,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: accountKeys.invitations() }),
    meta: shownInPlace,
  })
}

async function createInvitation(input: InvitationInput): Promise<IssuedCode> {
  const rows = await unwrap(
    getClient().rpc('create_invitation', {
      p_role: input.role,
      p_unit_id: orSqlNull(input.unitId),
      p_note: input.note,
      p_valid_days: input.validDays,
    }),
  )
  const row = expectOneRow(rows)
  return { code: row.code, expiresAt: row.expires_at }
}

export function useRevokeInvitation() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (invitationId: string) =>
      unwrap(getClient().rpc('revoke_invitation', { p_invitation_id: invitationId })),
    // A refusal means the list is out of date, so it is read again either way.
    onSettled: () => queryClient.invalidateQueries({ queryKey: accountKeys.invitations() }),
  })
}

interface DisableInput {
  readonly userId: string
  readonly isDisabled: boolean
  readonly reason: string
}

/** Shuts an account out, with the invitations it made, or lets it in again. */
export function useSetAccountDisabled() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ userId, isDisabled, reason }: DisableInput) =>
      unwrap(
        getClient().rpc('set_account_disabled', { p_user_id: userId, p_is_disabled: isDisabled, p_reason: reason }),
      ),
    onSettled: () =>
      Promise.all([
        refreshAccounts(queryClient),
        queryClient.invalidateQueries({ queryKey: accountKeys.invitations() }),
      ]),
    meta: shownInPlace,
  })
}

/** Makes a reset link's code for somebody who forgot the password. */
export function useCreatePasswordReset() {
  return useMutation({
    mutationFn: async (userId: string): Promise<IssuedCode> => {
      const row = expectOneRow(await unwrap(getClient().rpc('create_password_reset', { p_user_id: userId })))
      return { code: row.code, expiresAt: row.expires_at }
    },
    meta: shownInPlace,
  })
}

/** Says 知道了 to what the notice tells of one reset link; kept by the server, so it holds on every device. */
export function useAcknowledgePasswordReset() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ id, state }: Pick<PasswordReset, 'id' | 'state'>) =>
      unwrap(getClient().rpc('acknowledge_password_reset', { p_reset_id: id, p_state: state })),
    // A refusal means that the link was used meanwhile: then that is read.
    onSettled: () => queryClient.invalidateQueries({ queryKey: accountKeys.passwordResets() }),
  })
}

async function refreshAccounts(queryClient: QueryClient): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: accountKeys.lists() }),
    queryClient.invalidateQueries({ queryKey: accountKeys.current() }),
  ])
}
