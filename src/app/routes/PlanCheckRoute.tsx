import { PlanCheckPage } from '@/features/plan-import/PlanCheckPage'
import { useParams } from 'react-router'

/** A draft plan beside its source. */
export function Component() {
  const { planId = '' } = useParams()
  return <PlanCheckPage key={planId} planId={planId} />
}
