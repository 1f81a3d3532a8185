import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expectLinearGrowth } from '../../../../tests/support/linear-growth'
import { expectSound, rowsOf } from '../../../../tests/fixtures/document-text/inspect-document'
import { readDelimitedText } from './read-delimited-text'

function rows(text: string): string[][] {
  const document = readDelimitedText(text)
  return rowsOf(document, document.tables[0])
}

describe('readDelimitedText', () => {
  it('reads quoted cells with delimiters, doubled quotes and line breaks', () => {
    expect(rows('事项,单位\r\n"修路,架桥","甲\r\n""乙"""\r\n')).toEqual([
      ['事项', '单位'],
      ['修路,架桥', '甲\n"乙"'],
    ])
  })

  it.each([
    ['\t', '甲\t乙,丙\n丁\t戊'],
    [';', '甲;乙,丙\n丁;戊'],
    ['declared', 'sep=|\n甲|乙,丙\n丁|戊'],
  ])('finds the delimiter %j', (_name, text) => {
    expect(rows(text)).toEqual([
      ['甲', '乙,丙'],
      ['丁', '戊'],
    ])
  })

  it('keeps the place of empty cells', () => {
    expect(rows('甲,乙,丙\n丁,,戊')).toEqual([
      ['甲', '乙', '丙'],
      ['丁', '', '戊'],
    ])
  })

  it('reads on after a quote that never closes', () => {
    expect(rows('甲,乙\n"丙,丁\n戊,己')).toEqual([
      ['甲', '乙'],
      ['"丙', '丁'],
      ['戊', '己'],
    ])
  })

  it('gives back what was written, for any cells', () => {
    const cell = fc
      .array(fc.constantFrom('甲', ',', '"', '\n', 'x', '；'), { minLength: 1, maxLength: 6 })
      .map((parts) => `字${parts.join('')}字`)
    const grid = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(grid, (cells) => {
        const text = cells.map((row) => row.map((value) => `"${value.replace(/"/g, '""')}"`).join(',')).join('\n')
        const document = readDelimitedText(text)
        expectSound(document)
        expect(rowsOf(document, document.tables[0])).toEqual(
          cells.map((row) => row.map((value) => value.replace(/\n+/g, '\n'))),
        )
      }),
    )
  })

  it('does not search again and again for the end of a quote', () =>
    expectLinearGrowth((size) => '"甲""乙,'.repeat(size), readDelimitedText, 20_000))
})
