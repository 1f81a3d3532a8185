import { describe, expect, it } from 'vitest'
import { parseUnitList, type TakenName } from './parse-unit-list'

const nothing = new Map<string, TakenName>()
const problemsOf = (text: string, taken = nothing) => parseUnitList(text, taken).map(({ problems }) => problems)

describe('a pasted list of units', () => {
  it('reads name, kind, aliases and groups parted by commas of either width', () => {
    expect(parseUnitList('东门街道,街道,东门街道办;东门，各街道;各镇（街道）', nothing)).toEqual([
      {
        line: 1,
        name: '东门街道',
        kind: 'subdistrict',
        aliases: ['东门街道办', '东门'],
        groups: ['各街道', '各镇（街道）'],
        problems: [],
      },
    ])
  })
  it('reads rows pasted from Excel, whose cells may hold commas, and skips the heading', () => {
    const [first] = parseUnitList('单位名称\t类别\t别名\t组\r\n县档案馆\t事业单位\t\t\r\n', nothing)
    expect(first).toMatchObject({
      line: 2,
      name: '县档案馆',
      kind: 'institution',
      aliases: [],
      groups: [],
      problems: [],
    })
  })
  it('guesses the kind from the name when none is given', () => {
    expect(parseUnitList('云台乡\n县司法局', nothing).map(({ kind }) => kind)).toEqual(['town', 'department'])
  })
  it('skips blank lines and keeps counting them', () => {
    expect(parseUnitList('\n\n县司法局\n', nothing).map(({ line }) => line)).toEqual([3])
  })
  it('refuses a kind it does not know rather than guessing', () => {
    expect(problemsOf('县司法局,机关')[0]?.[0]).toContain('类别「机关」不认识')
  })
  it('refuses a missing name, too many columns and an overlong name', () => {
    expect(problemsOf(',部门')[0]).toEqual(['缺少名称'])
    expect(problemsOf('县司法局,部门,,,多余')[0]).toEqual(['多于四列，请检查分隔'])
    expect(problemsOf('局'.repeat(81))[0]?.[0]).toContain('超过 80 个字')
    expect(problemsOf('局'.repeat(80))[0]).toEqual([])
  })
  it('finds the same name twice, whatever its width and brackets, as name or alias', () => {
    expect(problemsOf('县税务局（一）\n县税务局(一)')).toEqual([[], ['「县税务局(一)」与第 1 行重复']])
    expect(problemsOf('县司法局,,司法局\n司法局')).toEqual([[], ['「司法局」与第 1 行重复']])
    expect(problemsOf('县司法局,,县司法局')).toEqual([['「县司法局」在本行重复']])
  })
  it('finds names that are taken already, and says by what', () => {
    const taken = new Map<string, TakenName>([
      ['县司法局', { as: 'unit', name: '县司法局' }],
      ['司法局', { as: 'alias', name: '司法局' }],
      ['各街道', { as: 'group', name: '各街道' }],
    ])
    expect(problemsOf('县司法局', taken)).toEqual([['「县司法局」已是单位']])
    expect(problemsOf('市司法局,,司法局', taken)).toEqual([['「司法局」已是别名']])
    expect(problemsOf('东门街道,,,各街道', taken)).toEqual([[]])
    expect(problemsOf('东门街道,,,司法局', taken)).toEqual([['组名「司法局」已是别名']])
  })
  it('refuses a group called like a unit of the list', () => {
    expect(problemsOf('东门街道,,,南门街道\n南门街道')[0]).toEqual(['组名「南门街道」与第 2 行的单位重名'])
  })
})
