import type { PlanScope } from '@/data/overview/overview'
import { planOverviewOptions } from '@/data/overview/queries'
import { yearOf } from '@/domain/local-date/local-date'
import { QueryState } from '@/ui/QueryState'
import { useQuery } from '@tanstack/react-query'
import { MatrixSheet } from './MatrixSheet'
import { OverallSheet } from './OverallSheet'
import { SectionSheet } from './SectionSheet'
import { TrendSheet } from './TrendSheet'

/** Where the tasks of one plan stand: signals, chapters and, over several years, the years. */
export function PlanWork({ scope }: { readonly scope: PlanScope }) {
  const query = useQuery(planOverviewOptions(scope))
  return (
    <QueryState query={query}>
      {(plans) => (
        <>
          <OverallSheet plans={plans} scope={scope} />
          <TrendSheet scope={scope} />
          <SectionSheet scope={scope} />
          {plans.some((plan) => yearOf(plan.startsOn) !== yearOf(plan.endsOn)) ? <MatrixSheet scope={scope} /> : null}
        </>
      )}
    </QueryState>
  )
}
