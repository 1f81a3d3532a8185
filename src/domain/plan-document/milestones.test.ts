import { describe, expect, it } from 'vitest'
import { foldText } from './fold-text'
import { findMilestones } from './milestones'

function yearsIn(source: string): number[] {
  const text = { source, folded: foldText(source) }
  return findMilestones(text, 0, source.length, { startYear: 2021, endYear: 2025 }).map((found) => found.year)
}

describe('milestones', () => {
  it.each([
    ['2021年，编制目录。2022年，修订标准。到2023年，建立机制。', [2021, 2022, 2023]],
    ['2021年完成清理。2023年完成1998年以来的汇编，2025年完成补录。', [2021, 2023, 2025]],
    ['力争到2023年，覆盖率达到90%。', [2023]],
    ['做好2021年度总结。', []],
    ['确保2021年增长20%以上。', []],
    ['2019年，全市共有12家。', []],
    ['2021年9月底前完成。', []],
    ['到2025年底，全面建成。', []],
    ['对2021年新增的贷款给予贴息。', []],
  ])('%s', (text, years) => expect(yearsIn(text)).toEqual(years))

  it('reach to the next one', () => {
    const source = '2021年，编制目录。2022年，修订标准。'
    const found = findMilestones({ source, folded: foldText(source) }, 0, source.length, {
      startYear: 2021,
      endYear: 2022,
    })
    expect(found.map((milestone) => milestone.text)).toEqual(['2021年，编制目录。', '2022年，修订标准。'])
  })
})
