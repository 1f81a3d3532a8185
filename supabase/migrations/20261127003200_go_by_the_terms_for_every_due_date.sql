-- Whoever shows, lists or looks for a due date goes by the terms, an obligation's own before its milestone's; and what a plan
-- or a decided report does not allow is refused by its state.

drop function private.list_filter(uuid, uuid, uuid, text, text, boolean, integer, boolean, boolean);
drop function public.task_matrix(uuid, date);
drop function public.task_obligations(uuid, date);
drop function public.obligation_state(uuid, date);
drop function public.my_obligations(date, boolean);
drop function private.shown_obligations(private.obligation_standings[]);

-- An obligation's own due date in force at the end of a day; no row when it has none and its milestone's counts.
create or replace function private.own_due_in_force(p_as_of date, p_obligation_id uuid)
returns table (due_on date) language sql stable as $$
  select d.due_on from public.due_terms d
  where d.obligation_id = p_obligation_id and d.known_from < private.end_of_business_day(p_as_of)
  order by d.known_from desc, d.id desc limit 1
$$;

-- When what is owed on some tasks is due: each obligation in force at the end of a day, without its facts. A task that
-- nobody is accountable for has one row a milestone besides, as the plan says it.
create or replace function private.dues_in_force(p_as_of date, p_task_ids uuid[])
returns table (task_id uuid, milestone_id uuid, unit_id uuid, is_accountable boolean, due_on date) language sql stable as $$
  with due as materialized (select * from private.due_in_force(p_as_of, p_task_ids)),
    given as materialized (select * from private.roles_in_force(p_as_of, p_task_ids))
  select d.task_id, d.milestone_id, a.unit_id, a.is_accountable, coalesce(own.due_on, d.due_on)
  from due d
  join given a on a.task_id = d.task_id
  join public.obligations o on o.assignment_id = a.assignment_id and o.milestone_id = d.milestone_id
  left join lateral private.own_due_in_force(p_as_of, o.id) own on true
  union all
  select d.task_id, d.milestone_id, null, null, d.due_on
  from due d where not exists (select from given a where a.task_id = d.task_id and a.is_accountable)
$$;

-- Columns of an obligation that are worked out: PostgREST reads them like any other, by their names. Whoever may read the
-- terms may ask. By public functions alone, because it is the reader who calls them.
create or replace function public.milestone_due_on(p_obligation public.obligations)
returns date language sql stable as $$
  select d.due_on from public.due_terms d
  where d.milestone_id = p_obligation.milestone_id and d.obligation_id is null
    and public.business_date(d.known_from) <= public.business_today()
  order by d.known_from desc, d.id desc limit 1
$$;
comment on function public.milestone_due_on is
  'Column of obligations: when the milestone is due today, by its own terms. Where due_on differs, the obligation has a date of its own.';

create or replace function public.due_on(p_obligation public.obligations)
returns date language sql stable as $$
  select coalesce(
    (select d.due_on from public.due_terms d
     where d.obligation_id = p_obligation.id and public.business_date(d.known_from) <= public.business_today()
     order by d.known_from desc, d.id desc limit 1),
    public.milestone_due_on(p_obligation))
$$;
comment on function public.due_on is
  'Column of obligations: the due date in force today, the obligation''s own term before its milestone''s. Any screen that shows one reads this.';

-- The plan itself is locked, so that of two clerks who issue at once the second finds it issued.
create or replace function private.lock_draft_plan(p_plan_id uuid)
returns void language plpgsql security definer set search_path = '' as $$
declare
  v_plan private.moved := private.lock_subject('plan', p_plan_id);
begin
  if v_plan.state <> 'draft' then perform private.refuse('plan_is_' || v_plan.state, 409); end if;
end $$;

create or replace function private.lock_draft(p_plan_id uuid, p_expected_revision integer)
returns public.plan_drafts language plpgsql security definer set search_path = '' as $$
declare
  v_draft public.plan_drafts;
begin
  perform private.lock_draft_plan(p_plan_id);
  select * into v_draft from public.plan_drafts where plan_id = p_plan_id for update;
  if v_draft.revision is distinct from p_expected_revision then
    perform private.refuse('plan_draft_revision_conflict', 409, v_draft.revision::text);
  end if;
  return v_draft;
