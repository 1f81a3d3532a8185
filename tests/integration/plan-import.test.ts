import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseLocalDate } from '@/domain/local-date/local-date'
import { parsePlanDocument } from '@/domain/plan-document/parse-plan-document'
import { draftFromParsed } from '@/domain/plan-draft/draft-from-parsed'
import { decideDefaultUnit, resolveNames } from '@/domain/plan-draft/edit-units'
import { issueSummary } from '@/domain/plan-draft/issue-summary'
import type { PlanDraft } from '@/domain/plan-draft/plan-draft'
import { readDraft } from '@/domain/plan-draft/read-draft'
import { indexDirectory, isUnresolved, listNames } from '@/domain/plan-draft/unit-names'
import type { Json } from '@/data/database.types'
import nameKeyCases from '../fixtures/name-key-cases.json'
import { must, okay, openCounty, type County } from '../support/actors'

let county: County & { stop: () => Promise<void> }
beforeAll(async () => {
  county = await openCounty()
})
afterAll(() => county.stop())

const text = `2021年青山县政务公开工作要点
一、推进公开
（一）做好规划公开。及时公开各类规划，9月底前完成。（牵头单位：教育局；配合单位：各街道、东街道）
（二）做好政策解读。及时解读重要政策。（责任单位：民政局、县审计局）
（三）做好回应。及时回应关切。（责任单位：各街道办事处）
`

function imported(): PlanDraft {
  const plan = must(parsePlanDocument(text).plans[0])
  const draft = draftFromParsed(plan, [], { text, fallbackTitle: '要点', today: parseLocalDate('2021-03-01') })
  const withDefault = { ...draft, defaultUnits: [{ name: '财政局', role: 'supporting' as const, text: '', start: null, end: null, isAccepted: null }] }
  return decideDefaultUnit(withDefault, 0, true)
}
const asJson = (draft: PlanDraft): Json => JSON.parse(JSON.stringify(draft))

async function directory() {
  const { client } = county.lead
  const units = okay(await client.from('units').select('id, name, kind, retired_on'))
  const groups = okay(await client.from('unit_groups').select('id, name'))
  const members = okay(await client.from('unit_group_members').select('unit_group_id, unit_id'))
  const aliases = okay(await client.from('unit_aliases').select('alias, unit_id, unit_group_id'))
  const aliasesOf = (id: string) => aliases.filter((one) => one.unit_id === id || one.unit_group_id === id)
  return indexDirectory({
    units: units.map((unit) => ({ id: unit.id, name: unit.name, kind: unit.kind, retiredOn: unit.retired_on, aliases: aliasesOf(unit.id) })),
    groups: groups.map(({ id, name }) => ({
      id,
      name,
      memberIds: members.filter((member) => member.unit_group_id === id).map((member) => member.unit_id),
      aliases: aliasesOf(id),
    })),
  })
}

describe('what the check screen shows beforehand', () => {
  test('is what the database finds and makes', async () => {
    const { client } = county.lead
    okay(await client.from('unit_aliases').insert({ alias: '各街道办事处', unit_group_id: county.subdistricts }))
    const draft = imported()
    const [{ plan_id: planId }] = okay(
      await client.rpc('import_plans', { p_file_name: '要点.txt', p_media_type: 'text/plain', p_content: text, p_tables: [], p_drafts: [asJson(draft)] }),
    ) as [{ plan_id: string }]
    const stored = okay(await client.from('plan_drafts').select('content, revision').eq('plan_id', planId).single())
    expect(readDraft(stored.content, parseLocalDate('2000-01-01'))).toEqual(draft)

    const index = await directory()
    const unresolved = okay(await client.rpc('unresolved_names', { p_plan_id: planId }))
    expect(unresolved).toEqual(listNames(draft, index).filter(isUnresolved).map(({ name, taskIds }) => ({ name, task_count: taskIds.length })))
    expect(unresolved).toEqual([{ name: '县审计局', task_count: 1 }])

    const resolved = resolveNames(draft, { 县审计局: { kind: 'not_tracked' } })
    const revision = okay(await client.rpc('save_plan_draft', { p_plan_id: planId, p_expected_revision: stored.revision, p_content: asJson(resolved) }))
    okay(await client.rpc('issue_plan', { p_plan_id: planId, p_expected_revision: revision }))

    const tasks = okay(await client.from('tasks').select('id, number, assignments(unit_id), milestones(due_on)').eq('plan_id', planId).order('position'))
    const summary = issueSummary(resolved, index)
    expect(tasks).toHaveLength(summary.tasks)
    expect(tasks.reduce((sum, task) => sum + task.assignments.length, 0)).toBe(summary.assignments)
    expect(tasks.reduce((sum, task) => sum + task.milestones.length, 0)).toBe(summary.milestones)
    expect(tasks.map((task) => task.assignments.length)).toEqual([4, 2, 3])
    expect(tasks[0]?.milestones).toEqual([{ due_on: '2021-09-30' }])
  })
})

describe('the key of a written name', () => {
  test.each(nameKeyCases)('of "$name" is "$key"', async ({ name, key }) => {
    const [row] = await county.stack.sql<{ key: string }>('select private.name_key($1) as key', [name])
    expect(must(row).key).toBe(key)
  })
})
