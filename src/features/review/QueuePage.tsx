import { queueOptions } from '@/data/review/queries'
import { paths, withSearch } from '@/domain/addresses/paths'
import { awaitingReports } from '@/domain/review/awaiting-words'
import { isSettling, type QueueItem } from '@/domain/review/queue'
import { taskName } from '@/domain/tasks/task-name'
import { DataTable } from '@/ui/DataTable'
import { EmptyState } from '@/ui/EmptyState'
import { PageHeader } from '@/ui/PageHeader'
import { Paper } from '@/ui/Paper'
import { QueryState } from '@/ui/QueryState'
import { openedPart } from '@/ui/lazy-part'
import { useTableState } from '@/ui/table-state'
import { useSearchState } from '@/ui/use-search-state'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { EarlierDuesNote } from './EarlierDuesNote'
import { queueColumns } from './queue-columns'
import { QUEUE_PER_PAGE, queueFilterDefaults, toQueueFilter, toSearch } from './queue-filter'
import { QueueFilters } from './QueueFilters'

const BatchApproval = openedPart(() => import('./BatchApproval').then((module) => module.BatchApproval))

interface QueuePageProps {
  /** What the reader has to do before anything can come to be reviewed, if anything. */
  readonly firstSteps?: React.ReactNode
}

/** What awaits the lead office's review, oldest first. */
export function QueuePage({ firstSteps }: QueuePageProps) {
  const navigate = useNavigate()
  const [filter, setFilter] = useSearchState(queueFilterDefaults)
  const table = useTableState({ pageSize: QUEUE_PER_PAGE })
  const query = useQuery(queueOptions({ ...toQueueFilter(filter), page: table.page, pageSize: QUEUE_PER_PAGE }))
  const [selected, setSelected] = useState<readonly QueueItem[]>([])
  const [isConfirming, setIsConfirming] = useState(false)
  const isFiltered = filter.plan !== '' || filter.unit !== '' || filter.completing

  // Chosen on one page and kept while turning to the next.
  const select = (keys: readonly string[]) => {
    const known = new Map<string, QueueItem>([...selected, ...(query.data?.items ?? [])].map((item) => [item.id, item]))
    setSelected(keys.flatMap((key) => known.get(key) ?? []))
  }

  return (
    <>
      <PageHeader
        title="有哪些反馈等我审核？"
        paperTitle="待审核反馈"
        description={query.data === undefined ? null : `${awaitingReports(query.data.total)}，先报的在前`}
        action={
          <Button type="primary" disabled={selected.length === 0} onClick={() => setIsConfirming(true)}>
            {selected.length === 0 ? '批量通过' : `批量通过 ${selected.length} 份`}
          </Button>
        }
      />
      {firstSteps}
      <EarlierDuesNote />
      <QueueFilters
        filter={filter}
        onChange={(patch) => {
          setSelected([])
          setFilter({ ...patch })
          table.change({ page: 1 })
        }}
      />
      <QueryState
        query={query}
        isEmpty={({ total }) => total === 0}
        empty={<NothingToReview isFiltered={isFiltered} />}
      >
        {({ items, total, page }) => (
          <Paper isFlush>
            <DataTable
              label="待审核的反馈"
              rows={items}
              rowKey={(item) => item.id}
              columns={queueColumns}
              state={{ ...table, page }}
              total={total}
              onOpen={(item) => void navigate(withSearch(paths.review.to(item.id), toSearch(filter)))}
              selection={{
                selectedKeys: selected.map((item) => item.id),
                onChange: select,
                refusalOf: (item) => (isSettling(item) ? '申请办结和无此事项须逐份审核' : null),
                labelOf: nameOf,
              }}
            />
          </Paper>
        )}
      </QueryState>
      <BatchApproval
        isOpen={isConfirming}
        items={selected}
        leftCount={query.data?.items.filter(isSettling).length ?? 0}
        onClose={() => setIsConfirming(false)}
        onApproved={() => setSelected([])}
      />
    </>
  )
}

function nameOf({ unitName, taskNumber, taskTitle }: QueueItem): string {
  return `${unitName}：${taskName({ number: taskNumber, title: taskTitle })}`
}

function NothingToReview({ isFiltered }: { readonly isFiltered: boolean }) {
  return (
    <Paper>
      <EmptyState
        title={isFiltered ? '没有符合条件的反馈' : '没有待审核的反馈'}
        hint={isFiltered ? '可以放宽筛选条件。' : '责任单位报送后会出现在这里。'}
      />
    </Paper>
  )
}