end $$;

create or replace function public.discard_plan_draft(p_plan_id uuid)
returns void language plpgsql security definer set search_path = '' as $$
declare
  v_source_id uuid;
begin
  perform private.require('prepare_plans');
  perform private.lock_draft_plan(p_plan_id);
  delete from public.plans where id = p_plan_id returning source_document_id into v_source_id;
  delete from public.source_documents s where s.id = v_source_id
    and not exists (select from public.plans p where p.source_document_id = v_source_id);
end $$;

create or replace function private.lock_submission_under_review(p_submission_id uuid)
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

create or replace function public.review_report(p_submission_id uuid, p_decision public.review_decision, p_reason text, p_rejected_evidence_ids uuid[] default '{}')
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

-- One row for each obligation in force at p_as_of, with the facts known on that day: what was handed in by then, and what
-- had been decided by then.
create or replace function private.obligation_facts(p_as_of date, p_task_ids uuid[])
returns table (obligation_id uuid, plan_id uuid, section_id uuid, task_id uuid, assignment_id uuid, unit_id uuid, milestone_id uuid,
  role public.assignment_role, is_accountable boolean, weight numeric, start_on date, due_on date, warning_days integer,
  percent numeric, completed_on date, is_not_applicable boolean, completion_submitted_on date, awaiting_since date,
  is_returned boolean, is_report_missing boolean, latest_percent numeric, fact_on date)
language sql stable as $$
  select o.id, m.plan_id, m.section_id, m.task_id, a.assignment_id, a.unit_id, m.milestone_id, a.role, a.is_accountable, m.weight,
    least(m.start_on, coalesce(x.due_on, m.due_on)), coalesce(x.due_on, m.due_on), m.warning_days,
    case when standing.kind = 'not_applicable' then 0 else coalesce(standing.percent, 0) end,
    case when standing.percent = 100 and standing.kind <> 'not_applicable' then public.business_date(standing.submitted_at) end,
    coalesce(standing.kind = 'not_applicable', false),
    case when latest.is_pending and (latest.percent = 100 or latest.kind = 'not_applicable') then public.business_date(latest.submitted_at) end,
    case when latest.is_pending then public.business_date(latest.submitted_at) end,
    coalesce(latest.is_returned, false),
    coalesce(m.period_end_on >= greatest(m.start_on, a.given_on)
             and coalesce(public.business_date(latest.submitted_at) < m.period_start_on, true), false),
    greatest(coalesce(standing.percent, 0), case when latest.is_pending then latest.percent else 0 end),
    greatest(public.business_date(latest.submitted_at), public.business_date(reopening.reopened_at), a.given_on)
  from private.milestones_in_force(p_as_of, p_task_ids) m
  join private.roles_in_force(p_as_of, p_task_ids) a on a.task_id = m.task_id
  join public.obligations o on o.assignment_id = a.assignment_id and o.milestone_id = m.milestone_id
  left join lateral private.own_due_in_force(p_as_of, o.id) as x on true
  left join lateral (
    select max(c.reopened_at) as reopened_at from public.completion_reopenings c
    where c.obligation_id = o.id and c.reopened_at < private.end_of_business_day(p_as_of)
  ) as reopening on true
  -- The last approved one that no reopening has voided.
  left join lateral (
    select s.kind, s.percent, s.submitted_at from public.report_submissions s
    where s.obligation_id = o.id and s.decision = 'approved' and s.decided_at < private.end_of_business_day(p_as_of)
      and not coalesce((s.percent = 100 or s.kind = 'not_applicable') and s.submitted_at <= reopening.reopened_at, false)
    order by s.submitted_at desc, s.number desc limit 1
  ) as standing on true
  left join lateral (
    select s.submitted_at, s.kind, s.percent,
      coalesce(s.decided_at >= private.end_of_business_day(p_as_of), true) as is_pending,
      s.decision = 'returned' and s.decided_at < private.end_of_business_day(p_as_of) as is_returned
    from public.report_submissions s
    where s.obligation_id = o.id and s.submitted_at < private.end_of_business_day(p_as_of)
    order by s.submitted_at desc, s.number desc limit 1
  ) as latest on true
  offset 0
