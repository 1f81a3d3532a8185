import type { PlanOverview } from '@/data/overview/queries'
import { paths, withSearch } from '@/domain/addresses/paths'
import type { LocalDate } from '@/domain/local-date/local-date'
import { planStateVocabulary } from '@/domain/plans/plan-state-vocabulary'
import { countsInWords } from '@/domain/signal/signal-words'
import type { DataColumn } from '@/ui/data-column'
import { StatusTag } from '@/ui/StatusTag'
import { PercentBar } from '@/ui/work/PercentBar'
import { SignalCounts } from '@/ui/work/SignalCounts'
import { Link } from 'react-router'
import { tasksBehind } from './scope'

/** The columns of plans beside each other, each number with the tasks behind it. */
export function planColumns(asOf: LocalDate | null): DataColumn<PlanOverview>[] {
  return [
    {
      key: 'title',
      title: '计划',
      width: 270,
      text: ({ title }) => title,
      render: (plan) => <Link to={withSearch(paths.dashboard.to(), { plan: plan.planId, asOf })}>{plan.title}</Link>,
      compare: 'text',
      onPhone: 'title',
    },
    {
      key: 'state',
      title: '状态',
      width: 110,
      text: ({ state }) => planStateVocabulary.label(state),
      render: (plan) => <StatusTag vocabulary={planStateVocabulary} value={plan.state} />,
    },
    {
      key: 'tasks',
      title: '任务',
      width: 80,
      isNumber: true,
      text: ({ counts }) => counts.tasks,
      render: (plan) => <Link to={tasksBehind({ asOf, planId: plan.planId })}>{plan.counts.tasks}</Link>,
      compare: 'text',
    },
    {
      key: 'signals',
      title: '红黄绿灯',
      width: 250,
      text: ({ counts }) => countsInWords(counts),
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
      text: ({ percent, scheduledPercent }) => `${Math.round(percent)}%，序时进度 ${Math.round(scheduledPercent)}%`,
      render: (plan) => (
        <PercentBar percent={plan.percent} scheduledPercent={plan.scheduledPercent} label={`${plan.title}的进度`} />
      ),
      compare: (a, b) => a.percent - b.percent,
    },
  ]
}
