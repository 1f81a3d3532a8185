import type { UnitOverview } from '@/data/overview/overview'
import { unitOverviewOptions } from '@/data/overview/queries'
import { paths, withSearch } from '@/domain/addresses/paths'
import type { PlanId, UnitId } from '@/domain/ids'
import type { LocalDate } from '@/domain/local-date/local-date'
import { Fact, FactList } from '@/ui/FactList'
import { Paper } from '@/ui/Paper'
import { QueryState } from '@/ui/QueryState'
import { PercentBar } from '@/ui/work/PercentBar'
import { SignalCounts } from '@/ui/work/SignalCounts'
import { SilenceText } from '@/ui/work/SilenceText'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'

interface UnitStandingProps {
  readonly unitId: UnitId
  readonly asOf: LocalDate | null
  readonly planId: PlanId | ''
}

/** How the tasks of one unit stand, each number with the tasks behind it. */
export function UnitStanding({ unitId, asOf, planId }: UnitStandingProps) {
  const query = useQuery(unitOverviewOptions({ asOf, planId }))
  return (
    <Paper>
      <QueryState query={query}>
        {(units) => {
          const overview = units.find((unit) => unit.unitId === unitId)
          return overview === undefined ? (
            <p>没有承担任务。</p>
          ) : (
            <Standing overview={overview} asOf={asOf} planId={planId} />
          )
        }}
      </QueryState>
    </Paper>
  )
}

function Standing({ overview, asOf, planId }: { readonly overview: UnitOverview } & Omit<UnitStandingProps, 'unitId'>) {
  const { unitId, counts, percent, supporting, silentSince } = overview
  const own = (search: Readonly<Record<string, string>>) =>
    withSearch(paths.unit.to(unitId), { plan: planId, asOf, ...search })
  return (
    <FactList layout="columns">
      <Fact label="负责">
        <Link data-reach to={own({ role: 'accountable' })}>
          {counts.tasks} 项
        </Link>
      </Fact>
      <Fact label="红黄绿灯">
        <SignalCounts counts={counts} hrefOf={(signal) => own({ role: 'accountable', signal })} />
      </Fact>
      <Fact label="进度">
        <PercentBar progress={{ percent }} label={`${overview.name}的进度`} />
      </Fact>
      <Fact label="最久未更新">
        {silentSince === null ? (
          '无'
        ) : (
          <Link data-reach to={own({ role: 'accountable', signal: 'open', sort: 'silence' })}>
            <SilenceText since={silentSince} />
          </Link>
        )}
      </Fact>
      <Fact label="配合">
        {supporting === 0 ? (
          '0 项'
        ) : (
          <Link data-reach to={own({ role: 'supporting' })}>
            {supporting} 项
          </Link>
        )}
      </Fact>
    </FactList>
  )
}
