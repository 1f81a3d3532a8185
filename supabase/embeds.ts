/**
 * Which tables the app reads together with which, one request through PostgREST: table → the tables embedded in its rows. The
 * embedded stack lets through no other, because embeds within embeds let one request answer every row many times over;
 * tests/architecture/rest-operators.test.ts compares the list with what the app asks for.
 */
export const EMBEDS: Readonly<Record<string, readonly string[]>> = {
  assignments: ['units'],
  evidence: ['submission_evidence'],
  invitations: ['units'],
  obligations: ['assignments', 'milestones', 'tasks', 'units'],
  plan_drafts: ['plans'],
  progress_reports: ['accounts', 'report_evidence'],
  report_evidence: ['evidence'],
  report_submissions: ['accounts', 'obligations', 'submission_evidence'],
  submission_evidence: ['evidence'],
  task_ancestors: ['milestones', 'tasks'],
  tasks: ['milestones', 'plan_sections', 'plans'],
  unit_group_members: ['units'],
  unit_groups: ['unit_group_members'],
}
