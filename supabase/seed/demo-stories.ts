/** What happened to each obligation of the demo county: every state a report can be in, in likely proportions. */

export interface DemoObligation {
  assignment_id: string
  milestone_id: string
  task_id: string
  unit_id: string
  start_on: string
  due_on: string
  is_accountable: boolean
  title: string
}

/** A report as handed in, with its review; `decision` null awaits review. Days are business days before `today`. */
export interface DemoSubmission {
  day: string
  kind: 'progress' | 'no_change' | 'not_applicable'
  percent: number
  decision: 'approved' | 'returned' | null
  decidedDay: string | null
  reason: string
  words: number
}

/** Submissions that belong to one report; a draft has none. */
export interface DemoReport {
  state: 'draft' | 'submitted' | 'returned' | 'approved'
  percent: number
  words: number
  submissions: DemoSubmission[]
}

const DAY = 86_400_000
const toTime = (day: string) => Date.parse(`${day}T00:00:00Z`)

/** `day` moved by a number of days. */
export function shiftDay(day: string, days: number): string {
  return new Date(toTime(day) + days * DAY).toISOString().slice(0, 10)
}

/** Days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((toTime(to) - toTime(from)) / DAY)
}

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

function approved(
  day: string,
  percent: number,
  chance: () => number,
  today: string,
  kind: DemoSubmission['kind'] = 'progress',
): DemoReport {
  const decidedDay = earlier(shiftDay(day, 1 + Math.floor(chance() * 4)), today)
  const words = Math.floor(chance() * 1000)
  return {
    state: 'approved',
    percent,
    words,
    submissions: [{ day, kind, percent, decision: 'approved', decidedDay, reason: '', words }],
  }
}

function pending(day: string, percent: number, chance: () => number): DemoReport {
  const words = Math.floor(chance() * 1000)
  return {
    state: 'submitted',
    percent,
    words,
    submissions: [{ day, kind: 'progress', percent, decision: null, decidedDay: null, reason: '', words }],
  }
}

function returned(day: string, percent: number, chance: () => number, today: string): DemoReport {
  const words = Math.floor(chance() * 1000)
  const reason = RETURN_REASONS[words % RETURN_REASONS.length] ?? ''
  const decidedDay = earlier(shiftDay(day, 2), today)
  return {
    state: 'returned',
    percent,
    words,
    submissions: [{ day, kind: 'progress', percent, decision: 'returned', decidedDay, reason, words }],
  }
}

/** Returned once, mended and approved: two submissions of one report. */
function mended(day: string, percent: number, chance: () => number, today: string): DemoReport {
  const first = returned(day, percent, chance, today).submissions
  const second = approved(shiftDay(day, 6), percent, chance, today)
  return { ...second, submissions: [...first, ...second.submissions] }
}

function earlier(a: string, b: string): string {
  return a < b ? a : b
}

/** Quarterly reports from the start up to `until`, rising evenly to `percent`. */
function steps(
  obligation: DemoObligation,
  until: string,
  percent: number,
  chance: () => number,
  today: string,
): DemoReport[] {
  const span = daysBetween(obligation.start_on, until)
  const count = Math.min(4, Math.floor(span / 80))
  return Array.from({ length: count }, (_, index) => {
    const day = shiftDay(obligation.start_on, Math.floor((span * (index + 1)) / (count + 1)))
    const reached = Math.round((percent * (index + 1)) / (count + 1) / 5) * 5
    return chance() < 0.12 ? mended(day, reached, chance, today) : approved(day, reached, chance, today)
  })
}

/** What is long past has mostly been settled; what was due lately is still being mended. */
function pastStory(obligation: DemoObligation, today: string, chance: () => number): DemoReport[] {
  const { due_on } = obligation
  const luck = chance() * (daysBetween(due_on, today) > 120 ? 0.865 : 1)
  const late = earlier(shiftDay(due_on, 6 + Math.floor(chance() * 20)), shiftDay(today, -2))
  const onTime = shiftDay(due_on, -1 - Math.floor(chance() * 12))
  if (luck < 0.78) return [...steps(obligation, onTime, 100, chance, today), approved(onTime, 100, chance, today)]
  if (luck < 0.83) return [...steps(obligation, due_on, 80, chance, today), approved(late, 100, chance, today)]
  if (luck < 0.86) return [approved(onTime, 0, chance, today, 'not_applicable')]
  if (luck < 0.89) return [...steps(obligation, due_on, 80, chance, today), pending(shiftDay(today, -3), 100, chance)]
  if (luck < 0.92)
    return [...steps(obligation, due_on, 60, chance, today), returned(shiftDay(today, -8), 100, chance, today)]
  if (luck < 0.98) return steps(obligation, due_on, 70, chance, today)
  return []
}

function currentStory(obligation: DemoObligation, today: string, chance: () => number): DemoReport[] {
  const gone = Math.round(
    (100 * daysBetween(obligation.start_on, today)) / Math.max(1, daysBetween(obligation.start_on, obligation.due_on)),
  )
  const recent = shiftDay(today, -2 - Math.floor(chance() * 14))
  const before = steps(obligation, shiftDay(today, -30), Math.max(0, gone - 10), chance, today)
  const good = Math.min(95, Math.round((gone + chance() * 10) / 5) * 5)
  const luck = chance()
  if (luck < 0.4) return [...before, approved(recent, good, chance, today)]
  if (luck < 0.5) return [...before, approved(recent, 100, chance, today)]
  if (luck < 0.62) return [...before, pending(shiftDay(today, -1 - Math.floor(chance() * 6)), good, chance)]
  if (luck < 0.68) return [...before, pending(shiftDay(today, -1 - Math.floor(chance() * 4)), 100, chance)]
  if (luck < 0.76) return [...before, returned(shiftDay(today, -6), good, chance, today)]
  if (luck < 0.84) return [...before, { state: 'draft', percent: good, words: 7, submissions: [] }]
  if (luck < 0.94)
    return [approved(shiftDay(obligation.start_on, 40), Math.max(5, Math.round(gone / 15) * 5), chance, today)]
  return []
}

/** Reports that stop half-way, though the due day has passed. */
export function tellNeglect(obligation: DemoObligation, today: string, chance: () => number): DemoReport[] {
  const until = earlier(obligation.due_on, today)
  return steps(obligation, until, 70, chance, today).filter((report) =>
    report.submissions.every(({ day }) => day >= obligation.start_on && day <= today),
  )
}

/** The reports of one obligation up to `today`, oldest first; nothing for one that has not started. */
export function tellStory(obligation: DemoObligation, today: string, chance: () => number): DemoReport[] {
  if (obligation.start_on > today) return []
  if (!obligation.is_accountable && chance() < 0.4) return []
  const story =
    obligation.due_on < today ? pastStory(obligation, today, chance) : currentStory(obligation, today, chance)
  return story.filter((report) =>
    report.submissions.every((submission) => submission.day >= obligation.start_on && submission.day <= today),
  )
}
