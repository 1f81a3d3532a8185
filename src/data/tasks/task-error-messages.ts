import { LONGEST_SEARCH, MOST_SEARCH_WORDS } from '@/lib/search-text'

/** What goes wrong when an issued task is changed, in words. */
export const taskErrorMessages = {
  task_title_missing: '请填写任务名称。',
  task_title_is_1_to_200_characters: '任务名称须为 1 至 200 个字。请缩短后再保存。',
  task_requirement_missing: '请填写任务要求。',
  due_date_missing: '请选择期限。',
  due_date_is_past: '期限不能定在已经过去的日子。请选择今天或以后的日期。',
  done_date_missing: '请填写办结日期。',
  done_date_is_in_the_future: '办结日期不能晚于今天。请改为实际办结的日期。',
  earlier_due_is_not_asked: '这里没有需要说明的下达前到期节点，可能已有人说明过。请刷新页面查看。',
  earlier_due_answer_unreadable: '看不懂对下达前到期节点的说明。请刷新页面后重新选择。',
  due_date_taken: '此任务已有同一天到期的节点。请换一个日期。',
  milestone_weight_is_positive: '权重须大于 0，不超过 1000。',
  unit_already_assigned: '此单位已在本任务中。请换一个单位，或先取消它现在的分工。',
  task_filter_unreadable: '看不懂列表的筛选条件。请清除筛选后重试；仍不行请刷新页面。',
  task_sort_unknown: '看不懂列表的排列方式。请刷新页面后重试。',
  search_text_too_long: `查找的文字太长，最多 ${LONGEST_SEARCH} 个字。请缩短后再查找。`,
  search_has_too_many_words: `查找的词太多，最多 ${MOST_SEARCH_WORDS} 个。请减少后再查找。`,
} as const
