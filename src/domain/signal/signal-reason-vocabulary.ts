import { defineVocabulary } from '@/lib/vocabulary'

/** Why a lamp shows what it shows, in words; the database decides, this table speaks. */
export const signalReasonVocabulary = defineVocabulary([
  { value: 'overdue', label: '已逾期' },
  { value: 'unassigned', label: '未明确责任单位' },
  { value: 'returned', label: '被退回未改' },
  { value: 'due_soon', label: '临近期限' },
  { value: 'report_missing', label: '上期未报' },
  { value: 'behind_schedule', label: '进度落后' },
  { value: 'awaiting_review_late', label: '逾期后报完成，待审核' },
  { value: 'awaiting_review', label: '已报完成，待审核' },
  { value: 'on_track', label: '按进度推进' },
  { value: 'not_started', label: '未到启动时间' },
  { value: 'not_applicable', label: '无此事项（已认可）' },
  { value: 'completed', label: '已办结' },
  { value: 'completed_late', label: '逾期办结' },
])

export type SignalReason = (typeof signalReasonVocabulary.values)[number]
