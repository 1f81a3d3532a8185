-- What a department does with a report: save → hand in, or throw a draft away.

create function private.save_report(p_obligation_id uuid, p_expected_revision integer, p_kind public.report_kind, p_percent integer,
  p_done text, p_next_steps text, p_problems text)
returns public.progress_reports language plpgsql security definer set search_path = '' as $$
declare
  v_obligation private.moved := private.require_move('obligation', p_obligation_id, 'report_begun');
  v_report public.progress_reports;
  v_percent integer := p_percent;
begin
  -- 无变化 carries the last approved percent on; 无此事项 claims none.
  if p_kind = 'no_change' then
    v_percent := coalesce((select s.percent from private.approved_submission_in_force(p_obligation_id) s), 0);
  elsif p_kind = 'not_applicable' then
    v_percent := 0;
  end if;
  if v_percent is null or v_percent not between 0 and 100 then perform private.refuse('percent_out_of_range'); end if;
  select * into v_report from public.progress_reports r where r.obligation_id = p_obligation_id and r.state <> 'approved' for update;
  if coalesce(v_report.revision, 0) <> coalesce(p_expected_revision, 0) then
    perform private.refuse('report_revision_conflict', 409, coalesce(v_report.revision, 0)::text);
  end if;
  if v_report.id is null then
    insert into public.progress_reports (obligation_id, task_id, unit_id, kind, percent, done, next_steps, problems, created_by, updated_by)
    values (p_obligation_id, v_obligation.task_id, v_obligation.unit_id, p_kind, v_percent,
            coalesce(p_done, ''), coalesce(p_next_steps, ''), coalesce(p_problems, ''), auth.uid(), auth.uid())
    returning * into v_report;
  else
    update public.progress_reports
    set kind = p_kind, percent = v_percent, done = coalesce(p_done, ''), next_steps = coalesce(p_next_steps, ''),
        problems = coalesce(p_problems, ''), revision = revision + 1, updated_by = auth.uid(), updated_at = private.clock()
    where id = v_report.id returning * into v_report;
  end if;
  return v_report;
end $$;

create function public.save_report_draft(p_obligation_id uuid, p_expected_revision integer,
  p_kind public.report_kind, p_percent integer, p_done text, p_next_steps text, p_problems text)
returns table (report_id uuid, revision integer, saved_at timestamptz)
language plpgsql security definer set search_path = '' as $$
declare
  v_report public.progress_reports :=
    private.save_report(p_obligation_id, p_expected_revision, p_kind, p_percent, p_done, p_next_steps, p_problems);
begin
  return query select v_report.id, v_report.revision, v_report.updated_at;
end $$;
comment on function public.save_report_draft is
  'Department: keeps the working copy (revision 0 starts one). report_revision_conflict when a colleague saved in between; the detail is the newer revision.';

create function private.lock_own_report(p_report_id uuid, p_expected_revision integer)
returns public.progress_reports language plpgsql security definer set search_path = '' as $$
declare
  v_report public.progress_reports;
begin
  perform private.require('report_work');
  select * into v_report from public.progress_reports where id = p_report_id and unit_id = private.account_unit_id();
  if not found then perform private.refuse('report_not_found', 404); end if;
  -- The task before the report, as everywhere.
  perform private.lock_tasks(array[v_report.task_id]);
  select * into v_report from public.progress_reports where id = p_report_id for update;
  if not found then perform private.refuse('report_not_found', 404); end if;
  if v_report.state not in ('draft', 'returned') then perform private.refuse('report_is_' || v_report.state, 409); end if;
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

