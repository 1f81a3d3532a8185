import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DocumentReadError } from '../document-read-error'
import { expectSound, rowsOf } from '../../../../tests/fixtures/document-text/inspect-document'
import { readHtml } from './read-html'

describe('readHtml: text', () => {
  it('makes lines of block elements and collapses the markup’s own spacing', () => {
    const html = '<div>甲  <b>乙</b>\n丙<p>丁<br>戊</p>己</div>\n\n<p>&nbsp;</p>'
    expect(readHtml(html).text).toBe('甲 乙 丙\n丁\n戊\n己')
  })

  it('joins Chinese that the editor wrapped, and keeps the space between words', () => {
    expect(readHtml('<p>推进公\n  开工作，see\nhere</p>').text).toBe('推进公开工作，see here')
  })

  it('decodes entities, named and numbered', () => {
    expect(readHtml('<p>甲&ldquo;乙&rdquo;&#x4E19;&#65288;&lt;&amp;</p>').text).toBe('甲“乙”丙（<&')
  })

  it('leaves out scripts, styles, navigation, hidden parts and comments', () => {
    const html =
      '<head><title>题</title><style>p{}</style></head><nav>首页</nav><div role="navigation">目录</div><!-- 注 -->' +
      '<script>let a = "<p>"</script><p style="display: none">藏</p><p hidden>藏</p><p>正文</p>'
    expect(readHtml(html).text).toBe('正文')
  })

  it('keeps preformatted lines', () => {
    expect(readHtml('<pre>甲\n乙</pre>').text).toBe('甲\n乙')
  })

  it('marks headings', () => {
    const document = readHtml(
      '<h1>甲</h1><h3>乙</h3><p class="MsoTitle">丙</p><p style="mso-outline-level:2">丁</p><p>戊</p>',
    )
    expect(document.headings.map(({ start, end, level }) => [document.text.slice(start, end), level])).toEqual([
      ['甲', 1],
      ['乙', 3],
      ['丙', 1],
      ['丁', 2],
    ])
  })
})

describe('readHtml: lists', () => {
  it('writes the number that a browser would show', () => {
    expect(readHtml('<ol start="3"><li>甲<li>乙<ul><li>丙</ul></ol>').text).toBe('3. 甲\n4. 乙\n丙')
    expect(
      readHtml('<ol style="list-style-type: simp-chinese-informal"><li>甲</li><li value="5">乙</li></ol>').text,
    ).toBe('一、甲\n五、乙')
  })

  it('does not number what is numbered already', () => {
    expect(readHtml('<ol><li>1.甲</li><li>（二）乙</li></ol>').text).toBe('1.甲\n（二）乙')
  })

  it('keeps a word processor’s written number and drops its bullet and spacing', () => {
    const item = (label: string, text: string): string =>
      `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${label}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>${text}<o:p></o:p></p>`
    expect(readHtml(item('一、', '甲') + item('1.', '乙') + item('·', '丙') + item('l', '丁')).text).toBe(
      '一、甲\n1. 乙\n丙\n丁',
    )
  })

  it('leaves out what a word processor wraps in conditional comments and notes', () => {
    const html =
      '<!--[if gte mso 9]><xml><w:WordDocument/></xml><![endif]--><p>正文<a style="mso-footnote-id:ftn1">[1]</a></p>' +
      '<div style="mso-element:footnote-list"><p>注</p></div>'
    expect(readHtml(html).text).toBe('正文')
  })
})

describe('readHtml: tables', () => {
  it('places cells around those that span rows and columns', () => {
    const html =
      '<table><thead><tr><th>序号<th>事项<th colspan=2>单位</thead>' +
      '<tr><td rowspan=2>1<td>修路<td>甲<td>乙<tr><td>架桥<td colspan=2>丙</table>'
    const document = readHtml(`<p>前</p>${html}<p>后</p>`)
    expect(document.text).toBe('前\n序号\t事项\t单位\n1\t修路\t甲\t乙\n\t架桥\t丙\n后')
    expect(document.tables[0]).toMatchObject({ rowCount: 3, columnCount: 4 })
    const last = document.tables[0]?.cells[document.tables[0].cells.length - 1]
    expect(last).toMatchObject({ row: 2, column: 2, columnSpan: 2 })
    expectSound(document)
  })

  it('reads a spreadsheet’s clipboard', () => {
    const html =
      '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>td{mso-style:1}</style></head><body>' +
      '<table><!--StartFragment--><col width=72><tr height=19><td class=xl65>事项</td><td>时限</td></tr>' +
      '<tr><td>修路<br style="mso-data-placement:same-cell">架桥</td><td>9月底</td></tr><!--EndFragment--></table></body></html>'
    const document = readHtml(html)
    expect(rowsOf(document, document.tables[0])).toEqual([
      ['事项', '时限'],
      ['修路\n架桥', '9月底'],
    ])
  })

  it('takes the page out of tables that lay it out', () => {
    const html =
      '<table><tr><td>栏目</td><td><p>正文</p><table><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td><td>丁</td></tr></table></td></tr></table>'
    const document = readHtml(html)
    expect(document.text).toBe('栏目\n正文\n甲\t乙\n丙\t丁')
    expect(document.tables).toHaveLength(1)
  })

  it('bounds absurd spans', () => {
    const document = readHtml('<table><tr><td rowspan=65000 colspan=99999>甲<td>乙<tr><td>丙</table>')
    expect(document.text).toBe('甲\t乙\n\t丙')
    expectSound(document)
  })
})

describe('readHtml: any input', () => {
  it('is sound for any tangle of tags', () => {
    const piece = fc.constantFrom(
      '<table>',
      '<tr>',
      '<td>',
      '<td rowspan=3>',
      '<th colspan=2>',
      '</td>',
      '</tr>',
      '</table>',
      '<p>',
      '</p>',
      '甲',
      '<h2>',
      '<ol><li>',
      '<br>',
      '&lt;',
      '<',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => expectSound(readHtml(pieces.join('')))),
      { numRuns: 300 },
    )
  })

  it('reads on under a thousand open tags, and refuses what no document would have', () => {
    expect(readHtml('<div><font>'.repeat(500) + '甲').text).toBe('甲')
    expect(() => readHtml('<b>'.repeat(300_000))).toThrow(DocumentReadError)
  })
})
