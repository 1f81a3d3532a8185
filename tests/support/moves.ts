import { must, okay, succeed, type Client, type County, type Role } from './actors'
import { draft, importPlan, issuePlan, type IssuedPlan } from './issued-plan'
import { complete, handIn, obligation, reportArguments, review, saveDraft } from './reports'

/** Something that may be moved, in some state, with what it is about. */
export interface Subject {
  subject: string
  state: string
  id: string
  about: { plan_id: string; task_id: string | null; obligation_id: string | null; unit_id: string | null }
}

/** A row of private.transitions. */
export interface Transition {
  subject: string
  event: string
  from_state: string
  to_state: string
  role: Role
  needs_reason: boolean
}

/** The states that each subject may be in, as private.states says. */
export const STATES: Readonly<Record<string, readonly string[]>> = {
  plan: ['draft', 'issued', 'closed'],
  task: ['in_force', 'withdrawn', 'closed'],
  milestone: ['in_force', 'withdrawn', 'closed'],
  assignment: ['in_force', 'withdrawn', 'closed'],
  obligation: ['open', 'under_review', 'complete', 'withdrawn', 'closed'],
  report: ['draft', 'submitted', 'returned', 'approved'],
}

const ONE_TASK = [{ number: '1', units: [['教育局', 'lead']] }] as const

/** Makes a subject, with a plan of its own, and brings it into a state the way people do. */
export async function bringAbout(county: County, subject: string, state: string): Promise<Subject> {
  if (subject === 'plan' && state === 'draft') {
    const id = await importPlan(county.lead, draft(ONE_TASK))
    return { subject, state, id, about: { plan_id: id, task_id: null, obligation_id: null, unit_id: null } }
  }
  const plan = await issuePlan(county, draft(ONE_TASK))
  const reportId = await reportAs(county, plan, subject === 'report' ? state : (REPORTED[state] ?? ''))
  await endAs(county, plan, subject, state)
  return about(county, plan, subject, state, reportId)
}

/** The report that an obligation in some state has. */
const REPORTED: Readonly<Record<string, string>> = { under_review: 'submitted', complete: 'complete' }

async function reportAs(county: County, plan: IssuedPlan, state: string): Promise<string> {
  const { education, lead, units } = county
  const owed = obligation(plan.tasks['1'], '教育局')
  if (state === '') return ''
  if (state === 'draft') return (await saveDraft(education, owed)).report_id
  if (state === 'complete') return (await complete(lead, education, units.教育局, owed)).reportId
  const { reportId, submissionId } = await handIn(education, units.教育局, owed)
  if (state === 'approved' || state === 'returned') await succeed(review(lead, submissionId, state))
  return reportId
}

async function endAs({ lead }: County, plan: IssuedPlan, subject: string, state: string): Promise<void> {
  const { id, assignments } = must(plan.tasks['1'])
  const isOfUnit = subject === 'assignment' || subject === 'obligation'
  if (state === 'closed') await succeed(lead.client.rpc('close_plan', { p_plan_id: plan.planId, p_reason: '结束' }))
  if (state === 'withdrawn' && !isOfUnit)
    await succeed(lead.client.rpc('withdraw_task', { p_task_id: id, p_reason: '取消' }))
  if (state === 'withdrawn' && isOfUnit) {
    const withdrawn = { p_assignment_id: must(assignments['教育局']), p_reason: '调整' }
    await succeed(lead.client.rpc('withdraw_assignment', withdrawn))
  }
}

function about({ units }: County, plan: IssuedPlan, subject: string, state: string, reportId: string): Subject {
  const { id: task_id, milestones } = must(plan.tasks['1'])
  const owed = obligation(plan.tasks['1'], '教育局')
  const ofPlan = { plan_id: plan.planId, task_id: null, obligation_id: null, unit_id: null }
  const ofTask = { ...ofPlan, task_id }
  const ofUnit = { ...ofTask, unit_id: units.教育局 }
  const known: Record<string, Omit<Subject, 'subject' | 'state'>> = {
    plan: { id: plan.planId, about: ofPlan },
    task: { id: task_id, about: ofTask },
    milestone: { id: must(milestones[0]).id, about: ofTask },
    assignment: { id: owed.assignmentId, about: ofUnit },
    obligation: { id: owed.id, about: { ...ofUnit, obligation_id: owed.id } },
    report: { id: reportId, about: { ...ofUnit, obligation_id: owed.id } },
  }
  return { subject, state, ...must(known[subject]) }
}

interface Answer {
  error: { message: string } | null
  status: number
}

/** Asks for an event as the app does. */
export async function askFor(
  county: County,
  client: Client,
  event: string,
  id: string,
  p_reason = '理由',
): Promise<Answer> {
  switch (event) {
    case 'plan_issued':
      return client.rpc('issue_plan', { p_plan_id: id, p_expected_revision: 2 })
    case 'plan_closed':
      return client.rpc('close_plan', { p_plan_id: id, p_reason })
    case 'task_reworded':
      return client.rpc('amend_task', { p_task_id: id, p_title: '新名称', p_requirement: '新要求', p_reason })
    case 'task_withdrawn':
      return client.rpc('withdraw_task', { p_task_id: id, p_reason })
    case 'unit_assigned':
      return client.rpc('add_assignment', {
        p_task_id: id,
        p_unit_id: county.units.民政局,
        p_role: 'supporting',
        p_reason,
      })
    case 'unit_withdrawn':
      return client.rpc('withdraw_assignment', { p_assignment_id: id, p_reason })
    case 'milestone_amended':
      return client.rpc('amend_milestone', {
        p_milestone_id: id,
        p_due_on: '2099-12-31',
        p_requirement: '',
        p_weight: 1,
        p_reason,
      })
    case 'completion_reopened':
      return client.rpc('reopen_completion', { p_obligation_id: id, p_reason })
    default:
      return askAboutReport(county, client, event, id, p_reason)
  }
}

async function askAboutReport(
  { stack }: County,
  client: Client,
  event: string,
  id: string,
  p_reason: string,
): Promise<Answer> {
  const [report] = await stack.sql<{ revision: number; submission_id: string | null }>(
    `select r.revision, (select s.id from public.report_submissions s where s.report_id = r.id order by s.number desc limit 1) as submission_id
     from public.progress_reports r where $1 in (r.id, r.obligation_id) order by r.created_at desc limit 1`,
    [id],
  )
  const revision = report?.revision ?? 0
  if (event === 'report_begun')
    return client.rpc('save_report_draft', reportArguments({ id, assignmentId: '', milestoneId: '' }, {}, revision))
  if (event === 'report_handed_in')
    return client.rpc('submit_report', { p_report_id: id, p_expected_revision: revision })
  const p_decision = event === 'report_approved' ? 'approved' : 'returned'
  const p_submission_id = report?.submission_id ?? id
  return client.rpc('review_report', { p_submission_id, p_decision, p_reason })
}

/** How much was written: whatever a move may write counts. */
export async function writtenRows({ stack }: County): Promise<Record<string, unknown>> {
  const tables = [
    'events',
    'audit_events',
    'due_terms',
    'assignment_terms',
    'report_submissions',
    'completion_reopenings',
  ]
  const [row] = await stack.sql(
    `select ${tables.map((table) => `(select count(*)::integer from public.${table}) as ${table}`).join(', ')}`,
  )
  return must(row)
}

/** What the caller may do, as screens offer it. */
export async function actionsOf(client: Client, { subject, id }: Pick<Subject, 'subject' | 'id'>): Promise<string[]> {
  return okay(await client.rpc('my_actions', { p_subject: subject, p_id: id })).map(({ event }) => event)
}
