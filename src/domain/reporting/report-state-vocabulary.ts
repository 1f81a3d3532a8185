import { defineVocabulary } from '@/lib/vocabulary'

/** Where a progress report stands. */
export const reportStateVocabulary = defineVocabulary([
  { value: 'draft', label: '草稿', tone: 'neutral' },
  { value: 'submitted', label: '待审核', tone: 'accent' },
  { value: 'approved', label: '已通过', tone: 'good' },
  { value: 'returned', label: '已退回', tone: 'warning' },
])

export type ReportState = (typeof reportStateVocabulary.values)[number]
