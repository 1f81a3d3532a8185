import { describe, expect, it } from 'vitest'
import { expectSound, rowsOf } from '../../../../tests/fixtures/document-text/inspect-document'
import { makeDocx, paragraph } from '../../../../tests/fixtures/document-text/make-docx'
import { readDocx } from './read-docx'

function textOf(body: string): string {
  return readDocx(makeDocx(body)).text
}

const run = (text: string, properties = ''): string => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`
const cell = (text: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`
const row = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`
const field = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
const instruction = (text: string): string => `<w:r><w:instrText>${text}</w:instrText></w:r>`

describe('readDocx: text', () => {
  it('keeps what was inserted and drops what was deleted or moved away', () => {
    const body = `<w:p>${run('甲')}<w:del><w:r><w:delText>乙</w:delText></w:r></w:del><w:ins>${run('丙')}</w:ins>
      <w:moveFrom>${run('丁')}</w:moveFrom><w:moveTo>${run('戊')}</w:moveTo></w:p>`
    expect(textOf(body)).toBe('甲丙戊')
  })

  it('joins paragraphs whose mark between them was deleted', () => {
    const body = `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('前半，')}</w:p>${paragraph('后半。')}${paragraph('下段')}`
    expect(textOf(body)).toBe('前半，后半。\n下段')
  })

  it('reads breaks, tabs, hyperlinks, symbols, ruby bases and controls; page breaks are dropped', () => {
    const body = `<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t><w:br w:type="page"/><w:noBreakHyphen/></w:r>
      <w:hyperlink>${run('链')}</w:hyperlink><w:sdt><w:sdtContent>${run('控')}</w:sdtContent></w:sdt>
      <w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>
      <w:r><w:ruby><w:rt>${run('yin')}</w:rt><w:rubyBase>${run('音')}</w:rubyBase></w:ruby></w:r></w:p>`
    expect(textOf(body)).toBe('甲\n乙\t丙-链控☑音')
  })

  it('reads the result of a field and what an EQ field draws', () => {
    const page = field('begin') + instruction('PAGE') + field('separate') + run('7') + field('end')
    const circled = field('begin') + instruction('eq \\o\\ac(○,') + run('3') + instruction(')') + field('end')
    expect(textOf(`<w:p>${page}${circled}${run('完')}</w:p>`)).toBe('7③完')
  })

  it('does not lose the document to a field that never ends', () => {
    expect(textOf(`<w:p>${field('begin')}${instruction('REF')}</w:p>${paragraph('正文')}`)).toBe('正文')
  })

  it('leaves out hidden text, notes, and tables of contents', () => {
    const styles = '<w:style w:type="paragraph" w:styleId="T1"><w:name w:val="toc 1"/></w:style>'
    const body = `<w:p>${run('甲')}${run('藏', '<w:vanish/>')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>${paragraph('第一章 3', '<w:pStyle w:val="T1"/>')}`
    expect(readDocx(makeDocx(body, { styles })).text).toBe('甲')
  })

  it('reads a text box once, after the paragraph that holds it', () => {
    const box = (text: string): string => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`
    const body = `<w:p>${run('锚')}<w:r><mc:AlternateContent><mc:Choice><wps:txbx>${box('框')}</wps:txbx></mc:Choice>
      <mc:Fallback><w:pict>${box('框')}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>${paragraph('后')}`
    expect(textOf(body)).toBe('锚\n框\n后')
  })

  it('understands other prefixes and the strict namespace', () => {
    const strict =
      '<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>甲</x:t></x:r></x:p></x:body></x:document>'
    expect(readDocx(makeDocx('', { document: strict })).text).toBe('甲')
  })

  it('does not expand entities that the file declares', () => {
    const bomb = '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    const document = `${bomb}<w:document xmlns:w="urn:/wordprocessingml/2006/main"><w:body>${paragraph('甲&b;')}</w:body></w:document>`
    expect(readDocx(makeDocx('', { document })).text).not.toContain('aa')
  })
})

