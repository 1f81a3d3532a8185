import { must, type County } from './actors'
import { draft, importPlan } from './issued-plan'
import { seededRandom } from './seeded-random'
import type { TestStack } from './stack'

/** Something that happened, and whose standings it may have changed. */
export interface Moment {
  what: string
  /** The business day on which it happened. */
  day: string
  planIds: readonly string[]
  isTurn: boolean
  /** Whether standings answer for this day: its turn was made. */
  isKept: boolean
}

interface Chance {
  (): number
  pick<T>(from: readonly T[]): T
}

function chanceOf(seed: number): Chance {
  const next = seededRandom(seed)
  return Object.assign(next, { pick: <T>(from: readonly T[]): T => must(from[Math.floor(next() * from.length)]) })
}

const UNITS = ['教育局', '民政局', '东街道', '西街道'] as const
const ROLES = ['lead', 'responsible', 'supporting'] as const

/** The clock of a history: goes on by minutes, hours or weeks. */
class Clock {
  #at: number
  constructor(start: string) {
    this.#at = Date.parse(start)
  }
  goOn(milliseconds: number): void {
    this.#at += milliseconds
  }
  get instant(): string {
    return new Date(this.#at).toISOString()
  }
  /** In Asia/Shanghai. */
  get day(): string {
    return new Date(this.#at + 8 * 3_600_000).toISOString().slice(0, 10)
  }
}

/**
 * Lives through a year in which some plans are issued and anything may happen to them: reports, reviews, reopenings,
 * amendments, extensions, withdrawals, closing. Says after each event and each turn of a day what happened. What the
 * rules refuse does not happen, and is not said. At the end the plans are taken out of force.
 */
export async function* liveRandomly(
  county: County,
  { seed, plans, startYear }: { seed: number; plans: number; startYear: number },
): AsyncGenerator<Moment> {
  const { stack, lead } = county
  const chance = chanceOf(seed)
  const clock = new Clock(`${startYear}-01-02T01:00:00Z`)
  let keptDay = ''
  const moment = (what: string, planIds: readonly string[], isTurn = false): Moment => ({
    what: `${clock.instant} ${what}`,
    day: clock.day,
    planIds,
    isTurn,
    isKept: clock.day === keptDay,
  })
  const turn = async () => {
    const ask = 'select public.ensure_day() as goes_on'
    const goesOn = async () =>
      (await stack.act({ userId: lead.userId, at: clock.instant }, ask))[0]?.['goes_on'] === true
    while (await goesOn());
    keptDay = clock.day
  }
  // What happens next happens while a day is half turned.
  const turnHalf = () => stack.act({ at: clock.instant }, 'select private.roll_standings($1, 7)', [clock.day])
  await turn()
  const planIds: string[] = []
  for (let number = 0; number < plans; number += 1) {
    planIds.push(await issueRandomPlan(county, chance, clock, startYear))
    clock.goOn(60_000)
  }
  yield moment('plans are issued', planIds, true)
  for (let step = 0; step < plans * 14; step += 1) {
    clock.goOn(chance() < 0.85 ? chance() * 3_600_000 : chance() * 9 * 86_400_000)
    if (clock.day !== keptDay) {
      if (chance() < 0.3) await turnHalf()
      else if (chance() < 0.8) {
        await turn()
        yield moment('the day turns', planIds, true)
      }
    }
    const planId = chance.pick(planIds)
    const what = await actRandomly(county, chance, clock, planId)
    if (what !== undefined) yield moment(what, [planId])
  }
  await turn()
  await stack.sql(
    'update public.tasks set withdrawn_at = $1::text::timestamptz, withdrawn_reason = $2 where plan_id = any ($3::text::uuid[]) and withdrawn_at is null',
    [clock.instant, '结束', `{${planIds.join(',')}}`],
  )
}

async function issueRandomPlan(county: County, chance: Chance, clock: Clock, year: number): Promise<string> {
  const dueDays = () =>
    [3, 6, 9, 12].filter(() => chance() < 0.4).map((month) => `${year}-${String(month).padStart(2, '0')}-28`)
  const tasks = ['1', '2', '3'].map((number) => {
    const units = UNITS.filter(() => chance() < 0.6).map((name) => [name, chance.pick(ROLES)] as const)
    return { number, units: units.length > 0 ? units : [['教育局', 'lead'] as const], dueOn: dueDays() }
  })
  const content = draft(tasks, {
    startsOn: `${year}-01-01`,
    endsOn: `${year}-12-31`,
    reportingCadence: chance.pick(['none', 'monthly', 'quarterly']),
  })
  const planId = await importPlan(county.lead, content)
  await county.stack.act({ userId: county.lead.userId, at: clock.instant }, 'select public.issue_plan($1, 2)', [planId])
  return planId
}

type Act = (
  stack: TestStack,
  chance: Chance,
  planId: string,
) => Promise<[text: string, parameters: unknown[]] | undefined>

const one = async (stack: TestStack, chance: Chance, text: string, planId: string): Promise<string | undefined> => {
  const rows = await stack.sql<{ id: string }>(text, [planId])
  return rows.length === 0 ? undefined : chance.pick(rows).id
}
const OBLIGATIONS =
  'select o.id from public.obligations o join public.tasks t on t.id = o.task_id where t.plan_id = $1 order by o.created_at, o.id'

/** Whose act each is: of the unit that owes, of the lead office, or of the owner (rooms that are not there yet). */
const ACTS: readonly (readonly [name: string, who: 'unit' | 'lead' | 'owner', weight: number, act: Act])[] = [
  ['hands in', 'unit', 8, handIn],
  ['reviews', 'lead', 8, review],
  ['reopens', 'lead', 2, ofObligation("select public.reopen_completion($1, '重新办理')")],
  ['amends a milestone', 'lead', 2, amendMilestone],
  ['withdraws a task', 'lead', 0.3, ofTask("select public.withdraw_task($1, '不再需要')")],
  ['withdraws a unit', 'lead', 1, withdrawUnit],
  ['adds a unit', 'lead', 2, addUnit],
  ['extends', 'owner', 1, extend],
  [
    'closes the plan',
    'lead',
    0.1,
    async (_stack, _chance, planId) => ["select public.close_plan($1, '结束')", [planId]],
  ],
]

function ofObligation(text: string): Act {
  return async (stack, chance, planId) => {
    const id = await one(stack, chance, OBLIGATIONS, planId)
    return id === undefined ? undefined : [text, [id]]
  }
}

function ofTask(text: string): Act {
  return async (stack, chance, planId) => {
    const id = await one(stack, chance, 'select id from public.tasks where plan_id = $1 order by position', planId)
    return id === undefined ? undefined : [text, [id]]
  }
}

async function handIn(stack: TestStack, chance: Chance, planId: string) {
  const id = await one(stack, chance, OBLIGATIONS, planId)
  if (id === undefined) return undefined
  const kind = chance.pick(['progress', 'progress', 'progress', 'no_change', 'not_applicable'])
  const percent = chance.pick([10, 40, 70, 99, 100, 100])
  const text = `select public.hand_in_report($1, coalesce((select r.revision from public.progress_reports r
    where r.obligation_id = $1 and r.state <> 'approved'), 0), $2::text::public.report_kind, $3, '做了', '', '')`
  return [text, [id, kind, percent]] as [string, unknown[]]
}

async function review(stack: TestStack, chance: Chance, planId: string) {
  const id = await one(
    stack,
    chance,
    'select s.id from public.report_submissions s join public.tasks t on t.id = s.task_id where t.plan_id = $1 and s.decision is null order by s.submitted_at, s.id',
    planId,
  )
  const decision = chance() < 0.75 ? 'approved' : 'returned'
  return id === undefined
    ? undefined
    : (["select public.review_report($1, $2::text::public.review_decision, '意见')", [id, decision]] as [
        string,
        unknown[],
      ])
}

async function amendMilestone(stack: TestStack, chance: Chance, planId: string) {
  const id = await one(
    stack,
    chance,
    'select m.id from public.milestones m join public.tasks t on t.id = m.task_id where t.plan_id = $1 order by m.due_on, m.id',
    planId,
  )
  if (id === undefined) return undefined
  const text = `select public.amend_milestone($1, (select due_on + $2::integer from public.milestones where id = $1), '要求', $3, '调整')`
  return [text, [id, Math.floor(chance() * 60) - 30, chance.pick([1, 2, 5])]] as [string, unknown[]]
}

async function withdrawUnit(stack: TestStack, chance: Chance, planId: string) {
  const id = await one(
    stack,
    chance,
    'select a.id from public.assignments a join public.tasks t on t.id = a.task_id where t.plan_id = $1 order by a.created_at, a.id',
    planId,
  )
  return id === undefined
    ? undefined
    : (["select public.withdraw_assignment($1, '调整分工')", [id]] as [string, unknown[]])
}

async function addUnit(stack: TestStack, chance: Chance, planId: string) {
  const id = await one(stack, chance, 'select id from public.tasks where plan_id = $1 order by position', planId)
  const text = `select public.add_assignment($1, (select id from public.units where name = $2), $3::text::public.assignment_role, '增加单位')`
  return id === undefined ? undefined : ([text, [id, chance.pick(UNITS), chance.pick(ROLES)]] as [string, unknown[]])
}

async function extend(stack: TestStack, chance: Chance, planId: string) {
  const id = await one(stack, chance, OBLIGATIONS, planId)
  const text = `insert into public.due_terms (milestone_id, obligation_id, due_on, source, reason)
    select o.milestone_id, o.id, m.due_on + $2::integer, 'extension', '申请延期'
    from public.obligations o join public.milestones m on m.id = o.milestone_id where o.id = $1`
  return id === undefined ? undefined : ([text, [id, Math.floor(chance() * 40)]] as [string, unknown[]])
}

async function actRandomly(county: County, chance: Chance, clock: Clock, planId: string): Promise<string | undefined> {
  const total = ACTS.reduce((sum, [, , weight]) => sum + weight, 0)
  let left = chance() * total
  const found = ACTS.find(([, , weight]) => (left -= weight) < 0)
  const [name, who, , act] = must(found)
  const asked = await act(county.stack, chance, planId)
  if (asked === undefined) return undefined
  const [text, parameters] = asked
  try {
    if (who === 'owner') {
      await county.stack.act({ at: clock.instant }, text, parameters)
    } else if (who === 'lead') {
      await county.stack.act({ userId: county.lead.userId, at: clock.instant }, text, parameters)
    } else {
      const userId = await reporterOf(county, String(parameters[0]))
      if (userId === undefined) return undefined
      await attachLink(county.stack, { userId, at: clock.instant }, String(parameters[0]), Number(parameters[2]))
      await county.stack.act({ userId, at: clock.instant }, text, parameters)
    }
  } catch (error) {
    // A refusal of ours; anything else is a fault.
    if (error instanceof Error && /^[a-z]+(_[a-z]+)+$/.test(error.message)) return undefined
    throw error
  }
  return `${name} ${JSON.stringify(parameters)}`
}

/** Who reports for the unit of an obligation, where it has an account. */
async function reporterOf(county: County, obligationId: string): Promise<string | undefined> {
  const [row] = await county.stack.sql<{ user_id: string }>(
    'select a.user_id from public.accounts a join public.obligations o on o.unit_id = a.unit_id where o.id = $1 order by a.created_at limit 1',
    [obligationId],
  )
  return row?.user_id
}

/** A completing report needs evidence: a link, attached to the working copy that is saved first. */
async function attachLink(
  stack: TestStack,
  who: { userId: string; at: string },
  obligationId: string,
  percent: number,
): Promise<void> {
  if (percent < 100) return
  const [report] = await stack.act<{ report_id: string }>(
    who,
    `select report_id from public.save_report_draft($1, coalesce((select r.revision from public.progress_reports r
       where r.obligation_id = $1 and r.state <> 'approved'), 0), 'progress', 100, '做了', '', '')`,
    [obligationId],
  )
  const reportId = must(report).report_id
  const [made] = await stack.act<{ id: string }>(
    who,
    `insert into public.evidence (unit_id, kind, title, url)
     select unit_id, 'link', '公开链接', 'https://example.cn/a' from public.progress_reports where id = $1 returning id`,
    [reportId],
  )
  await stack.act(who, 'insert into public.report_evidence (report_id, evidence_id) values ($1, $2)', [
    reportId,
    must(made).id,
  ])
}
