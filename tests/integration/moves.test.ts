import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { must, openCounty, refusal, succeed } from '../support/actors'
import { actionsOf, askFor, bringAbout, STATES, writtenRows, type Subject, type Transition } from '../support/moves'

type County = Awaited<ReturnType<typeof openCounty>>
const ACTORS = ['lead', 'leadership', 'education', 'colleague', 'civil'] as const
type Name = (typeof ACTORS)[number]
const ROLE = {
  lead: 'lead_office',
  leadership: 'leadership',
  education: 'department',
  colleague: 'department',
  civil: 'department',
} as const

/** Who moves what, said a second time: whoever changes the table must mean it. */
const row = (
  subject: string,
  event: string,
  [from_state, to_state]: readonly [string, string],
  role: Transition['role'],
  needs_reason: boolean,
): Transition => ({ subject, event, from_state, to_state, role, needs_reason })
const TRANSITIONS: readonly Transition[] = [
  row('plan', 'plan_issued', ['draft', 'issued'], 'lead_office', false),
  row('plan', 'plan_closed', ['issued', 'closed'], 'lead_office', true),
  row('task', 'task_reworded', ['in_force', 'in_force'], 'lead_office', true),
  row('task', 'task_withdrawn', ['in_force', 'withdrawn'], 'lead_office', true),
  row('task', 'unit_assigned', ['in_force', 'in_force'], 'lead_office', true),
  row('assignment', 'unit_withdrawn', ['in_force', 'withdrawn'], 'lead_office', true),
  row('milestone', 'milestone_amended', ['in_force', 'in_force'], 'lead_office', true),
  row('obligation', 'report_begun', ['open', 'open'], 'department', false),
  row('obligation', 'completion_reopened', ['complete', 'open'], 'lead_office', true),
  row('obligation', 'earlier_due_answered', ['open', 'open'], 'lead_office', false),
  row('obligation', 'earlier_due_answered', ['under_review', 'under_review'], 'lead_office', false),
  row('report', 'report_handed_in', ['draft', 'submitted'], 'department', false),
  row('report', 'report_handed_in', ['returned', 'submitted'], 'department', false),
  row('report', 'report_approved', ['submitted', 'approved'], 'lead_office', false),
  row('report', 'report_returned', ['submitted', 'returned'], 'lead_office', true),
]

let county: County
beforeAll(async () => {
  county = await openCounty()
})
afterAll(() => county.stop())

/** Only about what fell due before it was given, which nothing here did: earlier-dues.test.ts. */
const ASKED = TRANSITIONS.filter(({ event }) => event !== 'earlier_due_answered')
const named = ASKED.map((each): [string, Transition] => [`${each.event} from ${each.from_state}`, each])
const everyState = Object.entries(STATES).flatMap(([subject, states]) =>
  states.map((state) => [subject, state] as const),
)
/** 教育局 owes it all; 民政局 nothing. */
const isOthers = (actor: Name, { subject }: Pick<Subject, 'subject'>) =>
  ROLE[actor] === 'department' && (actor === 'civil' || ['plan', 'task', 'milestone'].includes(subject))
const offered = (actor: Name, { subject, state }: Pick<Subject, 'subject' | 'state'>) =>
  ASKED.filter((each) => each.subject === subject && each.from_state === state && each.role === ROLE[actor])
    .filter(() => !isOthers(actor, { subject }))
    .map(({ event }) => event)
    .toSorted()

test('the tables of states and transitions are those of this test', async () => {
  const rows = await county.stack.sql<Transition>(
    'select subject, event, from_state, to_state, role::text as role, needs_reason from private.transitions',
  )
  const inOrder = (all: readonly Transition[]) =>
    all.map((each) => JSON.stringify(each, Object.keys(each).sort())).sort()
  expect(inOrder(rows)).toEqual(inOrder(TRANSITIONS))
  const states = await county.stack.sql<{ state: string }>(
    `select subject || ' ' || state as state from private.states`,
  )
  expect(states.map(({ state }) => state).sort()).toEqual(everyState.map((each) => each.join(' ')).sort())
})

async function lastEvent(): Promise<string> {
  const [row] = await county.stack.sql<{ id: string }>('select coalesce(max(id), 0)::text as id from public.events')
  return must(row).id
}

