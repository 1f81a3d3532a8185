import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askUnits } from '../support/oracle/ask-database'
import { choose, compareLives, told } from '../support/oracle/compare-lives'
import { dayOf, written } from '../support/oracle/days'
import { compareUnits } from '../support/oracle/differences'
import type { Judgement } from '../support/oracle/judge'
import { livePlans, type Lived } from '../support/oracle/live-plans'
import { livesOf, type PlanLife } from '../support/oracle/lives'
import { readHistory } from '../support/oracle/read-history'
import { HAS_TO_BE_MET, tallyJudged, tallyLived, type Tally } from '../support/oracle/tally'

/** How many plans' lives, from which seed on, and on how many days each is asked about. */
const LIVES = Number(process.env['ORACLE_LIVES'] ?? 120)
const FIRST_SEED = Number(process.env['ORACLE_SEED'] ?? 1)
const DAYS_EACH = Number(process.env['ORACLE_DAYS'] ?? 5)

let lived: Lived
let lives: PlanLife[]
beforeAll(async () => {
  lived = await livePlans(Array.from({ length: LIVES }, (_, index) => FIRST_SEED + index))
  lives = livesOf(await readHistory(lived.county))
}, 600_000)
afterAll(() => lived.county.stop())

// tests/support/oracle says the rule a second time, from the sentences that it was agreed in and never from the SQL. Where
// the two differ, a sentence decides who is right.
describe('the database says what the second rule says', () => {
  const met: Tally = new Map()

  test('of every obligation, assignment, task and sum, on the days on which something turns and on others', async () => {
    const tell = (judged: readonly Judgement[]) => judged.forEach((each) => tallyJudged(met, each))
    const comparison = await compareLives(lived, choose(lives, DAYS_EACH), { sumsOfOneIn: 3, tell })
    expect(told(comparison, lived)).toEqual([])
    expect(comparison.compared).toBeGreaterThan(LIVES * 400)
  }, 600_000)

  test('of every unit over all plans that count on a day', async () => {
    const days = ['2024-12-31', '2025-01-16', '2025-04-30', '2025-06-30', '2025-09-10', '2025-12-31', '2026-02-01']
    for (const day of [...days, written(dayOf(Date.now() * 1000))]) {
      const comparison = compareUnits(lives, day, await askUnits(lived.county, day))
      expect(told(comparison, lived)).toEqual([])
    }
  })

  test('and all that can happen did happen, and was met', () => {
    for (const plan of lives) tallyLived(met, plan)
    const all = new Map([...met, ...lived.happened])
    expect(HAS_TO_BE_MET.filter((what) => (all.get(what) ?? 0) === 0)).toEqual([])
  })
})
