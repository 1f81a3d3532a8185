import { describe, expect, test } from 'vitest'
import {
  evidenceFileRule,
  evidenceMediaType,
  extensionOf,
  plainFileName,
  previewKindOf,
  titleOfFile,
} from './evidence-file'

test.each([
  ['a.PDF', 'pdf'],
  ['附件.tar.zip', 'zip'],
  ['无后缀', ''],
])('the ending of %s is "%s"', (name, extension) => {
  expect(extensionOf(name)).toBe(extension)
})

test('Chinese office formats have a type of their own, whatever the browser thinks', () => {
  expect(evidenceMediaType('通知.ofd')).toBe('application/ofd')
  expect(evidenceMediaType('通知.wps')).toBe('application/vnd.ms-works')
  expect(evidenceMediaType('网页.html')).toBe('application/octet-stream')
})

test('takes 50 MiB and no page that a browser would run', () => {
  expect(evidenceFileRule.maxBytes).toBe(52_428_800)
  for (const extension of ['exe', 'html', 'svg', 'js']) expect(evidenceFileRule.extensions).not.toContain(extension)
})

test.each([
  ['照片.jpg', 'image'],
  ['x.pdf', 'pdf'],
  ['x.docx', 'none'],
  ['x.svg', 'none'],
])('%s is shown as %s', (name, kind) => {
  expect(previewKindOf(name)).toBe(kind)
})

describe('the title a file starts with', () => {
  test.each([
    ['2021年第二季度解读.pdf', '2021年第二季度解读'],
    ['IMG_2031.jpg', '照片 2021-06-30 14:02'],
    ['微信图片_20210630.png', '照片 2021-06-30 14:02'],
    ['image.jpg', '照片 2021-06-30 14:02'],
    ['IMG_2031.pdf', 'IMG_2031'],
    ['公示牌.jpg', '公示牌'],
  ])('%s → %s', (name, title) => {
    expect(titleOfFile(name, '2021-06-30 14:02')).toBe(title)
  })
  test('is never longer than the database takes', () => {
    expect(titleOfFile(`${'长'.repeat(300)}.pdf`, '')).toHaveLength(200)
  })
})

test.each([
  ['2021年第二季度解读.PDF', '2021年第二季度解读.pdf'],
  ['a\u202Efdp\u200B.exe.pdf', 'afdp.exe.pdf'],
  ['../a/b\\c.txt', '..abc.txt'],
  [' .pdf', '文件.pdf'],
  [`${'长'.repeat(300)}.docx`, `${'长'.repeat(195)}.docx`],
])('the name %s is kept as %s', (name, kept) => {
  expect(plainFileName(name)).toBe(kept)
})
