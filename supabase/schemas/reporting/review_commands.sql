-- What the lead office does with what was handed in: approve, return, reopen.

create function private.lock_submission_under_review(p_submission_id uuid)
returns public.report_submissions language plpgsql security definer set search_path = '' as $$
declare
  v_submission public.report_submissions;
begin
  perform private.require('review_reports');
  select * into v_submission from public.report_submissions where id = p_submission_id;
  if not found then perform private.refuse('submission_not_found', 404); end if;
  -- The task before the submission, as everywhere.
  perform private.lock_tasks(array[v_submission.task_id]);
  select * into v_submission from public.report_submissions where id = p_submission_id for update;
  -- What was handed in keeps its decision, also when its report was handed in again since.
  if v_submission.decision is not null then perform private.refuse('report_is_' || v_submission.decision, 409); end if;
  return v_submission;
end $$;

-- The decision stands in the submission before the report moves, so that whatever looks at the move sees it.
create function private.decide(p_submission public.report_submissions, p_decision public.review_decision, p_reason text)
returns void language plpgsql security definer set search_path = '' as $$
begin
  perform set_config('app.reason', coalesce(btrim(p_reason), ''), true);
  update public.report_submissions
  set decision = p_decision, decided_at = private.clock(), decided_by = auth.uid(), decision_reason = coalesce(btrim(p_reason), '')
  where id = p_submission.id;
  perform private.move('report', p_submission.report_id, case p_decision when 'approved' then 'report_approved' else 'report_returned' end,
    p_reason, jsonb_build_object('submission_id', p_submission.id, 'kind', p_submission.kind, 'percent', p_submission.percent));
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
  perform private.decide(v_submission, 'approved', p_note);
end $$;

-- What would end an obligation is looked at one by one, whoever asks.
create function public.approve_reports(p_submission_ids uuid[])
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

create function public.review_report(p_submission_id uuid, p_decision public.review_decision, p_reason text, p_rejected_evidence_ids uuid[] default '{}')
returns void language plpgsql security definer set search_path = '' as $$
declare
  v_submission public.report_submissions;
begin
  perform private.require('review_reports');
  if p_decision is null then perform private.refuse('decision_missing'); end if;
  if p_decision = 'approved' then
    perform private.approve_submission(p_submission_id, p_rejected_evidence_ids, p_reason);
    return;
  end if;
  perform private.require_text(p_reason, 'reason_missing');
  v_submission := private.lock_submission_under_review(p_submission_id);
  update public.submission_evidence set is_accepted = false
  where submission_id = p_submission_id and evidence_id = any (coalesce(p_rejected_evidence_ids, '{}'));
  perform private.decide(v_submission, 'returned', p_reason);
end $$;
comment on function public.review_report is 'Lead office: approves (with evidence not accepted named) or returns with a reason.';

create function public.reopen_completion(p_obligation_id uuid, p_reason text)
returns void language plpgsql security definer set search_path = '' as $$
begin
  perform private.move('obligation', p_obligation_id, 'completion_reopened', p_reason);
end $$;
comment on function public.reopen_completion is 'Lead office: takes back a completion or an accepted 无此事项, with a reason the unit sees.';

revoke execute on function private.lock_submission_under_review(uuid), private.decide(public.report_submissions, public.review_decision, text),
  private.approve_submission(uuid, uuid[], text) from public;
revoke execute on function public.approve_reports(uuid[]),
  public.review_report(uuid, public.review_decision, text, uuid[]), public.reopen_completion(uuid, text) from public, anon;
grant execute on function public.approve_reports(uuid[]),
  public.review_report(uuid, public.review_decision, text, uuid[]), public.reopen_completion(uuid, text) to authenticated;
