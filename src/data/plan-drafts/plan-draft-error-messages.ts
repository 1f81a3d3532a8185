import { planSettings } from '@/domain/plans/plan-settings'

function outOf(name: string, { least, most }: { readonly least: number; readonly most: number }): string {
  return `${name}须在 ${least} 至 ${most} 之间。请在「计划信息」里改正。`
}

/** Keys of importing, checking and issuing plans. */
export const planDraftErrorMessages = {
  document_is_empty: '文件里没有文字。请确认选对了文件。',
  document_holds_no_plan: '没有选择计划。请至少选一份。',
  plan_draft_revision_conflict: '同事刚刚保存了这份草稿。请选择采用哪一份。',
  plan_ends_before_it_starts: '计划的结束日期早于开始日期。请在「计划信息」里改正。',
  plan_ends_after_it_starts: '计划的结束日期早于开始日期。请在「计划信息」里改正。',
  plan_title_missing: '计划还没有名称。请在「计划信息」里填写。',
  plan_title_is_1_to_200_characters: '计划名称须为 1 至 200 个字。请在「计划信息」里改正。',
  warning_days_are_0_to_90: outOf('预警天数', planSettings.warningDays),
  report_grace_days_are_0_to_60: outOf('填报宽限天数', planSettings.reportGraceDays),
  behind_points_are_1_to_100: outOf('进度落后预警的百分点', planSettings.behindPoints),
  plan_has_no_tasks: '计划里还没有任务，不能下达。请先添加任务。',
  unit_names_unresolved: (names: string) => `还有单位名称没有对应：${names}。请在「单位名称」里处理。`,
  unit_group_is_empty: (names: string) => `单位组还没有成员：${names}。请先添加成员。`,
  task_title_is_1_to_200_characters: '有任务没有标题和内容，或标题超过 200 字。请检查各项任务。',
  source_is_at_most_4_million_characters: '文件的文字太长（上限 400 万字）。请拆成几个文件后再导入。',
} as const
