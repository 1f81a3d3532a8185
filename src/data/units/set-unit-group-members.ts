import type { UnitGroupId, UnitId } from '@/domain/ids'
import { getClient } from '../client'
import { readAllPages } from '../read-all-pages'
import { expectChanged, unwrap } from '../request'

/** Ids in one request's address: 2,000 of them would be longer than servers take. */
const IDS_PER_REQUEST = 100

/** Makes a group stand for exactly these units. Adds before it removes, so a failure never empties a group. */
export async function setUnitGroupMembers(groupId: UnitGroupId, memberIds: readonly UnitId[]): Promise<void> {
  const rows = await readAllPages((from, to) =>
    getClient()
      .from('unit_group_members')
      .select('unit_id')
      .eq('unit_group_id', groupId)
      .order('unit_id')
      .range(from, to),
  )
  const current = new Set(rows.map((row) => row.unit_id))
  const wanted = new Set(memberIds)
  const added = [...wanted].filter((id) => !current.has(id))
  const removed = [...current].filter((id) => !wanted.has(id))
  if (added.length > 0) {
    const write = getClient()
      .from('unit_group_members')
      .insert(added.map((id) => ({ unit_group_id: groupId, unit_id: id })))
    expectChanged(await unwrap(write.select('unit_id')))
  }
  for (let first = 0; first < removed.length; first += IDS_PER_REQUEST) {
    const ids = removed.slice(first, first + IDS_PER_REQUEST)
    const write = getClient().from('unit_group_members').delete().eq('unit_group_id', groupId).in('unit_id', ids)
    expectChanged(await unwrap(write.select('unit_id')))
  }
}
