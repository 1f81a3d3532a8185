import { describe, expect, it } from 'vitest'
import { closeTypesettingGaps, normaliseGlyphs } from './clean-pdf-text'

describe('normaliseGlyphs', () => {
  it('turns radicals and compatibility forms into the characters they stand for', () => {
    expect(normaliseGlyphs('⼈⺠政府⻓期⾏动⻔户')).toBe('人民政府长期行动门户')
  })

  it('leaves full-width punctuation and digits alone', () => {
    expect(normaliseGlyphs('（１）：，')).toBe('（１）：，')
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
