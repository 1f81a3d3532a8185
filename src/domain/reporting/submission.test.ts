import { obligationId, reportId, submissionId } from '../../../tests/support/ids'
import { describe, expect, test } from 'vitest'
import { emptyReportContent } from './report-content'
import { parseLocalDate } from '../local-date/local-date'
import { asKnownOn, contentToStartWith, lastProgress, submissionState, type Submission } from './submission'

const base: Submission = {
  id: submissionId('1'),
  reportId: reportId('r'),
  obligationId: obligationId('o'),
  number: 1,
  submittedAt: '2021-06-01T02:00:00Z',
  submittedByName: '张三',
  content: { kind: 'progress', percent: 40, done: '做了甲', nextSteps: '再做乙', problems: '' },
  decision: 'approved',
  decidedAt: '2021-06-03T02:00:00Z',
  decidedByName: '李四',
  decisionReason: '',
  evidence: [],
}
const noChange: Submission = {
  ...base,
  id: submissionId('2'),
  submittedAt: '2021-09-01T02:00:00Z',
  content: { ...emptyReportContent, kind: 'no_change', percent: 40 },
}

test('an open submission awaits review', () => {
  expect(submissionState({ decision: null })).toBe('submitted')
  expect(submissionState({ decision: 'returned' })).toBe('returned')
})

describe('what a new report starts with', () => {
  test('what the last approved progress said would come next, past a 无变化, and the percent that stands', () => {
    expect(contentToStartWith([noChange, base], 40)).toEqual({
      kind: 'progress',
      percent: 40,
      done: '再做乙',
      nextSteps: '',
      problems: '',
    })
    expect(lastProgress([noChange, base])).toBe(base)
  })
  test('not the words of one that was returned or is open', () => {
    const others = [
      { ...base, decision: 'returned' as const },
      { ...base, decision: null },
    ]
    expect(contentToStartWith(others, 0)).toEqual(emptyReportContent)
  })
  test('never with a completion that was taken back', () => {
    expect(contentToStartWith([], 100).percent).toBe(99)
  })
})

test('a day knows what was decided by its end, and nothing of what came later', () => {
  expect(asKnownOn(base, parseLocalDate('2021-06-03'))).toBe(base)
  expect(asKnownOn(base, parseLocalDate('2021-06-02'))).toMatchObject({
    decision: null,
    decidedAt: null,
    decidedByName: null,
    content: base.content,
  })
})
