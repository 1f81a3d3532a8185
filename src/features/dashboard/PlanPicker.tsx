import type { PlanOverview } from '@/data/overview/queries'
import { Select } from 'antd'

interface PlanPickerProps {
  readonly plans: readonly PlanOverview[]
  /** '' is all plans. */
  readonly planId: string
  readonly onChange: (planId: string) => void
}

/** Narrows the page to one plan. */
export function PlanPicker({ plans, planId, onChange }: PlanPickerProps) {
  const options = [
    { value: '', label: '全部计划' },
    ...plans.map((plan) => ({ value: plan.planId, label: plan.title })),
  ]
  return (
    <Select
      aria-label="计划"
      value={planId}
      options={options}
      onChange={onChange}
      popupMatchSelectWidth={false}
      style={{ width: 260, maxWidth: '100%' }}
      disabled={plans.length === 0}
    />
  )
}
