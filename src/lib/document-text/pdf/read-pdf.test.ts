import { describe, expect, it } from 'vitest'
import { expectSound, rowsOf } from '../../../../tests/fixtures/document-text/inspect-document'
import { makePdf, type PdfPage, type PdfText } from '../../../../tests/fixtures/document-text/make-pdf'
import { readPdf } from './read-pdf'

const LEFT = 80
const SIZE = 16
const PER_LINE = 27

/** Sets paragraphs as official documents are set: first line two characters in, every line filled. */
function setParagraphs(paragraphs: readonly string[], x = LEFT, top = 120, perLine = PER_LINE): PdfText[] {
  const texts: PdfText[] = []
  let y = top
  for (const paragraph of paragraphs) {
    let rest = paragraph
    let indent = 2
    while (rest !== '') {
      texts.push({ x: x + indent * SIZE, y, text: rest.slice(0, perLine - indent), size: SIZE })
      rest = rest.slice(perLine - indent)
      indent = 0
      y += 28
    }
  }
  return texts
}

const LONG =
  '坚持把群众满意作为第一标准围绕企业开办社会保障不动产登记等领域逐项梳理堵点难点列出清单明确时限逐条销号做到件件有着落事事有回音'
const PARAGRAPHS = [
  '一、总体要求',
  `${LONG}。`,
  '二、重点任务',
  `${LONG}，${LONG}。`,
  '（一）完善机制。',
  `${LONG.slice(0, 40)}。`,
]

async function textOf(pages: readonly PdfPage[]): Promise<string> {
  return (await readPdf(makePdf(pages))).text
}

describe('readPdf: paragraphs', () => {
  it('re-joins wrapped lines and keeps paragraphs apart', async () => {
    expect(await textOf([{ texts: setParagraphs(PARAGRAPHS) }])).toBe(PARAGRAPHS.join('\n'))
  })

  it('re-joins a sentence over a page break and drops page numbers and headers', async () => {
    const first = setParagraphs([...PARAGRAPHS, LONG.slice(0, 25)])
    const second = setParagraphs([`${LONG}。`, '三、保障措施'])
    const continued: PdfText[] = [{ x: LEFT, y: 92, text: `${LONG.slice(25, 40)}。`, size: SIZE }, ...second]
    const furniture = (page: number): PdfText[] => [
      { x: LEFT, y: 50, text: '某县政务简报', size: 10 },
      { x: 270, y: 800, text: `— ${page} —`, size: 12 },
    ]
    const pages = [first, continued, setParagraphs(PARAGRAPHS)].map((texts, index) => ({
      texts: [...texts, ...furniture(index + 1)],
    }))
    const expected = [...PARAGRAPHS, `${LONG.slice(0, 40)}。`, `${LONG}。`, '三、保障措施', ...PARAGRAPHS]
    expect(await textOf(pages)).toBe(expected.join('\n'))
  })

  it.each(['1', '- 1 -', '—1—', '第1页 共5页', '第 1 页', '1/5'])(
    'takes %s at the foot for a page number',
    async (number) => {
      const texts = [...setParagraphs(PARAGRAPHS), { x: 280, y: 805, text: number, size: 12 }]
      expect(await textOf([{ texts }])).toBe(PARAGRAPHS.join('\n'))
    },
  )

  it('closes the gaps that typesetting leaves around digits', async () => {
    const texts: PdfText[] = [{ x: 80, y: 100, text: '到 2021 年 9 月底，网办率达 90% 以上 。' }]
    expect(await textOf([{ texts }])).toBe('到2021年9月底，网办率达90%以上。')
  })

  it.each([90, 180, 270])('reads a page that is shown turned by %i degrees', async (rotate) => {
    expect(await textOf([{ texts: setParagraphs(PARAGRAPHS), rotate }])).toBe(PARAGRAPHS.join('\n'))
  })

  it('reads two columns one after the other, below a title across both', async () => {
    const left = setParagraphs([`${LONG}。`, `${LONG}。`], 60, 140, 14)
    const right = setParagraphs([`${LONG}。`, '（一）完善机制。', `${LONG}。`], 320, 140, 14)
    const title: PdfText = { x: 150, y: 90, text: '关于做好便民服务工作的通知全文', size: 20 }
    expect(await textOf([{ texts: [title, ...left, ...right] }])).toBe(
      [title.text, `${LONG}。`, `${LONG}。`, `${LONG}。`, '（一）完善机制。', `${LONG}。`].join('\n'),
    )
  })
})

