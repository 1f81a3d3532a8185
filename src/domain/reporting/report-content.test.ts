import { describe, expect, test } from 'vitest'
import { reportSubmissionCases } from '../../../tests/fixtures/report-submission-cases'
import { emptyReportContent, isSameContent, submissionComplaints, withKind, type ReportContent } from './report-content'

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

describe('a report of another kind', () => {
  const start: ReportContent = { kind: 'progress', percent: 40, done: '上次做的', nextSteps: '二', problems: '三' }
  test.each(['no_change', 'not_applicable'] as const)('of kind %s does not begin with what was done before', (kind) => {
    const changed = withKind(start, kind, start)
    expect(changed).toEqual({ ...start, kind, done: '' })
    expect(withKind(changed, 'progress', start)).toEqual(start)
  })
  test('keeps what the unit wrote itself', () => {
    const own = { ...start, done: '本单位没有行政许可' }
    expect(withKind(own, 'not_applicable', start).done).toBe(own.done)
    expect(withKind({ ...own, kind: 'not_applicable' }, 'progress', start).done).toBe(own.done)
  })
})
