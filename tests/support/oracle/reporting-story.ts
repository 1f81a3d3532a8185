import type { Chance } from './chance'
import type { Day } from './days'
import { DOES, minuteOf, type Happening, type Owed } from './happenings'

/** How a unit reports on what it owes, and what the office makes of it. */
export function reportingStory(owed: Owed, givenOn: Day, chance: Chance): Happening[] {
  const tell = teller(owed, chance)
  const told: Happening[] = []
  const last = Math.max(owed.dueOn, givenOn + 5)
  if (chance.is(0.45))
    for (let day = givenOn + chance.between(0, 60); day < last + 20; day += chance.between(20, 110)) {
      told.push(tell.handsIn(day, chance.is(0.2) ? 'no_change' : 'progress', chance.pick([10, 30, 60, 80, 99])))
      if (chance.is(0.8)) told.push(tell.reviews(day + chance.pick([0, 1, 3, 20]), chance.is(0.75)))
    }
  if (chance.is(0.75)) told.push(...completion(tell, completedOn(owed.dueOn, givenOn, chance), chance))
  if (chance.is(0.2)) {
    const day = last + chance.between(0, 60)
    told.push(tell.reopens(day))
    if (chance.is(0.6)) told.push(...completion(tell, day + chance.between(0, 40), chance))
  }
  return told
}

/** Near the due day as a rule: on it, the day after, some days before or after. */
function completedOn(dueOn: Day, givenOn: Day, chance: Chance): Day {
  const day = dueOn + chance.pick([0, 0, 1, 1, -1, -40, chance.between(-30, 0), chance.between(1, 40)])
  return day < givenOn ? givenOn + chance.between(0, 30) : day
}

/** A completing report that may come back, and be handed in again within the days to mend, on the last of them, or later. */
function completion(tell: ReturnType<typeof teller>, firstDay: Day, chance: Chance): Happening[] {
  const told: Happening[] = []
  let day = firstDay
  for (let attempt = 0; attempt < 3; attempt += 1) {
    told.push(chance.is(0.12) ? tell.handsIn(day, 'not_applicable', 0) : tell.handsIn(day, 'progress', 100))
    if (chance.is(0.12)) return told
    const took = chance.pick([0, 1, 2, 4, 9, 16, 30])
    const isApproved = chance.is(attempt === 0 ? 0.45 : 0.6)
    told.push(tell.reviews(day + took, isApproved))
    if (isApproved || chance.is(0.15)) return told
    const toMend = Math.min(Math.max(took, 3), 15)
    day += took + chance.pick([0, 1, toMend, toMend, toMend + 1, chance.between(0, 30)])
    // A word in between that completes nothing.
    if (chance.is(0.15)) {
      told.push(tell.handsIn(day, 'progress', 90), tell.reviews(day, false))
      day += chance.between(0, 3)
    }
  }
  return told
}

function teller({ dueOn: _dueOn, ...owed }: Owed, chance: Chance) {
  const at = (day: Day) => minuteOf(day, chance)
  const office = { ...owed, who: 'lead office' } as const
  return {
    handsIn: (day: Day, kind: string, percent: number): Happening => {
      const what = percent === 100 ? 'hands in a completion' : `hands in ${kind}`
      return { ...owed, what, who: owed.unit, at: at(day), sql: DOES['hands in'], kind, percent }
    },
    reviews: (day: Day, isApproved: boolean): Happening => {
      const decision = isApproved ? 'approved' : 'returned'
      return { ...office, what: `reviews: ${decision}`, at: at(day), sql: DOES.reviews, decision }
    },
    reopens: (day: Day): Happening => ({ ...office, what: 'reopens', at: at(day), sql: DOES.reopens }),
  }
}
