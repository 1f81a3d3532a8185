import type { PlanOverview } from '@/data/overview/overview'
import { planOverviewOptions } from '@/data/overview/queries'
import type { PlanId } from '@/domain/ids'
import { yearOf, type LocalDate } from '@/domain/local-date/local-date'
import { dateInProse } from '@/domain/local-date/local-date-words'
import { noId } from '@/lib/brand'
import { Choice } from '@/ui/choice/Choice'
import { EmptyState } from '@/ui/EmptyState'
import { PageHeader } from '@/ui/PageHeader'
import { Paper } from '@/ui/Paper'
import { PrintButton } from '@/ui/PrintButton'
import { QueryState } from '@/ui/QueryState'
import { useSearchState } from '@/ui/use-search-state'
import { TodayContext, useToday } from '@/ui/use-today'
import { AsOfPicker } from '@/ui/work/AsOfPicker'
import { useAsOf } from '@/ui/work/use-as-of'
import { useQuery } from '@tanstack/react-query'
import { MatrixSheet } from './MatrixSheet'
import { OverallSheet } from './OverallSheet'
import { PlanSheet } from './PlanSheet'
import { SectionSheet } from './SectionSheet'
import { TaskShortLists } from './TaskShortLists'
import { TrendSheet } from './TrendSheet'
import { UnitSheet } from './UnitSheet'

const defaults = { plan: noId<PlanId>() } as const

/** How the whole stands on a day: every number leads to the tasks it counts. */
export function DashboardPage() {
  const today = useToday()
  const [asOf, setAsOf] = useAsOf()
  const [{ plan: planId }, update] = useSearchState(defaults)
  // All plans are read whichever is chosen: the picker needs their names, and the chosen one is among them.
  const query = useQuery(planOverviewOptions({ asOf, planId: '' }))
  const chosen = query.data?.find((plan) => plan.planId === planId)
  return (
    <>
      <PageHeader
        title="各项任务推进得怎么样？"
        paperTitle="任务推进情况"
        description={`${chosen?.title ?? '全部计划'} · 截至${dateInProse(asOf ?? today)}${asOf === null ? '' : '当天已知的情况'}`}
        secondary={
          <>
            <Choice
              label="计划"
              all="全部计划"
              value={planId}
              choices={query.data?.map((plan) => ({ value: plan.planId, label: plan.title }))}
              onChange={(plan) => update({ plan })}
            />
            <AsOfPicker asOf={asOf} onChange={setAsOf} />
            <PrintButton />
          </>
        }
      />
      <TodayContext value={asOf}>
        <QueryState
          query={query}
          empty={
            <Paper>
              <EmptyState title="还没有下达的计划" hint="计划下达后，这里显示各项任务的推进情况" />
            </Paper>
          }
        >
          {(plans) => <Sheets plans={plans} planId={planId} asOf={asOf} />}
        </QueryState>
      </TodayContext>
    </>
  )
}

interface SheetsProps {
  readonly plans: readonly PlanOverview[]
  readonly planId: PlanId | ''
  readonly asOf: LocalDate | null
}

function Sheets({ plans, planId, asOf }: SheetsProps) {
  // A closed plan is history: it counts only when it is asked for by name.
  const shown =
    planId === '' ? plans.filter((plan) => plan.state !== 'closed') : plans.filter((plan) => plan.planId === planId)
  const scope = { asOf, planId }
  const only = shown.length === 1 ? shown[0] : undefined
  const overYears = shown.find((plan) => yearOf(plan.startsOn) !== yearOf(plan.endsOn))
  if (shown.length === 0) {
    return (
      <Paper>
        <EmptyState title="找不到所选的计划" hint="可能是草稿，或已被删除。请在上方改选" />
      </Paper>
    )
  }
  return (
    <>
      <OverallSheet plans={shown} scope={scope} />
      {only === undefined ? null : <TrendSheet scope={{ asOf, planId: only.planId }} />}
      <TaskShortLists scope={scope} />
      {only === undefined ? (
        <PlanSheet plans={shown} asOf={asOf} />
      ) : (
        <SectionSheet scope={{ asOf, planId: only.planId }} />
      )}
      <UnitSheet scope={scope} />
      {overYears === undefined ? null : (
        <MatrixSheet
          scope={{ asOf, planId: overYears.planId }}
          title={only === undefined ? overYears.title : undefined}
        />
      )}
    </>
  )
}