-- The evidence as it is handed in: what counts from here on is this list, not what is attached, which may change at this
-- very moment.
create function private.hand_in_evidence(p_submission public.report_submissions)
returns void language plpgsql security definer set search_path = '' as $$
begin
  insert into public.submission_evidence (submission_id, evidence_id, content_sha256)
  select p_submission.id, re.evidence_id, e.content_sha256
  from public.report_evidence re join public.evidence e on e.id = re.evidence_id where re.report_id = p_submission.report_id;
  if not found then
    if p_submission.kind = 'progress' and p_submission.percent = 100 then perform private.refuse('completion_needs_evidence'); end if;
    return;
  end if;
  -- A file may have been taken out of Storage since it was attached.
  perform private.lock_stored_files(array(select evidence_id from public.submission_evidence where submission_id = p_submission.id));
end $$;

create function private.hand_in(p_report public.progress_reports)
returns uuid language plpgsql security definer set search_path = '' as $$
declare
  v_submission public.report_submissions;
begin
  perform private.require_submittable(p_report);
  insert into public.report_submissions (report_id, obligation_id, task_id, unit_id, number, kind, percent,
    done, next_steps, problems, submitted_by)
  values (p_report.id, p_report.obligation_id, p_report.task_id, p_report.unit_id,
    (select coalesce(max(number), 0) + 1 from public.report_submissions where report_id = p_report.id),
    p_report.kind, p_report.percent, p_report.done, p_report.next_steps, p_report.problems, auth.uid())
  returning * into v_submission;
  perform private.hand_in_evidence(v_submission);
  perform private.move('report', p_report.id, 'report_handed_in', null,
    jsonb_build_object('submission_id', v_submission.id, 'kind', v_submission.kind, 'percent', v_submission.percent));
  return v_submission.id;
end $$;

create function public.submit_report(p_report_id uuid, p_expected_revision integer)
returns uuid language plpgsql security definer set search_path = '' as $$
declare
  v_report public.progress_reports := private.lock_own_report(p_report_id, p_expected_revision);
begin
  perform private.require_move('obligation', v_report.obligation_id, 'report_begun');
  return private.hand_in(v_report);
end $$;
comment on function public.submit_report is
  'Department: hands the working copy in; answers the submission. 100 % needs at least one piece of evidence.';

create function public.hand_in_report(p_obligation_id uuid, p_expected_revision integer,
  p_kind public.report_kind, p_percent integer, p_done text, p_next_steps text, p_problems text)
returns uuid language plpgsql security definer set search_path = '' as $$
begin
  return private.hand_in(
    private.save_report(p_obligation_id, p_expected_revision, p_kind, p_percent, p_done, p_next_steps, p_problems));
end $$;
comment on function public.hand_in_report is
  'Department: saves the working copy and hands it in, both or neither; answers the submission. Refuses as save_report_draft and submit_report do.';

create function public.discard_report_draft(p_report_id uuid, p_expected_revision integer)
returns void language plpgsql security definer set search_path = '' as $$
declare
  v_report public.progress_reports := private.lock_own_report(p_report_id, p_expected_revision);
begin
  if v_report.state <> 'draft' then perform private.refuse('report_was_handed_in', 409); end if;
  delete from public.progress_reports where id = v_report.id;
end $$;
comment on function public.discard_report_draft is 'Department: throws away a draft that was never handed in.';

revoke execute on function
  private.save_report(uuid, integer, public.report_kind, integer, text, text, text), private.lock_own_report(uuid, integer),
  private.require_submittable(public.progress_reports), private.hand_in_evidence(public.report_submissions),
  private.hand_in(public.progress_reports) from public;
revoke execute on function
  public.save_report_draft(uuid, integer, public.report_kind, integer, text, text, text), public.submit_report(uuid, integer),
  public.hand_in_report(uuid, integer, public.report_kind, integer, text, text, text),
  public.discard_report_draft(uuid, integer) from public, anon;
grant execute on function
  public.save_report_draft(uuid, integer, public.report_kind, integer, text, text, text), public.submit_report(uuid, integer),
  public.hand_in_report(uuid, integer, public.report_kind, integer, text, text, text),
  public.discard_report_draft(uuid, integer) to authenticated;
