import { askPlans } from './ask-database'
import { written } from './days'
import { daysOf } from './days-to-ask'
import { comparePlans, type Comparison, type Difference } from './differences'
import { groupsOf } from './groups'
import type { Judgement } from './judge'
import type { Lived } from './live-plans'
import type { PlanLife } from './lives'

/** What is asked: some plans on each day. */
export type Asked = readonly (readonly [day: string, plans: readonly PlanLife[]])[]

/** Chooses on which days to ask about each plan. */
export function choose(lives: readonly PlanLife[], daysEach: number): Asked {
  const pairs = lives.flatMap((plan, index) => daysOf(plan, index + 1, daysEach).map((day) => ({ plan, day })))
  return [...groupsOf(pairs, ({ day }) => written(day))].map(([day, of]) => [day, of.map(({ plan }) => plan)])
}

interface Comparing {
  /** Of how many plans one is asked for its sums too, which takes longer. */
  sumsOfOneIn?: number
  isEnough?: (found: readonly Difference[]) => boolean
  tell?: (judged: readonly Judgement[]) => void
}

/** Asks the database all that and holds it against the second rule, until that is enough. */
export async function compareLives(
  { county }: Pick<Lived, 'county'>,
  asked: Asked,
  { sumsOfOneIn = 1, isEnough = () => false, tell = () => undefined }: Comparing = {},
): Promise<Comparison> {
  const all: Comparison = { compared: 0, differences: [] }
  for (const [index, [day, plans]] of asked.entries()) {
    const ids = plans.map(({ id }) => id)
    const summed = ids.filter((_, place) => (place + index) % sumsOfOneIn === 0)
    const { compared, differences, judged } = comparePlans(plans, day, await askPlans(county, day, ids, summed))
    all.compared += compared
    all.differences.push(...differences)
    tell(judged)
    if (isEnough(all.differences)) break
  }
  return all
}

/** Differences as a failed test tells them: how many in each column, and some of them with the seed of the plan's story. */
export function told({ differences }: Comparison, { planIds, seeds }: Pick<Lived, 'planIds' | 'seeds'>): string[] {
  const seedOf = new Map(planIds.map((id, index) => [id, seeds[index]]))
  return [...groupsOf(differences, ({ column }) => column)].map(([column, all]) => {
    const some = all.slice(0, 3).map(({ day, planId, id, database, oracle }) => {
      return `seed ${seedOf.get(planId)} on ${day}: ${JSON.stringify(database)}, not ${JSON.stringify(oracle)} (${id})`
    })
    return `${column} differs ${all.length} times: ${some.join('; ')}`
  })
}
