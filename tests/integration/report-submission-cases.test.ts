import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCounty, refusal } from '../support/actors'
import { issuePlan } from '../support/issued-plan'
import { attachLink, obligation, saveDraft } from '../support/reports'
import { reportSubmissionCases } from '../fixtures/report-submission-cases'

let county: Awaited<ReturnType<typeof openCounty>>

beforeAll(async () => {
  county = await openCounty()
})
afterAll(() => county.stop())

// The form asks the same before it sends anything: src/domain/reporting/report-content.test.ts.
test.each(reportSubmissionCases)(
  'submit_report: $name',
  async ({ kind, percent, done, evidenceCount, refusal: expected }) => {
    const plan = await issuePlan(county)
    const owed = obligation(plan.tasks['1'], '教育局')
    const saved = await saveDraft(county.education, owed, { kind, percent, done })
    for (let count = 0; count < evidenceCount; count += 1)
      await attachLink(county.education, county.units.教育局, saved.report_id)
    const request = county.education.client.rpc('submit_report', {
      p_report_id: saved.report_id,
      p_expected_revision: saved.revision,
    })
    if (expected === null) expect((await request).error).toBeNull()
    else expect(await refusal(request)).toBe(expected)
  },
)