$$;

-- Tasks with something due in a year: that unit's own obligations, else those of the accountable units; where nobody is
-- accountable, the milestones as the plan says them. The years are those in which the matrix shows a task.
-- Kept rows are asked for by "exists", which the planner answers by the index for a plan and by one reading for all.
create or replace function private.list_year(p_is_kept boolean, p_unit_id uuid)
returns text language sql immutable as $$
  select replace(case
    when p_is_kept and p_unit_id is null then
      $f$(exists (select from private.obligation_standings o where o.task_id = x.task_id and o.is_accountable and o.due_on in_year)
          or x.reason = 'unassigned' and exists (select from private.due_in_force($1, array[x.task_id]) o where o.due_on in_year))$f$
    when p_is_kept then
      'exists (select from private.obligation_standings o where o.task_id = x.task_id and o.unit_id = $4 and o.due_on in_year)'
    when p_unit_id is null then
      $f$x.task_id in (select o.task_id from private.dues_in_force($1, private.tasks_of_plans($2)) o
                       where o.is_accountable is distinct from false and o.due_on in_year)$f$
    else
      $f$x.task_id in (select o.task_id from private.dues_in_force($1, array(select a.task_id from public.assignments a where a.unit_id = $4)) o
                       where o.unit_id = $4 and o.due_on in_year)$f$ end,
    'in_year', 'between make_date($7, 1, 1) and make_date($7, 12, 31)')
$$;

create or replace function private.list_filter(p_is_kept boolean, p_plan_id uuid, p_section_id uuid, p_unit_id uuid, p_signal text, p_search text, p_is_accountable boolean,
  p_milestone_year integer, p_is_awaiting boolean, p_is_outside_sections boolean)
returns text language sql immutable as $$
  select concat_ws(' and ', case when p_plan_id is null then 'x.is_in_view' else 'x.plan_id = $2' end,
    case when p_unit_id is not null then 'x.unit_id = $4' end,
    case when p_unit_id is not null and p_is_accountable is not null then 'x.is_accountable = $5' end,
    case when p_section_id is not null then 'x.section_id in (select private.sections_within($3))' end,
    case when p_is_outside_sections is not null then '(x.section_id is null) = $8' end,
    case when p_is_awaiting is not null then 'x.is_awaiting = $9' end,
    case p_signal when 'complete' then 'x.is_complete' when 'complete_late' then 'x.is_complete and x.is_late'
      when 'open' then $f$not x.is_complete and x.signal <> 'grey'$f$
      else case when p_signal is not null then 'not x.is_complete and x.signal::text = $6' end end,
    case when p_milestone_year is not null then private.list_year(p_is_kept, p_unit_id) end,
    case when p_search is not null then
      $f$(exists (select from public.tasks t where t.id = x.task_id
                  and position($10 in lower(concat_ws(' ', t.number, t.title, t.requirement))) > 0)
          or x.task_id in (select a.task_id from private.roles_in_force($1, private.tasks_of_plans($2)) a
                           join public.units u on u.id = a.unit_id
                           where a.is_accountable and position($10 in lower(u.name)) > 0))$f$ end)
$$;

create or replace function public.list_tasks(p_as_of date default null, p_plan_id uuid default null, p_section_id uuid default null,
  p_unit_id uuid default null, p_signal text default null, p_search text default null, p_is_accountable boolean default null,
  p_milestone_year integer default null, p_sort text default 'urgency', p_limit integer default 50, p_offset integer default 0,
  p_is_awaiting boolean default null, p_is_outside_sections boolean default null)
returns table (task_id uuid, plan_id uuid, plan_title text, section_id uuid, section_title text, number text, title text,
  signal public.signal, reason public.signal_reason, percent numeric, is_complete boolean, is_late boolean, due_on date, fact_on date,
  accountable_units text, unit_count integer, assignment_id uuid, role public.assignment_role, total_count bigint)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = 'force_custom_plan' set jit = 'off' as $$
