import type { UnitContact } from '@/data/units/contacts'

/** A name and a number, which a phone rings by a touch. */
export function ContactText({ contact: { name, phone } }: { readonly contact: UnitContact }) {
  return (
    <span>
      {name} <a href={`tel:${phone.split('转')[0]?.replaceAll(/[^0-9+]/g, '') ?? ''}`}>{phone}</a>
    </span>
  )
}
