import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeText } from './decode-text'
import { encodeGbk, encodeUtf16 } from '../../../tests/fixtures/document-text/encode-gbk'

const PROSE = '一、总体要求\r\n坚持问题导向，2021年9月底前完成改造，全年不少于2次。（责任单位：县档案馆）\n'

describe('decodeText', () => {
  it.each([
    ['utf-8', new TextEncoder().encode(PROSE)],
    ['gb18030', encodeGbk(PROSE)],
    ['utf-16le', encodeUtf16(PROSE, true)],
    ['utf-16be', encodeUtf16(PROSE, false)],
  ])('tells %s without a byte order mark', (encoding, bytes) => {
    expect(decodeText(bytes)).toEqual({ text: PROSE, encoding, isPlausible: true })
  })

  it.each([
    ['utf-8', new Uint8Array([0xef, 0xbb, 0xbf, ...new TextEncoder().encode('甲')])],
    ['utf-16le', new Uint8Array([0xff, 0xfe, ...encodeUtf16('甲', true)])],
    ['utf-16be', new Uint8Array([0xfe, 0xff, ...encodeUtf16('甲', false)])],
  ])('believes the byte order mark of %s and leaves it out', (encoding, bytes) => {
    expect(decodeText(bytes)).toMatchObject({ text: '甲', encoding })
  })

  it.each([
    ['utf-8', new TextEncoder().encode(PROSE.repeat(3))],
    ['gb18030', encodeGbk(PROSE.repeat(3))],
  ])('keeps to %s when a byte in the middle is lost', (encoding, bytes) => {
    const middle = bytes.length >> 1
    const damaged = new Uint8Array([...bytes.subarray(0, middle), ...bytes.subarray(middle + 1)])
    const decoded = decodeText(damaged)
    expect(decoded.encoding).toBe(encoding)
    expect(decoded.text.startsWith('一、总体要求')).toBe(true)
    expect(decoded.text.trimEnd().endsWith('县档案馆）')).toBe(true)
  })

  it('reads Traditional Chinese and plain English in UTF-16', () => {
    for (const text of ['關於推進電子證照應用的實施意見，請認真貫徹執行。', 'Plain English, nothing else.']) {
      expect(decodeText(encodeUtf16(text, true))).toMatchObject({ text, encoding: 'utf-16le' })
    }
  })

  it('does not take noise for a text', () => {
    const noise = Uint8Array.from({ length: 4000 }, (_, index) => (index * index * 31 + index * 7) % 256)
    expect(decodeText(noise).isPlausible).toBe(false)
  })

  it('decodes any bytes to something', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => typeof decodeText(bytes).text === 'string'))
  })

  it('finds the encoding of any sentence of common words', () => {
    const words = fc.constantFrom(
      '建设',
      '服务',
      '管理',
      '工作',
      '，',
      '。',
      '2021年',
      '组织',
      '加强',
      '、',
      '及时',
      '发布',
    )
    const sentence = fc.array(words, { minLength: 6, maxLength: 60 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(sentence, (text) => {
        expect(decodeText(encodeGbk(text)).text).toBe(text)
        expect(decodeText(encodeUtf16(text, true)).text).toBe(text)
        expect(decodeText(encodeUtf16(text, false)).text).toBe(text)
      }),
    )
  })
})
