import type { PlanOverview } from '@/data/overview/queries'
import { paths, withSearch } from '@/domain/addresses/paths'
import type { LocalDate } from '@/domain/local-date/local-date'
import { planStateVocabulary } from '@/domain/plans/plan-state-vocabulary'
import { compareWords } from '@/ui/arrange-rows'
import type { DataColumn } from '@/ui/data-column'
import { DataTable } from '@/ui/DataTable'
import { Paper } from '@/ui/Paper'
import { StatusTag } from '@/ui/StatusTag'
import { useTableState } from '@/ui/table-state'
import { PercentBar } from '@/ui/work/PercentBar'
import { SignalCounts } from '@/ui/work/SignalCounts'
import { Link } from 'react-router'
import { tasksBehind } from './scope'

interface PlanSheetProps {
  readonly plans: readonly PlanOverview[]
  readonly asOf: LocalDate | null
}

/** Each plan with its signals; its title narrows the page to it. */
export function PlanSheet({ plans, asOf }: PlanSheetProps) {
  const state = useTableState({ name: 'plans', pageSize: 10 })
  return (
    <Paper title="按计划" isFlush>
      <DataTable
        label="各计划的任务"
        rows={plans}
        rowKey={(plan) => plan.planId}
        columns={columnsFor(asOf)}
        state={state}
      />
    </Paper>
  )
}

function columnsFor(asOf: LocalDate | null): DataColumn<PlanOverview>[] {
  return [
    {
      key: 'title',
      title: '计划',
      width: 270,
      render: (plan) => <Link to={withSearch(paths.dashboard.to(), { plan: plan.planId, asOf })}>{plan.title}</Link>,
      compare: (a, b) => compareWords(a.title, b.title),
      onPhone: 'title',
    },
    {
      key: 'state',
      title: '状态',
      width: 110,
      render: (plan) => <StatusTag vocabulary={planStateVocabulary} value={plan.state} />,
    },
    {
      key: 'tasks',
      title: '任务',
      width: 80,
      isNumber: true,
      render: (plan) => <Link to={tasksBehind({ asOf, planId: plan.planId })}>{plan.counts.tasks}</Link>,
      compare: (a, b) => a.counts.tasks - b.counts.tasks,
    },
    {
      key: 'signals',
      title: '红黄绿灯',
      width: 250,
      render: (plan) => (
        <SignalCounts
          counts={plan.counts}
          hrefOf={(signal) => tasksBehind({ asOf, planId: plan.planId }, { signal })}
        />
      ),
      compare: (a, b) => a.counts.red - b.counts.red || a.counts.yellow - b.counts.yellow,
    },
    {
      key: 'percent',
      title: '进度（竖线为序时进度）',
      width: 200,
      render: (plan) => (
        <PercentBar percent={plan.percent} scheduledPercent={plan.scheduledPercent} label={`${plan.title}的进度`} />
      ),
      compare: (a, b) => a.percent - b.percent,
    },
  ]
}
