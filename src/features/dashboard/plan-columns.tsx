import type { PlanOverview } from '@/data/overview/overview'
import { paths, withSearch } from '@/domain/addresses/paths'
import type { LocalDate } from '@/domain/local-date/local-date'
import { planStateVocabulary } from '@/domain/plans/plan-state-vocabulary'
import { statusColumn } from '@/ui/common-columns'
import type { DataColumn } from '@/ui/data-column'
import { standingColumns } from '@/ui/work/work-columns'
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
    statusColumn({ key: 'state', title: '状态', width: 110 }, planStateVocabulary, ({ state }) => state),
    ...standingColumns<PlanOverview>({
      nameOf: ({ title }) => title,
      standingOf: (plan) => plan,
      hrefOf: ({ planId }, signal) => tasksBehind({ asOf, planId }, { signal }),
      percent: { title: '进度（竖线为序时进度）', width: 200 },
    }),
  ]
}
