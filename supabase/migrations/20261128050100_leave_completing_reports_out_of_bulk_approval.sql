-- Bulk approval leaves what would end an obligation, a completing report or 无此事项, to be looked at one by one.

create or replace function public.approve_reports(p_submission_ids uuid[])
returns integer language plpgsql security definer set search_path = '' as $$
declare
  v_id uuid;
  v_count integer := 0;
begin
  perform private.require('review_reports');
  -- In one order always, so that two reviewers approving overlapping sets cannot deadlock.
  perform private.lock_tasks(array(select s.task_id from public.report_submissions s where s.id = any (p_submission_ids)));
  if exists (select from public.report_submissions s where s.id = any (p_submission_ids) and s.decision is null
             and (s.kind = 'not_applicable' or s.kind = 'progress' and s.percent = 100)) then
    perform private.refuse('completing_report_is_reviewed_alone', 409);
  end if;
  for v_id in select distinct unnest(p_submission_ids) order by 1 loop
    perform private.approve_submission(v_id, null, null);
    v_count := v_count + 1;
  end loop;
  return v_count;
end $$;
comment on function public.approve_reports is
  'Lead office: approves several submissions under way with all their evidence; all or none. Completing ones go to review_report.';
