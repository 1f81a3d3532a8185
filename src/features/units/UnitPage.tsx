import { unitDirectoryOptions, type Unit, type UnitDirectory } from '@/data/units/queries'
import { paths } from '@/domain/addresses/paths'
import type { PlanId, UnitId } from '@/domain/ids'
import { dateInProse } from '@/domain/local-date/local-date-words'
import { unitKindVocabulary } from '@/domain/units/unit-kind-vocabulary'
import { noId } from '@/lib/brand'
import { ErrorMessage } from '@/ui/ErrorMessage'
import { PageHeader } from '@/ui/PageHeader'
import { PrintButton } from '@/ui/PrintButton'
import { QueryState } from '@/ui/QueryState'
import { useSearchState } from '@/ui/use-search-state'
import { TodayContext } from '@/ui/use-today'
import { AsOfPicker } from '@/ui/work/AsOfPicker'
import { useAsOf } from '@/ui/work/use-as-of'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { ContactSheet } from './ContactSheet'
import { UnitStanding } from './UnitStanding'

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
              <UnitStanding unitId={unitId} asOf={asOf} planId={plan} />
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
