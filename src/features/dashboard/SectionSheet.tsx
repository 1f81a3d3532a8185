import type { PlanScope } from '@/data/overview/overview'
import { sectionOverviewOptions } from '@/data/overview/queries'
import { DataTable } from '@/ui/DataTable'
import { EmptyState } from '@/ui/EmptyState'
import { Paper } from '@/ui/Paper'
import { QueryState } from '@/ui/QueryState'
import { useTableState } from '@/ui/table-state'
import { useQuery } from '@tanstack/react-query'
import { sectionColumns } from './section-columns'

/** The chapters of one plan, as numbered in the document. */
export function SectionSheet({ scope }: { readonly scope: PlanScope }) {
  const query = useQuery(sectionOverviewOptions(scope.planId, scope.asOf))
  const state = useTableState({ name: 'sections', pageSize: 100 })
  return (
    <Paper title="按章节" isFlush>
      <QueryState query={query} empty={<EmptyState title="此计划没有任务" />}>
        {(sections) => (
          <DataTable
            label="各章节的任务"
            rows={sections}
            rowKey={(section) => section.sectionId ?? 'none'}
            columns={sectionColumns(scope, Math.max(...sections.map((section) => section.counts.tasks)))}
            state={state}
          />
        )}
      </QueryState>
    </Paper>
  )
}
