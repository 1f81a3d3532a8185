import { joinByInvitation, must, openCounty, type County, type UnitName } from '../actors'
import { STORY_FUNCTIONS } from './happenings'
import { storyOf, type Story } from './stories'

type Stack = County['stack']

/** People who live through stories, and what happened in them. */
export interface Lived {
  county: Awaited<ReturnType<typeof openCounty>>
  seeds: readonly number[]
  /** In the order of the seeds. */
  planIds: string[]
  /** How often each thing happened; what was refused did not. */
  happened: Map<string, number>
  /** Why what was refused was. */
  refused: Map<string, number>
}

/** Lives through one plan's life for each seed, by the functions that the app calls, under the clock. */
export async function livePlans(seeds: readonly number[]): Promise<Lived> {
  const county = await openCounty()
  const { stack, lead } = county
  const clerk = async (unit: UnitName) => (await joinByInvitation(stack, lead, 'department', county.units[unit])).userId
  const userIds = new Map<string, string>([
    ['lead office', lead.userId],
    ['教育局', county.education.userId],
    ['民政局', county.civil.userId],
    ['东街道', await clerk('东街道')],
    ['西街道', await clerk('西街道')],
  ])
  const lived: Lived = { county, seeds, planIds: [], happened: new Map(), refused: new Map() }
  await stopKeeping(stack)
  for (const seed of seeds) await live(lived, storyOf(seed), userIds)
  return lived
}

/** What is kept of today is compared elsewhere (standings.test.ts), and takes most of the time. */
async function stopKeeping(stack: Stack): Promise<void> {
  const triggers = await stack.sql<{ statement: string }>(
    `select format('alter table %s disable trigger %I', t.tgrelid::regclass, t.tgname) as statement
     from pg_trigger t join pg_proc p on p.oid = t.tgfoid
     where p.proname = 'refresh_touched' and not t.tgisinternal`,
  )
  for (const { statement } of triggers) await stack.sql(statement)
}

async function live(lived: Lived, story: Story, userIds: ReadonlyMap<string, string>): Promise<void> {
  const outcomes = await lived.county.stack.transaction(async (session) => {
    await session.script(STORY_FUNCTIONS)
    await session.query(
      `select set_config('app.now', $1, true), set_config('request.jwt.claim.sub', $2, true),
         set_config('request.jwt.claims', jsonb_build_object('sub', $2::text, 'role', 'authenticated')::text, true)`,
      [story.issuedAt, must(userIds.get('lead office'))],
    )
    const [plan] = await session.query<{ plan_id: string }>(
      `select plan_id from public.import_plans('要点.txt', 'text/plain', '一二三四五六七八', '[]', jsonb_build_array($1::text::jsonb))`,
      [JSON.stringify(story.content)],
    )
    const planId = must(plan).plan_id
    await session.query('select public.save_plan_draft($1, 1, $2::text::jsonb)', [
      planId,
      JSON.stringify(story.content),
    ])
    await session.query('select public.issue_plan($1, 2)', [planId])
    lived.planIds.push(planId)
    const asked = story.happenings.map((each) => ({ ...each, userId: userIds.get(each.who) ?? null }))
    const [row] = await session.query<{ outcomes: string[] }>('select pg_temp.live($1, $2::text::jsonb) as outcomes', [
      planId,
      JSON.stringify(asked),
    ])
    return must(row).outcomes
  })
  story.happenings.forEach(({ what }, index) => {
    const outcome = must(outcomes[index])
    if (outcome === 'happened') count(lived.happened, what)
    else count(lived.refused, `${what}: ${outcome}`)
  })
}

/** Counts one more of something. */
export function count(counts: Map<string, number>, what: string): void {
  counts.set(what, (counts.get(what) ?? 0) + 1)
}
