import type { PlanId } from '@/domain/ids'
import type { LocalDate } from '@/domain/local-date/local-date'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { getClient } from '../client'
import { readAllPages } from '../read-all-pages'
import { unwrap } from '../request'
import { givenArgs } from '../rpc-args'
import { overviewKeys } from './keys'
import { toMatrix, toPlanOverview, toSectionOverview, toTrendPoint, toUnitOverview } from './mapper'
import type { OverviewScope, PlanOverview, UnitOverview } from './overview'

/** Each issued plan with its signals, progress and scheduled progress, newest first. */
export function planOverviewOptions({ asOf, planId }: OverviewScope) {
  return queryOptions({
    queryKey: overviewKeys.plans(asOf, planId),
    queryFn: ({ signal }) => fetchPlans({ asOf, planId }, signal),
    placeholderData: keepPreviousData,
  })
}

async function fetchPlans({ asOf, planId }: OverviewScope, signal: AbortSignal): Promise<PlanOverview[]> {
  const args = givenArgs({ p_as_of: asOf, p_plan_id: planId })
  const rows = await readAllPages((from, to) =>
    getClient().rpc('plan_overview', args).range(from, to).abortSignal(signal),
  )
  return rows.map(toPlanOverview)
}

/** The chapters of a plan with the signals of their tasks. */
export function sectionOverviewOptions(planId: PlanId, asOf: LocalDate | null) {
  return queryOptions({
    queryKey: overviewKeys.sections(planId, asOf),
    queryFn: async ({ signal }) => {
      const args = { p_plan_id: planId, ...givenArgs({ p_as_of: asOf }) }
      const rows = await unwrap(getClient().rpc('section_overview', args).abortSignal(signal))
      return rows.map(toSectionOverview)
    },
  })
}

/** Units with the signals of the tasks they are accountable for. */
export function unitOverviewOptions({ asOf, planId }: OverviewScope) {
  return queryOptions({
    queryKey: overviewKeys.units(asOf, planId),
    queryFn: ({ signal }) => fetchUnits({ asOf, planId }, signal),
    placeholderData: keepPreviousData,
  })
}

async function fetchUnits({ asOf, planId }: OverviewScope, signal: AbortSignal): Promise<UnitOverview[]> {
  const args = givenArgs({ p_as_of: asOf, p_plan_id: planId })
  const rows = await readAllPages((from, to) =>
    getClient().rpc('unit_overview', args).range(from, to).abortSignal(signal),
  )
  return rows.map(toUnitOverview)
}

/** Task × year of one plan. */
export function matrixOptions(planId: PlanId, asOf: LocalDate | null) {
  return queryOptions({
    queryKey: overviewKeys.matrix(planId, asOf),
    queryFn: async ({ signal }) => {
      const args = { p_plan_id: planId, ...givenArgs({ p_as_of: asOf }) }
      const rows = await readAllPages((from, to) =>
        getClient().rpc('task_matrix', args).range(from, to).abortSignal(signal),
      )
      return toMatrix(rows)
    },
  })
}

/** Progress of one plan at its last month ends and on the day itself, oldest first; at most thirteen points. */
export function progressTrendOptions(planId: PlanId, asOf: LocalDate | null) {
  return queryOptions({
    queryKey: overviewKeys.trend(planId, asOf),
    queryFn: async ({ signal }) => {
      const args = { p_plan_id: planId, ...givenArgs({ p_as_of: asOf }) }
      const rows = await unwrap(getClient().rpc('progress_trend', args).abortSignal(signal))
      return rows.map(toTrendPoint)
    },
  })
}
