import { myObligationsOptions } from '@/data/obligations/queries'
import type { Obligation } from '@/domain/reporting/obligation'
import { groupObligations, groupOf, obligationGroupVocabulary } from '@/domain/reporting/obligation-groups'
import { awaitingReports } from '@/domain/review/awaiting-words'
import { EmptyState } from '@/ui/EmptyState'
import { PageHeader } from '@/ui/PageHeader'
import { Paper } from '@/ui/Paper'
import { QueryState } from '@/ui/QueryState'
import { TextButton } from '@/ui/TextButton'
import { useSearchState } from '@/ui/use-search-state'
import { useQuery } from '@tanstack/react-query'
import { obligationFilterDefaults, filterObligations, isFiltering, type ObligationFilter } from './filter-obligations'
import { ObligationFilters } from './ObligationFilters'
import { ObligationRow } from './ObligationRow'

/** What the unit owes, most urgent first. */
export function MyObligationsPage() {
  const [filter, setFilter] = useSearchState(obligationFilterDefaults)
  const query = useQuery(myObligationsOptions(filter.all))
  return (
    <>
      <PageHeader
        title="我单位要报什么？"
        paperTitle="本单位任务"
        description={query.data === undefined ? null : summaryOf(query.data)}
      />
      <QueryState
        query={query}
        isEmpty={(all) => all.length === 0 && !filter.all}
        empty={<NothingOwed onShowAll={() => setFilter({ all: true })} />}
      >
        {(all) => (
          <>
            <ObligationFilters obligations={all} filter={filter} onChange={setFilter} />
            <Groups
              obligations={filterObligations(all, filter)}
              filter={filter}
              onClear={() => setFilter({ ...obligationFilterDefaults, all: filter.all })}
            />
          </>
        )}
      </QueryState>
    </>
  )
}

interface GroupsProps {
  readonly obligations: readonly Obligation[]
  readonly filter: ObligationFilter
  readonly onClear: () => void
}

function Groups({ obligations, filter, onClear }: GroupsProps) {
  if (obligations.length === 0) {
    const clear = <TextButton onClick={onClear}>清除筛选</TextButton>
    return (
      <Paper>
        {isFiltering(filter) ? (
          <EmptyState title="没有符合条件的任务" action={clear} />
        ) : (
          <EmptyState title="现在没有要报的任务" />
        )}
      </Paper>
    )
  }
  return groupObligations(obligations).map(({ group, items }) => (
    <Paper key={group} isFlush title={obligationGroupVocabulary.label(group)} aside={`${items.length} 项`}>
      <ul className="ruled" aria-label={obligationGroupVocabulary.label(group)}>
        {items.map((obligation) => (
          <ObligationRow key={obligation.id} obligation={obligation} />
        ))}
      </ul>
    </Paper>
  ))
}

function NothingOwed({ onShowAll }: { readonly onShowAll: () => void }) {
  return (
    <Paper>
      <EmptyState
        title="现在没有要报的任务"
        hint="计划下达后，您单位承担的任务会出现在这里。"
        action={<TextButton onClick={onShowAll}>显示全部节点</TextButton>}
      />
    </Paper>
  )
}

function summaryOf(obligations: readonly Obligation[]): string {
  const urgent = obligations.filter((each) => groupOf(each) === 'urgent').length
  const waiting = obligations.filter((each) => groupOf(each) === 'awaiting').length
  const parts = [`共 ${obligations.length} 项`, urgent === 0 ? '没有需要马上处理的' : `${urgent} 项需要马上处理`]
  if (waiting > 0) parts.push(awaitingReports(waiting))
  return parts.join('，')
}
