import { describe, expect, it } from 'vitest'
import { normalizeUnitName, suggestUnits } from './unit-names'

const known = [
  { id: 'office', name: '临江区人民政府办公室', aliases: ['政府办'] },
  { id: 'reform', name: '临江区发展和改革局' },
  { id: 'justice', name: '区司法局' },
  { id: 'labour', name: '区人力资源和社会保障局' },
  { id: 'publicity', name: '区委宣传部' },
  { id: 'education', name: '区教育局' },
  { id: 'towns', name: '各镇（街道）', isGroup: true },
]

describe('unit names', () => {
  it.each([
    ['區司法局', '区司法局'],
    ['区 司 法 局', '区司法局'],
    ['区委宣传部〈区新闻办〉', '区委宣传部(区新闻办)'],
    ['各縣〔市、區〕政府', '各县(市、区)政府'],
  ])('%s is written %s', (name, normal) => expect(normalizeUnitName(name)).toBe(normal))

  it.each([
    ['區司法局', 'justice', 'same'],
    ['政府办', 'office', 'alias'],
    ['区府办', 'office', 'short_form'],
    ['区发改局', 'reform', 'short_form'],
    ['区人社局', 'labour', 'short_form'],
    ['司法局', 'justice', 'short_form'],
    ['区委宣传部〈区新闻办〉', 'publicity', 'base_name'],
    ['各街镇', 'towns', 'group'],
    ['区教肓局', 'education', 'similar'],
  ])('%s means %s (%s)', (name, id, reason) => {
    const [first] = suggestUnits(name, known)
    expect(first).toMatchObject({ unit: { id }, reason })
    expect(first?.message).not.toBe('')
  })

  it('suggests nothing for a name of nobody', () => {
    expect(suggestUnits('国网供电公司', known)).toEqual([])
    expect(suggestUnits('', known)).toEqual([])
  })
})
