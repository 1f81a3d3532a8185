import type { Json } from '@/data/database.types'
import { must, type UnitName } from '../actors'
import { draft } from '../issued-plan'
import { chanceOf, type Chance } from './chance'
import { dayFrom, written, type Day } from './days'
import { DOES, minuteOf, type Happening, type Owed } from './happenings'
import type { Role } from './history'
import { reportingStory } from './reporting-story'

/** What a plan is and all that happens to it. */
export interface Story {
  seed: number
  issuedAt: string
  content: Record<string, Json>
  happenings: Happening[]
}

const YEAR = 2025
const [FIRST, LAST] = [dayFrom(`${YEAR}-01-01`), dayFrom(`${YEAR}-12-31`)]
const UNITS: readonly UnitName[] = ['教育局', '民政局', '东街道', '西街道']
const CASTS: readonly (readonly Role[])[] = [
  ['lead'],
  ['lead', 'lead'],
  ['lead', 'responsible'],
  ['lead', 'responsible', 'responsible'],
  ['lead', 'supporting'],
  ['responsible'],
  ['responsible', 'responsible'],
  ['responsible', 'supporting'],
  ['lead', 'responsible', 'supporting'],
  ['supporting'],
]

interface Cast {
  position: number
  units: readonly (readonly [name: UnitName, role: Role])[]
  due: readonly Day[]
}

/** A plan's life by chance; the same seed tells the same story. */
export function storyOf(seed: number): Story {
  const chance = chanceOf(seed)
  const issuedOn = chance.is(0.6) ? FIRST + chance.between(-12, 20) : FIRST + chance.between(60, 250)
  const casts = Array.from({ length: chance.pick([1, 1, 1, 2]) }, (_, index) => castOf(index + 1, chance))
  const owed = casts.flatMap(owedBy)
  const happenings = [
    ...owed.flatMap((each) => reportingStory(each, issuedOn, chance)),
    ...owed.filter(({ dueOn }) => dueOn < issuedOn).flatMap((each) => answers(each, issuedOn, chance)),
    ...casts.flatMap((cast) => officeStory(cast, issuedOn, chance)),
    ...closing(owed, chance),
  ]
  const issuedAt = minuteOf(issuedOn, chance)
  return {
    seed,
    issuedAt,
    content: contentOf(casts, chance),
    happenings: inOrder(happenings.filter(({ at }) => at > issuedAt)),
  }
}

/** In the order of time, no two at the same instant: each a millisecond after the one that was thought of before. */
function inOrder(happenings: readonly Happening[]): Happening[] {
  return happenings
    .map((each, index) => ({ ...each, at: each.at.replace(':00+', `:${(index / 1000).toFixed(3).padStart(6, '0')}+`) }))
    .sort((a, b) => (a.at < b.at ? -1 : 1))
}

function castOf(position: number, chance: Chance): Cast {
  const roles = chance.pick(CASTS)
  const names = chance.some(UNITS, roles.length)
  const due = new Set(Array.from({ length: chance.pick([1, 1, 1, 2, 3]) }, () => chance.between(FIRST + 20, LAST)))
  return {
    position,
    units: roles.map((role, index) => [must(names[index]), role]),
    due: [...due].sort((a, b) => a - b),
  }
}

function owedBy({ position, units, due }: Cast): Owed[] {
  return units.flatMap(([unit]) => due.map((dueOn) => ({ position, unit, milestone: milestoneOf(dueOn), dueOn })))
}

function contentOf(casts: readonly Cast[], chance: Chance): Record<string, Json> {
  const document = {
    startsOn: written(FIRST),
    endsOn: written(LAST),
    reportingCadence: chance.pick(['none', 'monthly', 'quarterly', 'half_yearly', 'yearly']),
    reportGraceDays: chance.pick([0, 5, 10, 30]),
    warningDays: chance.pick([0, 3, 15, 15, 45]),
    behindPoints: chance.pick([20, 20, 5, 50]),
  }
  const tasks = casts.map(({ position, units, due }) => ({ number: String(position), units, dueOn: due.map(written) }))
  return draft(tasks, document)
}

/** What a milestone is called, also after its day was moved. */
const milestoneOf = (dueOn: Day) => `${written(dueOn)}前完成`

/** What the office says, now or later or never, of what fell due before it was given. */
function answers({ dueOn, ...owed }: Owed, givenOn: Day, chance: Chance): Happening[] {
  const answer = chance.pick(['done', 'owed', 'owed', 'not_tracked', 'silence'])
  const day = givenOn + chance.pick([0, 0, 1, 10, 40])
  const doneOn = answer === 'done' ? written(Math.min(dueOn + chance.between(-10, 8), day)) : null
  const newDueOn = answer === 'owed' && chance.is(0.5) ? written(day + chance.between(0, 60)) : null
  const said: Happening = {
    ...owed,
    what: newDueOn === null ? `answers ${answer}` : 'answers owed by a new date',
    who: 'lead office',
    at: minuteOf(day, chance),
    sql: DOES.answers,
    answer,
    doneOn,
    dueOn: newDueOn,
  }
  const taken = { ...owed, what: 'reopens', who: 'lead office', sql: DOES.reopens } as const
  return answer === 'silence'
    ? []
    : answer === 'done' && chance.is(0.4)
      ? [said, { ...taken, at: minuteOf(day + chance.between(1, 60), chance) }]
      : [said]
}

