import { defineVocabulary } from '@/lib/vocabulary'

/** Where a plan stands. */
export const planStateVocabulary = defineVocabulary([
  { value: 'draft', label: '草稿', tone: 'neutral' },
  { value: 'issued', label: '已下达', tone: 'accent' },
  { value: 'closed', label: '已办结归档', tone: 'good' },
])

export type PlanState = (typeof planStateVocabulary.values)[number]
