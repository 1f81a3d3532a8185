import type { OverviewScope, SectionOverview } from '@/data/overview/queries'
import { sectionOverviewOptions } from '@/data/overview/queries'
import { OUTSIDE_SECTIONS } from '@/data/tasks/task'
import type { DataColumn } from '@/ui/data-column'
import { DataTable } from '@/ui/DataTable'
import { EmptyState } from '@/ui/EmptyState'
import { Paper } from '@/ui/Paper'
import { QueryState } from '@/ui/QueryState'
import { useTableState } from '@/ui/table-state'
import { PercentBar } from '@/ui/work/PercentBar'
import { SignalBar } from '@/ui/work/SignalBar'
import { SignalCounts } from '@/ui/work/SignalCounts'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { tasksBehind } from './scope'

/** The chapters of one plan, as numbered in the document. */
export function SectionSheet({ scope }: { readonly scope: OverviewScope }) {
  const query = useQuery(sectionOverviewOptions(scope.planId, scope.asOf))
  const state = useTableState({ name: 'sections', pageSize: 100 })
  return (
    <Paper title="按章节" isFlush>
      <QueryState
        query={query}
        isEmpty={(sections) => sections.length === 0}
        empty={<EmptyState title="此计划没有任务" />}
      >
        {(sections) => (
          <DataTable
            label="各章节的任务"
            rows={sections}
            rowKey={(section) => section.sectionId ?? 'none'}
            columns={columnsFor(scope, Math.max(...sections.map((section) => section.counts.tasks)))}
            state={state}
          />
        )}
      </QueryState>
    </Paper>
  )
}

function columnsFor(scope: OverviewScope, max: number): DataColumn<SectionOverview>[] {
  const hrefOf = (section: SectionOverview, signal?: string) =>
    tasksBehind(scope, { section: section.sectionId ?? OUTSIDE_SECTIONS, ...(signal === undefined ? {} : { signal }) })
  return [
    { key: 'title', title: '章节', width: 360, render: (section) => titleOf(section), onPhone: 'title' },
    {
      key: 'tasks',
      title: '任务',
      width: 80,
      isNumber: true,
      render: (section) => <Link to={hrefOf(section)}>{section.counts.tasks}</Link>,
      compare: (a, b) => a.counts.tasks - b.counts.tasks,
    },
    {
      key: 'bar',
      title: '分布',
      width: 160,
      render: (section) => <SignalBar counts={section.counts} max={max} />,
      onPhone: 'hidden',
    },
    {
      key: 'signals',
      title: '红黄绿灯',
      width: 260,
      render: (section) => <SignalCounts counts={section.counts} hrefOf={(signal) => hrefOf(section, signal)} />,
      compare: (a, b) => a.counts.red - b.counts.red || a.counts.yellow - b.counts.yellow,
    },
    {
      key: 'percent',
      title: '进度',
      width: 160,
      render: (section) => <PercentBar percent={section.percent} label={`${titleOf(section)}的进度`} />,
      compare: (a, b) => a.percent - b.percent,
    },
  ]
}

function titleOf(section: SectionOverview): string {
  if (section.sectionId === null) return '未分章节'
  return section.number === null ? section.title : `${section.number} ${section.title}`
}
