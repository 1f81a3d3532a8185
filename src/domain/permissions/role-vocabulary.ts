import { defineVocabulary } from '@/lib/vocabulary'

/** Who an account acts as. */
export const roleVocabulary = defineVocabulary([
  { value: 'lead_office', label: '政务公开办', description: '导入和下达计划，审核进展，管理单位和账号' },
  { value: 'department', label: '责任单位', description: '填报本单位的进展和佐证材料' },
  { value: 'leadership', label: '领导', description: '查看全部进展' },
])

export type Role = (typeof roleVocabulary.values)[number]
