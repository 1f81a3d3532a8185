import type { UnitContact } from '@/data/units/contacts'
import type { UnitId } from '@/domain/ids'
import { FormDialog } from '@/ui/FormDialog'
import { ContactEditor } from './ContactEditor'

interface ContactDialogProps {
  readonly isOpen: boolean
  readonly unitId: UnitId
  readonly contacts: readonly UnitContact[]
  readonly onClose: () => void
}

/** Keeps the contacts of a unit from its own page. */
export function ContactDialog({ isOpen, unitId, contacts, onClose }: ContactDialogProps) {
  return (
    <FormDialog isOpen={isOpen} title="维护联系人" width={480} onClose={onClose}>
      <ContactEditor unitId={unitId} contacts={contacts} />
    </FormDialog>
  )
}
