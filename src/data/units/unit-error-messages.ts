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
} as const
