import { expect, test } from 'vitest'
import { emptyReportContent, MAX_REPORT_TEXT } from './report-content'
import { withWordsOf } from './reuse-words'

const start = { ...emptyReportContent, done: '上次说要做的' }
const other = { done: '专栏已上线', nextSteps: '每月更新' }

test('fills what is empty, and what the form began with', () => {
  expect(withWordsOf(start, start, other)).toMatchObject(other)
  expect(withWordsOf({ ...start, done: ' ' }, start, other)).toMatchObject(other)
})

test('what was typed stays; the other words follow, once', () => {
  const once = withWordsOf({ ...start, done: '我写的\n' }, start, other)
  expect(once).toMatchObject({ done: '我写的\n专栏已上线', nextSteps: '每月更新' })
  expect(withWordsOf(once, start, other)).toEqual(once)
})

test('nothing is cut: a text that would be too long stays as it is', () => {
  const long = { ...start, done: '长'.repeat(MAX_REPORT_TEXT - 2) }
  expect(withWordsOf(long, start, other).done).toBe(long.done)
})

test('the percent and the kind are this report’s own', () => {
  expect(withWordsOf({ ...start, percent: 30 }, start, other)).toMatchObject({ kind: 'progress', percent: 30 })
})
