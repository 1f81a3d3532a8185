import type { UnitOverview } from '@/data/overview/overview'
import { unitOverviewOptions } from '@/data/overview/queries'
import { unitDirectoryOptions, type Unit, type UnitDirectory } from '@/data/units/queries'
import { paths, withSearch } from '@/domain/addresses/paths'
import type { PlanId, UnitId } from '@/domain/ids'
import type { LocalDate } from '@/domain/local-date/local-date'
import { dateInProse } from '@/domain/local-date/local-date-words'
import { unitKindVocabulary } from '@/domain/units/unit-kind-vocabulary'
import { noId } from '@/lib/brand'
import { ErrorMessage } from '@/ui/ErrorMessage'
import { Fact, FactList } from '@/ui/FactList'
import { PageHeader } from '@/ui/PageHeader'
import { Paper } from '@/ui/Paper'
import { PrintButton } from '@/ui/PrintButton'
import { QueryState } from '@/ui/QueryState'
import { useSearchState } from '@/ui/use-search-state'
import { TodayContext } from '@/ui/use-today'
import { AsOfPicker } from '@/ui/work/AsOfPicker'
import { PercentBar } from '@/ui/work/PercentBar'
import { SignalCounts } from '@/ui/work/SignalCounts'
import { SilenceText } from '@/ui/work/SilenceText'
import { useAsOf } from '@/ui/work/use-as-of'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { ContactSheet } from './ContactSheet'

interface UnitPageProps {
  /** The unit's tasks, narrowed as the address says. */
  readonly renderTasks: (unitId: UnitId) => React.ReactNode
}

const defaults = { plan: noId<PlanId>() } as const

/** One unit: its names, how its tasks stand, and the tasks themselves. */
export function UnitPage({ renderTasks }: UnitPageProps) {
  const unitId = paths.unit.idIn(useParams())
  const [asOf, setAsOf] = useAsOf()
  const [{ plan }] = useSearchState(defaults)
  const query = useQuery(unitDirectoryOptions())
  return (
    <QueryState isPage query={query}>
      {(directory) => {
        const unit = directory.units.find(({ id }) => id === unitId)
        if (unit === undefined)
          return (
            <ErrorMessage
              isPage
              kind="notice"
              title="找不到这个单位"
              message="可能已被删除。"
              actions={<Link to={paths.units.to()}>全部单位</Link>}
            />
          )
        return (
          <>
            <PageHeader
              back={<Link to={paths.units.to()}>全部单位</Link>}
              title={unit.name}
              description={`${describe(unit, directory)}${asOf === null ? '' : ` · ${dateInProse(asOf)}当天已知的情况`}`}
              secondary={
                <>
                  <AsOfPicker asOf={asOf} onChange={setAsOf} />
                  <PrintButton />
                </>
              }
            />
            <TodayContext value={asOf}>
              <StandingSheet unitId={unitId} asOf={asOf} planId={plan} />
              <ContactSheet unitId={unitId} />
              {renderTasks(unitId)}
            </TodayContext>
          </>
        )
      }}
    </QueryState>
  )
}

function describe(unit: Unit, directory: UnitDirectory): string {
  const parent = directory.units.find(({ id }) => id === unit.parentId)
  const groups = directory.groups.filter(({ memberIds }) => memberIds.includes(unit.id)).map(({ name }) => name)
  return [
    unitKindVocabulary.label(unit.kind),
    parent === undefined ? '' : `上级：${parent.name}`,
    unit.aliases.length === 0 ? '' : `别名：${unit.aliases.map(({ alias }) => alias).join('、')}`,
    groups.length === 0 ? '' : `所在组：${groups.join('、')}`,
    unit.retiredOn === null ? '' : `${unit.retiredOn} 停用`,
  ]
    .filter((words) => words !== '')
    .join(' · ')
}

interface StandingSheetProps {
  readonly unitId: UnitId
  readonly asOf: LocalDate | null
  readonly planId: PlanId | ''
}

function StandingSheet({ unitId, asOf, planId }: StandingSheetProps) {
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

function Standing({
  overview,
  asOf,
  planId,
}: { readonly overview: UnitOverview } & Omit<StandingSheetProps, 'unitId'>) {
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
      <Fact label="最久未更新">{silentSince === null ? '无' : <SilenceText since={silentSince} />}</Fact>
      <Fact label="参与">
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
