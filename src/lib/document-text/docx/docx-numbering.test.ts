import { describe, expect, it } from 'vitest'
import { list, listInstance, listItem, makeDocx, paragraph } from '../../../../tests/fixtures/document-text/make-docx'
import { readDocx } from './read-docx'

const OFFICIAL = list(1, [
  ['chineseCountingThousand', '%1、'],
  ['chineseCountingThousand', '（%2）'],
  ['decimal', '%3.'],
  ['decimalEnclosedCircle', '%4'],
])

function linesOf(body: string, parts: { readonly styles?: string; readonly numbering?: string }): string[] {
  return readDocx(makeDocx(body, parts)).text.split('\n')
}

describe('automatic numbering', () => {
  it('is written as printed, and deeper levels start anew', () => {
    const body = [0, 1, 1, 2, 2, 3, 1, 2, 0, 1].map((level) => listItem('文', 1, level)).join('')
    expect(linesOf(body, { numbering: OFFICIAL })).toEqual([
      '一、文',
      '（一）文',
      '（二）文',
      '1. 文',
      '2. 文',
      '① 文',
      '（三）文',
      '1. 文',
      '二、文',
      '（一）文',
    ])
  })

  it('composes several levels, in Arabic where the list is legal style', () => {
    const numbering = list(1, [
      ['chineseCounting', '第%1章'],
      ['decimal', '%1.%2', '<w:isLgl/>'],
      ['decimal', '%1.%2.%3'],
    ])
    const body = [0, 1, 1, 2, 0, 1].map((level) => listItem('文', 1, level)).join('')
    expect(linesOf(body, { numbering })).toEqual(['第一章 文', '1.1 文', '1.2 文', '一.2.1 文', '第二章 文', '2.1 文'])
  })

  it('goes on over plain paragraphs and over lists that share a definition', () => {
    const numbering = OFFICIAL + listInstance(2, 1)
    const body = listItem('甲', 1) + paragraph('插') + listItem('乙', 2) + listItem('丙', 1)
    expect(linesOf(body, { numbering })).toEqual(['一、甲', '插', '二、乙', '三、丙'])
  })

  it('starts anew where a list overrides the start, once', () => {
    const override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    const numbering = OFFICIAL + listInstance(2, 1, override)
    const body = listItem('甲', 1) + listItem('乙', 2) + listItem('丙', 2)
    expect(linesOf(body, { numbering })).toEqual(['一、甲', '五、乙', '六、丙'])
  })

  it('keeps counting through higher levels where the level never restarts', () => {
    const numbering = list(1, [
      ['chineseCounting', '%1、'],
      ['decimal', '第%2条', '<w:lvlRestart w:val="0"/>'],
    ])
    const body = [0, 1, 1, 0, 1].map((level) => listItem('文', 1, level)).join('')
    expect(linesOf(body, { numbering })).toEqual(['一、文', '第1条 文', '第2条 文', '二、文', '第3条 文'])
  })

  it('follows a style tied to a level, and a paragraph that opts out', () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="1">' +
      '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="japaneseCounting"/><w:pStyle w:val="S1"/><w:lvlText w:val="%1、"/></w:lvl>' +
      '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="S2"/><w:lvlText w:val="%2."/></w:lvl>' +
      '</w:abstractNum>' +
      listInstance(7, 1)
    const style = (id: string, name: string) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>`
    const styled = (id: string, text: string, more = '') => paragraph(text, `<w:pStyle w:val="${id}"/>${more}`)
    const out = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    const body = styled('S1', '甲') + styled('S2', '乙') + styled('S2', '丙', out) + styled('S2', '丁')
    const parts = { styles: style('S1', '标题 1') + style('S2', '标题 2'), numbering }
    expect(linesOf(body, parts)).toEqual(['一、甲', '1. 乙', '丙', '2. 丁'])
    expect(readDocx(makeDocx(body, parts)).headings.map((heading) => heading.level)).toEqual([1, 2, 2, 2])
  })

  it('borrows levels from a list style', () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="9"><w:numStyleLink w:val="Lists"/></w:abstractNum>' +
      listInstance(9, 9) +
      OFFICIAL
    const styles =
      '<w:style w:type="numbering" w:styleId="Lists"><w:name w:val="L"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    expect(linesOf(listItem('甲', 9) + listItem('乙', 9), { numbering, styles })).toEqual(['一、甲', '二、乙'])
  })

  it('writes nothing for bullets', () => {
    expect(linesOf(listItem('甲', 1), { numbering: list(1, [['bullet', '\uf06c']]) })).toEqual(['甲'])
  })
})
