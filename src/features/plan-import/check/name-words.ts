import type { LikelyName, UnitToMake } from '@/domain/plan-draft/likely-meanings'
import type { NameMeaning } from '@/domain/plan-draft/unit-names'
import { unitKindVocabulary } from '@/domain/units/unit-kind-vocabulary'

/** What a name stands for, in words. */
export function meaningInWords(name: string, meaning: NameMeaning): string {
  switch (meaning.kind) {
    case 'unit':
      return meaning.unit.name === name ? unitKindVocabulary.label(meaning.unit.kind) : `即「${meaning.unit.name}」`
    case 'group':
      return `单位组${meaning.group.name === name ? '' : `「${meaning.group.name}」`}，${meaning.members.length} 个成员`
    case 'not_tracked':
      return '不跟踪'
    case 'unresolved':
      return '未对应'
  }
}

interface LikelyWords {
  /** What would be done. */
  readonly what: string
  readonly why: string
  /** The verb on the button. */
  readonly action: string
}

/** What would most likely be done with a name, and why; `unit` is the one that it would make. */
export function likelyInWords({ name, likely }: LikelyName, unit: UnitToMake | undefined): LikelyWords {
  switch (likely.kind) {
    case 'known':
      return { what: `可能是「${likely.name}」`, why: likely.reason, action: '记为别名' }
    case 'variant':
      return { what: `「${likely.unitName}」的另一种写法`, why: likely.reason, action: '记为别名' }
    case 'group':
      return { what: '指多个单位', why: '文件没有列出，请填写成员。', action: '填写成员' }
    case 'unclear':
      return { what: '请指明单位', why: likely.reason, action: '对应到单位' }
    case 'new_unit': {
      const kind = unit === undefined ? '' : `（${unitKindVocabulary.label(unit.kind)}）`
      const aliases = unit === undefined || unit.aliases.length === 0 ? '' : `别名：${unit.aliases.join('、')}`
      const what = likely.unitName === name ? `新单位${kind}` : `新单位「${likely.unitName}」${kind}`
      return { what, why: aliases, action: '新建单位' }
    }
  }
}

/** What taking everything that is sure would do, and what is then left. */
export function allInWords(sure: readonly LikelyName[], left: readonly LikelyName[], units: number): string {
  const aliases = sure.filter(({ likely }) => likely.kind !== 'new_unit').length
  const groups = left.filter(({ likely }) => likely.kind === 'group').map(({ name }) => `「${name}」`)
  const others = left.length - groups.length
  return [
    ...(units === 0 ? [] : [`新建 ${units} 个单位`]),
    ...(aliases === 0 ? [] : [`记 ${aliases} 个别名`]),
    ...(groups.length === 0 ? [] : [`${groups.join('')}要填写成员`]),
    ...(others === 0 ? [] : [`${others} 个没有把握，请逐个处理`]),
  ].join('；')
}
