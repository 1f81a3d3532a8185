import type { AmendingDeed, DemoAct, ReportDeed, ReviewDeed } from './demo-acts'
import type { DemoActors } from './demo-accounts'
import { dayOf } from './demo-calendar'
import { evidenceStatements, type EvidenceFile } from './demo-evidence'
import { actingAs, quoted, type Transact } from './demo-moments'
import { reportWords } from './demo-words'

/** What doing needs besides what is done. */
export interface DemoScene {
  readonly actors: DemoActors
  /** Uploaded files by the report that they prove. */
  readonly files: ReadonlyMap<ReportDeed, EvidenceFile>
}

/**
 * Lives through acts that are in the order of time. What is said to the database on one day goes there at once: thousands
 * of ways there and back would take longer than all that is done. So each statement finds for itself what it is about, and
 * finds nothing only to be refused.
 */
export async function liveThrough(transact: Transact, scene: DemoScene, acts: readonly DemoAct[]): Promise<void> {
  for (const [day, actsOfDay] of byDay(acts)) {
    const script = actsOfDay.flatMap((act) => statementsOf(scene, act)).join(';\n')
    await transact((session) => session.script(script)).catch((error: unknown) => {
      throw new Error(`demo data: what was to happen on ${day} was refused`, { cause: error })
    })
  }
}

function byDay(acts: readonly DemoAct[]): Map<string, DemoAct[]> {
  const days = new Map<string, DemoAct[]>()
  for (const act of acts) {
    const day = dayOf(act.at)
    const known = days.get(day)
    if (known === undefined) days.set(day, [act])
    else known.push(act)
  }
  return days
}

function statementsOf(scene: DemoScene, act: DemoAct): string[] {
  switch (act.deed) {
    case 'save':
    case 'hand_in':
      return report(scene, act)
    case 'approve':
    case 'return':
    case 'reopen':
      return [actingAs(scene.actors.lead, act.at), review(act)]
    default:
      return [actingAs(scene.actors.lead, act.at), amend(act)]
  }
}

function report({ actors, files }: DemoScene, act: ReportDeed): string[] {
  const { owed, kind, percent } = act
  const actor = actors.ofUnit.get(owed.unit)
  if (actor === undefined) throw new Error(`demo data: nobody reports for ${owed.unit}`)
  const open = `from public.progress_reports where obligation_id = ${quoted(owed.obligation_id)} and state <> 'approved'`
  const words = reportWords(owed.title, kind, act.words)
  const copy = `${quoted(owed.obligation_id)}, coalesce((select revision ${open}), 0), ${quoted(kind)}, ${percent},
    ${quoted(words.done)}, ${quoted(words.nextSteps)}, ${quoted(words.problems)}`
  const begin = actingAs(actor, act.at)
  if (act.deed === 'save') return [begin, `select public.save_report_draft(${copy})`]
  if (act.evidence === 'none') return [begin, `select public.hand_in_report(${copy})`]
  return [
    begin,
    `select public.save_report_draft(${copy})`,
    ...evidenceStatements(act, `(select id ${open})`, files.get(act)),
    `select public.submit_report((select id ${open}), (select revision ${open}))`,
  ]
}

function review({ deed, owed, reason }: ReviewDeed): string {
  const obligation = quoted(owed.obligation_id)
  if (deed === 'reopen') return `select public.reopen_completion(${obligation}, ${quoted(reason)})`
  const submission = `(select id from public.report_submissions where obligation_id = ${obligation} and decision is null)`
  if (deed === 'approve') return `select public.review_report(${submission}, 'approved', '')`
  return `select public.review_report(${submission}, 'returned', ${quoted(reason)})`
}

function amend({ deed, plan_id, number, reason, detail, role = 'supporting', earlierDues }: AmendingDeed): string {
  const task = `(select id from public.tasks where plan_id = ${quoted(plan_id)} and number = ${quoted(number)})`
  const unit = `(select id from public.units where name = ${quoted(detail)})`
  const why = quoted(reason)
  switch (deed) {
    case 'reword':
      return `select public.amend_task(${task}, (select title from public.tasks where id = ${task}),
        (select requirement from public.tasks where id = ${task}) || ${quoted(detail)}, ${why})`
    case 'withdraw_task':
      return `select public.withdraw_task(${task}, ${why})`
    case 'add_unit':
      return `select public.add_assignment(${task}, ${unit}, ${quoted(role)}, ${why}, ${answerTo(earlierDues)})`
    case 'withdraw_unit':
      return `select public.withdraw_assignment((select id from public.assignments where task_id = ${task} and unit_id = ${unit}), ${why})`
    case 'amend_due': {
      const milestone = `from public.milestones where task_id = ${task}`
      return `select public.amend_milestone((select id ${milestone}), ${quoted(detail)}, (select requirement ${milestone}), 1, ${why})`
    }
  }
}

/** The same answer for all that fell due before; null leaves it unanswered. */
function answerTo(earlierDues: AmendingDeed['earlierDues']): string {
  return earlierDues === undefined ? 'null' : `${quoted(JSON.stringify({ all: { answer: earlierDues } }))}::jsonb`
}
