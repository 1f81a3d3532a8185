import { expect, test } from 'vitest'
import { userId } from '../../../tests/support/ids'
import { addPhrase, keepPhrases, readPhrases } from './return-phrases'

test('a phrase fills an empty reason, goes on its own line in another, and is not doubled', () => {
  expect(addPhrase(' ', '请补充链接。')).toBe('请补充链接。')
  expect(addPhrase('数字不符。', '请补充链接。')).toBe('数字不符。\n请补充链接。')
  expect(addPhrase('请补充链接。', '请补充链接。')).toBe('请补充链接。')
})

test('without a store of its own the browser still has the usual phrases', () => {
  expect(readPhrases(userId('u')).length).toBeGreaterThan(0)
  expect(keepPhrases(userId('u'), '  ')).toEqual(readPhrases(userId('u')))
  expect(keepPhrases(userId('u'), '甲\n\n乙\n甲')).toEqual(['甲', '乙'])
})
