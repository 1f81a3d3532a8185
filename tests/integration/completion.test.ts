import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { must, okay, openCounty, refusal, succeed, type County } from '../support/actors'
import { day, issuePlan, type IssuedPlan } from '../support/issued-plan'
import { attachLink, complete, handIn, obligation, review, saveDraft, type Obligation } from '../support/reports'

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
const signalOf = async (actor: County['lead'], asOf?: string) => {
  const rows = okay(
    await actor.client.rpc('task_obligations', {
      p_task_id: plan.tasks['1']?.id ?? '',
      ...(asOf ? { p_as_of: asOf } : {}),
    }),
  )
  return rows.find((row) => row.obligation_id === owed.id)
}

describe('completion', () => {
  test('100 percent needs evidence', async () => {
    const { report_id, revision } = await saveDraft(county.education, owed, { percent: 100 })
    expect(
      await refusal(
        county.education.client.rpc('submit_report', { p_report_id: report_id, p_expected_revision: revision }),
      ),
    ).toBe('completion_needs_evidence')
    await attachLink(county.education, county.units.教育局, report_id)
    expect(
      await refusal(
        county.education.client.rpc('submit_report', { p_report_id: report_id, p_expected_revision: revision }),
      ),
    ).toBe('went through')
  })

  test('and at least one accepted piece of it', async () => {
    const { submissionId, evidenceId } = await handIn(...education(), owed, { percent: 100, hasEvidence: true })
    expect(await refusal(review(county.lead, submissionId, 'approved', '', [evidenceId ?? '']))).toBe(
      'completion_needs_accepted_evidence',
    )
    expect(await signalOf(county.lead)).toMatchObject({
      signal: 'green',
      reasons: ['awaiting_review'],
      is_complete: false,
    })
    expect(await refusal(review(county.lead, submissionId, 'approved'))).toBe('went through')
    expect(await signalOf(county.lead)).toMatchObject({
      signal: 'green',
      reasons: ['completed'],
      is_complete: true,
      percent: 100,
      completed_on: day(),
    })
  })

  test('what is complete cannot be reported on until it is reopened', async () => {
    await complete(county.lead, ...education(), owed)
    await expect(saveDraft(county.education, owed)).rejects.toThrow('obligation_is_complete')
    const reopen = (reason: string) =>
      county.lead.client.rpc('reopen_completion', { p_obligation_id: owed.id, p_reason: reason })
    expect(await refusal(reopen(''))).toBe('reason_missing')
    expect(await refusal(reopen('网页打不开'))).toBe('went through')
    expect(await refusal(reopen('再来一次'))).toBe('obligation_is_open')
    expect(await signalOf(county.lead)).toMatchObject({
      signal: 'green',
      reasons: ['on_track'],
      is_complete: false,
      percent: 0,
    })
    await complete(county.lead, ...education(), owed)
    expect(await signalOf(county.lead)).toMatchObject({ is_complete: true })
  })

  test('无此事项 once accepted is grey and counts nowhere', async () => {
    const { submissionId } = await handIn(...education(), owed, { kind: 'not_applicable', done: '本县无此项工作' })
    await succeed(review(county.lead, submissionId, 'approved'))
    expect(await signalOf(county.lead)).toMatchObject({
      signal: 'grey',
      reasons: ['not_applicable'],
      is_complete: false,
      is_not_applicable: true,
    })
    await expect(saveDraft(county.education, owed)).rejects.toThrow('obligation_is_complete')
  })
})

describe('what can no longer be reported on', () => {
  const reopen = () =>
    refusal(county.lead.client.rpc('reopen_completion', { p_obligation_id: owed.id, p_reason: '网页打不开' }))

  test('nor be reopened: a completion in a closed plan, or of a unit taken off', async () => {
    await complete(county.lead, ...education(), owed)
    const { assignmentId } = owed
    await succeed(
      county.lead.client.rpc('withdraw_assignment', { p_assignment_id: assignmentId, p_reason: '职责调整' }),
    )
    expect(await reopen()).toBe('obligation_is_withdrawn')
    await succeed(county.lead.client.rpc('close_plan', { p_plan_id: plan.planId, p_reason: '年度结束' }))
    expect(await reopen()).toBe('obligation_is_closed')
    expect(await county.stack.sql('select from public.completion_reopenings')).toHaveLength(1)
  })

  test('a closed plan', async () => {
    expect(await refusal(county.lead.client.rpc('close_plan', { p_plan_id: plan.planId, p_reason: '年度结束' }))).toBe(
      'went through',
    )
    await expect(saveDraft(county.education, owed)).rejects.toThrow('obligation_is_closed')
  })

  test('a withdrawn task or assignment', async () => {
    const shared = obligation(plan.tasks['2'], '教育局')
    await succeed(
      county.lead.client.rpc('withdraw_assignment', { p_assignment_id: shared.assignmentId, p_reason: '职责调整' }),
    )
    await expect(saveDraft(county.education, shared)).rejects.toThrow('obligation_is_withdrawn')
    await succeed(
      county.lead.client.rpc('withdraw_task', { p_task_id: plan.tasks['1']?.id ?? '', p_reason: '上级取消' }),
    )
    await expect(saveDraft(county.education, owed)).rejects.toThrow('obligation_is_withdrawn')
  })

  test('what nobody owes, and what another unit owes', async () => {
    const unowed = { ...owed, id: must(plan.tasks['1']).id }
    await expect(saveDraft(county.education, unowed)).rejects.toThrow('obligation_not_found')
    const foreign = obligation(plan.tasks['4'], '民政局')
    await expect(saveDraft(county.education, foreign)).rejects.toThrow('obligation_not_found')
  })
})
