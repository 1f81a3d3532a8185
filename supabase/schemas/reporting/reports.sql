-- Progress reports. The working copy (progress_reports) belongs to the unit; what it hands in is a submission,
-- frozen as handed in. Signals rest on submissions alone, so any past day can be asked again.

create type public.report_kind as enum ('progress', 'no_change', 'not_applicable');
create type public.report_state as enum ('draft', 'submitted', 'returned', 'approved');
create type public.review_decision as enum ('approved', 'returned');

create table public.progress_reports (
  id uuid primary key default gen_random_uuid(),
  obligation_id uuid not null,
  task_id uuid not null,
  unit_id uuid not null,
  state public.report_state not null default 'draft',
  kind public.report_kind not null default 'progress',
  percent smallint not null default 0,
  done text not null default '',
  next_steps text not null default '',
  problems text not null default '',
  revision integer not null default 1,
  created_by uuid references public.accounts (user_id) on delete restrict,
  created_at timestamptz not null default private.clock(),
  updated_by uuid references public.accounts (user_id) on delete restrict,
  updated_at timestamptz not null default private.clock(),
  constraint report_percent_is_0_to_100 check (percent between 0 and 100),
  constraint report_texts_are_at_most_5000_characters
    check (char_length(done) <= 5000 and char_length(next_steps) <= 5000 and char_length(problems) <= 5000),
  constraint report_belongs_to_its_obligation foreign key (obligation_id, task_id, unit_id)
    references public.obligations (id, task_id, unit_id) on delete restrict,
  constraint report_is_of_its_obligation unique (id, obligation_id, task_id, unit_id)
);
comment on table public.progress_reports is
  'The unit''s working copy of a report on one obligation. draft → submitted → approved | returned → submitted …';
create unique index one_open_report_per_obligation on public.progress_reports (obligation_id) where state <> 'approved';
create index progress_reports_by_obligation on public.progress_reports (obligation_id, state);
create index progress_reports_by_unit on public.progress_reports (unit_id, state);

create trigger progress_reports_are_audited after insert or update or delete on public.progress_reports
  for each row execute function private.record_change('state');

alter table public.progress_reports enable row level security;
revoke all on public.progress_reports from anon, authenticated;
grant select on public.progress_reports to authenticated;
create policy select_of_own_unit on public.progress_reports for select to authenticated
  using (unit_id = (select private.account_unit_id()));

create table public.report_submissions (
  id uuid primary key default gen_random_uuid(),
  report_id uuid not null,
  obligation_id uuid not null,
  task_id uuid not null,
  unit_id uuid not null,
  number integer not null,
  kind public.report_kind not null,
  percent smallint not null,
  done text not null,
  next_steps text not null,
  problems text not null,
  submitted_at timestamptz not null default private.clock(),
  submitted_by uuid references public.accounts (user_id) on delete restrict,
  decision public.review_decision,
  decided_at timestamptz,
  decided_by uuid references public.accounts (user_id) on delete restrict,
  decision_reason text not null default '',
  constraint submission_belongs_to_its_report foreign key (report_id, obligation_id, task_id, unit_id)
    references public.progress_reports (id, obligation_id, task_id, unit_id) on delete restrict,
  constraint submission_belongs_to_its_obligation foreign key (obligation_id, task_id, unit_id)
    references public.obligations (id, task_id, unit_id) on delete restrict,
  constraint submission_number_is_unique_in_its_report unique (report_id, number),
  constraint decided_submission_says_when check ((decision is null) = (decided_at is null)),
  constraint returned_submission_says_why check (decision is distinct from 'returned' or btrim(decision_reason) <> '')
);
comment on table public.report_submissions is
  'A report as handed in, with the review''s decision. The day that counts for the unit is submitted_at, never decided_at.';
create index report_submissions_by_obligation on public.report_submissions (obligation_id, submitted_at, number);
create index report_submissions_awaiting_review on public.report_submissions (submitted_at) where decision is null;
create index report_submissions_by_unit on public.report_submissions (unit_id, submitted_at);
create index report_submissions_by_task on public.report_submissions (task_id, submitted_at);

create trigger report_submissions_are_audited after insert or update or delete on public.report_submissions
  for each row execute function private.record_change('decision');

