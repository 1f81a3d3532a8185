import { describe, expect, it } from 'vitest'
import { requirementOfDate, withoutEnd } from './requirement-words'

function requirement(text: string, date: string): string {
  const start = text.indexOf(date)
  return requirementOfDate(text, { start, end: start + date.length }, { start: 0, end: text.length })
}

describe('the requirement of a date', () => {
  it('is the statement that holds it', () => {
    expect(
      requirement('（二）公开招生信息。学区划分、招生计划在5月底前公布，录取结果随后公布。其他另行通知。', '5月底前'),
    ).toBe('学区划分、招生计划在5月底前公布，录取结果随后公布')
  })
  it('stops at the brackets that name the units, and at a semicolon', () => {
    expect(requirement('（六）上线；9月底前上线查询页面（责任单位：县医保局）', '9月底前')).toBe('9月底前上线查询页面')
  })
  it('begins after the ordinal', () => {
    expect(requirement('（三）6月底前完成清理', '6月底前')).toBe('6月底前完成清理')
  })
  it('is its clause alone when the statement is long', () => {
    expect(
      requirement(`${'逐项梳理公开事项，'.repeat(20)}年底前全部上网，${'再作完善，'.repeat(10)}。`, '年底前'),
    ).toBe('年底前全部上网')
  })
  it('is the date where nothing else is said', () => {
    expect(requirement('2026年5月底前', '2026年5月底前')).toBe('2026年5月底前')
  })
})

describe('two dates in one statement', () => {
  function requirements(text: string, dates: readonly string[]): string[] {
    const places = dates.map((date) => ({ start: text.indexOf(date), end: text.indexOf(date) + date.length }))
    return places.map((place) => requirementOfDate(text, place, { start: 0, end: text.length }, places))
  }
  it.each([
    ['（一）6月底前完成清理，12月底前公布目录。', ['6月底前', '12月底前'], ['6月底前完成清理', '12月底前公布目录']],
    [
      '文件清理6月底前，完成初稿，报县政府审定，12月底前，全部公布，并抓好落实。',
      ['6月底前', '12月底前'],
      ['文件清理6月底前，完成初稿，报县政府审定', '12月底前，全部公布，并抓好落实'],
    ],
    ['6月底前完成清理并于12月底前公布。', ['6月底前', '12月底前'], ['6月底前完成清理', '12月底前公布']],
    [
      '3月底前拟定，6月底前印发，9月底前上网。',
      ['3月底前', '6月底前', '9月底前'],
      ['3月底前拟定', '6月底前印发', '9月底前上网'],
    ],
    ['6月底、12月底前各报送一次。', ['6月底', '12月底前'], ['6月底、12月底前各报送一次', '6月底、12月底前各报送一次']],
    ['6月底前完成清理。12月底前公布。', ['6月底前', '12月底前'], ['6月底前完成清理', '12月底前公布']],
  ])('%s', (text, dates, expected) => expect(requirements(text, dates)).toEqual(expected))
})

it('loses the punctuation that leads on', () => {
  expect(withoutEnd('2026年，完成一轮修订；')).toBe('2026年，完成一轮修订')
})