declare
  v_as_of date := coalesce(p_as_of, public.business_today());
  v_search text := nullif(lower(btrim(p_search)), '');
  v_is_kept boolean := private.is_kept(v_as_of);
  v_source text := private.list_source(v_is_kept, p_unit_id);
  v_filter text := private.list_filter(v_is_kept, p_plan_id, p_section_id, p_unit_id, p_signal, v_search, p_is_accountable,
    p_milestone_year, p_is_awaiting, p_is_outside_sections);
  v_order text := private.list_order(p_sort);
  v_own text := case when p_unit_id is null then 'null::uuid as assignment_id, null::public.assignment_role as role'
    else 'x.assignment_id, x.role' end;
begin
  perform private.require_account();
  perform private.require_short_search(p_search);
  return query execute format($q$
    with %5$s found as materialized (
      select x.task_id, x.plan_id, x.section_id, x.signal, x.reason, x.percent, x.is_complete, x.is_late, x.due_on, x.fact_on,
        %1$s, row_number() over (order by %2$s) as place
      from %3$s x where %4$s order by %2$s limit $11 offset $12
    )
    select f.task_id, f.plan_id, p.title, f.section_id, s.title, t.number, t.title, f.signal, f.reason, coalesce(f.percent, 0),
      f.is_complete, f.is_late, f.due_on, f.fact_on, units.accountable, coalesce(units.count, 0), f.assignment_id, f.role,
      (select count(*) from %3$s x where %4$s)
    from found f
    join public.tasks t on t.id = f.task_id
    join public.plans p on p.id = f.plan_id
    left join public.plan_sections s on s.id = f.section_id
    left join private.units_of_tasks($1, array(select o.task_id from found o)) as units on units.task_id = f.task_id
    order by f.place$q$, v_own, v_order, case when v_is_kept then v_source else 'stated' end, v_filter,
    -- Computed once, though it is listed and counted.
    case when not v_is_kept then format('stated as materialized (select * from %s),', v_source) end)
  using v_as_of, p_plan_id, p_section_id, p_unit_id, p_is_accountable, p_signal, p_milestone_year, p_is_outside_sections, p_is_awaiting,
    v_search, least(greatest(coalesce(p_limit, 50), 1), 500), greatest(coalesce(p_offset, 0), 0);
end $$;

create or replace function public.task_matrix(p_plan_id uuid, p_as_of date default null)
returns table (task_id uuid, number text, title text, section_id uuid, milestone_id uuid, due_on date, last_due_on date, milestone_due_on date,
  year integer, requirement text, signal public.signal, reason public.signal_reason, percent numeric, is_complete boolean, is_late boolean)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = 'force_custom_plan' set jit = 'off' as $$
declare
  v_as_of date := coalesce(p_as_of, public.business_today());
  v_task_ids uuid[] := private.tasks_of_plans(p_plan_id);
  v_owed private.obligation_standings[];
begin
  perform private.require_account();
  v_owed := array(select o from private.obligation_states(v_as_of, v_task_ids) o where o.is_accountable);
  return query
    with stated as materialized (select x.* from private.milestones_of(v_owed) x),
      latest as materialized (select o.milestone_id, max(o.due_on) as due_on from unnest(v_owed) o group by o.milestone_id)
    select t.id, t.number, t.title, t.section_id, m.id, dated.due_on, coalesce(l.due_on, dated.due_on), f.due_on,
      extract(year from dated.due_on)::integer, m.requirement,
      coalesce(x.signal, 'grey'), coalesce(x.reason, 'unassigned'), coalesce(round(x.percent, 4), 0), coalesce(x.is_complete, false), coalesce(x.is_late, false)
    from private.milestones_in_force(v_as_of, v_task_ids) f
    join public.milestones m on m.id = f.milestone_id
    join public.tasks t on t.id = f.task_id
    left join stated x on x.milestone_id = m.id
    left join latest l on l.milestone_id = m.id
    cross join lateral (select coalesce(x.due_on, f.due_on) as due_on) dated
    where t.plan_id = p_plan_id
    order by t.position, dated.due_on, f.due_on;
end $$;
comment on function public.task_matrix is 'Any account: task × milestone of a plan with the signal of each; due_on and last_due_on: the first and last date by which its accountable units owe it, milestone_due_on: as the plan says it. For plans over several years, read by year.';

