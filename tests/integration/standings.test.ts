import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openCounty } from '../support/actors'
import { liveRandomly } from '../support/random-year'
import { plansThatDiffer, unitsThatDiffer } from '../support/standings'

let county: Awaited<ReturnType<typeof openCounty>>
beforeAll(async () => {
  county = await openCounty()
})
afterAll(() => county.stop())

/** Ten, which is 200 histories, where there is time: in the checks on PostgreSQL. */
const ROUNDS = Number(process.env['STANDING_ROUNDS'] ?? 2)
const PLANS_A_ROUND = 20

describe('what is kept', () => {
  // 200 plans, each with a history of its own: twenty at a time live through the same year.
  test.each(Array.from({ length: ROUNDS }, (_, round) => round + 1))(
    'is what the rule computes, after every event and every turn of a day (seed %i)',
    async (seed) => {
      let events = 0
      for await (const moment of liveRandomly(county, { seed, plans: PLANS_A_ROUND, startYear: 2025 + seed })) {
        if (moment.isKept) {
          expect(await plansThatDiffer(county.stack, moment.day, moment.planIds), moment.what).toEqual([])
          if (moment.isTurn) expect(await unitsThatDiffer(county.stack, moment.day), moment.what).toEqual([])
        }
        events += 1
      }
      expect(events).toBeGreaterThan(PLANS_A_ROUND * 6)
    },
    240_000,
  )
})
