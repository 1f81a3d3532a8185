import { addDays, parseLocalDate, type LocalDate } from '../../src/domain/local-date/local-date'
import { inOrderOfTime, type AmendingDeed, type DemoAct, type DemoObligation } from './demo-acts'
import { dayOf, type Instant } from './demo-calendar'
import { repeatableChance, tellNeglect, tellReopening, tellStory } from './demo-stories'

/** A plan as it stands when it is issued. */
export interface DemoPlan {
  readonly issuedAt: Instant
  readonly obligations: readonly DemoObligation[]
  readonly amendments: readonly AmendingDeed[]
}

/** Units whose people sign in in the demo: some of what they hand in is a file. */
const FILES_OF_ONE_UNIT = 3

/**
 * Everything that happens to an issued plan until `now`, in the order of time. Stories may run on beyond `now`, which is
 * where they are cut: so something is always under way, and nothing has happened that has not happened yet.
 */
export function planLife(plan: DemoPlan, now: Instant, unitsWithFiles: ReadonlySet<string>): DemoAct[] {
  const today = dayOf(now)
  const amendments = plan.amendments.filter(({ at }) => at <= now)
  const obligations = plan.obligations.map((owed) => withAmendedDue(owed, amendments))
  const firstDay = addDays(dayOf(plan.issuedAt), 1)
  const chance = repeatableChance(20_260_101)
  const neglected = neglectedTasks(obligations, today)
  const stories = obligations.map((owed) =>
    neglected.has(owed.task_id) ? tellNeglect(owed, firstDay, today, chance) : tellStory(owed, firstDay, today, chance),
  )
  const told = withReopenings(stories, today, chance).map((story) => endStory(story, amendments, now))
  return inOrderOfTime([...amendments, ...withFiles(told.flat(), unitsWithFiles)])
}

function withAmendedDue(owed: DemoObligation, amendments: readonly AmendingDeed[]): DemoObligation {
  const moved = amendments.find(({ deed, number }) => deed === 'amend_due' && number === owed.number)
  return moved === undefined ? owed : { ...owed, due_on: parseLocalDate(moved.detail) }
}

/** Two tasks that came due in the last months and were not finished: a demo without a red light teaches nothing. */
function neglectedTasks(obligations: readonly DemoObligation[], today: LocalDate): Set<string> {
  const lately = obligations.filter(
    ({ due_on, is_accountable }) => is_accountable && due_on < today && due_on > addDays(today, -240),
  )
  return new Set([...new Set(lately.map(({ task_id }) => task_id))].slice(-2))
}

/** Takes two completions back: one of the summer, mended since, and the last one that was approved some weeks ago. */
function withReopenings(
  stories: readonly DemoAct[][],
  today: LocalDate,
  chance: () => number,
): readonly (readonly DemoAct[])[] {
  const completions = stories.filter((story) => isCompletedBefore(story, addDays(today, -20)))
  const byEnd = completions.toSorted((a, b) => ((a.at(-1)?.at ?? '') < (b.at(-1)?.at ?? '') ? -1 : 1))
  const chosen = new Set([byEnd[Math.floor(byEnd.length / 2)], byEnd.at(-1)])
  return stories.map((story) => {
    const owed = ownerOf(story)
    return owed !== undefined && chosen.has(story) ? tellReopening(story, owed, chance) : story
  })
}

function isCompletedBefore(story: readonly DemoAct[], day: LocalDate): boolean {
  const [report, review] = story.slice(-2)
  return (
    report?.deed === 'hand_in' &&
    report.percent === 100 &&
    report.owed.is_accountable &&
    review?.deed === 'approve' &&
    dayOf(review.at) < day
  )
}

function ownerOf([first]: readonly DemoAct[]): DemoObligation | undefined {
  return first !== undefined && 'owed' in first ? first.owed : undefined
}

/** Cuts a story where it would run into what has not happened yet, or where its task or unit was taken out of the plan. */
function endStory(story: readonly DemoAct[], amendments: readonly AmendingDeed[], now: Instant): readonly DemoAct[] {
  const known = story.slice(
    0,
    cutAt(story, (at) => at > now),
  )
  const owed = ownerOf(known)
  const end = amendments.find(
    ({ deed, number, detail }) =>
      number === owed?.number && (deed === 'withdraw_task' || (deed === 'withdraw_unit' && detail === owed.unit)),
  )
  if (end === undefined) return known
  const before = known.slice(
    0,
    cutAt(known, (at) => at >= end.at),
  )
  // Nothing is left half done on what was withdrawn.
  return before.slice(0, before.findLastIndex(({ deed }) => deed === 'approve') + 1)
}

function cutAt(story: readonly DemoAct[], isBeyond: (at: Instant) => boolean): number {
  const index = story.findIndex(({ at }) => isBeyond(at))
  return index === -1 ? story.length : index
}

/** A unit's last completions are proved by files, where its people show the demo. */
function withFiles(acts: readonly DemoAct[], units: ReadonlySet<string>): DemoAct[] {
  const left = new Map([...units].map((unit) => [unit, FILES_OF_ONE_UNIT]))
  return acts.map((act) => {
    if (act.deed !== 'hand_in' || act.percent !== 100 || act.kind !== 'progress') return act
    const files = left.get(act.owed.unit) ?? 0
    if (files === 0) return act
    left.set(act.owed.unit, files - 1)
    return { ...act, evidence: 'file' as const }
  })
}
