import { UnitListPage } from '@/features/units/UnitListPage'

/** Units and unit groups. */
export function Component() {
  return <UnitListPage />
}
