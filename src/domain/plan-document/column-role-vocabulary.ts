import { defineVocabulary } from '@/lib/vocabulary'

/** What a column of a task table holds. */
export const columnRoleVocabulary = defineVocabulary([
  { value: 'number', label: '序号' },
  { value: 'section', label: '章节' },
  { value: 'title', label: '任务' },
  { value: 'text', label: '内容与措施' },
  { value: 'lead', label: '牵头单位' },
  { value: 'responsible', label: '责任单位' },
  { value: 'supporting', label: '配合单位' },
  { value: 'deadline', label: '完成时限' },
  { value: 'person', label: '责任人' },
  { value: 'ignored', label: '不采用' },
])
