import { describe, expect, it } from 'vitest'
import { suggestAncestors } from './lineage'

const candidates = [
  { id: 'decisions', title: '推进重大决策公开', text: '编制重大行政决策事项目录，向社会公布。', units: ['市司法局'] },
  { id: 'budget', title: '推进财政信息公开', text: '公开预决算和政府债务信息。', units: ['市财政局'] },
  {
    id: 'gazette',
    title: null,
    text: '2022年，建立政府公报数据库，提供检索下载服务。',
    units: ['市政府办公室'],
    year: 2022,
  },
]

describe('ancestors of a task', () => {
  it('are found by title, words and units, with reasons', () => {
    const task = { title: '深化重大决策公开', text: '更新重大行政决策事项目录。', units: ['市司法局'] }
    const [first] = suggestAncestors(task, candidates)
    expect(first?.candidate.id).toBe('decisions')
    expect(first?.reasons).toContain('责任单位相同')
  })

  it('may be the milestone of a year', () => {
    const task = {
      title: '建设政府公报数据库',
      text: '建立公报数据库，优化检索下载。',
      units: ['市政府办公室'],
    }
    expect(suggestAncestors(task, candidates)[0]).toMatchObject({ candidate: { id: 'gazette' } })
    expect(suggestAncestors(task, candidates)[0]?.reasons).toContain('是2022年的年度节点')
  })

  it('are none where nothing is alike', () => {
    expect(suggestAncestors({ title: '组织植树', text: '春季造林三百亩。' }, candidates)).toEqual([])
  })
})
