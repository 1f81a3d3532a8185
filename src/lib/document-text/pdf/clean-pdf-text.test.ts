import { describe, expect, it } from 'vitest'
import { closeLetterSpacing, closeTypesettingGaps, normaliseGlyphs } from './clean-pdf-text'

describe('normaliseGlyphs', () => {
  it('turns radicals and compatibility forms into the characters they stand for', () => {
    expect(normaliseGlyphs('⼈⺠政府⻓期⾏动⻔户')).toBe('人民政府长期行动门户')
  })

  it('leaves full-width punctuation and digits alone', () => {
    expect(normaliseGlyphs('（１）：，')).toBe('（１）：，')
  })
})

describe('closeLetterSpacing', () => {
  it('closes lines that are spaced out, and keeps the gaps between words', () => {
    expect(closeLetterSpacing('第 一 章 总 则')).toBe('第一章总则')
    expect(closeLetterSpacing('第一章 总则')).toBe('第一章 总则')
    expect(closeLetterSpacing('修路 架桥 植树')).toBe('修路 架桥 植树')
  })
})

describe('closeTypesettingGaps', () => {
  it('closes gaps around digits, letters and Chinese punctuation', () => {
    expect(closeTypesettingGaps('到 2021 年，达 90% 以上 。 接入 APP 服务（ 一 ）')).toBe(
      '到2021年，达90%以上。接入APP服务（一）',
    )
  })

  it('keeps the gap after a list number and between words', () => {
    expect(closeTypesettingGaps('1. 推进 open data 工作')).toBe('1. 推进open data工作')
  })
})
