import { expect, test } from 'vitest'
import { sectionName } from './section-name'

test.each([
  ['二', '二、公开平台'],
  ['（三）', '（三）公开平台'],
  ['二、', '二、公开平台'],
  [null, '公开平台'],
])('a section numbered %s', (number, name) => {
  expect(sectionName({ number, title: '公开平台' })).toBe(name)
})
