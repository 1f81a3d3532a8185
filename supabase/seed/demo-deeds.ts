import type { Session } from '../local/database/database'
import type { AmendingDeed, DemoAct, ReportDeed, ReviewDeed } from './demo-acts'
import type { DemoActors } from './demo-accounts'
import { dayOf } from './demo-calendar'
import { attachEvidence, type EvidenceFile } from './demo-evidence'
import { actAs, oneRow, type Actor, type Transact } from './demo-moments'
import { reportWords } from './demo-words'

/** What doing needs besides what is done. */
export interface DemoScene {
  readonly transact: Transact
  readonly actors: DemoActors
  /** Uploaded files by the report that they prove. */
  readonly files: ReadonlyMap<ReportDeed, EvidenceFile>
}

/** Lives through acts that are in the order of time, those of one day in one transaction. */
export async function liveThrough(scene: DemoScene, acts: readonly DemoAct[]): Promise<void> {
  for (const actsOfDay of byDay(acts)) {
    await scene.transact(async (session) => {
      for (const act of actsOfDay) await perform(scene, session, act)
    })
  }
}

function byDay(acts: readonly DemoAct[]): DemoAct[][] {
  const days = new Map<string, DemoAct[]>()
  for (const act of acts) {
    const day = dayOf(act.at)
    days.set(day, [...(days.get(day) ?? []), act])
  }
  return [...days.values()]
}

async function perform(scene: DemoScene, session: Session, act: DemoAct): Promise<void> {
  switch (act.deed) {
    case 'save':
    case 'hand_in':
      return report(scene, session, act)
    case 'approve':
    case 'return':
    case 'reopen':
      return review(scene.actors.lead, session, act)
    default:
      return amend(scene.actors.lead, session, act)
  }
}

async function report({ actors, files }: DemoScene, session: Session, act: ReportDeed): Promise<void> {
  const { owed, kind, percent } = act
  const actor = actors.ofUnit.get(owed.unit)
  if (actor === undefined) throw new Error(`demo data: nobody reports for ${owed.unit}`)
  await actAs(session, actor, act.at)
  const [open] = await session.query<{ revision: number }>(
    "select revision from public.progress_reports where obligation_id = $1 and state <> 'approved'",
    [owed.obligation_id],
  )
  const words = reportWords(owed.title, kind, act.words)
  const copy = [owed.obligation_id, open?.revision ?? 0, kind, percent, words.done, words.nextSteps, words.problems]
  if (act.deed === 'hand_in' && act.evidence === 'none') {
    await session.query('select public.hand_in_report($1, $2, $3::public.report_kind, $4, $5, $6, $7)', copy)
    return
  }
  const saved = await oneRow<{ report_id: string; revision: number }>(
    session,
    'select report_id, revision from public.save_report_draft($1, $2, $3::public.report_kind, $4, $5, $6, $7)',
    copy,
  )
  if (act.deed === 'save') return
  await attachEvidence(session, act, saved.report_id, files.get(act))
  await session.query('select public.submit_report($1, $2)', [saved.report_id, saved.revision])
}

async function review(lead: Actor, session: Session, { deed, owed, at, reason }: ReviewDeed): Promise<void> {
  await actAs(session, lead, at)
  if (deed === 'reopen') {
    await session.query('select public.reopen_completion($1, $2)', [owed.obligation_id, reason])
    return
  }
  await oneRow(
    session,
    `select public.review_report(s.id, $2::public.review_decision, $3)
     from public.report_submissions s where s.obligation_id = $1 and s.decision is null`,
    [owed.obligation_id, deed === 'approve' ? 'approved' : 'returned', reason],
  )
}

const TASK = '(select id from public.tasks where plan_id = $1 and number = $2)'
const UNIT = '(select id from public.units where name = $4)'
const AMENDMENTS: Record<AmendingDeed['deed'], string> = {
  reword: `select public.amend_task(t.id, t.title, t.requirement || $4::text, $3) from public.tasks t where t.id = ${TASK}`,
  withdraw_task: `select public.withdraw_task(${TASK}, $3) where $4::text is not null`,
  add_unit: `select public.add_assignment(${TASK}, ${UNIT}, 'supporting', $3)`,
  withdraw_unit: `select public.withdraw_assignment(a.id, $3) from public.assignments a where a.task_id = ${TASK} and a.unit_id = ${UNIT}`,
  amend_due: `select public.amend_milestone(m.id, $4::date, m.requirement, m.weight, $3) from public.milestones m where m.task_id = ${TASK}`,
}

async function amend(lead: Actor, session: Session, act: AmendingDeed): Promise<void> {
  await actAs(session, lead, act.at)
  await oneRow(session, AMENDMENTS[act.deed], [act.plan_id, act.number, act.reason, act.detail])
}
