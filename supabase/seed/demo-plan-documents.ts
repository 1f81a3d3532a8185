import { parseLocalDate } from '../../src/domain/local-date/local-date'
import { draftFromParsed } from '../../src/domain/plan-draft/draft-from-parsed'
import { parsePlanDocument } from '../../src/domain/plan-document/parse-plan-document'
import type { DemoObligation } from './demo-acts'
import { dayOf, type Instant } from './demo-calendar'
import { actAs, actAsOwner, oneRow, type Actor, type Transact } from './demo-moments'

/** A document and when the lead office takes it in hand. */
export interface DemoDocument {
  readonly fileName: string
  readonly text: string
  readonly importedAt: Instant
  readonly issuedAt: Instant
}

/** Parses and imports a document; answers its plan. */
export async function importDocument(transact: Transact, lead: Actor, document: DemoDocument): Promise<string> {
  const drafts = JSON.stringify(draftsOf(document))
  return transact(async (session) => {
    await actAs(session, lead, document.importedAt)
    const { plan_id } = await oneRow<{ plan_id: string }>(
      session,
      "select plan_id from public.import_plans($1, 'text/plain', $2, '[]'::jsonb, $3::jsonb)",
      [document.fileName, document.text, drafts],
    )
    return plan_id
  })
}

/** Issues an imported plan as the check screen does when the clerk changes nothing; answers what is owed from then on. */
export async function issuePlan(
  transact: Transact,
  lead: Actor,
  planId: string,
  { issuedAt }: DemoDocument,
): Promise<DemoObligation[]> {
  await transact(async (session) => {
    await actAs(session, lead, issuedAt)
    await session.query('select public.issue_plan($1, 1)', [planId])
  })
  return readObligations(transact, planId, issuedAt)
}

/** The drafts that the check screen opens with; the units that stand for a whole plan are accepted. */
export function draftsOf({ fileName, text, importedAt }: DemoDocument) {
  const result = parsePlanDocument(text)
  return result.plans.map((plan) => {
    const source = { text, fallbackTitle: fileName, today: parseLocalDate(dayOf(importedAt)) }
    const draft = draftFromParsed(plan, result.dropped, source)
    return { ...draft, defaultUnits: draft.defaultUnits.map((unit) => ({ ...unit, isAccepted: true })) }
  })
}

async function readObligations(transact: Transact, planId: string, issuedAt: Instant): Promise<DemoObligation[]> {
  return transact(async (session) => {
    await actAsOwner(session, issuedAt)
    return session.query<DemoObligation>(
      `select o.obligation_id, o.task_id, o.milestone_id, o.unit_id, u.name as unit, coalesce(t.number, '') as number, t.title,
         o.start_on::text, o.due_on::text, o.is_accountable
       from private.obligations_at($2::date, array(select id from public.tasks where plan_id = $1)) o
       join public.tasks t on t.id = o.task_id join public.units u on u.id = o.unit_id
       order by t.position, o.due_on, o.role, u.position`,
      [planId, dayOf(issuedAt)],
    )
  })
}
