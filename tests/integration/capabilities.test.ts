import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { must, okay, openCounty, succeed, type Actor } from '../support/actors'
import { issuePlan } from '../support/issued-plan'
import { handIn, obligation } from '../support/reports'

let county: Awaited<ReturnType<typeof openCounty>>
beforeAll(async () => {
  county = await openCounty()
})
afterAll(() => county.stop())

const NOW = () => new Date().toISOString()
async function can({ userId }: Pick<Actor, 'userId'>, capability: string, subjectId?: string): Promise<boolean> {
  const [row] = await county.stack.act<{ may: boolean }>(
    { userId, at: NOW() },
    'select private.can($1, $2::text::uuid) as may',
    [capability, subjectId ?? null],
  )
  return must(row).may
}
const give = ({ userId }: Pick<Actor, 'userId'>, capability: string, subjectId: string) =>
  county.stack.sql(
    'insert into private.personal_capabilities (capability, user_id, subject_id) values ($1, $2::text::uuid, $3::text::uuid)',
    [capability, userId, subjectId],
  )

/** Capability → who may by role; said a second time, so that whoever widens it must mean it. */
const BY_ROLE: Readonly<Record<string, readonly ('lead' | 'leadership' | 'education')[]>> = {
  manage_accounts: ['lead'],
  manage_units: ['lead'],
  prepare_plans: ['lead'],
  link_lineage: ['lead'],
  review_reports: ['lead'],
  read_all_work: ['lead', 'leadership'],
  report_work: ['education'],
}

describe('by role', () => {
  test('each capability is in this list', async () => {
    const rows = await county.stack.sql<{ name: string }>(
      'select distinct capability as name from private.capabilities',
    )
    expect(rows.map(({ name }) => name).toSorted()).toEqual(Object.keys(BY_ROLE).toSorted())
  })

  test.each(Object.entries(BY_ROLE))('%s is for %s alone', async (capability, may) => {
    for (const actor of ['lead', 'leadership', 'education'] as const)
      expect([actor, await can(county[actor], capability)]).toEqual([actor, may.includes(actor)])
    expect(await can({ userId: randomUUID() }, capability)).toBe(false)
  })

  test('what nobody has heard of is an error, not a no', async () => {
    for (const actor of [county.lead, county.education, { userId: randomUUID() }])
      await expect(can(actor, 'manage_everything')).rejects.toThrow('there is no capability manage_everything')
  })
})

describe('given to one person over one thing', () => {
  const [one, another] = [randomUUID(), randomUUID()]
  beforeAll(() => give(county.leadership, 'review_reports', one))

  test('it is theirs over that thing, and over nothing else', async () => {
    expect(await can(county.leadership, 'review_reports', one)).toBe(true)
    expect(await can(county.leadership, 'review_reports', another)).toBe(false)
    expect(await can(county.leadership, 'review_reports')).toBe(false)
    expect(await can(county.leadership, 'manage_units', one)).toBe(false)
  })

  test('it is nobody else’s', async () => {
    for (const actor of [county.education, county.colleague, county.civil])
      expect(await can(actor, 'review_reports', one)).toBe(false)
  })

  test('it opens none of the doors that ask about no thing', async () => {
    await give(county.outsider, 'read_all_work', one)
    const plan = await issuePlan(county)
    const { submissionId } = await handIn(county.education, county.units.教育局, obligation(plan.tasks['1'], '教育局'))
    const read = county.outsider.client.from('report_submissions').select('id').eq('id', submissionId)
    expect(okay(await read)).toEqual([])
    const { error } = await county.leadership.client.rpc('approve_reports', { p_submission_ids: [submissionId] })
    expect(error?.message).toBe('not_permitted')
  })

  test('it ends with the account', async () => {
    await give(county.civil, 'review_reports', another)
    expect(await can(county.civil, 'review_reports', another)).toBe(true)
    const disabled = { p_user_id: county.civil.userId, p_is_disabled: true, p_reason: '离职' }
    await succeed(county.lead.client.rpc('set_account_disabled', disabled))
    expect(await can(county.civil, 'review_reports', another)).toBe(false)
  })

  test('nobody_can_give it to themselves', async () => {
    for (const { userId } of [county.lead, county.education])
      await expect(
        county.stack.act(
          { userId, at: NOW() },
          'insert into private.personal_capabilities (capability, user_id, subject_id) values ($1, $2::text::uuid, $3::text::uuid)',
          ['review_reports', userId, one],
        ),
      ).rejects.toThrow('permission denied')
  })
})
