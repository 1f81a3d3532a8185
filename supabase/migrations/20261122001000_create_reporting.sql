-- What departments and the lead office do with reports: save → submit → approve | return → …, and reopen.

-- The assignment of the caller's unit, on an issued plan, still in force, with a milestone of its task.
create function private.require_reportable(p_assignment_id uuid, p_milestone_id uuid)
returns public.assignments language plpgsql stable security definer set search_path = '' as $$
declare
  v_assignment public.assignments;
  v_state public.plan_state;
begin
  perform private.require_role('department');
  select * into v_assignment from public.assignments
  where id = p_assignment_id and unit_id = private.account_unit_id();
  if not found then perform private.refuse('assignment_not_yours', 403); end if;
  select p.state into v_state from public.tasks t join public.plans p on p.id = t.plan_id
  where t.id = v_assignment.task_id and t.withdrawn_at is null;
  if v_assignment.withdrawn_at is not null or v_state is null then perform private.refuse('task_is_withdrawn', 409); end if;
  if v_state <> 'issued' then perform private.refuse('plan_is_closed', 409); end if;
  if not exists (select from public.milestones where id = p_milestone_id and task_id = v_assignment.task_id) then
    perform private.refuse('milestone_not_of_task', 422);
  end if;
  return v_assignment;
end $$;

-- The last approved submission that no reopening has voided. Reopening voids completions and accepted 无此事项.
create function private.standing_submission(p_assignment_id uuid, p_milestone_id uuid)
returns public.report_submissions language sql stable security definer set search_path = '' as $$
  select s from public.report_submissions s
  where s.assignment_id = p_assignment_id and s.milestone_id = p_milestone_id and s.decision = 'approved'
    and not ((s.percent = 100 or s.kind = 'not_applicable')
             and exists (select from public.completion_reopenings o
                         where o.assignment_id = s.assignment_id and o.milestone_id = s.milestone_id
                           and o.reopened_at >= s.submitted_at))
  order by s.submitted_at desc, s.number desc limit 1
$$;

create function private.require_open_obligation(p_assignment_id uuid, p_milestone_id uuid)
returns void language plpgsql stable security definer set search_path = '' as $$
declare
  v_standing public.report_submissions := private.standing_submission(p_assignment_id, p_milestone_id);
begin
  if v_standing.percent = 100 or v_standing.kind = 'not_applicable' then
    perform private.refuse('obligation_already_complete', 409);
  end if;
end $$;

create function public.save_report_draft(p_assignment_id uuid, p_milestone_id uuid, p_expected_revision integer,
  p_kind public.report_kind, p_percent integer, p_done text, p_next_steps text, p_problems text)
returns table (report_id uuid, revision integer, saved_at timestamptz)
language plpgsql security definer set search_path = '' as $$
declare
  v_assignment public.assignments := private.require_reportable(p_assignment_id, p_milestone_id);
  v_report public.progress_reports;
  -- 无变化 carries the last approved percent on; 无此事项 claims none.
  v_percent integer := case p_kind when 'progress' then p_percent
    when 'no_change' then coalesce((private.standing_submission(p_assignment_id, p_milestone_id)).percent, 0) else 0 end;
begin
  perform private.require_open_obligation(p_assignment_id, p_milestone_id);
  if v_percent is null or v_percent not between 0 and 100 then perform private.refuse('percent_out_of_range'); end if;
  select * into v_report from public.progress_reports r
  where r.assignment_id = p_assignment_id and r.milestone_id = p_milestone_id and r.state <> 'approved' for update;
  if v_report.state = 'submitted' then perform private.refuse('report_is_under_review', 409); end if;
  if coalesce(v_report.revision, 0) <> coalesce(p_expected_revision, 0) then
    perform private.refuse('report_revision_conflict', 409, coalesce(v_report.revision, 0)::text);
  end if;
  if v_report.id is null then
    return query
      insert into public.progress_reports as r (assignment_id, milestone_id, task_id, unit_id, kind, percent, done, next_steps, problems, created_by, updated_by)
      values (p_assignment_id, p_milestone_id, v_assignment.task_id, v_assignment.unit_id, p_kind, v_percent,
              coalesce(p_done, ''), coalesce(p_next_steps, ''), coalesce(p_problems, ''), auth.uid(), auth.uid())
      returning r.id, r.revision, r.updated_at;
  else
    return query
      update public.progress_reports as r
      set kind = p_kind, percent = v_percent, done = coalesce(p_done, ''), next_steps = coalesce(p_next_steps, ''),
          problems = coalesce(p_problems, ''), revision = r.revision + 1, updated_by = auth.uid(), updated_at = now()
      where r.id = v_report.id returning r.id, r.revision, r.updated_at;
  end if;
