import { must, okay, type Actor } from './actors'
import type { IssuedTask } from './issued-plan'

export interface ReportWords {
  kind?: 'progress' | 'no_change' | 'not_applicable'
  percent?: number
  done?: string
  /** A link is attached before the report is handed in; 100 % needs one. */
  hasEvidence?: boolean
}

/** What a unit owes: one assignment on one milestone. */
export type Obligation = IssuedTask['obligations'][number]

export function obligation(task: IssuedTask | undefined, unitName: string, milestone = 0): Obligation {
  const { assignments, milestones, obligations } = must(task)
  const [assignmentId, { id: milestoneId }] = [must(assignments[unitName]), must(milestones[milestone])]
  return must(obligations.find((owed) => owed.assignmentId === assignmentId && owed.milestoneId === milestoneId))
}

/** What save_report_draft and hand_in_report are told. */
export function reportArguments({ id }: Obligation, words: ReportWords = {}, revision = 0) {
  return {
    p_obligation_id: id,
    p_expected_revision: revision,
    p_kind: words.kind ?? 'progress',
    p_percent: words.percent ?? 50,
    p_done: words.done ?? '完成了一半',
    p_next_steps: '',
    p_problems: '',
  }
}

/** Saves the working copy and answers it. */
export async function saveDraft(actor: Actor, owed: Obligation, words: ReportWords = {}, revision = 0) {
  const [saved] = okay(await actor.client.rpc('save_report_draft', reportArguments(owed, words, revision)))
  return must(saved)
}

/** Attaches the address of a page to a working copy. */
export async function attachLink(actor: Actor, unitId: string, reportId: string): Promise<string> {
  const evidence = okay(
    await actor.client
      .from('evidence')
      .insert({ unit_id: unitId, kind: 'link', title: '公开页面', url: 'https://example.cn/a' })
      .select('id')
      .single(),
  )
  const { error } = await actor.client.from('report_evidence').insert({ report_id: reportId, evidence_id: evidence.id })
  if (error) throw error
  return evidence.id
}

/** Saves and hands in; answers report and submission. */
export async function handIn(actor: Actor, unitId: string, owed: Obligation, words: ReportWords = {}, revision = 0) {
  const saved = await saveDraft(actor, owed, words, revision)
  const evidenceId = words.hasEvidence ? await attachLink(actor, unitId, saved.report_id) : undefined
  const submissionId = okay(
    await actor.client.rpc('submit_report', { p_report_id: saved.report_id, p_expected_revision: saved.revision }),
  )
  return { reportId: saved.report_id, submissionId, evidenceId, revision: saved.revision + 1 }
}

/** Hands in a completing report and approves it. */
export async function complete(lead: Actor, actor: Actor, unitId: string, owed: Obligation) {
  const handedIn = await handIn(actor, unitId, owed, { percent: 100, hasEvidence: true })
  const { error } = await review(lead, handedIn.submissionId, 'approved')
  if (error) throw error
  return handedIn
}

/** Approves or returns one submission. */
export function review(
  lead: Actor,
  submissionId: string,
  decision: 'approved' | 'returned',
  reason = '请补充',
  rejected: string[] = [],
) {
  return lead.client.rpc('review_report', {
    p_submission_id: submissionId,
    p_decision: decision,
    p_reason: reason,
    p_rejected_evidence_ids: rejected,
  })
}
