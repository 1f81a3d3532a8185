import { describe, expect, it } from 'vitest'
import { guessUnitKind, isCollectiveName } from './guess-unit-kind'

describe('guessing what a unit is', () => {
  it.each([
    ['米市巷街道', 'subdistrict'],
    ['拱宸桥街道办事处', 'subdistrict'],
    ['藤桥镇', 'town'],
    ['山福乡人民政府', 'town'],
    ['龙游县政府', 'county_government'],
    ['衢江区人民政府', 'county_government'],
    ['区政务服务中心', 'institution'],
    ['市档案馆', 'institution'],
    ['区司法局', 'department'],
    ['市政府办公室', 'department'],
  ] as const)('takes %s for a %s', (name, kind) => expect(guessUnitKind(name)).toBe(kind))

  it.each(['各街道', '其他区级有关单位', '区相关单位', '市政府各部门', '各县（市、区）政府'])(
    'knows %s as many units',
    (name) => expect(isCollectiveName(name)).toBe(true),
  )
  it.each(['区司法局', '市相关产业促进中心'])('knows %s as one unit', (name) =>
    expect(isCollectiveName(name)).toBe(false),
  )
})
