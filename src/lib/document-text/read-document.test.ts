import * as fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { encodeGbk, encodeUtf16 } from '../../../tests/fixtures/document-text/encode-gbk'
import { expectSound, rowsOf } from '../../../tests/fixtures/document-text/inspect-document'
import { makeDocx, paragraph } from '../../../tests/fixtures/document-text/make-docx'
import { makePdf } from '../../../tests/fixtures/document-text/make-pdf'
import { makeXlsx, textCell } from '../../../tests/fixtures/document-text/make-xlsx'
import { DocumentReadError, documentReadMessage, readDocument, type DocumentReadErrorCode } from './read-document'

function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`../../../tests/fixtures/document-text/${name}`, import.meta.url)))
}

async function codeOf(fileName: string, bytes: Uint8Array): Promise<DocumentReadErrorCode | undefined> {
  try {
    await readDocument(fileName, bytes)
    return undefined
  } catch (error) {
    if (error instanceof DocumentReadError) return error.code
    throw error
  }
}

/** The start of a compound file with one directory entry. */
function compoundFile(stream: string): Uint8Array {
  const bytes = new Uint8Array(2048)
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  bytes.set(encodeUtf16(`${stream}\0`, true), 1024)
  return bytes
}

/** A package with one part whose size is declared as another. */
function withDeclaredSize(size: number, declared: number): Uint8Array {
  const bytes = zipSync({ 'word/document.xml': new Uint8Array(size) })
  const view = new DataView(bytes.buffer)
  for (let offset = 0; offset + 4 < bytes.length; offset += 1) {
    if (view.getUint32(offset, true) === size) view.setUint32(offset, declared, true)
  }
  return bytes
}

describe('readDocument: kinds of files', () => {
  it('goes by the content, not by the name', async () => {
    const docx = makeDocx(paragraph('甲'))
    expect((await readDocument('a.txt', docx)).text).toBe('甲')
    expect((await readDocument('a.docx', new TextEncoder().encode('乙'))).text).toBe('乙')
    expect(
      (await readDocument('a.xls', new TextEncoder().encode('<table><tr><td>丙<td>丁</table>'))).tables,
    ).toHaveLength(1)
    expect((await readDocument('无后缀', encodeGbk('一、总体要求'))).text).toBe('一、总体要求')
  })

  it('reads CSV in the encoding that spreadsheets write', async () => {
    const document = await readDocument('表.csv', encodeGbk('事项,单位\n修路,"甲\n乙"\n'))
    expect(rowsOf(document, document.tables[0])).toEqual([
      ['事项', '单位'],
      ['修路', '甲\n乙'],
    ])
  })

  it.each(['gb2312', 'utf-8'])('reads a page that is in GBK and says %s', async (declared) => {
    const page = encodeGbk(
      `<html><head><meta charset="${declared}"></head><body><p>政策解读，关于规范管理的通知</p></body></html>`,
    )
    expect((await readDocument('a.htm', page)).text).toBe('政策解读，关于规范管理的通知')
  })

  it('reads what an office program wrote: lists, headings, a merged table', async () => {
    const document = await readDocument('a.docx', fixture('writer-lists-and-table.docx'))
    expect(document.text).toContain('\n一、总体要求\n（一）建好综合服务大厅。')
    expect(document.text).toContain('\n2. ')
    expect(document.headings.map(({ start, end }) => document.text.slice(start, end)).slice(2)).toEqual([
      '一、总体要求',
      '二、重点任务',
      '三、保障措施',
    ])
    expect(document.tables[0]).toMatchObject({ rowCount: 26, columnCount: 5 })
    expect(document.tables[0]?.cells.filter((cell) => cell.rowSpan === 5)).toHaveLength(5)
    expectSound(document)
  })

  it('reads what a spreadsheet program wrote: quoted cells and dates', async () => {
    const document = await readDocument('a.xlsx', fixture('calc-quoted-cells.xlsx'))
    expect(rowsOf(document, document.tables[0])[1]).toEqual([
      '1',
      '建好服务大厅，\n完成改造',
      '县行政服务中心',
      '2021-09-30',
    ])
  })
})

