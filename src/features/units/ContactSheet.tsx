import { useCurrentAccount } from '@/data/accounts/use-current-account'
import { unitContactsOptions, type UnitContact } from '@/data/units/contacts'
import type { UnitId } from '@/domain/ids'
import { EmptyState } from '@/ui/EmptyState'
import { Paper } from '@/ui/Paper'
import { QueryState } from '@/ui/QueryState'
import { openedPart } from '@/ui/lazy-part'
import { Skeleton } from '@/ui/Skeleton'
import { TextButton } from '@/ui/TextButton'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ContactText } from './ContactText'

const ContactDialog = openedPart(() => import('./ContactDialog').then((module) => module.ContactDialog))

/** Whom to ring in a unit; not there for those who may not know. The unit itself and the lead office keep it. */
export function ContactSheet({ unitId }: { readonly unitId: UnitId }) {
  const account = useCurrentAccount()
  const isOwn = account.unitId === unitId
  const query = useQuery(unitContactsOptions())
  const [isEditing, setIsEditing] = useState(false)
  if (account.role === 'department' && !isOwn) return null
  const mayEdit = account.role === 'lead_office' || isOwn
  const contacts = query.data?.filter((contact) => contact.unitId === unitId) ?? []
  return (
    <Paper
      title="联系人"
      aside={
        mayEdit ? (
          <TextButton data-print="hide" onClick={() => setIsEditing(true)}>
            维护联系人
          </TextButton>
        ) : undefined
      }
    >
      <QueryState
        query={query}
        skeleton={<Skeleton rows={1} />}
        isEmpty={() => contacts.length === 0}
        empty={<EmptyState title="还没有联系人" />}
      >
        {() => <Contacts contacts={contacts} />}
      </QueryState>
      <ContactDialog isOpen={isEditing} unitId={unitId} contacts={contacts} onClose={() => setIsEditing(false)} />
    </Paper>
  )
}

function Contacts({ contacts }: { readonly contacts: readonly UnitContact[] }) {
  return (
    <ul className="line">
      {contacts.map((contact) => (
        <li key={contact.id}>
          <ContactText contact={contact} />
        </li>
      ))}
    </ul>
  )
}