-- Reasons go out as text[]: a driver that connected before the enum was made does not know arrays of it.
create or replace function private.shown_obligations(p_as_of date, p_rows private.obligation_standings[])
returns table (obligation_id uuid, assignment_id uuid, milestone_id uuid, task_id uuid, plan_id uuid, plan_title text,
  plan_state public.plan_state, number text, title text, unit_id uuid, unit_name text, role public.assignment_role, is_accountable boolean,
  requirement text, start_on date, due_on date, milestone_due_on date, percent numeric, scheduled_percent numeric, is_complete boolean, is_late boolean,
  is_not_applicable boolean, completed_on date, awaiting_since date, fact_on date, signal public.signal, reasons text[],
  report_id uuid, report_state public.report_state, return_reason text, has_started boolean, unit_position integer, plan_starts_on date, task_position integer)
language sql stable as $$
  select o.obligation_id, o.assignment_id, o.milestone_id, o.task_id, o.plan_id, p.title, p.state, t.number, t.title, o.unit_id, u.name, o.role,
    o.is_accountable, m.requirement, o.start_on, o.due_on, d.due_on, o.percent, o.scheduled_percent, o.is_complete, o.is_late, o.is_not_applicable,
    o.completed_on, o.awaiting_since, o.fact_on, o.signal, o.reasons::text[], r.id, r.state,
    case when r.state = 'returned' then latest.decision_reason end, o.has_started, u.position, p.starts_on, t.position
  from unnest(p_rows) o
  join public.tasks t on t.id = o.task_id
  join public.plans p on p.id = o.plan_id
  join public.milestones m on m.id = o.milestone_id
  join private.due_in_force(p_as_of, array(select r.task_id from unnest(p_rows) r)) d on d.milestone_id = o.milestone_id
  join public.units u on u.id = o.unit_id
  left join public.progress_reports r on r.obligation_id = o.obligation_id and r.state <> 'approved'
    and r.unit_id = (select private.account_unit_id())
  left join lateral (select s.decision_reason from public.report_submissions s where s.report_id = r.id order by s.number desc limit 1) latest on true
$$;

create or replace function public.task_obligations(p_task_id uuid, p_as_of date default null)
returns table (obligation_id uuid, assignment_id uuid, milestone_id uuid, task_id uuid, plan_id uuid, plan_title text,
  plan_state public.plan_state, number text, title text, unit_id uuid, unit_name text, role public.assignment_role, is_accountable boolean,
  requirement text, start_on date, due_on date, milestone_due_on date, percent numeric, scheduled_percent numeric, is_complete boolean, is_late boolean,
  is_not_applicable boolean, completed_on date, awaiting_since date, fact_on date, signal public.signal, reasons text[],
  report_id uuid, report_state public.report_state, return_reason text)
language plpgsql stable security definer set search_path = '' as $$
declare
  v_as_of date := coalesce(p_as_of, public.business_today());
  v_rows private.obligation_standings[];
begin
  perform private.require_account();
  v_rows := array(select x from private.obligation_states(v_as_of, array[p_task_id]) x);
  return query
    select o.obligation_id, o.assignment_id, o.milestone_id, o.task_id, o.plan_id, o.plan_title, o.plan_state, o.number, o.title, o.unit_id,
      o.unit_name, o.role, o.is_accountable, o.requirement, o.start_on, o.due_on, o.milestone_due_on, o.percent, o.scheduled_percent, o.is_complete, o.is_late,
      o.is_not_applicable, o.completed_on, o.awaiting_since, o.fact_on, o.signal, o.reasons, o.report_id, o.report_state, o.return_reason
    from private.shown_obligations(v_as_of, v_rows) o
    order by o.due_on, o.role, o.unit_position, o.obligation_id;
end $$;

create or replace function public.obligation_state(p_obligation_id uuid, p_as_of date default null)
returns table (obligation_id uuid, assignment_id uuid, milestone_id uuid, task_id uuid, plan_id uuid, plan_title text,
  plan_state public.plan_state, number text, title text, unit_id uuid, unit_name text, role public.assignment_role, is_accountable boolean,
  requirement text, start_on date, due_on date, milestone_due_on date, percent numeric, scheduled_percent numeric, is_complete boolean, is_late boolean,
  is_not_applicable boolean, completed_on date, awaiting_since date, fact_on date, signal public.signal, reasons text[],
  report_id uuid, report_state public.report_state, return_reason text)
