import { randomUUID } from 'node:crypto'
import {
  type DemoObligation,
  type DemoReport,
  type DemoSubmission,
  repeatableChance,
  shiftDay,
  tellNeglect,
  tellStory,
} from './demo-stories'
import { doneWords, evidenceLink, nextWords, problemWords } from './demo-words'

interface HistoryContext {
  sql: <Row>(text: string, parameters?: readonly unknown[]) => Promise<Row[]>
  today: string
}

interface Rows {
  reports: object[]
  submissions: object[]
  evidence: object[]
}

/**
 * Writes the demo county's past: what each unit handed in and how it was reviewed, with the dates of the days on which
 * that would have happened. Uses a function of its own (demo-history.sql) with triggers off, dropped afterwards.
 */
export async function writeDemoHistory(
  context: HistoryContext,
  functionText: string,
  reviewerEmail: string,
): Promise<void> {
  const { sql, today } = context
  await sql(functionText)
  // The past begins with the plans, so their own dates are moved first; what was owed follows from them.
  await sql('select private.write_demo_history($1::jsonb, $2::jsonb, null, $3::timestamptz)', [
    JSON.stringify({ reports: [], submissions: [], evidence: [] }),
    '{}',
    `${shiftDay(today, -1500)}T00:00:00Z`,
  ])
  const obligations = await sql<DemoObligation>(
    `select o.assignment_id, o.milestone_id, o.task_id, o.unit_id, o.start_on::text, o.due_on::text, o.is_accountable, t.title
     from private.obligations_at($1::date, null, null, null) o join public.tasks t on t.id = o.task_id
     order by t.plan_id, t.position, o.due_on, o.role, o.unit_id`,
    [today],
  )
  const accounts = await sql<{ user_id: string; unit_id: string | null; email: string }>(
    'select user_id, unit_id, email from public.accounts',
  )
  const unitAccounts = Object.fromEntries(
    accounts.flatMap((account) => (account.unit_id === null ? [] : [[account.unit_id, account.user_id]])),
  )
  const reviewer = accounts.find(({ email }) => email === reviewerEmail)?.user_id ?? null
  await sql('select private.write_demo_history($1::jsonb, $2::jsonb, $3::uuid, $4::timestamptz)', [
    JSON.stringify(toRows(obligations, today)),
    JSON.stringify(unitAccounts),
    reviewer,
    `${shiftDay(today, -1500)}T00:00:00Z`,
  ])
  await sql('drop function private.write_demo_history(jsonb, jsonb, uuid, timestamptz)')
}

function toRows(obligations: readonly DemoObligation[], today: string): Rows {
  const chance = repeatableChance(20_260_101)
  const rows: Rows = { reports: [], submissions: [], evidence: [] }
  const neglected = neglectedTasks(obligations, today)
  for (const obligation of obligations) {
    const story = neglected.has(obligation.task_id)
      ? tellNeglect(obligation, today, chance)
      : tellStory(obligation, today, chance)
    for (const report of story) addReport(rows, obligation, report, today)
  }
  return rows
}

/** Two tasks that came due in the last months and were not finished: a demo without a red light teaches nothing. */
function neglectedTasks(obligations: readonly DemoObligation[], today: string): Set<string> {
  const lately = obligations.filter(
    ({ due_on, is_accountable }) => is_accountable && due_on < today && due_on > shiftDay(today, -240),
  )
  return new Set([...new Set(lately.map(({ task_id }) => task_id))].slice(-2))
}

function addReport(rows: Rows, obligation: DemoObligation, report: DemoReport, today: string): void {
  const id = randomUUID()
  const last = report.submissions.at(-1)
  const base = {
    assignment_id: obligation.assignment_id,
    milestone_id: obligation.milestone_id,
    task_id: obligation.task_id,
    unit_id: obligation.unit_id,
  }
  const kind = last?.kind ?? 'progress'
  rows.reports.push({
    ...base,
    id,
    state: report.state,
    kind,
    percent: report.percent,
    ...words(obligation, kind, report.words),
    at: at(last?.day ?? shiftDay(today, -2), 9),
  })
  for (const [index, submission] of report.submissions.entries()) {
    const submissionId = randomUUID()
    rows.submissions.push({
      ...base,
      id: submissionId,
      report_id: id,
      number: index + 1,
      ...reviewed(obligation, submission),
    })
    // Evidence is required for completion only; most partial reports carry a link too.
    if (
      submission.kind === 'progress' &&
      (submission.percent === 100 || submission.words % 3 > 0) &&
      submission === last
    ) {
      rows.evidence.push({
        id: randomUUID(),
        report_id: id,
        submission_id: submissionId,
        unit_id: obligation.unit_id,
        ...evidenceLink(obligation.title, submission.words),
        at: at(submission.day, 8),
        is_accepted: submission.decision === 'approved' ? true : null,
      })
    }
  }
}

function reviewed(obligation: DemoObligation, submission: DemoSubmission): object {
  return {
    kind: submission.kind,
    percent: submission.percent,
    ...words(obligation, submission.kind, submission.words),
    submitted_at: at(submission.day, 10),
    decision: submission.decision,
    decided_at: submission.decidedDay === null ? null : at(submission.decidedDay, 16),
    decision_reason: submission.reason,
  }
}

function words(
  obligation: DemoObligation,
  kind: DemoSubmission['kind'],
  number: number,
): { done: string; next_steps: string; problems: string } {
  if (kind === 'not_applicable')
    return { done: '本单位本年度没有此类事项，已与牵头单位核对。', next_steps: '', problems: '' }
  return { done: doneWords(obligation.title, number), next_steps: nextWords(number), problems: problemWords(number) }
}

/** An hour of a business day in Asia/Shanghai. */
function at(day: string, hour: number): string {
  return `${day}T${String(hour).padStart(2, '0')}:00:00+08:00`
}
