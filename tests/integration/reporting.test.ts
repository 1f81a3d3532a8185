import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { okay, openCounty, refusal, succeed, type County } from '../support/actors'
import { issuePlan, type IssuedPlan } from '../support/issued-plan'
import { attachLink, handIn, obligation, reportArguments, review, saveDraft, type Obligation } from '../support/reports'

let county: Awaited<ReturnType<typeof openCounty>>
let plan: IssuedPlan
let owed: Obligation

beforeAll(async () => {
  county = await openCounty()
})
afterAll(() => county.stop())
beforeEach(async () => {
  plan = await issuePlan(county)
  owed = obligation(plan.tasks['1'], '教育局')
})

const education = () => [county.education, county.units.教育局] as const
const civil = () => [county.civil, county.units.民政局] as const
const stateOf = async (reportId: string) =>
  okay(
    await county.education.client
      .from('progress_reports')
      .select('state, revision, percent, done')
      .eq('id', reportId)
      .single(),
  )
describe('the working copy', () => {
  test('department_can_save_again_with_the_newest_revision', async () => {
    const first = await saveDraft(county.education, owed, { percent: 10 })
    const second = await saveDraft(county.education, owed, { percent: 20, done: '第二次' }, first.revision)
    expect(second).toMatchObject({ report_id: first.report_id, revision: 2 })
    expect(await stateOf(first.report_id)).toMatchObject({ state: 'draft', percent: 20, done: '第二次' })
  })

  test('the later of two editors is told and nothing is lost', async () => {
    const first = await saveDraft(county.education, owed, { done: '甲的文字' })
    const later = reportArguments(owed, { percent: 60, done: '乙的文字' })
    const answer = await county.colleague.client.rpc('save_report_draft', later)
    expect(answer.error).toMatchObject({ message: 'report_revision_conflict', details: '1' })
    expect(await stateOf(first.report_id)).toMatchObject({ done: '甲的文字' })
  })

  test('two first saves at the same time make one working copy', async () => {
    const save = (actor: County['lead']) =>
      saveDraft(actor, owed).then(
        () => 'saved',
        (error: Error) => error.message,
      )
    const outcomes = await Promise.all([save(county.education), save(county.colleague)])
    expect(outcomes.filter((outcome) => outcome === 'saved')).toHaveLength(1)
    expect(outcomes.find((outcome) => outcome !== 'saved')).toContain('report_revision_conflict')
  })

  test('submitting asks for the revision that was read', async () => {
    const { report_id } = await saveDraft(county.education, owed)
    await saveDraft(county.colleague, owed, {}, 1)
    expect(
      await refusal(county.education.client.rpc('submit_report', { p_report_id: report_id, p_expected_revision: 1 })),
    ).toBe('report_revision_conflict')
  })

  test.each([-1, 101])('%i percent is refused', async (percent) => {
    await expect(saveDraft(county.education, owed, { percent })).rejects.toThrow('percent_out_of_range')
  })

  test('a draft that was never handed in can be thrown away, one that was cannot', async () => {
    const saved = await saveDraft(county.education, owed)
    expect(
      await refusal(
        county.education.client.rpc('discard_report_draft', { p_report_id: saved.report_id, p_expected_revision: 1 }),
      ),
    ).toBe('went through')
    const { reportId, submissionId } = await handIn(...education(), owed)
    await succeed(review(county.lead, submissionId, 'returned'))
    expect(
      await refusal(
        county.education.client.rpc('discard_report_draft', { p_report_id: reportId, p_expected_revision: 3 }),
      ),
    ).toBe('report_was_handed_in')
  })

  test('a report says what was done, and 无此事项 says why', async () => {
    for (const kind of ['progress', 'not_applicable'] as const) {
      const { report_id, revision } = await saveDraft(
        county.education,
        owed,
        { kind, done: ' ' },
        kind === 'progress' ? 0 : 1,
      )
      const key = kind === 'progress' ? 'report_done_missing' : 'not_applicable_needs_reason'
      expect(
        await refusal(
          county.education.client.rpc('submit_report', { p_report_id: report_id, p_expected_revision: revision }),
        ),
      ).toBe(key)
    }
  })

  test('no change is an answer without a word and carries the last approved percent on', async () => {
    const { submissionId } = await handIn(...education(), owed, { percent: 40 })
    okay(await county.lead.client.rpc('approve_reports', { p_submission_ids: [submissionId] }))
    const { reportId } = await handIn(...education(), owed, { kind: 'no_change', percent: 90, done: '' })
    expect(await stateOf(reportId)).toMatchObject({ state: 'submitted', percent: 40 })
  })
})

