import { addDays, daysBetween, type LocalDate } from '../../src/domain/local-date/local-date'
import type { DemoAct, DemoObligation } from './demo-acts'
import { earlier, later, workdayUntil } from './demo-calendar'
import { Tale } from './demo-tale'

/** A repeatable stream of numbers in [0, 1): the demo looks the same each time on the same day. */
export function repeatableChance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}

const RETURN_REASONS = [
  '链接打开后是首页，请给出具体页面的地址。',
  '只写了打算，没有写已经做了什么，请补充已完成的内容。',
  '材料为去年的版本，请更换为今年的。',
  '未说明覆盖了哪些单位，请列明名单。',
]

/** What a story is told of. */
interface Telling {
  tale: Tale
  owed: DemoObligation
  today: LocalDate
  chance: () => number
}

const reasonBy = (chance: () => number) => RETURN_REASONS[Math.floor(chance() * RETURN_REASONS.length)] ?? ''
const inFives = (percent: number) => Math.min(95, Math.max(5, Math.round(percent / 5) * 5))

/** A supporting unit reports once on the way. */
const stepsOf = ({ is_accountable }: DemoObligation) => (is_accountable ? 3 : 1)

/** Quarterly reports from the first day up to `until`, rising evenly to `percent`; now and then one is returned first. */
function tellSteps({ tale, owed, chance }: Telling, until: LocalDate, percent: number): void {
  const from = later(tale.next, owed.start_on)
  const span = daysBetween(from, until)
  const count = Math.min(stepsOf(owed), Math.floor(span / 80))
  for (let index = 1; index <= count; index += 1) {
    const day = addDays(from, Math.floor((span * index) / (count + 1)))
    if (index > 1 && chance() < 0.07) {
      tale.handIn(day, 0, 'no_change').approve()
      continue
    }
    const reached = inFives((percent * index) / (count + 1))
    tale.handIn(day, reached)
    if (chance() < 0.12) tale.sendBack(reasonBy(chance)).handIn(tale.next, reached)
    tale.approve()
  }
}

/** What is long past has mostly been settled; what was due lately is still being mended. */
function tellPast(telling: Telling): void {
  const { tale, owed, today, chance } = telling
  const { due_on } = owed
  const luck = chance() * (daysBetween(due_on, today) > 120 ? 0.865 : 1)
  const late = earlier(addDays(due_on, 6 + Math.floor(chance() * 20)), addDays(today, -2))
  const onTime = workdayUntil(addDays(due_on, -1 - Math.floor(chance() * 12)))
  if (luck >= 0.83 && luck < 0.86) {
    tale.handIn(onTime, 0, 'not_applicable').approve()
    return
  }
  if (luck >= 0.98) return
  tellSteps(telling, luck < 0.78 ? onTime : due_on, luck < 0.78 ? 100 : luck < 0.89 ? 80 : 70)
  if (luck < 0.78) tale.handIn(onTime, 100).approve()
  else if (luck < 0.83) tale.handIn(late, 100).approve()
  else if (luck < 0.89) tale.handIn(workdayUntil(addDays(today, -3)), 100)
  else if (luck < 0.92) tale.handIn(workdayUntil(addDays(today, -8)), 100).sendBack(reasonBy(chance))
}

function tellCurrent(telling: Telling): void {
  const { tale, owed, today, chance } = telling
  const span = Math.max(1, daysBetween(owed.start_on, owed.due_on))
  const gone = (100 * daysBetween(owed.start_on, today)) / span
  const recent = (days: number) => workdayUntil(addDays(today, -days))
  const good = inFives(gone + chance() * 10)
  const luck = chance()
  if (luck >= 0.94) return
  if (luck >= 0.84) {
    // Began well and fell silent.
    tale.handIn(addDays(owed.start_on, 40), inFives(gone / 15)).approve()
    return
  }
  tellSteps(telling, addDays(today, -30), Math.max(0, gone - 10))
  if (luck < 0.4) tale.handIn(recent(4 + Math.floor(chance() * 12)), good).approve()
  else if (luck < 0.5) tale.handIn(recent(4 + Math.floor(chance() * 12)), 100).approve()
  else if (luck < 0.62) tale.handIn(recent(1 + Math.floor(chance() * 6)), good)
  else if (luck < 0.68) tale.handIn(recent(1 + Math.floor(chance() * 4)), 100)
  else if (luck < 0.76) tale.handIn(recent(8), good).sendBack(reasonBy(chance))
  else tale.save(recent(2), good)
}

/** Reports that stop half-way, though the due day has passed. */
export function tellNeglect(
  owed: DemoObligation,
  firstDay: LocalDate,
  today: LocalDate,
  chance: () => number,
): DemoAct[] {
  const tale = new Tale(owed, firstDay, chance)
  tellSteps({ tale, owed, today, chance }, earlier(owed.due_on, today), 70)
  return tale.acts
}

/** What happens to one obligation up to `today` and perhaps a little beyond; nothing for one that has not started. */
export function tellStory(
  owed: DemoObligation,
  firstDay: LocalDate,
  today: LocalDate,
  chance: () => number,
): DemoAct[] {
  if (owed.start_on > today) return []
  if (!owed.is_accountable && chance() < 0.4) return []
  const tale = new Tale(owed, firstDay, chance)
  const telling: Telling = { tale, owed, today, chance }
  if (owed.due_on < today) tellPast(telling)
  else tellCurrent(telling)
  return tale.acts
}

/** A completion that a look afterwards shows to be none: taken back, and mended where there was time for it. */
export function tellReopening(story: readonly DemoAct[], owed: DemoObligation, chance: () => number): DemoAct[] {
  const tale = new Tale(owed, owed.start_on, chance)
  tale.resumeAfter(story)
  tale.reopen('回访发现公开页面已经打不开，群众无法查询，请恢复后重新反馈。', 12)
  tale.handIn(addDays(tale.next, 5), 100).approve()
  return [...story, ...tale.acts]
}