describe.each(named)('%s', (_name, transition) => {
  const { event, from_state, to_state, needs_reason } = transition
  let it: Subject
  beforeAll(async () => {
    it = await bringAbout(county, transition.subject, from_state)
  })
  const stateNow = async () => {
    const [row] = await county.stack.sql<{ state: string }>('select (private.subject_now($1, $2)).state', [
      transition.subject,
      it.id,
    ])
    return must(row).state
  }

  test('is refused to every other role, and writes nothing', async () => {
    const before = await writtenRows(county)
    for (const actor of ACTORS.filter((name) => ROLE[name] !== transition.role)) {
      const { error, status } = await askFor(county, county[actor].client, event, it.id)
      expect([actor, error?.message, status]).toEqual([actor, 'not_permitted', 403])
    }
    const { status } = await askFor(county, county.anon, event, it.id)
    expect(status).toBeGreaterThanOrEqual(401)
    expect(await writtenRows(county)).toEqual(before)
    expect(await stateNow()).toBe(from_state)
  })

  if (transition.role === 'department')
    test('is refused to another unit, for which it is not there', async () => {
      const { error, status } = await askFor(county, county.civil.client, event, it.id)
      expect([error?.message, status]).toEqual([`${transition.subject}_not_found`, 404])
      expect(await stateNow()).toBe(from_state)
    })

  if (needs_reason)
    test('says why, or is refused and writes nothing', async () => {
      const before = await writtenRows(county)
      for (const reason of ['', ' ', '　', '\n\t', '\u200b']) {
        const { error } = await askFor(county, county.lead.client, event, it.id, reason)
        expect(error?.message).toBe('reason_missing')
      }
      expect(await writtenRows(county)).toEqual(before)
    })

  test('is done once by whom it is offered to, and told once', async () => {
    const mover: Name = transition.role === 'department' ? 'education' : 'lead'
    expect(await actionsOf(county[mover].client, it)).toContain(event)
    const before = await lastEvent()
    const { error } = await askFor(county, county[mover].client, event, it.id)
    expect(error).toBeNull()
    expect(await stateNow()).toBe(to_state)
    const told = await county.stack.sql(
      `select name, actor_id, actor_role::text as actor_role, actor_unit_id, plan_id, task_id, obligation_id, unit_id, reason
       from public.events where id > $1::bigint`,
      [before],
    )
    // Saving a draft is the unit's own business: it is a right, and no news.
    const isNews = event !== 'report_begun'
    const expected = {
      name: event,
      actor_id: county[mover].userId,
      actor_role: transition.role,
      actor_unit_id: mover === 'education' ? county.units.教育局 : null,
      ...it.about,
      ...(event === 'unit_assigned' ? { unit_id: county.units.民政局 } : {}),
      reason: needs_reason || event === 'report_approved' ? '理由' : '',
    }
    expect(told).toEqual(isNews ? [expected] : [])
  })
})

describe.each(everyState)('%s %s', (subject, state) => {
  let it: Subject
  beforeAll(async () => {
    it = await bringAbout(county, subject, state)
  })

  test('each is offered what they may do, and is refused the rest', async () => {
    const events = [...new Set(ASKED.filter((each) => each.subject === subject).map(({ event }) => event))]
    const before = await writtenRows(county)
    for (const actor of ACTORS) {
      const actions = await actionsOf(county[actor].client, it)
      expect([actor, actions]).toEqual([actor, offered(actor, it)])
      for (const event of events.filter((name) => !actions.includes(name))) {
        const { error, status } = await askFor(county, county[actor].client, event, it.id)
        expect([actor, event, error?.message, status]).toEqual([actor, event, ...refusalOf(actor, event, it)])
      }
    }
    expect(await writtenRows(county)).toEqual(before)
  })
})

/** A draft that was never handed in has nothing to review, which is what is looked for. */
const OWN_WORDS: Readonly<Record<string, readonly [message: string, status: number]>> = {
  'report_approved draft': ['submission_not_found', 404],
  'report_returned draft': ['submission_not_found', 404],
}

function refusalOf(actor: Name, event: string, it: Subject): readonly [string, number] {
  if (!TRANSITIONS.some((each) => each.event === event && each.role === ROLE[actor])) return ['not_permitted', 403]
  if (isOthers(actor, it)) return [`${it.subject}_not_found`, 404]
  return OWN_WORDS[`${event} ${it.state}`] ?? [`${it.subject}_is_${it.state}`, 409]
}

describe('my_actions', () => {
  test('offers no handing in of a draft on what can no longer be reported on', async () => {
    const { client } = county.lead
    const ends = [
      ({ about }: Subject) => client.rpc('close_plan', { p_plan_id: about.plan_id, p_reason: '结束' }),
      ({ about }: Subject) => client.rpc('withdraw_task', { p_task_id: must(about.task_id), p_reason: '取消' }),
    ]
    for (const end of ends) {
      const it = await bringAbout(county, 'report', 'draft')
      expect(await actionsOf(county.education.client, it)).toEqual(['report_handed_in'])
      await succeed(end(it))
      expect(await actionsOf(county.education.client, it)).toEqual([])
      const { error } = await askFor(county, county.education.client, 'report_handed_in', it.id)
      expect(error?.message).toMatch(/^obligation_is_(closed|withdrawn)$/)
    }
  })

  test('knows no other subjects, and says nothing of what is not there', async () => {
    const { client } = county.lead
    const nobody = '00000000-0000-4000-8000-000000000000'
    expect(await refusal(client.rpc('my_actions', { p_subject: 'unit', p_id: nobody }))).toBe('subject_unknown')
    for (const subject of Object.keys(STATES)) expect(await actionsOf(client, { subject, id: nobody })).toEqual([])
  })
})

test('of two who do the same at once one does it, and it is told once', async () => {
  const it = await bringAbout(county, 'task', 'in_force')
  const answers = await Promise.all(
    Array.from({ length: 4 }, () => askFor(county, county.lead.client, 'task_withdrawn', it.id)),
  )
  const outcomes = answers.map(({ error }) => error?.message ?? 'done').toSorted()
  expect(outcomes).toEqual(['done', 'task_is_withdrawn', 'task_is_withdrawn', 'task_is_withdrawn'])
  const told = await county.stack.sql(`select from public.events where task_id = $1 and name = 'task_withdrawn'`, [
    it.id,
  ])
  expect(told).toHaveLength(1)
})
