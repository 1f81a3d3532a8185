import { parseLocalDate } from '@/domain/local-date/local-date'
import { describe, expect, it } from 'vitest'
import { sampleCandidate } from '../../../tests/fixtures/lineage-samples'
import { milestoneId, taskId } from '../../../tests/support/ids'
import { similarityInWords } from './similarity-words'
import { openLibrary, suggestLineage } from './suggest-lineage'

const span = { startYear: 2022, endYear: 2022 }
const question = {
  title: '公开义务教育招生信息',
  text: '学区划分、招生计划、报名流程在5月底前公布。',
  unitNames: ['县教育局'],
}
const school = sampleCandidate('school', {
  title: '公开义务教育招生信息',
  requirement: '学区划分、招生计划在6月底前公布。',
  unitNames: ['县教育局'],
})
const road = sampleCandidate('road', {
  title: '公开重大项目进度',
  requirement: '按季度公布年度重大建设项目的开工、投资和竣工情况。',
  unitNames: ['县住建局'],
})
const milestone = {
  id: milestoneId('m22'),
  dueOn: parseLocalDate('2022-12-31'),
  year: 2022,
  requirement: '上线学区划分和招生计划查询地图。',
}
const map = sampleCandidate('map', {
  startYear: 2021,
  endYear: 2025,
  title: '打造民生信息地图',
  requirement: '2021年，上线医院信息；2022年，上线学区划分和招生计划查询地图；2025年，建成全域民生信息一张图。',
  milestones: [
    {
      ...milestone,
      id: milestoneId('m21'),
      dueOn: parseLocalDate('2021-12-31'),
      year: 2021,
      requirement: '上线医院信息。',
    },
    milestone,
  ],
})

describe('suggestLineage', () => {
  const library = openLibrary([road, school, map], span)

  it('suggests last year’s task with reasons, and is sure of it', () => {
    const found = suggestLineage(question, library).filter((one) => one.kind === 'previous')
    expect(found[0]).toMatchObject({ taskId: 'school', milestoneId: null, isSure: true })
    expect(found[0]?.reasons.join()).toMatch(/^相同关键词：公开义务教育招生信息、学区划分.*标题相同.*责任单位相同/)
    expect(found.map((one) => one.taskId)).not.toContain('road')
  })

  it('compares with what a plan over several years asks for in the year, and names that milestone', () => {
    const found = suggestLineage(
      { ...question, title: '学区划分查询地图', text: '上线招生计划查询地图。' },
      library,
    ).find((one) => one.kind === 'long_term')
    expect(found).toMatchObject({ taskId: 'map', milestoneId: 'm22' })
    expect(found?.reasons).toContain('是2022年的年度节点')
  })

  it('is not sure when two come near', () => {
    const twin = { ...school, taskId: taskId('twin') }
    expect(suggestLineage(question, openLibrary([school, twin, road], span)).some((one) => one.isSure)).toBe(false)
  })

  it('suggests nothing that shares little', () => {
    const found = suggestLineage(
      { title: '公开重大决策', text: '公布年度决策事项目录。', unitNames: ['县司法局'] },
      library,
    )
    expect(found.map((one) => one.taskId)).not.toContain('school')
    expect(found.every((one) => one.similarity >= 0.35)).toBe(true)
  })

  it('suggests nothing of later plans, nor for a task without words', () => {
    expect(suggestLineage(question, openLibrary([{ ...school, startYear: 2023, endYear: 2023 }], span))).toEqual([])
    expect(suggestLineage({ title: ' ', text: '', unitNames: ['县教育局'] }, library)).toEqual([])
  })

  it('does not count as keywords what many tasks of the plans say', () => {
    const many = Array.from({ length: 12 }, (_one, index) => ({
      ...road,
      taskId: taskId(`road${index}`),
      requirement: `${road.requirement}学区划分`,
    }))
    const [first] = suggestLineage(question, openLibrary([school, ...many], span))
    expect(first?.taskId).toBe('school')
    expect(first?.reasons.join()).not.toContain('学区划分')
  })
})

it('says how similar in words', () => {
  expect([0.3, 0.45, 0.69, 0.7].map(similarityInWords)).toEqual(['有些相似', '较相似', '较相似', '很相似'])
})
