import { defineVocabulary } from '@/lib/vocabulary'

/**
 * Why a lamp shows what it shows, in words; the database decides, this table speaks.
 *
 * `clock` says how the days to the due date are told: `late` has passed it, `running` counts down to it, `still` counts
 * nothing, because nothing is owed by it now. `isSaidByTag`: the lamp's own word says it already. `isOver`: nothing is
 * to be reported on it, for good or until a review, so that no report on it grows old.
 */
export const signalReasonVocabulary = defineVocabulary([
  { value: 'overdue', label: '已逾期', clock: 'late', isSaidByTag: true, isOver: false },
  { value: 'unassigned', label: '未明确责任单位', clock: 'still', isSaidByTag: true, isOver: false },
  { value: 'returned', label: '被退回未改', clock: 'running', isSaidByTag: false, isOver: false },
  { value: 'report_missing', label: '上期未报', clock: 'running', isSaidByTag: false, isOver: false },
  { value: 'behind_schedule', label: '进度落后', clock: 'running', isSaidByTag: false, isOver: false },
  { value: 'due_soon', label: '临近期限', clock: 'running', isSaidByTag: true, isOver: false },
  { value: 'support_awaited', label: '已到期，等待配合', clock: 'still', isSaidByTag: false, isOver: false },
  { value: 'awaiting_review_late', label: '逾期后报完成，待审核', clock: 'still', isSaidByTag: false, isOver: true },
  { value: 'awaiting_review', label: '已报完成，待审核', clock: 'still', isSaidByTag: false, isOver: true },
  { value: 'on_track', label: '按进度推进', clock: 'running', isSaidByTag: false, isOver: false },
  { value: 'not_started', label: '未到启动时间', clock: 'running', isSaidByTag: true, isOver: false },
  { value: 'not_applicable', label: '无此事项（已认可）', clock: 'still', isSaidByTag: true, isOver: true },
  { value: 'not_tracked', label: '不跟踪', clock: 'still', isSaidByTag: true, isOver: true },
  { value: 'due_before_given', label: '下达前到期，待说明', clock: 'still', isSaidByTag: true, isOver: false },
  { value: 'closed_with_milestone', label: '随节点办结', clock: 'still', isSaidByTag: true, isOver: true },
  { value: 'completed', label: '已办结', clock: 'still', isSaidByTag: true, isOver: true },
  { value: 'completed_late', label: '逾期办结', clock: 'still', isSaidByTag: true, isOver: true },
])

export type SignalReason = (typeof signalReasonVocabulary.values)[number]