describe('handing in, returning, approving', () => {
  test('a report under review cannot be changed or handed in again', async () => {
    const { reportId, revision } = await handIn(...education(), owed)
    await expect(saveDraft(county.education, owed, {}, revision)).rejects.toThrow('obligation_is_under_review')
    expect(
      await refusal(
        county.education.client.rpc('submit_report', { p_report_id: reportId, p_expected_revision: revision }),
      ),
    ).toBe('report_is_submitted')
  })

  test('a return carries its reason, the report is mended and handed in again', async () => {
    const first = await handIn(...education(), owed, { percent: 30 })
    expect(await refusal(review(county.lead, first.submissionId, 'returned', ' '))).toBe('reason_missing')
    expect(await refusal(review(county.lead, first.submissionId, 'returned', '请附上网址'))).toBe('went through')
    const mine = okay(await county.education.client.rpc('my_obligations', {})).find(
      (row) => row.obligation_id === owed.id,
    )
    expect(mine).toMatchObject({
      report_state: 'returned',
      return_reason: '请附上网址',
      signal: 'yellow',
      reasons: ['returned'],
    })
    const second = await handIn(...education(), owed, { percent: 35 }, 3)
    expect(second.reportId).toBe(first.reportId)
    const numbers = okay(
      await county.lead.client
        .from('report_submissions')
        .select('number, percent, decision')
        .eq('report_id', first.reportId)
        .order('number'),
    )
    expect(numbers).toEqual([
      { number: 1, percent: 30, decision: 'returned' },
      { number: 2, percent: 35, decision: null },
    ])
  })

  test('a submission is decided once', async () => {
    const { submissionId } = await handIn(...education(), owed)
    const outcomes = await Promise.all([
      refusal(review(county.lead, submissionId, 'approved')),
      refusal(review(county.lead, submissionId, 'returned')),
    ])
    const isApproved = outcomes[0] === 'went through'
    expect(outcomes.toSorted()).toEqual([isApproved ? 'report_is_approved' : 'report_is_returned', 'went through'])
  })

  test('and stays decided when its report is handed in again', async () => {
    const first = await handIn(...education(), owed)
    await succeed(review(county.lead, first.submissionId, 'returned'))
    const second = await handIn(...education(), owed, { percent: 60 }, first.revision + 1)
    expect(second.reportId).toBe(first.reportId)
    expect(await refusal(review(county.lead, first.submissionId, 'approved'))).toBe('report_is_returned')
    expect(await stateOf(first.reportId)).toMatchObject({ state: 'submitted' })
    await succeed(review(county.lead, second.submissionId, 'approved'))
  })

  test('approving several is all or none', async () => {
    const one = await handIn(...education(), owed)
    const two = await handIn(...education(), obligation(plan.tasks['2'], '教育局'))
    await succeed(review(county.lead, two.submissionId, 'returned'))
    const answer = county.lead.client.rpc('approve_reports', { p_submission_ids: [one.submissionId, two.submissionId] })
    expect(await refusal(answer)).toBe('report_is_returned')
    expect(await stateOf(one.reportId)).toMatchObject({ state: 'submitted' })
    expect(
      okay(await county.lead.client.rpc('approve_reports', { p_submission_ids: [one.submissionId, one.submissionId] })),
    ).toBe(1)
  })

  test('what would end an obligation is never approved in bulk, whoever asks and however few they are', async () => {
    const other = await handIn(...education(), obligation(plan.tasks['2'], '教育局'))
    const ends = [
      await handIn(...education(), owed, { percent: 100, hasEvidence: true }),
      await handIn(...civil(), obligation(plan.tasks['4'], '民政局'), { kind: 'not_applicable', done: '没有此事项' }),
    ]
    const approve = (...ids: string[]) => county.lead.client.rpc('approve_reports', { p_submission_ids: ids })
    for (const { submissionId } of ends) {
      expect(await refusal(approve(submissionId))).toBe('completing_report_is_reviewed_alone')
      expect(await refusal(approve(other.submissionId, submissionId))).toBe('completing_report_is_reviewed_alone')
      await succeed(review(county.lead, submissionId, 'approved'))
    }
    expect(await stateOf(other.reportId)).toMatchObject({ state: 'submitted' })
    expect(okay(await approve(other.submissionId))).toBe(1)
  })

  test('a review without a decision is refused', async () => {
    const { submissionId, reportId } = await handIn(...education(), owed)
    const nothing = JSON.parse('{"p_decision":null}') as { p_decision: 'approved' }
    expect(
      await refusal(
        county.lead.client.rpc('review_report', { p_submission_id: submissionId, p_reason: '无', ...nothing }),
      ),
    ).toBe('decision_missing')
    expect(await stateOf(reportId)).toMatchObject({ state: 'submitted' })
  })

  test('an approved report is frozen and the next one starts anew', async () => {
    const { reportId, submissionId, evidenceId } = await handIn(...education(), owed, {
      percent: 40,
      hasEvidence: true,
    })
    okay(await county.lead.client.rpc('approve_reports', { p_submission_ids: [submissionId] }))
    const more = await county.education.client
      .from('report_evidence')
      .delete()
      .eq('report_id', reportId)
      .select('evidence_id')
    expect(more).toMatchObject({ error: null, data: [] })
    expect(
      (
        await county.education.client
          .from('evidence')
          .delete()
          .eq('id', evidenceId ?? '')
          .select('id')
      ).data,
    ).toEqual([])
    const next = await saveDraft(county.education, owed, { percent: 60 })
    expect(next.report_id).not.toBe(reportId)
  })
})

