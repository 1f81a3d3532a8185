import { afterAll, beforeAll, expect, test } from 'vitest'
import { must, okay, openCounty } from '../support/actors'
import { issuePlan } from '../support/issued-plan'
import { attachLink, obligation, saveDraft } from '../support/reports'

let county: Awaited<ReturnType<typeof openCounty>>
beforeAll(async () => {
  county = await openCounty()
})
afterAll(() => county.stop())

/** The constraint is taken away first: what a unit opens must not hang on a column that somebody may fill one day. */
test('an account of another role reads nothing of a unit’s working copies, even if it had the unit', async () => {
  const { civil, lead, leadership, stack, units } = county
  const plan = await issuePlan(county)
  const begun = await saveDraft(civil, obligation(must(plan.tasks['4']), '民政局'))
  await attachLink(civil, units.民政局, begun.report_id)
  await stack.sql('alter table public.accounts drop constraint if exists unit_belongs_to_department_accounts_only')
  for (const { userId } of [lead, leadership])
    await stack.sql('update public.accounts set unit_id = $1 where user_id = $2', [units.民政局, userId])
  for (const { client } of [lead, leadership]) {
    expect(okay(await client.from('progress_reports').select('*'))).toEqual([])
    expect(okay(await client.from('report_evidence').select('*'))).toEqual([])
    expect(okay(await client.from('audit_events').select('*').in('subject', ['progress_reports', 'evidence']))).toEqual(
      [],
    )
  }
  expect(okay(await civil.client.from('progress_reports').select('done'))).toHaveLength(1)
})