exception when unique_violation then
  perform private.refuse('report_revision_conflict', 409, '1');
end $$;
comment on function public.save_report_draft is
  'Department: keeps the working copy (revision 0 starts one). report_revision_conflict when a colleague saved in between; the detail is the newer revision.';

create function private.lock_own_report(p_report_id uuid, p_expected_revision integer)
returns public.progress_reports language plpgsql security definer set search_path = '' as $$
declare
  v_report public.progress_reports;
begin
  perform private.require_role('department');
  select * into v_report from public.progress_reports where id = p_report_id and unit_id = private.account_unit_id() for update;
  if not found then perform private.refuse('report_not_found', 404); end if;
  if v_report.state not in ('draft', 'returned') then perform private.refuse('report_is_under_review', 409); end if;
  if v_report.revision <> p_expected_revision then
    perform private.refuse('report_revision_conflict', 409, v_report.revision::text);
  end if;
  return v_report;
end $$;

create function private.require_submittable(p_report public.progress_reports)
returns void language plpgsql stable security definer set search_path = '' as $$
begin
  if p_report.kind = 'progress' then perform private.require_text(p_report.done, 'report_done_missing'); end if;
  if p_report.kind = 'not_applicable' then perform private.require_text(p_report.done, 'not_applicable_needs_reason'); end if;
end $$;

create function public.submit_report(p_report_id uuid, p_expected_revision integer)
returns uuid language plpgsql security definer set search_path = '' as $$
declare
  v_report public.progress_reports := private.lock_own_report(p_report_id, p_expected_revision);
  v_submission_id uuid;
begin
  perform private.require_reportable(v_report.assignment_id, v_report.milestone_id);
  perform private.require_open_obligation(v_report.assignment_id, v_report.milestone_id);
  perform private.require_submittable(v_report);
  insert into public.report_submissions (report_id, assignment_id, milestone_id, task_id, unit_id, number, kind, percent,
    done, next_steps, problems, submitted_by)
  values (v_report.id, v_report.assignment_id, v_report.milestone_id, v_report.task_id, v_report.unit_id,
    (select coalesce(max(number), 0) + 1 from public.report_submissions where report_id = v_report.id),
    v_report.kind, v_report.percent, v_report.done, v_report.next_steps, v_report.problems, auth.uid())
  returning id into v_submission_id;
  insert into public.submission_evidence (submission_id, evidence_id, content_sha256)
  select v_submission_id, re.evidence_id, e.content_sha256
  from public.report_evidence re join public.evidence e on e.id = re.evidence_id where re.report_id = v_report.id;
  -- Of what was handed in, not of what is attached: that may change at this very moment.
  if v_report.kind = 'progress' and v_report.percent = 100
     and not exists (select from public.submission_evidence where submission_id = v_submission_id) then
    perform private.refuse('completion_needs_evidence');
  end if;
  -- A file may have been taken out of Storage since it was attached.
  perform private.lock_stored_files(array(select evidence_id from public.submission_evidence where submission_id = v_submission_id));
  update public.progress_reports set state = 'submitted', revision = revision + 1, updated_at = now(), updated_by = auth.uid()
  where id = v_report.id;
  return v_submission_id;
end $$;
comment on function public.submit_report is
  'Department: hands the working copy in; answers the submission. 100 % needs at least one piece of evidence.';

create function public.discard_report_draft(p_report_id uuid, p_expected_revision integer)
returns void language plpgsql security definer set search_path = '' as $$
declare
  v_report public.progress_reports := private.lock_own_report(p_report_id, p_expected_revision);
begin
  if v_report.state <> 'draft' then perform private.refuse('report_was_handed_in', 409); end if;
  delete from public.progress_reports where id = v_report.id;
end $$;
comment on function public.discard_report_draft is 'Department: throws away a draft that was never handed in.';

create function private.lock_submission_under_review(p_submission_id uuid)
returns public.report_submissions language plpgsql security definer set search_path = '' as $$
declare
  v_submission public.report_submissions;
begin
  perform private.require_role('lead_office');
  select * into v_submission from public.report_submissions where id = p_submission_id for update;
  if not found then perform private.refuse('submission_not_found', 404); end if;
  if v_submission.decision is not null then perform private.refuse('submission_already_decided', 409); end if;
  return v_submission;
end $$;

-- The one place where a report becomes approved.
create function private.approve_submission(p_submission_id uuid, p_rejected_evidence_ids uuid[], p_note text)
returns void language plpgsql security definer set search_path = '' as $$
declare
  v_submission public.report_submissions := private.lock_submission_under_review(p_submission_id);
