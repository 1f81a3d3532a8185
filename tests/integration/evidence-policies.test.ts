import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { must, openCounty, refusal, type Actor } from '../support/actors'
import { issuePlan } from '../support/issued-plan'
import { handIn, obligation, saveDraft } from '../support/reports'

let county: Awaited<ReturnType<typeof openCounty>>
let handedInId: string
let evidenceId: string
/** Of 民政局. */
let begunId: string

beforeAll(async () => {
  county = await openCounty()
  const { education, civil, units } = county
  const plan = await issuePlan(county)
  const handedIn = await handIn(education, units.教育局, obligation(plan.tasks['1'], '教育局'), { hasEvidence: true })
  handedInId = handedIn.reportId
  evidenceId = must(handedIn.evidenceId)
  begunId = (await saveDraft(civil, obligation(plan.tasks['4'], '民政局'))).report_id
})
afterAll(() => county.stop())

describe('evidence', () => {
  const link = (unit_id: string) => ({ unit_id, kind: 'link' as const, title: '页面', url: 'https://example.cn/' })

  test.each(['lead', 'leadership', 'outsider', 'civil'] as const)(
    '%s_cannot_add evidence for 教育局',
    async (actor) => {
      expect(await refusal(county[actor].client.from('evidence').insert(link(county.units.教育局)))).toBe('42501')
    },
  )
  test('department_cannot_attach another unit’s evidence, or to another unit’s report', async () => {
    const foreign = {
      report_id: begunId,
      evidence_id: evidenceId,
    }
    expect(await refusal(county.civil.client.from('report_evidence').insert(foreign))).toBe('42501')
    expect(await refusal(county.education.client.from('report_evidence').insert(foreign))).toBe('42501')
  })
  test('department_cannot_attach to or detach from what it handed in', async () => {
    const { client } = county.education
    const { data } = await client.from('evidence').insert(link(county.units.教育局)).select('id').single()
    const handedIn = handedInId
    expect(
      await refusal(client.from('report_evidence').insert({ report_id: handedIn, evidence_id: must(data).id })),
    ).toBe('42501')
    expect((await client.from('report_evidence').delete().eq('report_id', handedIn).select('report_id')).data).toEqual(
      [],
    )
  })
  test('department_can_delete its evidence only until it is handed in, and never another unit’s', async () => {
    const { data } = await county.education.client
      .from('evidence')
      .insert(link(county.units.教育局))
      .select('id')
      .single()
    const drop = async (actor: Actor, id: string) =>
      ((await actor.client.from('evidence').delete().eq('id', id).select('id')).data ?? []).length
    expect(await drop(county.civil, must(data).id)).toBe(0)
    expect(await drop(county.colleague, must(data).id)).toBe(1)
    expect(await drop(county.education, evidenceId)).toBe(0)
  })
  test.each(['javascript:alert(1)', 'data:text/html,x', 'ftp://a', 'https://a b', ''])(
    'a link to %s is refused',
    async (url) => {
      expect(
        await refusal(county.education.client.from('evidence').insert({ ...link(county.units.教育局), url })),
      ).toBe('23514')
    },
  )
  test('nobody_can_change evidence', async () => {
    expect(
      await refusal(
        county.education.client.from('evidence').update({ title: '改' }).eq('unit_id', county.units.教育局),
      ),
    ).toBe('42501')
  })
  test('nobody_can_choose who added it or when', async () => {
    const forged = { ...link(county.units.教育局), created_by: county.civil.userId }
    expect(await refusal(county.education.client.from('evidence').insert(forged))).toBe('42501')
  })
})
