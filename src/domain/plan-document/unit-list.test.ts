import { describe, expect, it } from 'vitest'
import { foldText } from './fold-text'
import { parseUnitList } from './unit-list'
import type { UnitRole } from './types'

function unitsIn(source: string, role: UnitRole | null = null): string[] {
  const list = parseUnitList({ source, folded: foldText(source) }, 0, source.length, role)
  return list.units.map((unit) => `${unit.name}:${unit.role}`)
}

describe('lists of units', () => {
  it.each([
    ['市司法局牵头，各县〔市、区〕政府负责', ['市司法局:lead', '各县〔市、区〕政府:responsible']],
    ['市府办、市司法局，各区政府牵头负责', ['市府办:lead', '市司法局:lead', '各区政府:lead']],
    ['市府办、市司法局，市财政局配合', ['市府办:supporting', '市司法局:supporting', '市财政局:supporting']],
    ['市司法局（牵头）、市财政局', ['市司法局:lead', '市财政局:responsible']],
    ['省商务厅牵头，省司法厅按职责分工配合', ['省商务厅:lead', '省司法厅:supporting']],
    ['省商务厅牵头，省司法厅按职责分工负责', ['省商务厅:lead', '省司法厅:responsible']],
    ['市府办会同市委宣传部、网信办负责', ['市府办:responsible', '市委宣传部:responsible', '网信办:responsible']],
    ['教育部、财政部等有关部门和单位负责', ['教育部:responsible', '财政部:responsible']],
    ['乡级政府会同民政等有关部门负责', ['乡级政府:responsible', '民政等有关部门:responsible']],
    ['区教育局〈区体育办、区招考办〉，各街镇', ['区教育局〈区体育办、区招考办〉:responsible', '各街镇:responsible']],
    ['牵头单位：市教育局；配合单位：市财政局、各区', ['市教育局:lead', '市财政局:supporting', '各区:supporting']],
    ['市水利局牵头，12月底前完成', ['市水利局:lead']],
    ['责任领导：王某某；责任单位：市教育局', ['市教育局:responsible']],
    ['市教育局和市财政局负责', ['市教育局:responsible', '市财政局:responsible']],
    ['省文化和旅游厅、省自然资源和规划局', ['省文化和旅游厅:responsible', '省自然资源和规划局:responsible']],
    ['各改革任务牵头单位，区相关单位', ['各改革任务牵头单位:responsible', '区相关单位:responsible']],
    ['/', []],
    ['—', []],
    ['', []],
  ])('%s', (text, units) => expect(unitsIn(text)).toEqual(units))

  it('takes the label of its column or line', () => {
    expect(unitsIn('市教育局\n市财政局', 'supporting')).toEqual(['市教育局:supporting', '市财政局:supporting'])
    expect(unitsIn('办公室牵头，各科室配合', 'responsible')).toEqual(['办公室:lead', '各科室:supporting'])
  })

  it('mends names that a scan has torn', () => {
    expect(unitsIn('市 教 育 局、市财\n政局')).toEqual(['市教育局:responsible', '市财政局:responsible'])
  })
})