describe('readDocx: headings', () => {
  it.each([
    ['heading 2', '', 2],
    ['标题 3', '', 3],
    ['Title', '', 1],
    ['小标题', '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>', 2],
    ['正文', '', undefined],
  ])('takes the level of style %s', (name, properties, level) => {
    const styles = `<w:style w:type="paragraph" w:styleId="S"><w:name w:val="${name}"/>${properties}</w:style>`
    const document = readDocx(makeDocx(paragraph('标题', '<w:pStyle w:val="S"/>'), { styles }))
    expect(document.headings[0]?.level).toBe(level)
  })

  it('inherits from the style it is based on, and lets the paragraph decide', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="heading 1"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="自用"/><w:basedOn w:val="A"/></w:style>'
    const style = '<w:pStyle w:val="B"/>'
    const body =
      paragraph('甲', style) +
      paragraph('乙', `${style}<w:outlineLvl w:val="9"/>`) +
      paragraph('丙', '<w:outlineLvl w:val="3"/>')
    expect(readDocx(makeDocx(body, { styles })).headings.map((heading) => heading.level)).toEqual([1, 4])
  })
})

describe('readDocx: tables', () => {
  it('places merged cells once, with their spans', () => {
    const table = `<w:tbl>${row(cell('任务', '<w:gridSpan w:val="2"/>'), cell('单位'))}
      ${row(cell('甲', '<w:vMerge w:val="restart"/>'), cell('乙'), cell('丙'))}
      ${row(cell('', '<w:vMerge/>'), cell('丁'), cell('戊'))}</w:tbl>`
    const document = readDocx(makeDocx(paragraph('前') + table + paragraph('后')))
    expect(document.text).toBe('前\n任务\t\t单位\n甲\t乙\t丙\n\t丁\t戊\n后')
    const spans = document.tables[0]?.cells.map(({ row: r, column, rowSpan, columnSpan }) => [
      r,
      column,
      rowSpan,
      columnSpan,
    ])
    expect(spans).toEqual([
      [0, 0, 1, 2],
      [0, 2, 1, 1],
      [1, 0, 2, 1],
      [1, 1, 1, 1],
      [1, 2, 1, 1],
      [2, 1, 1, 1],
      [2, 2, 1, 1],
    ])
    expectSound(document)
  })

  it('keeps line breaks inside a cell and drops deleted rows', () => {
    const twoLines = `<w:tc>${paragraph('一行')}${paragraph('二行')}</w:tc>`
    const deleted = `<w:tr><w:trPr><w:del/></w:trPr>${cell('废')}${cell('弃')}</w:tr>`
    const document = readDocx(makeDocx(`<w:tbl>${row(twoLines, cell('乙'))}${deleted}</w:tbl>`))
    expect(rowsOf(document, document.tables[0])).toEqual([['一行\n二行', '乙']])
  })

  it('keeps a small table nested in a cell as that cell’s text', () => {
    const nested = `<w:tc><w:tbl>${row(cell('内一'), cell('内二'))}</w:tbl>${paragraph('')}</w:tc>`
    const document = readDocx(makeDocx(`<w:tbl>${row(cell('甲'), cell('乙'))}${row(cell('丙'), nested)}</w:tbl>`))
    expect(rowsOf(document, document.tables[0])).toEqual([
      ['甲', '乙'],
      ['丙', '内一 内二'],
    ])
    expect(document.tables).toHaveLength(1)
  })

  it('takes content out of a frame drawn as a table', () => {
    const inner = `<w:tbl>${row(cell('甲'), cell('乙'))}${row(cell('丙'), cell('丁'))}</w:tbl>`
    const document = readDocx(makeDocx(`<w:tbl>${row(`<w:tc>${paragraph('框题')}${inner}</w:tc>`)}</w:tbl>`))
    expect(document.text).toBe('框题\n甲\t乙\n丙\t丁')
    expect(document.tables).toHaveLength(1)
  })
})
