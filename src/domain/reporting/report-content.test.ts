import { describe, expect, test } from 'vitest'
import { reportSubmissionCases } from '../../../tests/fixtures/report-submission-cases'
import { emptyReportContent, isSameContent, submissionComplaints, type ReportContent } from './report-content'

describe('what keeps a report from being handed in', () => {
  test.each(reportSubmissionCases)('$name', ({ kind, percent, done, evidenceCount, fields }) => {
    const content: ReportContent = { ...emptyReportContent, kind, percent, done }
    expect(submissionComplaints(content, evidenceCount).map(({ field }) => field)).toEqual(fields)
  })
})

describe('whether two contents say the same', () => {
  const base: ReportContent = { kind: 'progress', percent: 40, done: '一', nextSteps: '二', problems: '三' }
  test.each([{ percent: 41 }, { done: '' }, { nextSteps: '' }, { problems: '' }, { kind: 'no_change' as const }])(
    '%o differs',
    (patch) => {
      expect(isSameContent(base, { ...base, ...patch })).toBe(false)
    },
  )
  test('the percent counts for progress alone', () => {
    expect(isSameContent({ ...base, kind: 'no_change' }, { ...base, kind: 'no_change', percent: 0 })).toBe(true)
  })
})
