import { useActions } from '@/data/actions/use-actions'
import { useClosePlan } from '@/data/plans/mutations'
import type { Plan } from '@/domain/plans/plan'
import { ConfirmWithReason } from '@/ui/ConfirmWithReason'
import { UnknownActions } from '@/ui/work/UnknownActions'
import { Button } from 'antd'
import { useState } from 'react'
import { UnreviewedReports } from './UnreviewedReports'

/** 归档, for whoever may, once the plan has run its course. */
export function ClosePlanButton({ plan }: { readonly plan: Pick<Plan, 'id'> }) {
  const { events, query } = useActions('plan', plan.id)
  const close = useClosePlan()
  const [isAsking, setIsAsking] = useState(false)
  if (!events.has('plan_closed')) return <UnknownActions query={query} />
  return (
    <>
      <Button onClick={() => setIsAsking(true)}>归档计划</Button>
      <ConfirmWithReason
        isOpen={isAsking}
        title="归档此计划？"
        description={
          <>
            <p>
              归档后，各单位不能再反馈，任务不再计入总览，红黄绿灯停在归档当天。任务、反馈和记录都会保留，可在计划里查看。
            </p>
            <UnreviewedReports planId={plan.id} />
          </>
        }
        actionLabel="归档"
        isDanger
        suggestions={['计划期满，任务已全部办结', '计划期满，未办结的任务转入下一年']}
        onConfirm={(reason) => close.mutateAsync({ planId: plan.id, reason })}
        onClose={() => setIsAsking(false)}
      />
    </>
  )
}
