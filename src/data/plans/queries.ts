import type { PlanId } from '@/domain/ids'
import { PLANS_PER_PAGE, type PlanFilter, type PlanSection } from '@/domain/plans/plan'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { getClient } from '../client'
import { readAllPages } from '../read-all-pages'
import { expectOneRow, likeValue, unwrap, unwrapPage } from '../request'
import { planKeys } from './keys'
import { PLAN_COLUMNS, PLAN_SUMMARY_COLUMNS, toPlan, toPlanSummary } from './mapper'

/** One page of the plans that the reader may see: drafts first, then the newest. */
export function planListOptions(filter: PlanFilter) {
  return queryOptions({
    queryKey: planKeys.list(filter),
    queryFn: ({ signal }) => fetchPlans(filter, signal),
    placeholderData: keepPreviousData,
  })
}

async function fetchPlans(filter: PlanFilter, signal: AbortSignal) {
  const first = (filter.page - 1) * PLANS_PER_PAGE
  let request = getClient().from('plans').select(PLAN_SUMMARY_COLUMNS, { count: 'exact' })
  if (filter.state !== '') request = request.eq('state', filter.state)
  if (filter.words.trim() !== '') {
    const like = likeValue(filter.words)
    request = request.or(`title.ilike.${like},document_number.ilike.${like},issuing_body.ilike.${like}`)
  }
  const { rows, total } = await unwrapPage(
    request
      .order('state')
      .order('starts_on', { ascending: false })
      .order('created_at', { ascending: false })
      .order('id')
      .range(first, first + PLANS_PER_PAGE - 1)
      .abortSignal(signal),
  )
  return { plans: rows.map(toPlanSummary), total }
}

/** One plan. */
export function planOptions(planId: PlanId) {
  return queryOptions({
    queryKey: planKeys.detail(planId),
    queryFn: async ({ signal }) => {
      const rows = await unwrap(getClient().from('plans').select(PLAN_COLUMNS).eq('id', planId).abortSignal(signal))
      return toPlan(expectOneRow(rows))
    },
  })
}

/** The chapters of an issued plan, in order. */
export function planSectionsOptions(planId: PlanId) {
  return queryOptions({
    queryKey: planKeys.sections(planId),
    queryFn: ({ signal }): Promise<PlanSection[]> =>
      readAllPages((from, to) =>
        getClient()
          .from('plan_sections')
          .select('id, number, title')
          .eq('plan_id', planId)
          .order('position')
          .range(from, to)
          .abortSignal(signal),
      ),
  })
}