/** A grid of drawn lines with a text in each field; `undefined` leaves out the field and the line above it. */
function setTable(top: number, rows: readonly (readonly (string | undefined)[])[]): Required<Omit<PdfPage, 'rotate'>> {
  const xs = [60, 120, 300, 520]
  const height = 30
  const bottom = top + rows.length * height
  const lines: [number, number, number, number][] = xs.map((x) => [x, top, x, bottom])
  lines.push([60, bottom, 520, bottom])
  const texts: PdfText[] = []
  rows.forEach((fields, row) => {
    fields.forEach((text, column) => {
      const [x1, x2] = [xs[column] ?? 0, xs[column + 1] ?? 0]
      if (text === undefined) return
      lines.push([x1, top + row * height, x2, top + row * height])
      if (text !== '') texts.push({ x: x1 + 4, y: top + row * height + 18, text, size: 10 })
    })
  })
  return { texts, lines }
}

describe('readPdf: tables', () => {
  it('reads a ruled table with merged cells, between the paragraphs around it', async () => {
    const table = setTable(300, [
      ['序号', '事项', '单位'],
      ['1', '修路', '甲局'],
      ['2', undefined, '乙局'],
      ['3', '架桥', '丙局'],
    ])
    const texts = [...setParagraphs([`${LONG}。`]), ...table.texts, { x: 80, y: 500, text: '说明：以上。' }]
    const document = await readPdf(makePdf([{ texts, lines: table.lines }]))
    expect(document.text).toBe(`${LONG}。\n序号\t事项\t单位\n1\t修路\t甲局\n2\t\t乙局\n3\t架桥\t丙局\n说明：以上。`)
    expect(document.tables[0]?.cells.find((cell) => cell.rowSpan === 2)).toMatchObject({ row: 1, column: 1 })
    expectSound(document)
  })

  it('continues a table on the next page without the repeated head, and mends the row that was cut', async () => {
    const first = setTable(600, [
      ['序号', '事项', '单位'],
      ['1', '修路', '甲局'],
      ['2', '改造老旧小区并', '乙局'],
    ])
    const second = setTable(80, [
      ['序号', '事项', '单位'],
      ['', '加装电梯', ''],
      ['3', '架桥', '丙局'],
    ])
    const document = await readPdf(makePdf([first, second]))
    expect(rowsOf(document, document.tables[0])).toEqual([
      ['序号', '事项', '单位'],
      ['1', '修路', '甲局'],
      ['2', '改造老旧小区并加装电梯', '乙局'],
      ['3', '架桥', '丙局'],
    ])
    expect(document.tables).toHaveLength(1)
  })

  it('reads rows that are only aligned as a table', async () => {
    const rows = [
      ['事项', '单位', '时限'],
      ['修路', '甲局', '9月'],
      ['架桥', '乙局', '10月'],
    ]
    const texts = rows.flatMap((row, index) =>
      row.map((text, column) => ({ x: 80 + column * 150, y: 100 + index * 30, text })),
    )
    const document = await readPdf(makePdf([{ texts }]))
    expect(rowsOf(document, document.tables[0])).toEqual(rows)
  })

  it('takes a frame around the text for no table', async () => {
    const lines: PdfPage['lines'] = [
      [50, 80, 550, 80],
      [50, 700, 550, 700],
      [50, 80, 50, 700],
      [550, 80, 550, 700],
    ]
    const document = await readPdf(makePdf([{ texts: setParagraphs(PARAGRAPHS), lines }]))
    expect(document).toEqual({ text: PARAGRAPHS.join('\n'), tables: [], headings: [] })
  })
})

describe('readPdf: kinds of files', () => {
  it.each(['UniGB-UCS2-H', 'GBK-EUC-H'] as const)('finds the character map %s without a network', async (encoding) => {
    const document = await readPdf(makePdf([{ texts: [{ x: 80, y: 100, text: '做好便民服务工作' }] }], { encoding }))
    expect(document.text).toBe('做好便民服务工作')
  })

  it('tells a scan', async () => {
    const pages: PdfPage[] = [1, 2, 3].map((page) => ({ texts: [{ x: 280, y: 800, text: `- ${page} -` }] }))
    await expect(readPdf(makePdf(pages))).rejects.toMatchObject({ code: 'scanned_pdf' })
  })

  it('tells an encrypted file', async () => {
    const trailer = `/Encrypt<</Filter/Standard/V 1/R 2/P -44/O<${'00'.repeat(32)}>/U<${'11'.repeat(32)}>>>/ID[<00><00>]`
    await expect(readPdf(makePdf([{ texts: [] }], { trailer }))).rejects.toMatchObject({ code: 'encrypted' })
  })

  it('leaves the caller’s bytes alone', async () => {
    const bytes = makePdf([{ texts: setParagraphs(PARAGRAPHS) }])
    const before = bytes.slice()
    await readPdf(bytes)
    expect(bytes).toEqual(before)
  })
})
