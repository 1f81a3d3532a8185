import type { DroppedPassage, ParsedPlan } from './types'

const PLAN_TITLE = /要点|计划|计劃|計劃|方案|措施|清单|清單|分工|分解|意见|意見|政策|安排|实事|實事|规划|規劃/

/** Keeps the plans that hold tasks; a covering notice with demands of its own is none. */
export function choosePlans(plans: readonly ParsedPlan[]): { plans: ParsedPlan[]; dropped: DroppedPassage[] } {
  const withTasks = plans.filter((plan) => plan.tasks.length > 0)
  const hasUnits = (plan: ParsedPlan): boolean => plan.tasks.some((task) => task.units.length > 0)
  const anyUnits = withTasks.some(hasUnits)
  const isNotice = (plan: ParsedPlan, index: number): boolean =>
    anyUnits &&
    withTasks.length > 1 &&
    index === 0 &&
    !hasUnits(plan) &&
    (!PLAN_TITLE.test(plan.title ?? '') || plan.title === withTasks[1]?.title)
  const kept = withTasks.filter((plan, index) => !isNotice(plan, index))
  const dropped = withTasks.filter(isNotice).flatMap((plan): DroppedPassage[] => {
    const first = plan.tasks[0]
    const last = plan.tasks.at(-1)
    return first === undefined || last === undefined ? [] : [{ start: first.start, end: last.end, reason: 'notice' }]
  })
  return { plans: withSharedIssuance(kept, plans[0]), dropped }
}

/** Plans that one notice issues share its number, body and date. */
function withSharedIssuance(plans: readonly ParsedPlan[], first: ParsedPlan | undefined): ParsedPlan[] {
  if (first === undefined) return []
  return plans.map((plan) => ({
    ...plan,
    documentNumber: plan.documentNumber ?? first.documentNumber,
    issuingBody: plan.issuingBody ?? first.issuingBody,
    issuedOn: plan.issuedOn ?? first.issuedOn,
  }))
}
