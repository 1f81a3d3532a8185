import { defineVocabulary } from '@/lib/vocabulary'

/** What a progress report says; "no change" and 无此事项 are full answers. */
export const reportKindVocabulary = defineVocabulary([
  { value: 'progress', label: '有进展' },
  { value: 'no_change', label: '无变化' },
  { value: 'not_applicable', label: '无此事项' },
])

export type ReportKind = (typeof reportKindVocabulary.values)[number]
