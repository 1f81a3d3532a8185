import { expect } from 'vitest'
import { must, okay, succeed, type Actor, type County, type UnitName } from './actors'
import { draft, issuePlan, type IssuedPlan } from './issued-plan'
import { handIn, review, type Obligation, type ReportWords } from './reports'

// A past that was lived: the clock that the rules go by is set, and people do on each day what they did, through the
// functions that the app calls.

type Stack = County['stack']

/** Noon in Asia/Shanghai. */
export const noon = (date: string): string => `${date}T12:00:00+08`

/** The last second of a business day. */
export const evening = (date: string): string => `${date}T23:59:59+08`

/** Does something at an instant; afterwards it is now again. */
export async function at<T>(stack: Stack, instant: string, work: () => Promise<T>): Promise<T> {
  await stack.liveAt(instant)
  try {
    return await work()
  } finally {
    await stack.liveAt()
  }
}

/** The first moment of a day: what is issued then is known all day. */
export const morning = (date: string): string => `${date}T00:00:00+08`

/** Issues a plan for 2025 on its first day, or another. */
export function issueAt(
  { stack, lead }: Pick<County, 'stack' | 'lead'>,
  date: string,
  tasks: Parameters<typeof draft>[0],
  document: Parameters<typeof draft>[1] = {},
): Promise<IssuedPlan> {
  const content = draft(tasks, { startsOn: '2025-01-01', endsOn: '2025-12-31', ...document })
  return at(stack, morning(date), () => issuePlan({ lead }, content))
}

/** The person of a unit; the subdistricts have none. */
export function clerkOf(county: County, unit: UnitName): Actor {
  const clerks: Partial<Record<UnitName, Actor>> = {
    教育局: county.education,
    民政局: county.civil,
    财政局: county.outsider,
  }
  return must(clerks[unit])
}

export interface LivedReport extends ReportWords {
  at: string
  decision?: 'approved' | 'returned'
  /** The moment of handing in, unless the review took its time. */
  decidedAt?: string
}

/** Hands a report in at one instant and has it reviewed at another; goes on with a copy that was returned. */
export async function reportAt(
  county: County,
  unit: UnitName,
  owed: Obligation,
  { at: handedInAt, decision, decidedAt = handedInAt, ...words }: LivedReport,
): Promise<string> {
  const clerk = clerkOf(county, unit)
  const { submissionId } = await at(county.stack, handedInAt, async () => {
    const open = okay(
      await clerk.client
        .from('progress_reports')
        .select('revision')
        .eq('obligation_id', owed.id)
        .neq('state', 'approved'),
    )
    const said = { percent: 100, ...words }
    const isComplete = said.percent === 100 && (said.kind ?? 'progress') === 'progress'
    return handIn(clerk, county.units[unit], owed, { hasEvidence: isComplete, ...said }, open[0]?.revision ?? 0)
  })
  if (decision !== undefined) await reviewAt(county, decidedAt, submissionId, decision)
  return submissionId
}

/** The lead office decides at an instant. */
export function reviewAt(
  { stack, lead }: County,
  instant: string,
  submissionId: string,
  decision: 'approved' | 'returned',
): Promise<void> {
  return at(stack, instant, () => succeed(review(lead, submissionId, decision)))
}

/**
 * Asks about a past day three times: in hindsight, on that evening before anybody turned the day (computed), and after
 * (kept). What was known on a day is one thing, whoever asks when, and is answered once.
 */
export async function askOn<T>({ stack, lead }: County, date: string, ask: (asOf?: string) => Promise<T>): Promise<T> {
  const hindsight = await ask(date)
  const [computed, kept] = await at(stack, evening(date), async () => {
    await forgetStandings(stack)
    const before = await ask()
    await keepStandings(stack)
    expect(okay(await lead.client.rpc('ensure_day')), 'the day is turned once').toBe(true)
    return [before, await ask()]
  })
  expect(computed, `${date}: on the day, and in hindsight`).toEqual(hindsight)
  expect(kept, `${date}: kept, and computed`).toEqual(computed)
  return kept
}

/** Tests go back in time, which no day does: nothing was kept yet. */
async function forgetStandings(stack: Stack): Promise<void> {
  await stack.sql(`update private.standing_day set day = '-infinity'`)
  await stack.sql(
    'truncate private.obligation_standings, private.assignment_standings, private.task_standings, private.plan_counts, private.unit_counts',
  )
}

async function keepStandings(stack: Stack): Promise<void> {
  await stack.sql('select private.refresh_standings(array(select id from public.tasks))')
}
