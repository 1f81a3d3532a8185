import { afterAll, beforeAll, expect, test } from 'vitest'
import { okay, openCounty, refusal, succeed } from '../support/actors'

let county: Awaited<ReturnType<typeof openCounty>>
beforeAll(async () => {
  county = await openCounty()
})
afterAll(() => county.stop())

test('a group is made with the units that it is the first to speak of, or not at all', async () => {
  const { client } = county.lead
  const fresh = (name: string) => ({ name, kind: 'town' })
  const make = (
    p_name: string,
    p_new_units: { name: string; kind: string }[],
    p_member_ids: string[] = [county.units.东街道 ?? ''],
  ) => client.rpc('make_unit_group', { p_name, p_member_ids, p_new_units })
  expect(await refusal(make('各镇街', [fresh('南河镇'), fresh('教育局')]))).toBe('23505')
  expect(await refusal(make('各镇街', [], []))).toBe('unit_group_is_empty')
  expect(okay(await client.from('units').select('id').eq('name', '南河镇'))).toEqual([])
  expect(okay(await client.from('unit_groups').select('id').eq('name', '各镇街'))).toEqual([])
  const id = okay(await make('各镇街', [fresh('南河镇')]))
  const members = okay(await client.from('unit_group_members').select('unit_id').eq('unit_group_id', id))
  const made = okay(await client.from('units').select('id, kind').eq('name', '南河镇').single())
  expect(members.map(({ unit_id }) => unit_id).sort()).toEqual([county.units.东街道, made.id].sort())
  expect(made.kind).toBe('town')
  await succeed(client.rpc('retire_unit', { p_unit_id: made.id, p_handovers: {}, p_reason: '撤销' }))
  expect(await refusal(make('各镇办', [], [made.id]))).toBe('unit_is_retired')
})
