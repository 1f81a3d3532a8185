import { defineVocabulary } from '@/lib/vocabulary'
import { NOT_GOING } from '../signal/signal-vocabulary'

/** What a list of tasks can be narrowed to; a complete task stands under 办结 alone, and `open` is what has started and is not complete. */
export const taskSignalFilterVocabulary = defineVocabulary([
  { value: 'open', label: '推进中' },
  { value: 'red', label: '逾期' },
  { value: 'yellow', label: '预警' },
  { value: 'due_soon', label: '临近期限' },
  { value: 'green', label: '正常' },
  { value: 'grey', label: NOT_GOING },
  { value: 'before_given', label: '下达前到期' },
  { value: 'complete', label: '办结' },
  { value: 'complete_late', label: '逾期办结' },
])

export type TaskSignalFilter = (typeof taskSignalFilterVocabulary.values)[number]

/** The orders in which a list of tasks can stand. */
export const taskSortVocabulary = defineVocabulary([
  { value: 'urgency', label: '最紧急在前' },
  { value: 'due_on', label: '期限最近在前' },
  { value: 'percent', label: '进度最慢在前' },
  { value: 'silence', label: '最久未更新在前' },
  { value: 'number', label: '按文件顺序' },
])

export type TaskSort = (typeof taskSortVocabulary.values)[number]
