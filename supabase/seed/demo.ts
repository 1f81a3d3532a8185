import type { DemoContext } from '../local/demo'
import type { DemoAccount } from '../local/server'
import { openAccounts, PASSWORD, type DemoActors } from './demo-accounts'
import { inOrderOfTime, type AmendingDeed, type DemoAct, type ReportDeed } from './demo-acts'
import { annualAmendments, fiveYearAmendments } from './demo-amendments'
import { instantOf, type Instant } from './demo-calendar'
import { liveThrough } from './demo-deeds'
import { uploadFiles, type EvidenceFile } from './demo-evidence'
import { planLife } from './demo-life'
import { invitedPeople, labelOf, LEAD, shownUnits } from './demo-people'
import { importDocument, issuePlan, type DemoDocument } from './demo-plan-documents'
import { scheduleOf } from './demo-schedule'
import { withStandingsMadeAtLast } from './demo-standings'

/** Storage goes by the machine's clock alone: a file is as old as the evidence that it is. */
const DATE_STORED_FILES = `update storage.objects o set created_at = e.created_at, updated_at = e.created_at, last_accessed_at = e.created_at
  from public.evidence e where o.bucket_id = 'evidence' and o.name = e.storage_path`

/** So does the auth service with sign-ins: whoever did something had come in for it a little while before. */
const DATE_SIGN_INS = `update auth.users u set last_sign_in_at = greatest(u.created_at, d.last_done_at - interval '7 minutes')
  from (select e.actor_id, max(e.occurred_at) as last_done_at from public.events e group by e.actor_id) d where d.actor_id = u.id`

/**
 * Lives the demo county's past: from the day on which it took the product into use until now, everything is done by the
 * functions that people's own doings call, in the name of who does it, at its time and in the order of time.
 */
export async function seedDemo(context: DemoContext): Promise<DemoAccount[]> {
  const now = instantOf(context.now)
  const { year, firstDay, fiveYearPlan, annualPlan } = scheduleOf(now)
  const life = new County(context, now, await openAccounts(context.transact, firstDay))
  await withStandingsMadeAtLast(context.transact, async () => {
    await life.takeUp(fiveYearPlan, (planId) => fiveYearAmendments(planId, year))
    await life.takeUp(annualPlan, (planId) => annualAmendments(planId, year))
    await life.liveUntil(now)
  })
  await context.transact((session) => session.query(DATE_STORED_FILES))
  await context.transact((session) => session.query(DATE_SIGN_INS))
  return accountsShown()
}

/** The county as far as it has lived, and what it is going to do. */
class County {
  #ahead: DemoAct[] = []
  readonly #files = new Map<ReportDeed, EvidenceFile>()

  constructor(
    private readonly context: DemoContext,
    private readonly now: Instant,
    private readonly actors: DemoActors,
  ) {}

  /** Imports and issues a plan when its time has come, and plans what is done about it. */
  async takeUp(document: DemoDocument, amendmentsOfPlan: (planId: string) => AmendingDeed[]): Promise<void> {
    const { transact, url, publishableKey } = this.context
    const { lead } = this.actors
    await this.liveUntil(document.importedAt)
    const planId = await importDocument(transact, lead, document)
    await this.liveUntil(document.issuedAt)
    const obligations = await issuePlan(transact, lead, planId, document)
    const plan = { issuedAt: document.issuedAt, obligations, amendments: amendmentsOfPlan(planId) }
    const acts = planLife(plan, this.now, shownUnits)
    const access = { url, publishableKey, password: PASSWORD, actors: this.actors }
    for (const [report, file] of await uploadFiles(access, acts)) this.#files.set(report, file)
    this.#ahead = inOrderOfTime([...this.#ahead, ...acts])
  }

  /** Does everything that was to be done up to an instant. */
  async liveUntil(instant: Instant): Promise<void> {
    const due = this.#ahead.filter(({ at }) => at <= instant)
    this.#ahead = this.#ahead.slice(due.length)
    await liveThrough(this.context.transact, { actors: this.actors, files: this.#files }, due)
  }
}

function accountsShown(): DemoAccount[] {
  return [LEAD, ...invitedPeople]
    .filter(({ isShown }) => isShown)
    .map((person) => ({ email: person.email, password: PASSWORD, label: labelOf(person) }))
}
