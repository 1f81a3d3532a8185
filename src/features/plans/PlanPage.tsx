import { useCurrentAccount } from '@/data/accounts/use-current-account'
import { planOptions } from '@/data/plans/queries'
import { paths, withSearch } from '@/domain/addresses/paths'
import type { PlanId } from '@/domain/ids'
import type { LocalDate } from '@/domain/local-date/local-date'
import { dateInProse } from '@/domain/local-date/local-date-words'
import type { Plan } from '@/domain/plans/plan'
import { planStateVocabulary } from '@/domain/plans/plan-state-vocabulary'
import { EmptyState } from '@/ui/EmptyState'
import { PageHeader } from '@/ui/PageHeader'
import { Paper } from '@/ui/Paper'
import { PrintButton } from '@/ui/PrintButton'
import { QueryState } from '@/ui/QueryState'
import { StatusTag } from '@/ui/StatusTag'
import { TodayContext } from '@/ui/use-today'
import { AsOfPicker } from '@/ui/work/AsOfPicker'
import { useAsOf } from '@/ui/work/use-as-of'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { ClosePlanButton } from './ClosePlanButton'
import { PlanFacts } from './PlanFacts'

interface PlanPageProps {
  /** Signals, chapters and tasks of the plan on a day; null is today. */
  readonly renderWork: (planId: PlanId, asOf: LocalDate | null) => React.ReactNode
}

/** One plan: what the document says, and where its tasks stand. */
export function PlanPage({ renderWork }: PlanPageProps) {
  const planId = paths.plan.idIn(useParams())
  const [asOf, setAsOf] = useAsOf()
  const query = useQuery(planOptions(planId))
  return (
    <QueryState isPage query={query} errorTitle="没有读取到计划">
      {(plan) => (
        <>
          <PageHeader
            back={<BackLink />}
            title={plan.title}
            description={
              <>
                <StatusTag vocabulary={planStateVocabulary} value={plan.state} />
                {asOf === null ? '' : ` ${dateInProse(asOf)}当天已知的情况`}
              </>
            }
            secondary={
              plan.state === 'draft' ? undefined : (
                <>
                  <ClosePlanButton plan={plan} />
                  <AsOfPicker asOf={asOf} onChange={setAsOf} />
                  <PrintButton />
                </>
              )
            }
          />
          <PlanFacts plan={plan} />
          {plan.state === 'draft' ? (
            <DraftNote plan={plan} />
          ) : (
            <TodayContext value={asOf}>{renderWork(planId, asOf)}</TodayContext>
          )}
        </>
      )}
    </QueryState>
  )
}

/** The lead office comes from its list of plans, others from the whole. */
function BackLink() {
  const { role } = useCurrentAccount()
  return role === 'lead_office' ? (
    <Link to={paths.plans.to()}>全部计划</Link>
  ) : (
    <Link to={paths.dashboard.to()}>总览</Link>
  )
}

function DraftNote({ plan }: { readonly plan: Plan }) {
  return (
    <Paper>
      <EmptyState
        title="此计划还是草稿"
        hint="核对并下达后，这里显示任务和进展"
        action={<Link to={withSearch(paths.planCheck.to(plan.id), {})}>去核对</Link>}
      />
    </Paper>
  )
}
