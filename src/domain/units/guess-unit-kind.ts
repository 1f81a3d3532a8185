import type { UnitKind } from './unit-kind-vocabulary'

/** What a unit probably is, going by its name; the clerk can change it. */
export function guessUnitKind(name: string): UnitKind {
  const bare = name.replaceAll(/[（(〔【].*?[）)〕】]/g, '').trim()
  if (/街道(办事处|办|党工委)?$/.test(bare)) return 'subdistrict'
  if (/(?<!城)[镇乡](人民政府|政府)?$/.test(bare)) return 'town'
  if (/^.{1,6}[县市区旗](人民)?政府$/.test(bare)) return 'county_government'
  if (
    /(医院|学校|大学|学院|中学|小学|图书馆|博物馆|文化馆|档案馆|服务中心|事务中心|信息中心|研究院|研究所|集团|公司)$/.test(
      bare,
    )
  )
    return 'institution'
  return 'department'
}

/** Whether a name speaks of many units at once: 各街道, 区相关单位. */
export function isCollectiveName(name: string): boolean {
  return /^(各|其他|其它|有关|相关|全[区县市省体])|(相关|有关)(职能)?(部门|单位)$|(各|等)(部门|单位)$/.test(name.trim())
}
