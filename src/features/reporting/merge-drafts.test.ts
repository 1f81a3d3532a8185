import type { ReportContent } from '@/domain/reporting/report-content'
import { expect, test } from 'vitest'
import { conflictFields, mergeDrafts } from './merge-drafts'

const mine: ReportContent = { kind: 'progress', percent: 55, done: '我写的', nextSteps: '', problems: '同样' }
const theirs: ReportContent = {
  kind: 'no_change',
  percent: 40,
  done: '同事写的',
  nextSteps: '同事的下一步',
  problems: '同样',
}

test('only what differs is asked about', () => {
  expect(conflictFields(mine, theirs)).toEqual(['kind', 'percent', 'done', 'nextSteps'])
})

test('what was not chosen stays mine', () => {
  expect(mergeDrafts(mine, theirs, {})).toEqual(mine)
})

test('each part follows its choice, and both versions of a text can stay', () => {
  const choices = { kind: 'theirs', percent: 'theirs', done: 'both', nextSteps: 'theirs' } as const
  expect(mergeDrafts(mine, theirs, choices)).toEqual({ ...theirs, done: '同事写的\n我写的' })
})
