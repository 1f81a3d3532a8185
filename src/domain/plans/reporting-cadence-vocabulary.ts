import { defineVocabulary } from '@/lib/vocabulary'

/** How often units report on a plan. */
export const reportingCadenceVocabulary = defineVocabulary([
  { value: 'monthly', label: '每月' },
  { value: 'quarterly', label: '每季度' },
  { value: 'half_yearly', label: '每半年' },
  { value: 'yearly', label: '每年' },
  { value: 'none', label: '不定期' },
])

export type ReportingCadence = (typeof reportingCadenceVocabulary.values)[number]
