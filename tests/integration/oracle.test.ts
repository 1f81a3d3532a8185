import { appendFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { must } from '../support/actors'
import { askPlans, askUnits } from '../support/oracle/ask-database'
import { comparePlans, compareUnits, type Difference } from '../support/oracle/differences'
import { dayFrom, dayOf, written } from '../support/oracle/days'
import { daysOf } from '../support/oracle/days-to-ask'
import { livePlans, type Lived } from '../support/oracle/live-plans'
import { livesOf, type PlanLife } from '../support/oracle/lives'
import { readHistory } from '../support/oracle/read-history'
import { groupsOf } from '../support/oracle/groups'

/** How many plans' lives, from which seed on, and on how many days each is asked about. */
const LIVES = Number(process.env['ORACLE_LIVES'] ?? 300)
const FIRST_SEED = Number(process.env['ORACLE_SEED'] ?? 1)
const DAYS = Number(process.env['ORACLE_DAYS'] ?? 12)

let lived: Lived
let lives: PlanLife[]
beforeAll(async () => {
  lived = await livePlans(Array.from({ length: LIVES }, (_, index) => FIRST_SEED + index))
  lives = livesOf(await readHistory(lived.county))
})
afterAll(() => lived.county.stop())

const seen = new Map<string, number>()
const see = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1)

test('says of every plan what the second rule says, on the days that decide and on others', async () => {
  const asked = lives.flatMap((plan, index) => daysOf(plan, FIRST_SEED + index, DAYS).map((day) => ({ plan, day })))
  const differences: Difference[] = []
  let compared = 0
  for (const [day, pairs] of groupsOf(asked, ({ day }) => written(day))) {
    const plans = pairs.map(({ plan }) => plan)
    const answers = await askPlans(
      lived.county,
      day,
      plans.map(({ id }) => id),
    )
    const comparison = comparePlans(plans, day, answers)
    compared += comparison.compared
    differences.push(...comparison.differences)
    for (const { obligations, tasks } of comparison.judged) {
      for (const { reasons } of obligations) reasons.forEach(see)
      for (const { reason } of tasks) see(`task: ${reason}`)
    }
  }
  report(differences, compared)
  expect(differences.slice(0, 20)).toEqual([])
})

test('says of every unit what the second rule says, over all plans that count on a day', async () => {
  const differences: Difference[] = []
  const days = [
    '2024-12-25',
    '2025-01-10',
    '2025-03-31',
    '2025-06-30',
    '2025-09-15',
    '2025-12-31',
    '2026-02-01',
    written(dayOf(Date.now() * 1000)),
  ]
  for (const day of days) differences.push(...compareUnits(lives, day, await askUnits(lived.county, day)).differences)
  report(differences, 0)
  expect(differences.slice(0, 20)).toEqual([])
})

function report(differences: readonly Difference[], compared: number) {
  const seeds = new Map(lived.planIds.map((id, index) => [id, FIRST_SEED + index]))
  appendFileSync('/tmp/oracle-out.txt', `${compared} compared ${differences.length} differ\n`)
  for (const [column, all] of groupsOf(differences, (d) => d.column))
    appendFileSync('/tmp/oracle-out.txt', `${column} ${all.length} ${all.slice(0, 6).map((d) => JSON.stringify({ ...d, seed: seeds.get(d.planId), planId: undefined })).join('\n  ')}\n`)
  void dayFrom, must
}
test('seen', () => {
  appendFileSync('/tmp/oracle-out.txt', JSON.stringify([[...seen], [...lived.happened], [...lived.refused].filter(([, n]) => n > 3), [...lived.times]])+'\n')
})
