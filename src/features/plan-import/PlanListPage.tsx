import { useCurrentAccount } from '@/data/accounts/use-current-account'
import { planListOptions } from '@/data/plans/queries'
import { paths } from '@/domain/addresses/paths'
import { PLANS_PER_PAGE } from '@/domain/plans/plan'
import { DataTable } from '@/ui/DataTable'
import { EmptyState } from '@/ui/EmptyState'
import { PageHeader } from '@/ui/PageHeader'
import { Paper } from '@/ui/Paper'
import { QueryState } from '@/ui/QueryState'
import { useTableState } from '@/ui/table-state'
import { useSearchState } from '@/ui/use-search-state'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useNavigate } from 'react-router'
import { planColumns } from './plan-columns'
import { planSearchDefaults, toPlanFilter } from './plan-filter'
import { PlanFilters } from './PlanFilters'

interface PlanListPageProps {
  /** What the lead office has to do first, said where there is no plan yet. */
  readonly firstSteps?: React.ReactNode
}

/**
 * All plans that the reader may see, drafts first; a draft opens on the check screen, an issued plan on its own page. The
 * lead office adds to them.
 */
export function PlanListPage({ firstSteps }: PlanListPageProps) {
  const { role } = useCurrentAccount()
  const [search, setSearch] = useSearchState(planSearchDefaults)
  const table = useTableState({ pageSize: PLANS_PER_PAGE })
  const navigate = useNavigate()
  const filter = toPlanFilter(search)
  const { words, state } = filter
  const query = useQuery(planListOptions(filter))
  const isLeadOffice = role === 'lead_office'
  const isFiltered = words !== '' || state !== ''
  return (
    <>
      <PageHeader
        title={isLeadOffice ? '有哪些计划？' : '下达了哪些计划？'}
        action={isLeadOffice ? <ImportButton /> : undefined}
      />
      {isLeadOffice && !isFiltered && query.data?.total === 0 ? firstSteps : null}
      <PlanFilters words={words} state={state} isLeadOffice={isLeadOffice} onChange={setSearch} />
      <Paper isFlush>
        <QueryState
          query={query}
          isEmpty={({ total }) => total === 0}
          empty={
            isFiltered ? (
              <EmptyState
                title="没有符合条件的计划。"
                action={<Button onClick={() => setSearch({ words: '', state: '' })}>显示全部</Button>}
              />
            ) : (
              <EmptyState
                title="还没有计划。"
                hint={
                  isLeadOffice
                    ? '导入一份工作要点或行动计划，一分钟内变成可跟踪的任务。'
                    : '政务公开办下达计划后，会列在这里。'
                }
                action={isLeadOffice ? <ImportButton /> : undefined}
              />
            )
          }
        >
          {({ plans, total }) => (
            <DataTable
              label="计划"
              rows={plans}
              rowKey={(plan) => plan.id}
              columns={planColumns}
              state={table}
              total={total}
              onOpen={({ id, state: is }) => void navigate(is === 'draft' ? paths.planCheck.to(id) : paths.plan.to(id))}
            />
          )}
        </QueryState>
      </Paper>
    </>
  )
}

function ImportButton() {
  const navigate = useNavigate()
  return (
    <Button type="primary" onClick={() => void navigate(paths.planImport.to())}>
      导入计划文件
    </Button>
  )
}
