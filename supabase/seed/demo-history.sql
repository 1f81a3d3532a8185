-- Writes the demo's past as it would have been written day by day: triggers off, so that the dates stand as given,
-- and the audit trail is filled in here. Created for the demo's data folder only and dropped after use.
create function private.write_demo_history(p_rows jsonb, p_unit_accounts jsonb, p_reviewer uuid, p_since timestamptz)
returns integer language plpgsql security definer set search_path = '' set session_replication_role = 'replica' as $$
declare
  v_count integer;
begin
  update public.plans set issued_at = greatest(p_since, starts_on + time '10:00'), created_at = greatest(p_since, starts_on + time '09:00')
  where state = 'issued';
  update public.tasks t set created_at = p.issued_at from public.plans p where p.id = t.plan_id;
  update public.assignments a set created_at = t.created_at from public.tasks t where t.id = a.task_id;
  insert into public.progress_reports (id, assignment_id, milestone_id, task_id, unit_id, state, kind, percent, done, next_steps, problems,
    revision, created_by, created_at, updated_at)
  select r.id, r.assignment_id, r.milestone_id, r.task_id, r.unit_id, r.state, r.kind, r.percent, r.done, r.next_steps, r.problems,
    1, (p_unit_accounts ->> r.unit_id::text)::uuid, r.at, r.at
  from jsonb_to_recordset(p_rows -> 'reports') as r(id uuid, assignment_id uuid, milestone_id uuid, task_id uuid, unit_id uuid,
    state public.report_state, kind public.report_kind, percent smallint, done text, next_steps text, problems text, at timestamptz);
  insert into public.report_submissions (id, report_id, assignment_id, milestone_id, task_id, unit_id, number, kind, percent, done, next_steps,
    problems, submitted_at, submitted_by, decision, decided_at, decided_by, decision_reason)
  select s.id, s.report_id, s.assignment_id, s.milestone_id, s.task_id, s.unit_id, s.number, s.kind, s.percent, s.done, s.next_steps, s.problems,
    s.submitted_at, (p_unit_accounts ->> s.unit_id::text)::uuid, s.decision, s.decided_at,
    case when s.decision is not null then p_reviewer end, s.decision_reason
  from jsonb_to_recordset(p_rows -> 'submissions') as s(id uuid, report_id uuid, assignment_id uuid, milestone_id uuid, task_id uuid,
    unit_id uuid, number integer, kind public.report_kind, percent smallint, done text, next_steps text, problems text,
    submitted_at timestamptz, decision public.review_decision, decided_at timestamptz, decision_reason text);
  get diagnostics v_count = row_count;
  insert into public.evidence (id, unit_id, kind, title, url, created_at)
  select e.id, e.unit_id, 'link', e.title, e.url, e.at
  from jsonb_to_recordset(p_rows -> 'evidence') as e(id uuid, unit_id uuid, title text, url text, at timestamptz);
  insert into public.report_evidence (report_id, evidence_id)
  select e.report_id, e.id from jsonb_to_recordset(p_rows -> 'evidence') as e(id uuid, report_id uuid);
  insert into public.submission_evidence (submission_id, evidence_id, is_accepted)
  select e.submission_id, e.id, e.is_accepted
  from jsonb_to_recordset(p_rows -> 'evidence') as e(id uuid, submission_id uuid, is_accepted boolean) where e.submission_id is not null;
  insert into public.audit_events (occurred_at, actor_id, actor_role, actor_unit_id, subject, subject_id, task_id, unit_id, action, to_state)
  select s.submitted_at, s.submitted_by, 'department', s.unit_id, 'report_submissions', s.id, s.task_id, s.unit_id, 'created', null
  from public.report_submissions s;
  insert into public.audit_events (occurred_at, actor_id, actor_role, subject, subject_id, task_id, unit_id, action, to_state, reason)
  select s.decided_at, s.decided_by, 'lead_office', 'report_submissions', s.id, s.task_id, s.unit_id, 'changed', s.decision::text, nullif(s.decision_reason, '')
  from public.report_submissions s where s.decision is not null;
  return v_count;
end $$;
