import type { UnitId } from '@/domain/ids'
import { describe, expect, it } from 'vitest'
import { invitationId, passwordResetId, unitId, userId } from '../../../tests/support/ids'
import { orSqlNull } from '../request'
import { toCurrentAccount, toInvitation, toPasswordReset, toSignUpCodeCheck } from './mapper'

const row = {
  user_id: userId('u'),
  display_name: '沈',
  email: 'a@b.cn',
  role: 'department' as const,
  unit_id: unitId('x'),
  unit_name: '教育局',
}

describe('accounts from the server', () => {
  it('have a unit or none', () => {
    expect(toCurrentAccount(row).unitName).toBe('教育局')
    expect(
      toCurrentAccount({ ...row, role: 'leadership', unit_id: orSqlNull<UnitId>(null), unit_name: '' }),
    ).toMatchObject({
      unitId: null,
      unitName: null,
    })
  })
  it('are refused with a role this build does not know', () => {
    expect(() => toCurrentAccount(JSON.parse(JSON.stringify({ ...row, role: 'auditor' })))).toThrow()
  })
})

describe('codes from the server', () => {
  it('that nobody knows are unknown, not errors', () => {
    expect(toSignUpCodeCheck(undefined)).toMatchObject({ isValid: false, problem: 'unknown' })
  })
  it('carry a problem only when they do not work', () => {
    const check = {
      is_valid: true,
      problem: 'expired',
      role: 'department' as const,
      unit_name: '教育局',
      is_setup: false,
    }
    expect(toSignUpCodeCheck(check)).toMatchObject({ isValid: true, problem: null, unitName: '教育局' })
    expect(toSignUpCodeCheck({ ...check, is_valid: false }).problem).toBe('expired')
    expect(toSignUpCodeCheck({ ...check, is_valid: false, problem: 'new_kind' }).problem).toBe('unknown')
  })
})

it('reads a reset link that nobody used, or whose maker is gone', () => {
  const reset = {
    reset_id: passwordResetId('r'),
    state: 'open',
    made_by: '',
    made_at: '2021-06-01T00:00:00Z',
    expires_at: '2021-06-02T00:00:00Z',
    ended_at: '',
    is_news: true,
  }
  expect(toPasswordReset(reset)).toMatchObject({ id: 'r', state: 'open', madeBy: null, endedAt: null, isNews: true })
  expect(() => toPasswordReset({ ...reset, state: 'new_kind' })).toThrow()
})

it('says where an invitation stood when it was read', () => {
  const invitation = {
    id: invitationId('i'),
    role: 'department' as const,
    note: '',
    created_at: '2021-06-01T00:00:00Z',
    expires_at: '2021-06-08T00:00:00Z',
    revoked_at: null,
    accepted_at: null,
    units: { name: '教育局' },
  }
  expect(toInvitation(invitation, new Date('2021-06-07T23:59:59Z'))).toMatchObject({
    state: 'open',
    unitName: '教育局',
    note: '',
  })
  expect(toInvitation(invitation, new Date('2021-06-08T00:00:00Z')).state).toBe('expired')
})
