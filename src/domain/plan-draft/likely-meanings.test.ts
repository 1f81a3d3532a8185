import { describe, expect, it } from 'vitest'
import { sampleDirectory } from '../../../tests/fixtures/draft-samples'
import { unitId } from '../../../tests/support/ids'
import { isSure, likelyMeanings, unitsToMake } from './likely-meanings'
import { indexDirectory, type NameDirectory } from './unit-names'

const nothing = indexDirectory({ units: [], groups: [] })
const county = indexDirectory(sampleDirectory)

const meaningOf = (name: string, others: readonly string[] = [], index = nothing) =>
  likelyMeanings([name, ...others], index)[0]?.likely
const madeOf = (names: readonly string[], index = nothing) => {
  const all = likelyMeanings(names, index)
  return unitsToMake(all.filter(isSure), all, index)
}

describe('what a name most likely means', () => {
  it('is a unit of its own, or many units', () => {
    expect(meaningOf('区司法局')).toEqual({ kind: 'new_unit', unitName: '区司法局' })
    expect(meaningOf('各街镇')).toEqual({ kind: 'group' })
  })
  it('is a unit that is there, certain or not', () => {
    expect(meaningOf('县司法局（县普法办）', [], county)).toMatchObject({
      kind: 'known',
      name: '县司法局',
      isCertain: true,
    })
    expect(meaningOf('各街道办', [], county)).toMatchObject({ kind: 'known', name: '各街道', isCertain: true })
  })
  it('is no new unit where one of that name was retired', () =>
    expect(meaningOf('老城街道', [], county)).toMatchObject({ kind: 'unclear' }))
  it('is the short form of a fuller name, which is for the clerk to say', () => {
    const [short, full] = likelyMeanings(['区发改局', '区发展和改革局'], nothing)
    expect(short?.likely).toMatchObject({ kind: 'variant', unitName: '区发展和改革局', isCertain: false })
    expect(full?.likely.kind).toBe('new_unit')
  })
})

describe('signboards in brackets', () => {
  it('make one unit with aliases, however often and however bracketed it is written', () => {
    expect(madeOf(['区委宣传部〈区新闻办〉', '区委宣传部', '区委宣传部（区新闻办）'])).toEqual([
      { name: '区委宣传部', kind: 'department', aliases: ['区委宣传部（区新闻办）', '区新闻办'] },
    ])
  })
  it('name the unit by what stands before them, also where that is nowhere written', () => {
    expect(madeOf(['区政府办（区大数据局）', '区大数据局'])).toEqual([
      { name: '区政府办', kind: 'department', aliases: ['区政府办（区大数据局）', '区大数据局'] },
    ])
  })
  it('belong to nobody when two units bear them', () => {
    expect(madeOf(['区甲局（区信访局）', '区乙局（区信访局）']).map(({ aliases }) => aliases)).toEqual([
      ['区甲局（区信访局）'],
      ['区乙局（区信访局）'],
    ])
    expect(meaningOf('区信访局', ['区甲局（区信访局）', '区乙局（区信访局）'])).toMatchObject({ isCertain: false })
  })
  it('are found again when they stand alone beside a unit that is there', () => {
    const directory: NameDirectory = {
      units: [
        {
          id: unitId('u1'),
          name: '区委宣传部',
          kind: 'department',
          retiredOn: null,
          aliases: [{ alias: '区委宣传部〈区新闻办〉' }],
        },
      ],
      groups: [],
    }
    expect(meaningOf('区新闻办', [], indexDirectory(directory))).toMatchObject({
      kind: 'known',
      name: '区委宣传部',
      isCertain: true,
    })
  })
})

describe('all at once', () => {
  it('makes what is sure and leaves the rest', () => {
    expect(madeOf(['区司法局', '各街镇', '区发改局', '区发展和改革局', '藤桥镇'])).toEqual([
      { name: '区司法局', kind: 'department', aliases: [] },
      { name: '区发展和改革局', kind: 'department', aliases: [] },
      { name: '藤桥镇', kind: 'town', aliases: [] },
    ])
  })
  it('gives a unit its short form once the clerk says so', () => {
    const all = likelyMeanings(['区发改局', '区发展和改革局'], nothing)
    expect(unitsToMake(all.slice(0, 1), all, nothing)).toEqual([
      { name: '区发展和改革局', kind: 'department', aliases: ['区发改局'] },
    ])
  })
})
