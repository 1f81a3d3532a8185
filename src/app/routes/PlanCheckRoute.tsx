import { paths } from '@/domain/addresses/paths'
import { DraftLineage } from '@/features/lineage/check/DraftLineage'
import { LineageFrame } from '@/features/lineage/check/LineageFrame'
import { LineageOverview } from '@/features/lineage/check/LineageOverview'
import { PlanCheckPage } from '@/features/plan-import/PlanCheckPage'
import { useParams } from 'react-router'

const lineage = { Frame: LineageFrame, Overview: LineageOverview, Task: DraftLineage }

/** A draft plan beside its source, each task with the earlier ones it may go on from. */
export function Component() {
  const planId = paths.planCheck.idIn(useParams())
  return <PlanCheckPage key={planId} planId={planId} addons={lineage} />
}
