import type { DemoContext } from '../local/demo'
import type { DemoAccount } from '../local/server'
import { openAccounts, PASSWORD, type DemoActors } from './demo-accounts'
import { inOrderOfTime, type AmendingDeed, type DemoAct, type ReportDeed } from './demo-acts'
import { amendmentsOf } from './demo-amendments'
import { instantOf, type Instant } from './demo-calendar'
import { liveThrough } from './demo-deeds'
import { uploadFiles, type EvidenceFile } from './demo-evidence'
import { planLife } from './demo-life'
import { invitedPeople, labelOf, LEAD, shownUnits } from './demo-people'
import { issueDocument, readObligations, type DemoDocument } from './demo-plan-documents'
import { scheduleOf } from './demo-schedule'

/**
 * Lives the demo county's past: from the day on which it took the product into use until now, everything is done by the
 * functions that people's own doings call, in the name of who does it, at its time and in the order of time.
 */
export async function seedDemo(context: DemoContext): Promise<DemoAccount[]> {
  const { transact } = context
  const now = instantOf(context.now)
  const { year, firstDay, fiveYearPlan, annualPlan } = scheduleOf(now)
  const actors = await openAccounts(transact, firstDay)
  const long = await takeUp(context, actors, fiveYearPlan, now)
  const isEarlier = ({ at }: DemoAct) => at < annualPlan.importedAt
  await liveThrough({ transact, actors, files: long.files }, long.acts.filter(isEarlier))
  const short = await takeUp(context, actors, annualPlan, now, (planId) => amendmentsOf(planId, year))
  const rest = inOrderOfTime([...long.acts.filter((act) => !isEarlier(act)), ...short.acts])
  await liveThrough({ transact, actors, files: new Map([...long.files, ...short.files]) }, rest)
  await transact((session) => session.query('select private.ensure_day(public.business_today())'))
  return accountsShown()
}

/** A plan issued, and what will be done about it, with the files that this takes. */
interface TakenUp {
  acts: DemoAct[]
  files: Map<ReportDeed, EvidenceFile>
}

async function takeUp(
  { transact, url, publishableKey }: DemoContext,
  actors: DemoActors,
  document: DemoDocument,
  now: Instant,
  amendmentsOfPlan: (planId: string) => AmendingDeed[] = () => [],
): Promise<TakenUp> {
  const planId = await issueDocument(transact, actors.lead, document)
  const plan = {
    issuedAt: document.issuedAt,
    obligations: await readObligations(transact, planId, document.issuedAt),
    amendments: amendmentsOfPlan(planId),
  }
  const acts = planLife(plan, now, shownUnits)
  return { acts, files: await uploadFiles({ url, publishableKey, password: PASSWORD, actors }, acts) }
}

function accountsShown(): DemoAccount[] {
  return [LEAD, ...invitedPeople]
    .filter(({ isShown }) => isShown)
    .map((person) => ({ email: person.email, password: PASSWORD, label: labelOf(person) }))
}
