-- The review compares a report with what stood approved when it was handed in; a reopening may have voided that.
create function public.percent_before(p_submission public.report_submissions)
returns integer language sql stable as $$
  select s.percent::integer from public.report_submissions s
  where s.obligation_id = p_submission.obligation_id and s.decision = 'approved' and s.kind <> 'not_applicable'
    and (s.submitted_at, s.id) < (p_submission.submitted_at, p_submission.id)
    and not (s.percent = 100 and exists (
      select from public.completion_reopenings o
      where o.obligation_id = s.obligation_id and o.reopened_at >= s.submitted_at and o.reopened_at < p_submission.submitted_at))
  order by s.submitted_at desc, s.number desc limit 1
$$;
comment on function public.percent_before is
  'Column of report_submissions: the approved percent that stood when it was handed in, without what a reopening had voided; null when there was none.';
revoke execute on function public.percent_before(public.report_submissions) from public, anon;
grant execute on function public.percent_before(public.report_submissions) to authenticated;
