import { unitContactsOptions } from '@/data/units/contacts'
import type { UnitId } from '@/domain/ids'
import { QueryState } from '@/ui/QueryState'
import { Skeleton } from '@/ui/Skeleton'
import { useQuery } from '@tanstack/react-query'
import { ContactEditor } from './ContactEditor'
import styles from './UnitSections.module.css'

/** The contacts of a unit among the other things that are kept of it. */
export function UnitContacts({ unitId }: { readonly unitId: UnitId }) {
  const query = useQuery(unitContactsOptions())
  return (
    <section className={styles.section} aria-label="联系人">
      <h3>联系人</h3>
      <p className={styles.hint}>催办时找谁。本单位也可以自己维护。</p>
      <QueryState query={query} skeleton={<Skeleton rows={2} />}>
        {(contacts) => <ContactEditor unitId={unitId} contacts={contacts.filter((each) => each.unitId === unitId)} />}
      </QueryState>
    </section>
  )
}