begin
  update public.submission_evidence set is_accepted = not evidence_id = any (coalesce(p_rejected_evidence_ids, '{}'))
  where submission_id = p_submission_id;
  if v_submission.kind = 'progress' and v_submission.percent = 100
     and not exists (select from public.submission_evidence where submission_id = p_submission_id and is_accepted) then
    perform private.refuse('completion_needs_accepted_evidence', 409);
  end if;
  perform private.lock_stored_files(array(select evidence_id from public.submission_evidence
                                          where submission_id = p_submission_id and is_accepted));
  update public.report_submissions
  set decision = 'approved', decided_at = now(), decided_by = auth.uid(), decision_reason = coalesce(btrim(p_note), '')
  where id = p_submission_id;
  update public.progress_reports set state = 'approved', revision = revision + 1, updated_at = now() where id = v_submission.report_id;
end $$;

create function public.approve_reports(p_submission_ids uuid[])
returns integer language plpgsql security definer set search_path = '' as $$
declare
  v_id uuid;
  v_count integer := 0;
begin
  perform private.require_role('lead_office');
  -- In one order always, so that two reviewers approving overlapping sets cannot deadlock.
  for v_id in select distinct unnest(p_submission_ids) order by 1 loop
    perform private.approve_submission(v_id, null, null);
    v_count := v_count + 1;
  end loop;
  return v_count;
end $$;
comment on function public.approve_reports is 'Lead office: approves several submissions with all their evidence; all or none.';

create function public.review_report(p_submission_id uuid, p_decision public.review_decision, p_reason text, p_rejected_evidence_ids uuid[] default '{}')
returns void language plpgsql security definer set search_path = '' as $$
declare
  v_submission public.report_submissions;
begin
  perform private.require_role('lead_office');
  if p_decision is null then perform private.refuse('decision_missing'); end if;
  if p_decision = 'approved' then
    perform private.approve_submission(p_submission_id, p_rejected_evidence_ids, p_reason);
    return;
  end if;
  v_submission := private.lock_submission_under_review(p_submission_id);
  perform private.require_text(p_reason, 'return_reason_missing');
  perform set_config('app.reason', p_reason, true);
  update public.submission_evidence set is_accepted = false
  where submission_id = p_submission_id and evidence_id = any (coalesce(p_rejected_evidence_ids, '{}'));
  update public.report_submissions
  set decision = 'returned', decided_at = now(), decided_by = auth.uid(), decision_reason = btrim(p_reason)
  where id = p_submission_id;
  update public.progress_reports set state = 'returned', revision = revision + 1, updated_at = now() where id = v_submission.report_id;
end $$;
comment on function public.review_report is 'Lead office: approves (with evidence not accepted named) or returns with a reason.';

create function public.reopen_completion(p_assignment_id uuid, p_milestone_id uuid, p_reason text)
returns void language plpgsql security definer set search_path = '' as $$
declare
  v_standing public.report_submissions;
begin
  perform private.require_role('lead_office');
  perform private.require_text(p_reason, 'reason_missing');
  perform from public.assignments where id = p_assignment_id for update;
  v_standing := private.standing_submission(p_assignment_id, p_milestone_id);
  if not coalesce(v_standing.percent = 100 or v_standing.kind = 'not_applicable', false) then
    perform private.refuse('obligation_not_complete', 409);
  end if;
  perform set_config('app.reason', p_reason, true);
  insert into public.completion_reopenings (assignment_id, milestone_id, task_id, unit_id, reopened_by, reason)
  values (p_assignment_id, p_milestone_id, v_standing.task_id, v_standing.unit_id, auth.uid(), p_reason);
end $$;
comment on function public.reopen_completion is 'Lead office: takes back a completion or an accepted 无此事项, with a reason the unit sees.';

revoke execute on function private.require_reportable(uuid, uuid), private.standing_submission(uuid, uuid),
  private.require_open_obligation(uuid, uuid), private.lock_own_report(uuid, integer),
  private.require_submittable(public.progress_reports), private.lock_submission_under_review(uuid),
  private.approve_submission(uuid, uuid[], text) from public;
revoke execute on function
  public.save_report_draft(uuid, uuid, integer, public.report_kind, integer, text, text, text), public.submit_report(uuid, integer),
  public.discard_report_draft(uuid, integer), public.approve_reports(uuid[]),
  public.review_report(uuid, public.review_decision, text, uuid[]), public.reopen_completion(uuid, uuid, text) from public, anon;
grant execute on function
  public.save_report_draft(uuid, uuid, integer, public.report_kind, integer, text, text, text), public.submit_report(uuid, integer),
  public.discard_report_draft(uuid, integer), public.approve_reports(uuid[]),
  public.review_report(uuid, public.review_decision, text, uuid[]), public.reopen_completion(uuid, uuid, text) to authenticated;
