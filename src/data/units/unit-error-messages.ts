/** What goes wrong with units and groups, in words. */
export const unitErrorMessages = {
  unit_name_already_taken: '这个名称已是某个单位、单位组或别名。请换一个名称，或在单位页查找。',
  unit_name_is_unique: '已有同名单位。请换一个名称。',
  unit_group_name_is_unique: '已有同名单位组。请换一个名称。',
  alias_is_unique: '这个别名已经用过。请换一个，或先删除原来的别名。',
  unit_name_is_1_to_80_characters: '单位名称须为 1 至 80 个字。',
  unit_group_name_is_1_to_80_characters: '单位组名称须为 1 至 80 个字。',
  alias_is_1_to_80_characters: '别名须为 1 至 80 个字。',
  unit_is_not_its_own_parent: '上级单位不能是它自己。请重新选择。',
  unit_parent_loops: '上级单位不能是它自己的下级。请重新选择。',
  unit_is_retired: '此单位已停用。请先恢复，或选择其他单位。',
  unit_is_not_retired: '此单位已在使用。请刷新后再看。',
  unit_not_found: '找不到这个单位，可能已删除。请刷新后再看。',
  unit_has_open_tasks: (title: string) => `「${title}」还没有说明交给谁。请刷新后重新填写。`,
  task_needs_another_unit: (title: string) => `「${title}」没有其他负责单位，不能只撤回。请选择接手的单位。`,
  unit_is_merged: '此单位已并入其他单位，不能再恢复或合并。请在并入的单位上操作。',
  unit_is_merged_with_itself: '不能把单位并入它自己。请选择另一个单位。',
  merging_units_both_reported: (titles: string) =>
    `两个单位在同一节点上都有反馈，不能判断以哪份为准：${titles}。请先在任务里撤回其中一个单位的分工，再合并。`,
  contact_name_is_1_to_40_characters: '联系人姓名须为 1 至 40 个字。',
  contact_phone_is_a_number: '电话不对。请填写 5 位以上的号码，可带区号、横线，分机写作「转」。',
  contact_is_kept_once: '这位联系人和号码已经有了，不用再添加。',
} as const
