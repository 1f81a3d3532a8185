import { defineVocabulary } from '@/lib/vocabulary'

/** What a unit is to a task. */
export const assignmentRoleVocabulary = defineVocabulary([
  { value: 'lead', label: '牵头', tone: 'accent' },
  { value: 'responsible', label: '责任', tone: 'accent' },
  { value: 'supporting', label: '配合', tone: 'neutral' },
])

export type AssignmentRole = (typeof assignmentRoleVocabulary.values)[number]
