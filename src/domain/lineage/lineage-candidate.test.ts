import { parseLocalDate } from '@/domain/local-date/local-date'
import { describe, expect, it } from 'vitest'
import { ancestorKindOf, milestoneOfYear, searchCandidates, type LineageCandidate } from './lineage-candidate'
import { sampleCandidate } from '../../../tests/fixtures/lineage-samples'
import { milestoneId } from '../../../tests/support/ids'

const of2022 = { startYear: 2022, endYear: 2022 }

describe('ancestorKindOf', () => {
  it.each([
    ['last year', 2021, 2021, 'previous'],
    ['a plan over several years that still runs', 2021, 2025, 'long_term'],
    ['one that ends with the year', 2018, 2022, 'long_term'],
    ['one that begins with the year', 2022, 2026, 'long_term'],
    ['another plan of the same year', 2022, 2022, 'same_years'],
    ['next year', 2023, 2023, null],
  ] as const)('of one year: %s', (_name, startYear, endYear, kind) => {
    expect(ancestorKindOf({ startYear, endYear }, of2022)).toBe(kind)
  })

  it.each([
    ['the five years before', 2016, 2020, 'previous'],
    ['a plan that overlaps its beginning', 2019, 2021, 'previous'],
    ['a year within it', 2023, 2023, null],
    ['its own first year', 2021, 2021, null],
  ] as const)('of five years: %s', (_name, startYear, endYear, kind) => {
    expect(ancestorKindOf({ startYear, endYear }, { startYear: 2021, endYear: 2025 })).toBe(kind)
  })
})

const longTerm: LineageCandidate = {
  ...sampleCandidate('a', { startYear: 2021, endYear: 2025 }),
  milestones: [
    { id: milestoneId('m21'), dueOn: parseLocalDate('2021-12-31'), year: 2021, requirement: '梳理目录' },
    { id: milestoneId('m22'), dueOn: parseLocalDate('2022-12-31'), year: 2022, requirement: '上线运行' },
    { id: milestoneId('m23'), dueOn: parseLocalDate('2023-06-30'), year: null, requirement: '全面应用' },
  ],
}

describe('milestoneOfYear', () => {
  it('is the one named after the year, or due in it', () => {
    expect(milestoneOfYear(longTerm, of2022)?.id).toBe('m22')
    expect(milestoneOfYear(longTerm, { startYear: 2023, endYear: 2023 })?.id).toBe('m23')
  })
  it('is none when the plan asks for nothing that year', () => {
    expect(milestoneOfYear(longTerm, { startYear: 2024, endYear: 2024 })).toBeNull()
  })
  it('is none between two plans over several years, and none of a plan of one year', () => {
    expect(milestoneOfYear(longTerm, { startYear: 2022, endYear: 2023 })).toBeNull()
    expect(milestoneOfYear({ ...longTerm, startYear: 2022, endYear: 2022 }, of2022)).toBeNull()
  })
})

describe('searchCandidates', () => {
  const school = sampleCandidate('a', { number: '3', title: '公开招生信息', unitNames: ['县教育局'] })
  const road = sampleCandidate('b', { number: '4', title: '公开道路建设', planTitle: '2021年工作要点' })
  it('finds what holds every word, wherever it stands', () => {
    expect(searchCandidates([school, road], '公开 教育局')).toEqual([school])
    expect(searchCandidates([school, road], '２０２１ 道路')).toEqual([road])
    expect(searchCandidates([school, road], '养老')).toEqual([])
  })
  it('finds everything for no words', () => {
    expect(searchCandidates([school, road], ' ')).toEqual([school, road])
  })
})
