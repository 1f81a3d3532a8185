import { expect, it } from 'vitest'
import { refuseFile, sizeInWords } from './file-rule'

const rule = { extensions: ['pdf', 'docx'], maxBytes: 50 * 1024 * 1024, kindsInWords: ' PDF 或 Word 文件' }

it('takes a file by its ending, whatever its case', () => {
  expect(refuseFile({ name: '通知.PDF', size: 10 }, rule)).toBeNull()
  expect(refuseFile({ name: '通知.exe', size: 10 }, rule)).toContain('请选择 PDF 或 Word 文件')
  expect(refuseFile({ name: 'pdf', size: 10 }, rule)).not.toBeNull()
})
it('takes exactly the limit and no byte more', () => {
  expect(refuseFile({ name: 'a.pdf', size: rule.maxBytes }, rule)).toBeNull()
  expect(refuseFile({ name: 'a.pdf', size: rule.maxBytes + 1 }, rule)).toContain('超过 50 MB')
})
it('refuses an empty file', () => {
  expect(refuseFile({ name: 'a.pdf', size: 0 }, rule)).toContain('空文件')
})
it('says sizes in words', () => {
  expect(sizeInWords(0)).toBe('0 字节')
  expect(sizeInWords(3_565_158)).toBe('3.4 MB')
  expect(sizeInWords(1024)).toBe('1 KB')
})
