import { describe, expect, it } from 'vitest'
import { findDeadlines } from './deadlines'
import { foldText } from './fold-text'

function datesIn(source: string, isTimeCell = false, year: number | null = 2021): string[] {
  const text = { source, folded: foldText(source) }
  return findDeadlines(text, 0, source.length, { year, isTimeCell }).map((deadline) => deadline.date)
}

describe('deadlines in running text', () => {
  it.each([
    ['9月底前完成清理。', ['2021-09-30']],
    ['2022年6月底前出台细则。', ['2022-06-30']],
    ['年底前全面完成。', ['2021-12-31']],
    ['到2025年底，实现全覆盖。', ['2025-12-31']],
    ['至2021年末压降两成。', ['2021-12-31']],
    ['10月15日前报送总结。', ['2021-10-15']],
    ['上半年完成改造。', ['2021-06-30']],
    ['第三季度启动建设。', ['2021-09-30']],
    ['明年3月底前完成。', ['2022-03-31']],
    ['2O21年9月底前完成。', ['2021-09-30']],
    ['二〇二二年十二月底前完成。', ['2022-12-31']],
    ['２０２２年６月底前完成。', ['2022-06-30']],
    ['2022年9月底前完成，年底前验收。', ['2022-09-30', '2022-12-31']],
    ['2024年2月底前完成。', ['2024-02-29']],
  ])('%s', (text, dates) => expect(datesIn(text)).toEqual(dates))

  it.each([
    '2021年8月1日前到期的证照自动延期。',
    '在2021年7月31日前，检测费用暂免收取。',
    '2021年1月1日至12月31日，免征增值税。',
    '印发之日起30日内制定办法。',
    '每年6月底前更新。',
    '每季度末报送进展。',
    '每月25日前报送。',
    '6月、12月各1次。',
    '持续推进，全年不少于2次。',
    '截至2021年底，共有120家。',
    '从2月1日起发放。',
    '三年内实现全覆盖。',
    '2021年，建立目录。',
    '《条例》（浙政发〔2021〕12号）规定的内容。',
    '2020年底前已完成的不再重复。',
  ])('none in %s', (text) => expect(datesIn(text)).toEqual([]))
})

describe('deadlines in a cell of times', () => {
  it.each([
    ['12月底前', ['2021-12-31']],
    ['9月投入使用', ['2021-09-30']],
    ['2022年12月', ['2022-12-31']],
    ['2022年', ['2022-12-31']],
    ['2022.6', ['2022-06-30']],
    ['2022/12/15', ['2022-12-15']],
    ['三季度', ['2021-09-30']],
    ['3月中旬', ['2021-03-20']],
    ['5月底前动工，12月底前完工', ['2021-05-31', '2021-12-31']],
    ['持续推进', []],
  ])('%s', (text, dates) => expect(datesIn(text, true)).toEqual(dates))

  it('has no date without a year to count from', () => expect(datesIn('9月底前', true, null)).toEqual([]))
})
