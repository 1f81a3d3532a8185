import { expect, test } from 'vitest'
import { readLink, titleOfLink } from './evidence-link'

test.each([
  ['https://www.gov.cn/a.html', 'https://www.gov.cn/a.html'],
  ['  www.gov.cn/a.html ', 'https://www.gov.cn/a.html'],
  ['http://10.0.0.1:8080/x', 'http://10.0.0.1:8080/x'],
  ['gov.cn:8080/x', 'https://gov.cn:8080/x'],
  ['https://www.gov.cn/公告.html', 'https://www.gov.cn/公告.html'],
  ['', null],
  ['见附件', null],
  ['https://a b', null],
  ['javascript:alert(1).com', null],
  ['ftp://gov.cn/a', null],
  ['mailto:a@gov.cn', null],
  [`https://gov.cn/${'a'.repeat(2000)}`, null],
])('"%s" is read as %s', (text, link) => {
  expect(readLink(text)).toBe(link)
})

test.each([
  ['https://www.gov.cn/art/%E6%94%BF%E7%AD%96%E8%A7%A3%E8%AF%BB.html', '政策解读'],
  ['https://www.gov.cn/art/2021/6/30/art_1229_455.html', 'gov.cn 发布的网页'],
  ['https://www.gov.cn/', 'gov.cn 发布的网页'],
  ['https://www.gov.cn/%E0%A4%A', 'gov.cn 发布的网页'],
])('%s is called %s', (url, title) => {
  expect(titleOfLink(url)).toBe(title)
})
