import { defineVocabulary } from '@/lib/vocabulary'

/** What a unit is. */
export const unitKindVocabulary = defineVocabulary([
  { value: 'department', label: '部门' },
  { value: 'subdistrict', label: '街道' },
  { value: 'town', label: '乡镇' },
  { value: 'county_government', label: '县（市、区）政府' },
  { value: 'institution', label: '事业单位' },
  { value: 'other', label: '其他' },
])

export type UnitKind = (typeof unitKindVocabulary.values)[number]