describe('saving and handing in with one call', () => {
  const handInAtOnce = (words = {}, revision = 0) =>
    county.education.client.rpc('hand_in_report', reportArguments(owed, words, revision))

  test('makes the submission that two calls would', async () => {
    const submissionId = okay(await handInAtOnce({ percent: 30, done: '一步报送' }))
    const columns = 'number, kind, percent, done, decision, obligation_id, unit_id, submitted_by'
    expect(okay(await county.lead.client.from('report_submissions').select(columns).eq('id', submissionId))).toEqual([
      {
        number: 1,
        kind: 'progress',
        percent: 30,
        done: '一步报送',
        decision: null,
        obligation_id: owed.id,
        unit_id: county.units.教育局,
        submitted_by: county.education.userId,
      },
    ])
    expect(await refusal(handInAtOnce())).toBe('obligation_is_under_review')
  })

  test('does both or neither', async () => {
    expect(await refusal(handInAtOnce({ done: ' ' }))).toBe('report_done_missing')
    expect(await refusal(handInAtOnce({ percent: 100 }))).toBe('completion_needs_evidence')
    const copies = await county.education.client.from('progress_reports').select('id').eq('obligation_id', owed.id)
    expect(okay(copies)).toEqual([])
  })

  test('asks for the revision that was read, and hands in what is attached', async () => {
    const { report_id, revision } = await saveDraft(county.education, owed)
    await attachLink(county.education, county.units.教育局, report_id)
    expect(await refusal(handInAtOnce({ percent: 100 }))).toBe('report_revision_conflict')
    expect(await refusal(handInAtOnce({ percent: 100 }, revision))).toBe('went through')
    expect(await stateOf(report_id)).toMatchObject({ state: 'submitted', percent: 100 })
  })
})