describe('readDocument: refusals', () => {
  it.each<[DocumentReadErrorCode, string, Uint8Array]>([
    ['empty', 'a.txt', new Uint8Array()],
    ['empty', 'a.txt', strToU8(' \n\t\n')],
    ['empty', 'a.docx', makeDocx('')],
    ['legacy_doc', 'a.doc', compoundFile('WordDocument')],
    ['legacy_doc', 'a.docx', compoundFile('WordDocument')],
    ['wps', 'a.wps', compoundFile('WordDocument')],
    ['legacy_xls', 'a.xls', compoundFile('Workbook')],
    ['encrypted', 'a.docx', compoundFile('EncryptedPackage')],
    ['legacy_doc', 'a.xml', strToU8('<?xml version="1.0"?><?mso-application progid="Word.Document"?><w/>')],
    ['rtf', 'a.doc', strToU8('{\\rtf1\\ansi 甲}')],
    ['image', 'a.pdf', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
    ['ofd', 'a.ofd', zipSync({ 'OFD.xml': strToU8('<OFD/>') })],
    ['unsupported_type', 'a.zip', zipSync({ 'a.txt': strToU8('甲') })],
    [
      'unsupported_type',
      'a.odt',
      zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text'), 'content.xml': strToU8('<x/>') }),
    ],
    ['unsupported_type', 'a.bin', Uint8Array.from({ length: 999 }, (_, index) => (index * index * 7) % 251)],
    ['damaged', 'a.docx', makeDocx(paragraph('甲')).subarray(0, 300)],
    ['damaged', 'a.docx', zipSync({ 'word/document.xml': strToU8('no markup') })],
    ['damaged', 'a.pdf', strToU8('%PDF-1.7\nnothing else')],
    ['too_large', 'a.txt', new Uint8Array(51 * 1024 * 1024)],
  ])('says %s of %s', async (code, fileName, bytes) => {
    expect(await codeOf(fileName, bytes)).toBe(code)
    expect(documentReadMessage(code)).toMatch(/。$/)
  })

  it('does not unpack a bomb', async () => {
    expect(await codeOf('a.docx', withDeclaredSize(1_000_000, 300 * 1024 * 1024))).toBe('too_large')
  })

  it('does not believe a package that understates its size', async () => {
    expect(await codeOf('a.docx', withDeclaredSize(1_000_000, 10))).toBe('damaged')
  })

  it('bounds the number of parts', async () => {
    const parts = Object.fromEntries(
      Array.from({ length: 10_001 }, (_, index) => [`word/${index}.xml`, new Uint8Array()]),
    )
    expect(await codeOf('a.docx', zipSync(parts))).toBe('too_large')
  })

  it('stops when the caller gives up', async () => {
    const controller = new AbortController()
    controller.abort(new Error('given up'))
    await expect(readDocument('a.txt', strToU8('甲'), controller.signal)).rejects.toThrow('given up')
    const later = new AbortController()
    const reading = readDocument(
      'a.pdf',
      makePdf([{ texts: [{ x: 80, y: 80, text: '甲乙丙丁戊己庚辛壬癸' }] }]),
      later.signal,
    )
    later.abort()
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' })
  })
})

describe('readDocument: any bytes', () => {
  const samples: readonly (readonly [string, Uint8Array])[] = [
    ['a.docx', fixture('writer-lists-and-table.docx')],
    ['a.docx', makeDocx(paragraph('甲').repeat(20))],
    [
      'a.xlsx',
      makeXlsx({ sheets: [{ name: '表', rows: `<row>${textCell('A1', '甲')}${textCell('B1', '乙')}</row>` }] }),
    ],
    ['a.pdf', makePdf([{ texts: [{ x: 80, y: 80, text: '甲乙丙丁戊己庚辛壬癸' }] }])],
    ['a.txt', encodeGbk('一、总体要求\n甲\t乙\n丙\t丁\n')],
    ['a.html', strToU8('<table><tr><td rowspan=2>甲<td>乙<tr><td>丙</table>')],
    ['a.csv', strToU8('甲,"乙\n丙"\n丁,戊')],
  ]

  async function expectReadOrRefused(fileName: string, bytes: Uint8Array): Promise<void> {
    try {
      expectSound(await readDocument(fileName, bytes))
    } catch (error) {
      if (!(error instanceof DocumentReadError)) throw error
    }
  }

  it('reads or refuses noise under any name', async () => {
    const name = fc.constantFrom('a.docx', 'a.pdf', 'a.xlsx', 'a.csv', 'a.txt', 'a.html', 'a')
    await fc.assert(fc.asyncProperty(name, fc.uint8Array({ maxLength: 300 }), expectReadOrRefused), { numRuns: 300 })
  })

  it('reads or refuses real files with bytes changed, lost or cut off', async () => {
    const damage = fc.record({
      sample: fc.nat(samples.length - 1),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      byte: fc.nat(255),
      cut: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 4 }), async (damages) => {
        const [fileName, original] = samples[damages[0]?.sample ?? 0] ?? ['', new Uint8Array()]
        let bytes = original.slice()
        for (const { at, byte, cut } of damages) {
          const place = Math.floor(at * (bytes.length - 1))
          if (cut && damages.length === 1) bytes = bytes.slice(0, place)
          else bytes[place] = byte
        }
        await expectReadOrRefused(fileName, bytes)
      }),
      { numRuns: 300 },
    )
  })
})
