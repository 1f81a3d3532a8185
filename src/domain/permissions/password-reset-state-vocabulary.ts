import { defineVocabulary } from '@/lib/vocabulary'

/** What became of a link for resetting a password. */
export const passwordResetStateVocabulary = defineVocabulary([
  { value: 'open', label: '未使用', tone: 'accent' },
  { value: 'used', label: '已使用', tone: 'good' },
  { value: 'expired', label: '已过期', tone: 'neutral' },
  { value: 'replaced', label: '已重新生成', tone: 'neutral' },
  { value: 'revoked', label: '已撤销', tone: 'neutral' },
])

export type PasswordResetState = (typeof passwordResetStateVocabulary.values)[number]
