import type { UnitContactId, UnitId } from '@/domain/ids'
import { queryOptions } from '@tanstack/react-query'
import { getClient } from '../client'
import { defineWrite } from '../define-command'
import { readAllPages } from '../read-all-pages'
import { expectChanged, unwrap } from '../request'
import { unitKeys } from './keys'

const units = { changes: 'units' } as const

/** Whom to ring in a unit. */
export interface UnitContact {
  readonly id: UnitContactId
  readonly unitId: UnitId
  readonly name: string
  readonly phone: string
}

/** Every contact that the reader may see: of all units, or for a department of its own. */
export function unitContactsOptions() {
  return queryOptions({ queryKey: unitKeys.contacts(), queryFn: ({ signal }) => fetchContacts(signal) })
}

async function fetchContacts(signal: AbortSignal): Promise<UnitContact[]> {
  const rows = await readAllPages((from, to) =>
    getClient()
      .from('unit_contacts')
      .select('id, unit_id, name, phone')
      .order('created_at')
      .order('id')
      .range(from, to)
      .abortSignal(signal),
  )
  return rows.map((row) => ({ id: row.id, unitId: row.unit_id, name: row.name, phone: row.phone }))
}

interface ContactWords {
  readonly name: string
  readonly phone: string
}

const toColumns = ({ name, phone }: ContactWords) => ({ name: name.trim(), phone: phone.trim() })

export const useAddUnitContact = defineWrite(
  async ({ unitId, ...words }: ContactWords & { readonly unitId: UnitId }) => {
    const write = getClient()
      .from('unit_contacts')
      .insert({ unit_id: unitId, ...toColumns(words) })
    expectChanged(await unwrap(write.select('id')))
  },
  units,
)

export const useUpdateUnitContact = defineWrite(
  async ({ id, ...words }: ContactWords & { readonly id: UnitContactId }) => {
    const write = getClient().from('unit_contacts').update(toColumns(words)).eq('id', id)
    expectChanged(await unwrap(write.select('id')))
  },
  units,
)

export const useDeleteUnitContact = defineWrite(async (id: UnitContactId) => {
  expectChanged(await unwrap(getClient().from('unit_contacts').delete().eq('id', id).select('id')))
}, units)
