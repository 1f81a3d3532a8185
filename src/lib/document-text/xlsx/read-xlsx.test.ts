import { describe, expect, it } from 'vitest'
import { expectSound, rowsOf } from '../../../../tests/fixtures/document-text/inspect-document'
import { makeXlsx, textCell } from '../../../../tests/fixtures/document-text/make-xlsx'
import { readXlsx } from './read-xlsx'

describe('readXlsx', () => {
  it('reads shared strings, rich text without its phonetic guide, and escapes', () => {
    const sharedStrings =
      '<si><t>事项</t></si><si><r><t>修</t></r><r><t>路_x000A_架桥</t></r><rPh sb="0" eb="1"><t>xiu</t></rPh></si>'
    const rows = `<row r="1"><c r="A1" t="s"><v>0</v></c>${textCell('B1', '单位')}</row><row r="2"><c r="A2" t="s"><v>1</v></c>${textCell('B2', '乡')}</row>`
    const document = readXlsx(makeXlsx({ sheets: [{ name: 'Sheet1', rows }], sharedStrings }))
    expect(rowsOf(document, document.tables[0])).toEqual([
      ['事项', '单位'],
      ['修路\n架桥', '乡'],
    ])
  })

  it('writes dates, shares and numbers as they read on the sheet', () => {
    const styles =
      '<numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="177" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/>' +
      '<numFmt numFmtId="178" formatCode="0.00_ ;[Red]\\-0.00"/></numFmts>' +
      '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="9"/><xf numFmtId="177"/><xf numFmtId="178"/><xf numFmtId="22"/><xf numFmtId="20"/></cellXfs>'
    const values = [
      ['0', '0.30000000000000004'],
      ['1', '44377'],
      ['2', '44377'],
      ['3', '0.95'],
      ['4', '44377'],
      ['5', '3'],
      ['6', '44377.5'],
      ['7', '0.25'],
    ]
    const cells = values.map(
      ([style, value], index) => `<c r="${'ABCDEFGH'.charAt(index)}1" s="${style}"><v>${value}</v></c>`,
    )
    const document = readXlsx(
      makeXlsx({ sheets: [{ name: '表', rows: `<row r="1">${cells.join('')}</row>` }], styles }),
    )
    expect(document.text).toBe('0.3\t2021-06-30\t2021-06-30\t95%\t2021-06\t3\t2021-06-30 12:00\t06:00')
  })

  it('keeps merged cells with their spans and drops empty rows and columns', () => {
    const rows = `<row r="2">${textCell('B2', '任务表')}</row><row r="4">${textCell('B4', '事项')}${textCell('D4', '单位')}</row>
      <row r="5">${textCell('B5', '修路')}${textCell('D5', '甲')}</row><row r="6">${textCell('D6', '乙')}</row>`
    const after = '<mergeCells><mergeCell ref="B2:D2"/><mergeCell ref="B5:B6"/></mergeCells>'
    const document = readXlsx(makeXlsx({ sheets: [{ name: 'Sheet1', rows, after }] }))
    expect(document.text).toBe('任务表\n事项\t单位\n修路\t甲\n\t乙')
    const spans = document.tables[0]?.cells.map(({ row, column, rowSpan, columnSpan }) => [
      row,
      column,
      rowSpan,
      columnSpan,
    ])
    expect(spans).toEqual([
      [0, 0, 1, 2],
      [1, 0, 1, 1],
      [1, 1, 1, 1],
      [2, 0, 2, 1],
      [2, 1, 1, 1],
      [3, 1, 1, 1],
    ])
    expectSound(document)
  })

  it('puts sheets one after another under their names, without hidden ones', () => {
    const sheet = (name: string, text: string, state?: string) => ({
      name,
      rows: `<row>${`<c t="inlineStr"><is><t>${text}</t></is></c>`.repeat(2)}</row>`,
      ...(state === undefined ? {} : { state }),
    })
    const document = readXlsx(
      makeXlsx({ sheets: [sheet('上半年', '甲'), sheet('草稿', '乙', 'hidden'), sheet('下半年', '丙')] }),
    )
    expect(document.text).toBe('上半年\n甲\t甲\n下半年\n丙\t丙')
    expect(document.headings).toHaveLength(2)
  })

  it('reads a single column of text as paragraphs', () => {
    const rows = `<row r="1">${textCell('A1', '一、甲')}</row><row r="2">${textCell('A2', '二、乙')}</row>`
    expect(readXlsx(makeXlsx({ sheets: [{ name: 'Sheet1', rows }] }))).toEqual({
      text: '一、甲\n二、乙',
      tables: [],
      headings: [],
    })
  })

  it('does not mind cells at the far corner of a sheet', () => {
    const rows = `<row r="1">${textCell('A1', '甲')}</row><row r="1048576">${textCell('XFD1048576', '乙')}</row>`
    const document = readXlsx(
      makeXlsx({ sheets: [{ name: 'Sheet1', rows, after: '<mergeCell ref="B2:XFD1048575"/>' }] }),
    )
    expect(document.tables[0]).toMatchObject({ rowCount: 2, columnCount: 2 })
  })
})