/** What the office does to a task: dates, units, roles. */
function officeStory(cast: Cast, issuedOn: Day, chance: Chance): Happening[] {
  const { position, units, due } = cast
  const office = { who: 'lead office', position } as const
  const someDay = () => issuedOn + chance.between(1, 300)
  const happenings: Happening[] = []
  const at = (day: Day) => minuteOf(day, chance)
  due.forEach((dueOn) => {
    const milestone = milestoneOf(dueOn)
    if (chance.is(0.35)) {
      const [days, percent] = [chance.between(-30, 60), chance.pick([1, 2, 5])]
      const day = chance.is(0.5) ? dueOn + chance.between(-40, 30) : someDay()
      happenings.push({ ...office, what: 'amends', at: at(day), sql: DOES.amends, milestone, days, percent })
    }
    for (const [unit] of units)
      if (chance.is(0.15)) {
        const extension = { position, milestone, unit, days: chance.between(1, 40) }
        const day = dueOn + chance.between(-15, 10)
        happenings.push({ ...extension, what: 'extends', who: 'owner', at: at(day), sql: DOES.extends })
      }
  })
  if (chance.is(0.3)) happenings.push(...newcomer(cast, someDay(), chance))
  for (const [unit, role] of units) {
    if (chance.is(0.15)) happenings.push(...comingBack(cast, unit, role, someDay(), chance))
    if (chance.is(0.08)) {
      const changed = chance.pick(['lead', 'responsible', 'supporting'] as const)
      const change = { position, unit, role: changed, what: 'changes a role', who: 'owner' } as const
      happenings.push({ ...change, at: at(someDay()), sql: DOES['changes a role'] })
    }
  }
  if (chance.is(0.05))
    happenings.push({ ...office, what: 'withdraws a task', at: at(someDay()), sql: DOES['withdraws a task'] })
  return happenings
}

/** A unit that gets a task later than the others. */
function newcomer({ position, units, due }: Cast, day: Day, chance: Chance): Happening[] {
  const unit = UNITS.find((name) => !units.some(([had]) => had === name))
  if (unit === undefined) return []
  const added: Happening = {
    what: 'adds a unit',
    who: 'lead office',
    at: minuteOf(day, chance),
    sql: DOES['adds a unit'],
    position,
    unit,
    role: chance.pick(['lead', 'responsible', 'supporting']),
  }
  return [added, ...owedBy({ position, units: [[unit, 'lead']], due }).flatMap((owed) => since(owed, day, chance))]
}

function since(owed: Owed, day: Day, chance: Chance): Happening[] {
  return [...reportingStory(owed, day, chance), ...(owed.dueOn < day ? answers(owed, day, chance) : [])]
}

/** A unit that is taken off a task, and at times given it anew. */
function comingBack({ position, due }: Cast, unit: UnitName, role: Role, day: Day, chance: Chance): Happening[] {
  const office = { who: 'lead office', position, unit } as const
  const gone: Happening = {
    ...office,
    what: 'withdraws a unit',
    at: minuteOf(day, chance),
    sql: DOES['withdraws a unit'],
  }
  if (chance.is(0.4)) return [gone]
  const backOn = day + chance.pick([0, 1, 20, 60])
  const back: Happening = {
    ...office,
    what: 'gives anew',
    at: minuteOf(backOn, chance),
    sql: DOES['adds a unit'],
    role: chance.is(0.7) ? role : chance.pick(['lead', 'responsible', 'supporting'] as const),
  }
  return [
    gone,
    back,
    ...owedBy({ position, units: [[unit, role]], due }).flatMap((owed) => since(owed, backOn, chance)),
  ]
}

/** Some plans are closed, and what waits then is decided later. */
function closing(owed: readonly Owed[], chance: Chance): Happening[] {
  if (!chance.is(0.3)) return []
  const day = LAST + chance.between(-150, 10)
  const closed: Happening = {
    what: 'closes the plan',
    who: 'lead office',
    at: minuteOf(day, chance),
    sql: DOES['closes the plan'],
  }
  const decided = owed.map(({ dueOn: _dueOn, ...each }): Happening => ({
    ...each,
    what: 'reviews after closing',
    who: 'lead office',
    at: minuteOf(day + chance.between(1, 30), chance),
    sql: DOES.reviews,
    decision: chance.pick(['approved', 'approved', 'returned']),
  }))
  return [closed, ...decided]
}
