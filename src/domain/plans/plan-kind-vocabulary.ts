import { defineVocabulary } from '@/lib/vocabulary'

/** What a plan document is. */
export const planKindVocabulary = defineVocabulary([
  { value: 'annual_work_plan', label: '工作要点' },
  { value: 'action_plan', label: '行动计划' },
  { value: 'task_breakdown', label: '任务分解表' },
])

export type PlanKind = (typeof planKindVocabulary.values)[number]
