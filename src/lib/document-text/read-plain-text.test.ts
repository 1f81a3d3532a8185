import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expectLinearGrowth } from '../../../tests/support/linear-growth'
import { expectSound, rowsOf } from '../../../tests/fixtures/document-text/inspect-document'
import { readPlainText } from './read-plain-text'

describe('readPlainText', () => {
  it('keeps the text and unifies line ends', () => {
    expect(readPlainText('甲\r\n乙\r丙\n丁').text).toBe('甲\n乙\n丙\n丁')
  })

  it('drops page breaks between lines', () => {
    expect(readPlainText('甲\n\f乙\f丙').text).toBe('甲\n乙\n丙')
  })

  it('overlays a table on lines with equally many tabs', () => {
    const document = readPlainText('说明\n序号\t事项\t单位\n1\t修路\t交通站\n2\t\t水利站\n完')
    expect(rowsOf(document, document.tables[0])).toEqual([
      ['序号', '事项', '单位'],
      ['1', '修路', '交通站'],
      ['2', '', '水利站'],
    ])
    expect(document.text.slice(document.tables[0]?.start, document.tables[0]?.end)).toMatch(/^序号[^]*水利站$/)
  })

  it('reads a quoted cell with a line break as a spreadsheet copies it', () => {
    const document = readPlainText('事项\t单位\n修路\t"交通站\n水利站"\n架桥\t乡政府')
    expect(rowsOf(document, document.tables[0])).toEqual([
      ['事项', '单位'],
      ['修路', '交通站\n水利站'],
      ['架桥', '乡政府'],
    ])
  })

  it('takes indentation by tab for no table', () => {
    expect(readPlainText('\t一、甲\n\t二、乙\n\t三、丙').tables).toEqual([])
  })

  it('is sound for any text', () => {
    const piece = fc.constantFrom('\t', '\n', '"', '""', '甲', 'b', '\r\n', '\f', ' ')
    fc.assert(fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => expectSound(readPlainText(pieces.join('')))))
  })

  it('does not search again and again for the end of a quote', () =>
    expectLinearGrowth((size) => '"\t""\t\n'.repeat(size), readPlainText, 20_000))
})