language sql stable security definer set search_path = '' as $$
  select o.* from public.task_obligations((select b.task_id from public.obligations b where b.id = p_obligation_id), p_as_of) o
  where o.obligation_id = p_obligation_id
$$;

-- The department's one screen: what the caller's unit owes, most urgent first, with the state of its working copy.
-- A milestone that has not started is left out unless it is the first one of its task, or the unit has begun a report on
-- it, or p_with_all asks for everything.
create or replace function public.my_obligations(p_as_of date default null, p_with_all boolean default false)
returns table (obligation_id uuid, assignment_id uuid, milestone_id uuid, task_id uuid, plan_id uuid, plan_title text,
  plan_state public.plan_state, number text, title text, unit_id uuid, unit_name text, role public.assignment_role, is_accountable boolean,
  requirement text, start_on date, due_on date, milestone_due_on date, percent numeric, scheduled_percent numeric, is_complete boolean, is_late boolean,
  is_not_applicable boolean, completed_on date, awaiting_since date, fact_on date, signal public.signal, reasons text[],
  report_id uuid, report_state public.report_state, return_reason text)
language plpgsql stable security definer set search_path = '' as $$
declare
  v_as_of date := coalesce(p_as_of, public.business_today());
  v_unit_id uuid := private.account_unit_id();
  v_rows private.obligation_standings[];
begin
  perform private.require('report_work');
  if private.is_kept(v_as_of) then
    v_rows := array(select s from private.obligation_standings s where s.unit_id = v_unit_id);
  else
    v_rows := array(select x from private.obligation_states(v_as_of,
      array(select a.task_id from public.assignments a where a.unit_id = v_unit_id)) x where x.unit_id = v_unit_id);
  end if;
  return query
    select o.obligation_id, o.assignment_id, o.milestone_id, o.task_id, o.plan_id, o.plan_title, o.plan_state, o.number, o.title, o.unit_id,
      o.unit_name, o.role, o.is_accountable, o.requirement, o.start_on, o.due_on, o.milestone_due_on, o.percent, o.scheduled_percent, o.is_complete, o.is_late,
      o.is_not_applicable, o.completed_on, o.awaiting_since, o.fact_on, o.signal, o.reasons, o.report_id, o.report_state, o.return_reason
    from private.shown_obligations(v_as_of, v_rows) o
    where p_with_all or o.plan_state = 'issued' and (o.has_started or o.report_id is not null
      -- By the milestones' own dates: an extension makes none another's successor.
      or o.milestone_due_on = (select min(e.due_on) from private.due_in_force(v_as_of, array[o.task_id]) e))
    order by (o.is_complete or o.is_not_applicable), coalesce(o.report_state = 'returned', false) desc, o.signal desc,
      (o.awaiting_since is not null), o.due_on, o.plan_starts_on desc, o.plan_id, o.task_position, o.milestone_id;
end $$;

revoke execute on function private.own_due_in_force(date, uuid), private.dues_in_force(date, uuid[]), private.lock_draft_plan(uuid) from public;
revoke execute on function public.due_on(public.obligations), public.milestone_due_on(public.obligations) from public, anon;
comment on function public.task_obligations is 'Any account: every obligation of a task, with signal, reasons and the dates they rest on.';
comment on function public.obligation_state is 'Any account: one obligation as task_obligations shows it; no row when it is not in force on that day.';
comment on function public.my_obligations is 'Department: the obligations of its own unit, most urgent first; p_with_all adds milestones not started and closed plans.';
revoke execute on function public.task_matrix(uuid, date), public.task_obligations(uuid, date), public.obligation_state(uuid, date),
  public.my_obligations(date, boolean) from public, anon;
grant execute on function public.task_matrix(uuid, date), public.task_obligations(uuid, date), public.obligation_state(uuid, date),
  public.my_obligations(date, boolean) to authenticated;
grant execute on function public.due_on(public.obligations), public.milestone_due_on(public.obligations) to authenticated;
revoke execute on all functions in schema private from public;
