import { FirstSteps } from '@/features/first-steps/FirstSteps'
import { UnitListPage } from '@/features/units/UnitListPage'

/** Units and unit groups. */
export function Component() {
  return <UnitListPage firstSteps={<FirstSteps />} />
}
