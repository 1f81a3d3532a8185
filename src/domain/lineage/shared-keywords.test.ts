import { describe, expect, it } from 'vitest'
import { sharedKeywords } from './shared-keywords'

describe('sharedKeywords', () => {
  it('names the longest phrases that both say, without what joins them', () => {
    expect(sharedKeywords('做好学区划分和招生计划的公布', '公布招生计划、学区划分')).toEqual(['学区划分', '招生计划'])
  })
  it('reads through marks and full-width letters', () => {
    expect(sharedKeywords('“一网通办”平台', '一网通办，持续推进')).toEqual(['一网通办'])
  })
  it('leaves out figures and words that say nothing', () => {
    expect(sharedKeywords('进一步加强工作落实，2021年12月底前', '进一步加强工作落实，2021年12月底前')).toEqual([])
    expect(sharedKeywords('做好政务公开工作', '推进政务公开工作')).toEqual([])
  })
  it('leaves out what is not telling', () => {
    expect(sharedKeywords('学区划分和招生计划', '招生计划与学区划分', (phrase) => phrase !== '学区划分')).toEqual([
      '招生计划',
    ])
  })
  it('names three at most and cuts long ones', () => {
    const text = '税费优惠政策、融资支持政策、用工保障政策、知识产权保护、重大建设项目批准和实施情况全过程公开'
    const found = sharedKeywords(text, text)
    expect(found).toHaveLength(3)
    expect(found[0]).toBe('重大建设项目批准和实施情…')
  })
})
