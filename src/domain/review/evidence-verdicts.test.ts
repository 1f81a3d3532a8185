import { evidenceId } from '../../../tests/support/ids'
import { expect, test } from 'vitest'
import type { SubmittedEvidence } from '../reporting/evidence'
import { emptyReportContent } from '../reporting/report-content'
import { approvalRefusal, rejectedIn, verdictsToStartWith } from './evidence-verdicts'

const piece = (id: string): SubmittedEvidence => ({
  id: evidenceId(id),
  kind: 'link',
  title: id,
  url: 'https://www.gov.cn',
  storagePath: null,
  fileName: null,
  byteSize: null,
  contentSha256: null,
  createdAt: '2021-06-01T02:00:00Z',
  isAccepted: null,
})
const two = [piece('a'), piece('b')]
const completing = { content: { ...emptyReportContent, percent: 100 }, evidence: two }
const claim = { content: { ...emptyReportContent, kind: 'not_applicable' as const }, evidence: two }
const underway = { content: { ...emptyReportContent, percent: 99 }, evidence: two }

test.each([completing, claim])(
  'what settles a milestone begins with no piece accepted, and waits for each',
  (report) => {
    expect([...verdictsToStartWith(report)]).toEqual([])
    expect(approvalRefusal(report, new Map())).toMatch(/还有 2 件/)
    expect(approvalRefusal(report, new Map([[evidenceId('a'), 'accepted']]))).toMatch(/还有 1 件/)
    const seen = new Map([
      [evidenceId('a'), 'accepted' as const],
      [evidenceId('b'), 'rejected' as const],
    ])
    expect(approvalRefusal(report, seen)).toBeNull()
    expect(rejectedIn(seen)).toEqual(['b'])
  },
)

test('a completion needs an accepted piece, a claim of 无此事项 none', () => {
  const none = new Map(two.map(({ id }) => [id, 'rejected' as const]))
  expect(approvalRefusal(completing, none)).toMatch(/至少一件认可/)
  expect(approvalRefusal(claim, none)).toBeNull()
  expect(approvalRefusal({ ...completing, evidence: [] }, new Map())).toMatch(/只能退回/)
  expect(approvalRefusal({ ...claim, evidence: [] }, new Map())).toBeNull()
})

test('what is under way is approved with all it brings unless something is rejected', () => {
  expect([...verdictsToStartWith(underway).values()]).toEqual(['accepted', 'accepted'])
  expect(approvalRefusal(underway, verdictsToStartWith(underway))).toBeNull()
})
