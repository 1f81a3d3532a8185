import { must, type County } from '../actors'

export type DatabaseRow = Record<string, unknown>

/** What the database says of some plans on a day. */
export interface Answers {
  obligations: DatabaseRow[]
  assignments: DatabaseRow[]
  tasks: DatabaseRow[]
  plans: DatabaseRow[]
  units: (DatabaseRow & { asked_plan_id: string })[]
  /** The plans whose sums were asked for too. */
  summed: ReadonlySet<string>
}

const rows = (from: string) => `(select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (${from}) x)`

/** The functions that decide what every screen shows, asked for rows and sums of some plans. */
const ASKED = `
  select ${rows('select * from private.obligations_at($1::text::date, $2::text::uuid[])')} as obligations,
    ${rows('select * from private.assignments_at($1::text::date, $2::text::uuid[])')} as assignments,
    ${rows('select * from private.tasks_at($1::text::date, $2::text::uuid[])')} as tasks,
    ${rows('select v.* from unnest($3::text::uuid[]) p, lateral public.plan_overview($1::text::date, p) v')} as plans,
    ${rows('select p as asked_plan_id, v.* from unnest($3::text::uuid[]) p, lateral public.unit_overview($1::text::date, p) v')} as units`

/** Asks about some plans on a day, and for the sums of all or some of them, as the owner of the database for the lead office. */
export async function askPlans(
  county: County,
  day: string,
  planIds: readonly string[],
  summedIds = planIds,
): Promise<Answers> {
  const plans = `{${planIds.join(',')}}`
  const [tasks] = await county.stack.sql<{ ids: string }>(
    'select coalesce(array_agg(id), array[]::uuid[])::text as ids from public.tasks where plan_id = any ($1::text::uuid[])',
    [plans],
  )
  const summed = `{${summedIds.join(',')}}`
  const [said] = await asLead<Omit<Answers, 'summed'> & DatabaseRow>(county, ASKED, [day, must(tasks).ids, summed])
  return { ...must(said), summed: new Set(summedIds) }
}

/** What the units have of all plans on a day. */
export function askUnits(county: County, day: string): Promise<DatabaseRow[]> {
  return asLead(county, 'select v.* from public.unit_overview($1::text::date, null) v', [day])
}

function asLead<Row extends DatabaseRow>(county: County, text: string, parameters: readonly unknown[]): Promise<Row[]> {
  return county.stack.transaction(async (session) => {
    await session.query(
      `select set_config('request.jwt.claim.sub', $1, true),
         set_config('request.jwt.claims', jsonb_build_object('sub', $1::text, 'role', 'authenticated')::text, true)`,
      [county.lead.userId],
    )
    return session.query<Row>(text, parameters)
  })
}