-- What was handed in never changes; only the review's decision is added, once. Where two units turned out to be one, it
-- becomes the other's, and nothing else about it changes.
create function private.keep_submission_as_handed_in()
returns trigger language plpgsql set search_path = '' as $$
begin
  if tg_op = 'UPDATE' and private.follows_merge(old.unit_id, new.unit_id)
     and to_jsonb(old) - array['unit_id', 'obligation_id'] = to_jsonb(new) - array['unit_id', 'obligation_id'] then
    return new;
  end if;
  if tg_op = 'DELETE' or old.decision is not null
     or (to_jsonb(old) - array['decision', 'decided_at', 'decided_by', 'decision_reason'])
        is distinct from (to_jsonb(new) - array['decision', 'decided_at', 'decided_by', 'decision_reason']) then
    perform private.refuse('submission_is_frozen', 409);
  end if;
  return new;
end $$;
revoke execute on function private.keep_submission_as_handed_in() from public;
create trigger submissions_are_kept_as_handed_in before update or delete on public.report_submissions
  for each row execute function private.keep_submission_as_handed_in();

create function private.keep_approved_report()
returns trigger language plpgsql set search_path = '' as $$
begin
  if tg_op = 'UPDATE' and private.follows_merge(old.unit_id, new.unit_id)
     and to_jsonb(old) - array['unit_id', 'obligation_id'] = to_jsonb(new) - array['unit_id', 'obligation_id'] then
    return new;
  end if;
  if old.state = 'approved' then perform private.refuse('approved_report_is_frozen', 409); end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
revoke execute on function private.keep_approved_report() from public;
create trigger approved_reports_never_change before update or delete on public.progress_reports
  for each row execute function private.keep_approved_report();

alter table public.report_submissions enable row level security;
revoke all on public.report_submissions from anon, authenticated;
grant select on public.report_submissions to authenticated;
create policy select_as_lead_office_or_leadership on public.report_submissions for select to authenticated
  using ((select private.can('read_all_work')));
create policy select_of_own_unit on public.report_submissions for select to authenticated
  using (unit_id = (select private.account_unit_id()));
create policy select_of_assigned_tasks on public.report_submissions for select to authenticated
  using (task_id in (select private.assigned_task_ids()));

-- Reopening: a completion that turned out not to be one. Voids what completed it before.
create table public.completion_reopenings (
  id uuid primary key default gen_random_uuid(),
  obligation_id uuid not null,
  task_id uuid not null,
  unit_id uuid not null,
  reopened_at timestamptz not null default private.clock(),
  reopened_by uuid references public.accounts (user_id) on delete restrict,
  reason text not null,
  constraint reopening_says_why check (btrim(reason) <> ''),
  constraint reopening_belongs_to_its_obligation foreign key (obligation_id, task_id, unit_id)
    references public.obligations (id, task_id, unit_id) on delete restrict
);
comment on table public.completion_reopenings is 'The lead office took back a completion or an accepted 无此事项, with its reason.';
create index completion_reopenings_by_obligation on public.completion_reopenings (obligation_id, reopened_at);

create trigger completion_reopenings_are_audited after insert or update or delete on public.completion_reopenings
  for each row execute function private.record_change();

alter table public.completion_reopenings enable row level security;
revoke all on public.completion_reopenings from anon, authenticated;
grant select on public.completion_reopenings to authenticated;
create policy select_as_any_account on public.completion_reopenings for select to authenticated
  using ((select private.has_account()));

-- What is handed in after a reopening is not voided by it, also when the unit's transaction began before the office's.
create function private.hand_in_after_reopening()
returns trigger language plpgsql security definer set search_path = '' as $$
begin
  new.submitted_at := greatest(new.submitted_at, (select max(c.reopened_at) + interval '1 microsecond'
    from public.completion_reopenings c where c.obligation_id = new.obligation_id));
  return new;
end $$;
revoke execute on function private.hand_in_after_reopening() from public;
create trigger submissions_come_after_reopenings before insert on public.report_submissions
  for each row execute function private.hand_in_after_reopening();

-- The last approved submission that no reopening has voided. Reopening voids completions and accepted 无此事项.
create function private.approved_submission_in_force(p_obligation_id uuid)
returns setof public.report_submissions language sql stable as $$
  select s.* from public.report_submissions s
  where s.obligation_id = p_obligation_id and s.decision = 'approved'
    and not ((s.percent = 100 or s.kind = 'not_applicable')
             and exists (select from public.completion_reopenings o
                         where o.obligation_id = s.obligation_id and o.reopened_at >= s.submitted_at))
  order by s.submitted_at desc, s.number desc limit 1
$$;
revoke execute on function private.approved_submission_in_force(uuid) from public;

-- Column of submissions that is worked out, for whoever may read them: what stood approved when this one was handed in.
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
