-- The rule made just: who is judged from when, by which due date and until when, and who is counted where. What stood on the
-- former one is made anew; standings hold nothing that cannot be worked out again.

drop view private.plan_totals, private.unit_totals cascade;
drop table private.obligation_standings, private.assignment_standings, private.task_standings, private.plan_counts, private.unit_counts,
  private.standing_day cascade;
drop type private.shown_obligation, private.task_filter, public.signal_reason, public.signal cascade;
drop function if exists public.list_tasks(jsonb,date,text,integer,integer), public.my_obligations(date,boolean), public.obligation_state(uuid,date),
  public.plan_overview(date,uuid), private.assignments_at(date,uuid[]),
  private.assignments_of(date,uuid[],private.obligation_standings[]),
  private.count_assignments(private.assignment_standings[],private.assignment_standings[]),
  private.count_tasks(private.task_standings[],private.task_standings[]), private.day_to_write(uuid[],date),
  private.fold_plan_counts(), private.fold_unit_counts(), private.is_kept(date),
  private.keep_assignments(uuid[],private.assignment_standings[]), private.keep_obligations(uuid[],private.obligation_standings[]),
  private.keep_tasks(uuid[],private.task_standings[]), private.last_due_period(date,public.reporting_cadence,integer),
  private.lines_before_folding(), private.list_filter(boolean,private.task_filter), private.list_order(text),
  private.list_source(boolean,private.task_filter), private.list_year(boolean,private.task_filter), private.mean(numeric,numeric),
  private.milestones_in_force(date,uuid[]), private.milestones_of(private.obligation_standings[]),
  private.obligation_facts(date,uuid[]), private.obligation_states(date,uuid[]), private.obligations_at(date,uuid[]),
  private.plan_for(uuid[]), private.plan_sums(private.task_standings[],private.task_standings[]), private.plan_sums_at(date,uuid),
  private.read_task_filter(jsonb), private.refresh_standings(uuid[],date), private.refresh_touched(),
  private.require_short_search(text), private.roll_standings(date,integer), private.scheduled_percent(date,date,date),
  private.sections_within(uuid), private.shown_obligations(date,private.obligation_standings[]),
  private.signal_of(date,date,date,date,boolean,date,boolean,boolean,numeric,integer), private.standings_lock(),
  private.take_back_days_after(date), private.tally(public.signal,boolean,boolean), private.task_states(date,uuid[]),
  private.tasks_at(date,uuid[]), private.tasks_in_force(date,uuid[]), private.tasks_of(date,uuid[],private.obligation_standings[]),
  private.tasks_of_plans(uuid), private.turning_lock(),
  private.unit_sums(private.assignment_standings[],private.assignment_standings[]), private.unit_sums_at(date,uuid),
  private.units_of_tasks(date,uuid[]), public.progress_trend(uuid,date), public.search_tasks(text,integer),
  public.section_overview(uuid,date), public.task_matrix(uuid,date), public.task_obligations(uuid,date), public.task_state(uuid,date),
  public.unit_overview(date,uuid) cascade;

-- Signals (红黄绿灯): the one home of the rule, and of progress. Everything shown anywhere is read from here, for any as_of.
--
-- The functions below are plain SQL without "security definer" and "set": so the planner sees through all of them and
-- plans one statement for what was asked (one plan, one unit, the province). Only definer functions call them, and those
-- set the search path. "= any (array(...))", not "in": beside "or" only the former can use an index. "offset 0": keeps
-- the planner from working an expression out again for each column that uses it. A fact is known at as_of when it
-- happened before the end of that business day.

-- In order of gravity, so that max() is the worst.
create type public.signal as enum ('grey', 'green', 'yellow', 'red');
create type public.signal_reason as enum ('unassigned', 'not_started', 'not_applicable', 'not_tracked', 'due_before_given', 'closed_with_milestone',
  'completed', 'completed_late', 'awaiting_review', 'awaiting_review_late', 'overdue', 'returned', 'report_missing', 'behind_schedule', 'due_soon',
  'support_awaited', 'on_track');

-- Scheduled progress (序时进度): the share of time gone, 0 on the start day, 100 from the due day on. Percent, 4 decimals.
create function private.scheduled_percent(p_as_of date, p_start_on date, p_due_on date)
returns numeric language sql immutable as $$
  select case when p_as_of < p_start_on then 0 when p_as_of >= p_due_on then 100
              else round(100.0 * (p_as_of - p_start_on) / (p_due_on - p_start_on), 4) end
$$;
comment on function private.scheduled_percent is 'Share of a milestone''s time gone at p_as_of, in percent; runs evenly from start to due day.';

-- What the rule judges by. Days are business days; percent 0–100.
create type private.signal_facts as (
  -- The day judged: as_of, or the day on which the plan was closed.
  judged_on date,
  start_on date,
  due_on date,
  -- Until when a completing report is in time: the due day, or the days to mend after a return, which may end later.
  allowed_until date,
  warning_days integer,
  behind_points integer,
  is_supporting boolean,
  is_milestone_closed boolean,
  -- The day of the report that completed it; null for 无此事项.
  completed_on date,
  is_not_applicable boolean,
  is_not_tracked boolean,
  is_due_before_given boolean,
  -- The day of a report that ends the obligation if it is approved, while it awaits review: the clock stands still since.
  completion_submitted_on date,
  is_returned boolean,
  is_report_missing boolean,
  -- Scheduled progress on the day up to which reports are due, and the higher of approved and waiting percent.
  scheduled_percent numeric,
  percent numeric
);

-- What each reason shows.
create function private.signal_for(p_reason public.signal_reason)
returns public.signal language sql immutable as $$
  select (case
    when p_reason = 'overdue' then 'red'
    when p_reason in ('completed_late', 'awaiting_review_late', 'returned', 'report_missing', 'behind_schedule', 'due_soon', 'support_awaited') then 'yellow'
    when p_reason in ('completed', 'awaiting_review', 'on_track') then 'green'
    else 'grey' end)::public.signal
$$;

-- The rule itself, on bare facts: the first reason decides, further ones are told too. Complete but late is yellow for good.
-- What is still to be said of an open one goes by gravity; 临近期限 comes last, because it alone is no failing. A supporting
-- unit is asked, not judged: nothing of it is ever late, and its part closes with the milestone.
create function private.reasons_of(f private.signal_facts)
returns table (reasons public.signal_reason[]) language sql immutable as $$
  select case
      when (f).is_not_applicable then array['not_applicable'::public.signal_reason]
      when (f).completed_on is not null then
        array[case when (f).completed_on > (f).allowed_until and not (f).is_supporting then 'completed_late' else 'completed' end::public.signal_reason]
      when (f).is_not_tracked then array['not_tracked'::public.signal_reason]
      when (f).is_due_before_given then array['due_before_given'::public.signal_reason]
      when (f).is_supporting and (f).is_milestone_closed then array['closed_with_milestone'::public.signal_reason]
      when (f).completion_submitted_on is not null then
        array[case when (f).completion_submitted_on > (f).allowed_until and not (f).is_supporting then 'awaiting_review_late'
                   else 'awaiting_review' end::public.signal_reason]
      when (f).judged_on < (f).start_on then array['not_started'::public.signal_reason]
      when cardinality(open.reasons) > 0 then open.reasons
      else array['on_track'::public.signal_reason] end
  from (select array_remove(case when (f).is_supporting then array[
      case when (f).is_returned then 'returned' end,
      case when (f).judged_on > (f).due_on then 'support_awaited' end
    ] else array[
      case when (f).judged_on > (f).allowed_until then 'overdue' end,
      case when (f).is_returned then 'returned' end,
      case when (f).is_report_missing then 'report_missing' end,
      case when (f).judged_on <= (f).due_on and (f).scheduled_percent - (f).percent > (f).behind_points then 'behind_schedule' end,
      case when (f).due_on - (f).judged_on between 0 and (f).warning_days then 'due_soon' end
    ] end::public.signal_reason[], null) as reasons) as open
$$;
comment on function private.reasons_of is
  'Why one assignment on one milestone shows the signal it does, the reason that decides first; private.signal_for says which signal that is.';

-- The last reporting period whose report is overdue at p_as_of; nulls for plans without a cadence.
create function private.last_due_period(p_as_of date, p_cadence public.reporting_cadence, p_grace_days integer)
returns table (start_on date, end_on date) language sql immutable as $$
  -- The period in which the day "grace days ago" falls has not ended before that day; the one before it has.
  select (period_start - make_interval(months => months))::date, period_start - 1
  from (select case p_cadence when 'monthly' then 1 when 'quarterly' then 3 when 'half_yearly' then 6 when 'yearly' then 12 end as months,
               p_as_of - p_grace_days as day) as step,
    lateral (select (make_date(extract(year from day)::integer, 1, 1)
               + make_interval(months => (floor((extract(month from day) - 1) / months) * months)::integer))::date as period_start) as current
$$;
comment on function private.last_due_period is 'Calendar period (month, quarter, half-year, year) whose end plus the grace days lies before p_as_of.';

revoke execute on all functions in schema private from public;

-- Facts: what a signal rests on, for any as_of. Plain SQL, as in rule.sql, so that the planner sees through all of it.

-- The due date of an obligation in force at an instant, such as when a report was handed in; null when never asked for.
create function private.due_on_at(p_obligation_id uuid, p_at timestamptz)
returns date language plpgsql stable set search_path = '' as $$
begin
  if p_at is null then return null; end if;
  return coalesce(
    (select d.due_on from public.due_terms d
     where d.obligation_id = p_obligation_id and d.known_from <= p_at order by d.known_from desc, d.id desc limit 1),
    (select d.due_on from public.obligations o join public.due_terms d on d.milestone_id = o.milestone_id and d.obligation_id is null
     where o.id = p_obligation_id and d.known_from <= p_at order by d.known_from desc, d.id desc limit 1));
end $$;

-- Whether a unit that handed something in at an instant owed it by that due date then: the date was not past when it was given
-- the task, or the lead office had said by then that it was still owed.
create function private.was_owed_by(p_due_on date, p_obligation_id uuid, p_issued_on date, p_at timestamptz)
returns boolean language plpgsql stable set search_path = '' as $$
declare
  v_given_at timestamptz := (
    select min(n.known_from) from public.obligations o join public.assignment_terms n on n.assignment_id = o.assignment_id
    where o.id = p_obligation_id and n.is_in_force and n.known_from <= p_at and n.id > coalesce((
      select max(w.id) from public.assignment_terms w
      where w.assignment_id = o.assignment_id and not w.is_in_force and w.known_from <= p_at), 0));
begin
  return p_due_on >= greatest(p_issued_on, public.business_date(v_given_at))
    or exists (select from public.earlier_dues e where e.obligation_id = p_obligation_id and e.answer = 'owed'
               and e.answered_at >= v_given_at and e.answered_at <= p_at);
end $$;

-- The days to mend: what was handed in in time and came back after its due day may be handed in again within as many days
-- as the review took, 3 to 15. Answers the last such day that returns before p_before gave; null when none did.
create function private.mended_until(p_obligation_id uuid, p_before timestamptz)
returns date language plpgsql stable set search_path = '' as $$
declare
  v_returned record;
  v_until date;
begin
  for v_returned in
    select public.business_date(s.submitted_at) as handed_in_on, public.business_date(s.decided_at) as returned_on,
      private.due_on_at(p_obligation_id, s.submitted_at) as due_on
    from public.report_submissions s
    where s.obligation_id = p_obligation_id and s.decision = 'returned' and s.decided_at < p_before
      and (s.percent = 100 or s.kind = 'not_applicable')
    order by s.submitted_at, s.number
  loop
    if v_returned.handed_in_on <= greatest(v_returned.due_on, v_until) and v_returned.returned_on > v_returned.due_on then
      v_until := greatest(v_until, v_returned.returned_on + least(greatest(v_returned.returned_on - v_returned.handed_in_on, 3), 15));
    end if;
  end loop;
  return v_until;
end $$;

-- The day on which a plan was closed, as known at the end of p_as_of; null while it stands. It stands still from that day on.
create function private.closed_on(p_plan public.plans, p_as_of date)
returns date language sql stable as $$
  select case when (p_plan).closed_at < private.end_of_business_day(p_as_of) then public.business_date((p_plan).closed_at) end
$$;

-- Which of some tasks are in force at p_as_of, with what their plan says. is_in_view: the plan was not closed by then; a
-- closed one counts only when it is asked for by name, and stands still on the day it was closed (judged_on).
create function private.tasks_in_force(p_as_of date, p_task_ids uuid[])
returns table (task_id uuid, plan_id uuid, section_id uuid, "position" integer, starts_on date, issued_on date, closed_on date, judged_on date,
  is_in_view boolean, warning_days integer, behind_points integer, period_start_on date, period_end_on date)
language sql stable as $$
  select t.id, p.id, t.section_id, t.position, p.starts_on, public.business_date(p.issued_at), closing.day, coalesce(closing.day, p_as_of),
    closing.day is null, p.warning_days, p.behind_points, period.start_on, period.end_on
  from public.tasks t
  join public.plans p on p.id = t.plan_id
  cross join lateral (select private.closed_on(p, p_as_of) as day offset 0) as closing
  cross join lateral private.last_due_period(coalesce(closing.day, p_as_of), p.reporting_cadence, p.report_grace_days) as period
  where t.id = any (p_task_ids)
    and p.state <> 'draft' and p.issued_at < private.end_of_business_day(p_as_of)
    and (t.withdrawn_at is null or t.withdrawn_at >= private.end_of_business_day(p_as_of))
$$;

-- Milestones with the terms they had at p_as_of. One starts with the plan, or the day after the previous one of its task
-- is due; where that would be after its own due day, on that day.
create function private.milestones_in_force(p_as_of date, p_task_ids uuid[])
returns table (milestone_id uuid, task_id uuid, plan_id uuid, section_id uuid, weight numeric, start_on date, due_on date, issued_on date,
  closed_on date, judged_on date, warning_days integer, behind_points integer, period_start_on date, period_end_on date)
language sql stable as $$
  select d.milestone_id, t.task_id, t.plan_id, t.section_id, d.weight,
    least(coalesce(lag(d.due_on) over (partition by t.task_id order by d.due_on) + 1, t.starts_on), d.due_on), d.due_on, t.issued_on,
    t.closed_on, t.judged_on, t.warning_days, t.behind_points, t.period_start_on, t.period_end_on
  from private.tasks_in_force(p_as_of, p_task_ids) t
  join private.due_in_force(p_as_of, p_task_ids) d on d.task_id = t.task_id
$$;

-- What was handed in on one obligation and known by the end of p_as_of: the last approved report that no reopening has
-- voided (standing), and the last one of all (latest).
create function private.known_reports(p_as_of date, p_obligation_id uuid, p_reopened_at timestamptz)
returns table (standing_kind public.report_kind, standing_percent smallint, standing_at timestamptz,
  latest_kind public.report_kind, latest_percent smallint, latest_at timestamptz, is_pending boolean, is_returned boolean)
language sql stable as $$
  select standing.kind, standing.percent, standing.submitted_at, latest.kind, latest.percent, latest.submitted_at,
    coalesce(latest.is_pending, false), coalesce(latest.is_returned, false)
  from (select 1) one
  left join lateral (
    select s.kind, s.percent, s.submitted_at from public.report_submissions s
    where s.obligation_id = p_obligation_id and s.decision = 'approved' and s.decided_at < private.end_of_business_day(p_as_of)
      and not coalesce((s.percent = 100 or s.kind = 'not_applicable') and s.submitted_at <= p_reopened_at, false)
    order by s.submitted_at desc, s.number desc limit 1
  ) as standing on true
  left join lateral (
    select s.submitted_at, s.kind, s.percent,
      coalesce(s.decided_at >= private.end_of_business_day(p_as_of), true) as is_pending,
      s.decision = 'returned' and s.decided_at < private.end_of_business_day(p_as_of) as is_returned
    from public.report_submissions s
    where s.obligation_id = p_obligation_id and s.submitted_at < private.end_of_business_day(p_as_of)
    order by s.submitted_at desc, s.number desc limit 1
  ) as latest on true
$$;

-- One row for each obligation in force at p_as_of, with the facts known on that day: what was handed in by then, and what
-- had been decided by then.
--
-- Its clock starts with the milestone, the issue of the plan or the day it was given, whichever is last. What completes it
-- is judged by the due date in force when that was handed in; else the date of the day counts. What fell due before it was
-- given is nobody's failing until the lead office has said what is to become of it (public.earlier_dues).
create function private.obligation_facts(p_as_of date, p_task_ids uuid[])
returns table (obligation_id uuid, plan_id uuid, section_id uuid, task_id uuid, assignment_id uuid, unit_id uuid, milestone_id uuid,
  role public.assignment_role, is_accountable boolean, weight numeric, closed_on date, judged_on date, start_on date, due_on date,
  milestone_due_on date, allowed_until date, warning_days integer, behind_points integer, percent numeric, waiting_percent numeric,
  completed_on date, is_not_applicable boolean, is_not_tracked boolean, is_due_before_given boolean, completion_submitted_on date,
  awaiting_since date, is_returned boolean, is_report_missing boolean, period_end_on date, fact_on date)
language sql stable as $$
  select o.id, m.plan_id, m.section_id, m.task_id, a.assignment_id, a.unit_id, m.milestone_id, a.role, a.is_accountable, m.weight,
    m.closed_on, m.judged_on, least(greatest(m.start_on, given.day), judged.due_on), judged.due_on, m.due_on,
    case when settled.is_unowed then null
         when known.is_returned and settled.completed_on is null or settled.day > judged.due_on
           then greatest(judged.due_on, private.mended_until(o.id, coalesce(settled.at, private.end_of_business_day(p_as_of))))
         else judged.due_on end,
    m.warning_days, m.behind_points,
    case when settled.is_not_applicable then null when settled.completed_on is not null then 100
         when answer.answer = 'not_tracked' then null else coalesce(known.standing_percent, 0) end,
    case when known.is_pending and known.latest_kind <> 'not_applicable' then known.latest_percent end,
    settled.completed_on, settled.is_not_applicable,
    coalesce(answer.answer = 'not_tracked' and settled.completed_on is null and not settled.is_not_applicable, false),
    a.role <> 'supporting' and coalesce(x.due_on, m.due_on) < given.day and answer.answer is null
      and settled.completed_on is null and not settled.is_not_applicable,
    settled.waiting_on,
    case when known.is_pending then public.business_date(known.latest_at) end,
    known.is_returned,
    -- A period is owed by who had the obligation for at least half of it, counted anew after a reopening.
    coalesce(2 * (m.period_end_on - greatest(m.start_on, given.day, public.business_date(reopening.reopened_at)) + 1)
               >= m.period_end_on - m.period_start_on + 1
             and coalesce(public.business_date(known.latest_at) < m.period_start_on, true), false),
    m.period_end_on, public.business_date(known.latest_at)
  from private.milestones_in_force(p_as_of, p_task_ids) m
  join private.roles_in_force(p_as_of, p_task_ids) a on a.task_id = m.task_id
  join public.obligations o on o.assignment_id = a.assignment_id and o.milestone_id = m.milestone_id
  cross join lateral (select greatest(m.issued_on, public.business_date(a.given_at)) as day offset 0) as given
  left join lateral private.own_due_in_force(p_as_of, o.id) as x on true
  left join lateral (
    select max(c.reopened_at) as reopened_at from public.completion_reopenings c
    where c.obligation_id = o.id and c.reopened_at < private.end_of_business_day(p_as_of)
  ) as reopening on true
  left join lateral private.earlier_due_in_force(p_as_of, o.id, a.given_at, reopening.reopened_at) as answer on true
  cross join lateral (select k.* from private.known_reports(p_as_of, o.id, reopening.reopened_at) k offset 0) as known
  -- What ends it: the office's word that it was done already, an approved report, or one that would end it and waits.
  cross join lateral (
    select ends.at, public.business_date(ends.at) as day, ends.is_done and ends.kind = 'not_applicable' as is_not_applicable,
      case when answer.answer = 'done' then answer.done_on
           when ends.is_done and ends.kind <> 'not_applicable' then public.business_date(ends.at) end as completed_on,
      case when ends.is_waiting then public.business_date(ends.at) end as waiting_on, ends.due_on,
      -- Past its date, which nobody had asked the unit to keep: what is said afterwards makes nobody late.
      coalesce(ends.due_on < public.business_date(ends.at) and not private.was_owed_by(ends.due_on, o.id, m.issued_on, ends.at), false) as is_unowed
    from (
      select done.*, private.due_on_at(o.id, done.at) as due_on
      from (
        select found.*, case when found.is_done then known.standing_at when found.is_waiting then known.latest_at end as at,
          case when found.is_done then known.standing_kind else known.latest_kind end as kind
        from (
          select answer.answer is distinct from 'done' and coalesce(known.standing_percent = 100 or known.standing_kind = 'not_applicable', false)
              as is_done,
            answer.answer is distinct from 'done' and not coalesce(known.standing_percent = 100 or known.standing_kind = 'not_applicable', false)
              and known.is_pending and (known.latest_percent = 100 or known.latest_kind = 'not_applicable') as is_waiting
        ) found
      ) done
    ) ends
    offset 0
  ) as settled
  cross join lateral (
    select coalesce(settled.due_on, case when answer.answer = 'done' then private.due_on_at(o.id, answer.answered_at) end, x.due_on, m.due_on) as due_on
    offset 0
  ) as judged
  offset 0
$$;

revoke execute on all functions in schema private from public;

-- Standings: what each obligation, assignment and task stands at, today. Kept, so that a dashboard need not work it out at
-- every look; made by the functions that answer past days (signals/states.sql), which return these very rows, so that
-- kept and computed cannot differ in shape. Nobody reads them but definer functions. No foreign keys: what they name is
-- never deleted, and a thousand look-ups a turn of the day would say so a thousand times.

create table private.obligation_standings (
  obligation_id uuid primary key,
  as_of date not null,
  changes_on date,
  plan_id uuid not null,
  section_id uuid,
  task_id uuid not null,
  assignment_id uuid not null,
  unit_id uuid not null,
  milestone_id uuid not null,
  role public.assignment_role not null,
  is_accountable boolean not null,
  weight numeric not null,
  start_on date not null,
  due_on date not null,
  milestone_due_on date not null,
  percent numeric,
  waiting_percent numeric,
  scheduled_percent numeric not null,
  is_complete boolean not null,
  is_late boolean not null,
  is_not_applicable boolean not null,
  is_closed boolean not null,
  has_started boolean not null,
  completed_on date,
  awaiting_since date,
  is_returned boolean not null,
  mend_until date,
  fact_on date,
  signal public.signal not null,
  reasons public.signal_reason[] not null
);
comment on table private.obligation_standings is 'One row for each obligation in force: what obligations_at answers for as_of and every day before changes_on.';
comment on column private.obligation_standings.is_closed is
  'Nothing is to be done on it any more: complete, 无此事项, not tracked, or supporting on a closed milestone.';
comment on column private.obligation_standings.waiting_percent is 'What the percent will be if the report that waits is approved; null when none waits.';
comment on column private.obligation_standings.mend_until is 'The last day to hand in again what was in time and came back after its due day.';
comment on column private.obligation_standings.changes_on is 'The first day on which the row may differ though nobody did anything; null: never.';
create index obligation_standings_by_task on private.obligation_standings (task_id);
create index obligation_standings_by_unit on private.obligation_standings (unit_id);

create table private.assignment_standings (
  assignment_id uuid primary key,
  as_of date not null,
  plan_id uuid not null,
  section_id uuid,
  task_id uuid not null,
  unit_id uuid not null,
  role public.assignment_role not null,
  is_accountable boolean not null,
  is_in_view boolean not null,
  percent numeric,
  waiting_percent numeric,
  is_complete boolean not null,
  is_late boolean not null,
  is_awaiting boolean not null,
  due_on date,
  fact_on date,
  silent_since date,
  signal public.signal not null,
  reason public.signal_reason not null,
  plan_starts_on date not null,
  position integer not null
);
comment on table private.assignment_standings is 'One row for each assignment in force: what assignments_at answers for as_of.';
create index assignment_standings_by_task on private.assignment_standings (task_id);
create index assignment_standings_by_plan on private.assignment_standings (plan_id);
create index assignment_standings_by_unit_and_urgency on private.assignment_standings
  (unit_id, is_complete, signal desc, due_on, plan_starts_on desc, plan_id, position) where is_in_view;
create index assignment_standings_by_unit on private.assignment_standings (unit_id);
create index assignment_standings_by_unit_and_silence on private.assignment_standings (unit_id, silent_since)
  where is_in_view and role <> 'supporting' and silent_since is not null;

create table private.task_standings (
  task_id uuid primary key,
  as_of date not null,
  changes_on date,
  plan_id uuid not null,
  section_id uuid,
  is_in_view boolean not null,
  percent numeric,
  waiting_percent numeric,
  scheduled_percent numeric,
  is_complete boolean not null,
  is_late boolean not null,
  is_awaiting boolean not null,
  due_on date,
  fact_on date,
  silent_since date,
  signal public.signal not null,
  reason public.signal_reason not null,
  open_responsible integer not null,
  overdue_responsible integer not null,
  plan_starts_on date not null,
  position integer not null
);
comment on column private.task_standings.silent_since is
  'Since when nothing was heard on the obligation that decides: its last report, else the day it started. Null unless it is open.';
comment on column private.task_standings.open_responsible is
  'Units responsible beside leads that still owe their part, when the leads have closed all that has started.';
comment on table private.task_standings is 'One row for each task in force: what tasks_at answers for as_of and every day before changes_on.';
create index task_standings_by_plan on private.task_standings (plan_id);
create index task_standings_by_next_change on private.task_standings (changes_on);
create index task_standings_by_urgency on private.task_standings
  (is_complete, signal desc, due_on, plan_starts_on desc, plan_id, position) where is_in_view;

-- Counts are ledgers: each change of a standing adds a line with the difference, a reader sums the lines, and now and then
-- the lines of one subject are folded into one. Nobody waits for anybody else's line.
create table private.plan_counts (
  id bigint generated always as identity primary key,
  plan_id uuid not null,
  tasks bigint not null,
  red bigint not null,
  yellow bigint not null,
  due_soon bigint not null,
  green bigint not null,
  grey bigint not null,
  before_given bigint not null,
  complete bigint not null,
  complete_late bigint not null,
  awaiting bigint not null,
  leads_done bigint not null,
  percent_sum numeric not null,
  percent_count bigint not null,
  scheduled_sum numeric not null,
  scheduled_count bigint not null
);
comment on table private.plan_counts is 'Ledger of how many tasks of a plan stand where: the sum of its lines counts.';
create index plan_counts_by_plan on private.plan_counts (plan_id);

create table private.unit_counts (
  id bigint generated always as identity primary key,
  unit_id uuid not null,
  tasks bigint not null,
  red bigint not null,
  yellow bigint not null,
  due_soon bigint not null,
  green bigint not null,
  grey bigint not null,
  before_given bigint not null,
  complete bigint not null,
  complete_late bigint not null,
  percent_sum numeric not null,
  percent_count bigint not null,
  supporting bigint not null
);
comment on table private.unit_counts is 'Ledger of how the tasks of a unit stand, in plans not closed: the sum of its lines counts.';
create index unit_counts_by_unit on private.unit_counts (unit_id);

-- The sums of the ledgers, which are those of computed rows too: one shape of what is counted for a plan and for a unit.
create view private.plan_totals with (security_invoker = true) as
select plan_id, sum(tasks)::integer as tasks, sum(red)::integer as red, sum(yellow)::integer as yellow,
  sum(due_soon)::integer as due_soon, sum(green)::integer as green, sum(grey)::integer as grey, sum(before_given)::integer as before_given,
  sum(complete)::integer as complete, sum(complete_late)::integer as complete_late,
  sum(awaiting)::integer as awaiting, sum(leads_done)::integer as leads_done, sum(percent_sum) as percent_sum, sum(percent_count)::integer as percent_count,
  sum(scheduled_sum) as scheduled_sum, sum(scheduled_count)::integer as scheduled_count
from private.plan_counts group by plan_id;
create view private.unit_totals with (security_invoker = true) as
select unit_id, sum(tasks)::integer as tasks, sum(red)::integer as red, sum(yellow)::integer as yellow,
  sum(due_soon)::integer as due_soon, sum(green)::integer as green, sum(grey)::integer as grey, sum(before_given)::integer as before_given,
  sum(complete)::integer as complete, sum(complete_late)::integer as complete_late,
  sum(percent_sum) as percent_sum, sum(percent_count)::integer as percent_count, sum(supporting)::integer as supporting
from private.unit_counts group by unit_id;

create table private.standing_day (
  is_only_row boolean primary key default true,
  day date not null,
  constraint there_is_one_standing_day check (is_only_row)
);
comment on table private.standing_day is 'The day whose turn was made last: standings answer for this day and no other.';
insert into private.standing_day (day) values ('-infinity');

alter table private.obligation_standings enable row level security;
alter table private.assignment_standings enable row level security;
alter table private.task_standings enable row level security;
alter table private.plan_counts enable row level security;
alter table private.unit_counts enable row level security;
alter table private.standing_day enable row level security;
revoke all on private.obligation_standings, private.assignment_standings, private.task_standings, private.plan_counts,
  private.unit_counts, private.plan_totals, private.unit_totals, private.standing_day from public, anon, authenticated, service_role;

-- States: what the rule says of obligations, milestones, assignments and tasks on any day. The functions are plain SQL
-- without "security definer" and "set", so that the planner sees through them; only definer functions call them, and
-- those set the search path. "offset 0" keeps the planner from working an expression out again for each column that uses
-- it. A fact is known at as_of when it happened before the end of that business day.

-- Facts with the rule applied. By the date alone a row changes while its scheduled progress runs, and while it is open; in
-- a closed plan none does.
create function private.obligations_at(p_as_of date, p_task_ids uuid[])
returns setof private.obligation_standings language sql stable as $$
  select f.obligation_id, p_as_of,
    case when f.closed_on is not null then null
         when p_as_of < f.start_on then f.start_on
         when p_as_of < f.due_on or not f.is_settled and not f.is_due_before_given then p_as_of + 1 end,
    f.plan_id, f.section_id, f.task_id, f.assignment_id, f.unit_id, f.milestone_id, f.role, f.is_accountable, f.weight,
    f.start_on, f.due_on, f.milestone_due_on, f.percent, f.waiting_percent, private.scheduled_percent(f.judged_on, f.start_on, f.due_on),
    f.completed_on is not null, coalesce(f.completed_on > f.allowed_until and f.role <> 'supporting', false), f.is_not_applicable,
    f.is_settled or f.role = 'supporting' and f.is_milestone_closed, f.judged_on >= f.start_on,
    f.completed_on, f.awaiting_since, f.is_returned,
    case when f.is_returned and not f.is_settled and f.role <> 'supporting' and f.judged_on > f.due_on and f.judged_on <= f.allowed_until
         then f.allowed_until end,
    f.fact_on, private.signal_for(r.reasons[1]), r.reasons
  from (
    select s.*, coalesce(bool_and(s.is_settled) filter (where s.is_accountable) over (partition by s.milestone_id), false) as is_milestone_closed
    from (select x.*, x.completed_on is not null or x.is_not_applicable or x.is_not_tracked as is_settled
          from private.obligation_facts(p_as_of, p_task_ids) x) s
    offset 0
  ) f
  cross join lateral (
    select z.reasons from private.reasons_of(row (f.judged_on, f.start_on, f.due_on, f.allowed_until, f.warning_days, f.behind_points,
      f.role = 'supporting', f.is_milestone_closed, f.completed_on, f.is_not_applicable, f.is_not_tracked, f.is_due_before_given,
      f.completion_submitted_on, f.is_returned, f.is_report_missing,
      private.scheduled_percent(coalesce(f.period_end_on, f.judged_on), f.start_on, f.due_on),
      greatest(f.percent, f.waiting_percent, 0))::private.signal_facts) z
    offset 0
  ) r
  offset 0
$$;

-- A milestone of a task over its accountable assignments. is_closed: each is complete, 无此事项 or not tracked. percent: null when
-- nothing applies, so that it counts in no mean. waiting_percent: what it would be if all that waits was approved.
create function private.milestones_of(p_obligations private.obligation_standings[])
returns table (plan_id uuid, task_id uuid, milestone_id uuid, weight numeric, start_on date, due_on date, milestone_due_on date, percent numeric,
  waiting_percent numeric, is_waiting boolean, is_closed boolean, is_complete boolean, is_late boolean, has_started boolean,
  signal public.signal, reason public.signal_reason)
language sql stable as $$
  select o.plan_id, o.task_id, o.milestone_id, min(o.weight), min(o.start_on), min(o.due_on), min(o.milestone_due_on),
    avg(o.percent), avg(case when o.awaiting_since is null then o.percent else o.waiting_percent end), bool_or(o.awaiting_since is not null),
    bool_and(o.is_closed), bool_and(o.is_closed) and bool_or(o.is_complete), bool_or(o.is_late), bool_or(o.has_started), max(o.signal),
    (array_agg(o.reasons[1] order by o.signal desc, o.is_closed, o.awaiting_since is not null, o.reasons[1] = 'due_soon', o.due_on,
      o.obligation_id))[1]
  from unnest(p_obligations) o
  where o.is_accountable
  group by o.plan_id, o.task_id, o.milestone_id
$$;

-- A task: the worst of its accountable obligations on milestones that have started and are not closed; of equal ones that
-- which is still to be done, then what is a failing rather than 临近期限, then what is due first. When none is open, the same of
-- the last milestone that has started (the first one, when none has). That one obligation decides: its reason, due day and
-- age are the task's. Progress is the weighted mean of the milestones, and scheduled_percent the same mean of their
-- scheduled progress; both are null when nothing counts.
--
-- open_responsible: units responsible beside leads that owe their part still, once the leads have closed all that has started.
create function private.tasks_of(p_as_of date, p_task_ids uuid[], p_obligations private.obligation_standings[])
returns setof private.task_standings language sql stable as $$
  with milestones as materialized (select * from private.milestones_of(p_obligations)),
  deciding as (
    select distinct on (o.task_id) o.task_id, o.due_on, o.fact_on, o.signal, o.reasons[1] as reason,
      case when o.has_started and not o.is_closed then coalesce(o.fact_on, o.start_on) end as silent_since
    from unnest(p_obligations) o
    join milestones m on m.milestone_id = o.milestone_id
    cross join lateral (select m.has_started and not m.is_closed as is_open) at
    where o.is_accountable
    order by o.task_id, at.is_open desc, m.has_started desc, case when m.has_started and not at.is_open then m.milestone_due_on end desc nulls last,
      case when not m.has_started then m.milestone_due_on end, o.signal desc, o.is_closed, o.awaiting_since is not null,
      o.reasons[1] = 'due_soon', o.due_on, o.obligation_id
  ),
  beside as (
    select o.task_id, count(distinct o.assignment_id)::integer as open,
      (count(distinct o.assignment_id) filter (where o.signal = 'red'))::integer as overdue
    from unnest(p_obligations) o
    where o.role = 'responsible' and not o.is_accountable and o.has_started and not o.is_closed
      and not exists (select from milestones m where m.task_id = o.task_id and m.has_started and not m.is_closed)
      and exists (select from milestones m where m.task_id = o.task_id and m.has_started)
    group by o.task_id
  ),
  sums as (
    select m.task_id,
      round(sum(m.percent * m.weight) / nullif(sum(m.weight) filter (where m.percent is not null), 0), 4) as percent,
      case when bool_or(m.is_waiting) then
        round(sum(m.waiting_percent * m.weight) / nullif(sum(m.weight) filter (where m.waiting_percent is not null), 0), 4) end as waiting_percent,
      round(sum(private.scheduled_percent(t.judged_on, m.start_on, m.due_on) * m.weight) filter (where m.percent is not null)
        / nullif(sum(m.weight) filter (where m.percent is not null), 0), 4) as scheduled_percent,
      bool_and(m.is_closed) and bool_or(m.is_complete) as is_complete, bool_or(m.is_late) as is_late
    from milestones m join private.tasks_in_force(p_as_of, p_task_ids) t on t.task_id = m.task_id
    group by m.task_id
  ),
  turns as (select o.task_id, min(o.changes_on) as changes_on from unnest(p_obligations) o group by o.task_id)
  select t.task_id, p_as_of, turns.changes_on, t.plan_id, t.section_id, t.is_in_view, sums.percent, sums.waiting_percent, sums.scheduled_percent,
    coalesce(sums.is_complete, false), coalesce(sums.is_late, false),
    exists (select from public.report_submissions r
            where r.task_id = t.task_id and r.submitted_at < private.end_of_business_day(p_as_of)
              and (r.decision is null or r.decided_at >= private.end_of_business_day(p_as_of))),
    deciding.due_on, deciding.fact_on, deciding.silent_since, coalesce(deciding.signal, 'grey'), coalesce(deciding.reason, 'unassigned'),
    coalesce(beside.open, 0), coalesce(beside.overdue, 0), t.starts_on, t.position
  from private.tasks_in_force(p_as_of, p_task_ids) t
  left join deciding on deciding.task_id = t.task_id
  left join beside on beside.task_id = t.task_id
  left join sums on sums.task_id = t.task_id
  left join turns on turns.task_id = t.task_id
$$;

-- An assignment as a whole: the same choice over its own milestones.
create function private.assignments_of(p_as_of date, p_task_ids uuid[], p_obligations private.obligation_standings[])
returns setof private.assignment_standings language sql stable as $$
  with deciding as (
    select distinct on (o.assignment_id) o.*
    from unnest(p_obligations) o
    cross join lateral (select o.has_started and not o.is_closed as is_open) at
    order by o.assignment_id, at.is_open desc, o.has_started desc,
      case when o.has_started and not at.is_open then o.milestone_due_on end desc nulls last,
      case when not o.has_started then o.milestone_due_on end, o.signal desc, o.awaiting_since is not null, o.reasons[1] = 'due_soon', o.due_on, o.obligation_id
  ),
  sums as (
    select o.assignment_id,
      round(sum(o.percent * o.weight) / nullif(sum(o.weight) filter (where o.percent is not null), 0), 4) as percent,
      case when bool_or(o.awaiting_since is not null) then
        round(sum(case when o.awaiting_since is null then o.percent else o.waiting_percent end * o.weight)
          / nullif(sum(o.weight) filter (where case when o.awaiting_since is null then o.percent else o.waiting_percent end is not null), 0), 4)
      end as waiting_percent,
      bool_and(o.is_closed) and bool_or(o.is_complete) as is_complete, bool_or(o.is_late) as is_late,
      bool_or(o.awaiting_since is not null) as is_awaiting
    from unnest(p_obligations) o group by o.assignment_id
  )
  select d.assignment_id, p_as_of, d.plan_id, d.section_id, d.task_id, d.unit_id, d.role, d.is_accountable, t.is_in_view, sums.percent,
    sums.waiting_percent, sums.is_complete, sums.is_late, sums.is_awaiting, d.due_on, d.fact_on,
    case when d.has_started and not d.is_closed then coalesce(d.fact_on, d.start_on) end, d.signal, d.reasons[1], t.starts_on, t.position
  from deciding d
  join sums on sums.assignment_id = d.assignment_id
  join private.tasks_in_force(p_as_of, p_task_ids) t on t.task_id = d.task_id
$$;

-- For a function that has its own plan_cache_mode, which is put back when it ends: a plan made once is the quickest for a
-- plan document's tasks, and making it takes longer than using it; for those of a province a plan made for them is.
create function private.plan_for(p_task_ids uuid[])
returns void language plpgsql as $$
begin
  perform set_config('plan_cache_mode', case when cardinality(p_task_ids) > 500 then 'force_custom_plan' else 'force_generic_plan' end, true);
end $$;

create function private.tasks_at(p_as_of date, p_task_ids uuid[])
returns setof private.task_standings language plpgsql stable set search_path = '' set plan_cache_mode = 'auto' set jit = 'off' as $$
declare
  v_obligations private.obligation_standings[];
begin
  perform private.plan_for(p_task_ids);
  v_obligations := array(select o from private.obligations_at(p_as_of, p_task_ids) o);
  return query select x.* from private.tasks_of(p_as_of, p_task_ids, v_obligations) x;
end $$;
create function private.assignments_at(p_as_of date, p_task_ids uuid[])
returns setof private.assignment_standings language plpgsql stable set search_path = '' set plan_cache_mode = 'auto' set jit = 'off' as $$
declare
  v_obligations private.obligation_standings[];
begin
  perform private.plan_for(p_task_ids);
  v_obligations := array(select o from private.obligations_at(p_as_of, p_task_ids) o);
  return query select x.* from private.assignments_of(p_as_of, p_task_ids, v_obligations) x;
end $$;

-- How one row counts in a sum. A complete task stands under complete alone, never under green or yellow too. 临近期限 is no
-- failing and 下达前到期 is not yet anybody's: each is counted apart from what else shows its signal.
create function private.tally(p_signal public.signal, p_reason public.signal_reason, p_is_complete boolean, p_is_late boolean)
returns table (red integer, yellow integer, due_soon integer, green integer, grey integer, before_given integer, complete integer,
  complete_late integer)
language sql immutable as $$
  select (not p_is_complete and p_signal = 'red')::integer,
    (not p_is_complete and p_signal = 'yellow' and p_reason <> 'due_soon')::integer, (not p_is_complete and p_reason = 'due_soon')::integer,
    (not p_is_complete and p_signal = 'green')::integer,
    (not p_is_complete and p_signal = 'grey' and p_reason <> 'due_before_given')::integer,
    (not p_is_complete and p_reason = 'due_before_given')::integer,
    p_is_complete::integer, (p_is_complete and p_is_late)::integer
$$;

revoke execute on all functions in schema private from public;

-- Keeping the standings: after every change in the same transaction, and at the turn of a day.

-- The parts of keeping: each takes the rows as they are now, and leaves the table, and its ledger of counts, so. What has
-- not changed is not written. A plan made once is good for one task as for hundreds.
create function private.keep_obligations(p_task_ids uuid[], p_rows private.obligation_standings[])
returns void language plpgsql security definer set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
declare
  v_gone private.obligation_standings[];
  v_come private.obligation_standings[];
begin
  select array_agg(o.kept) filter (where (o.kept).obligation_id is not null), array_agg(n) filter (where n.obligation_id is not null)
  into v_gone, v_come
  from (select s as kept from private.obligation_standings s where s.task_id = any (p_task_ids)) o
  full join unnest(p_rows) n on n.obligation_id = (o.kept).obligation_id
  where o.kept is distinct from n;
  if v_gone is not null then
    delete from private.obligation_standings where obligation_id = any (array(select g.obligation_id from unnest(v_gone) g));
  end if;
  if v_come is not null then
    insert into private.obligation_standings select c.* from unnest(v_come) c;
  end if;
end $$;

create function private.keep_assignments(p_task_ids uuid[], p_rows private.assignment_standings[])
returns void language plpgsql security definer set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
declare
  v_gone private.assignment_standings[];
  v_come private.assignment_standings[];
begin
  select array_agg(o.kept) filter (where (o.kept).assignment_id is not null), array_agg(n) filter (where n.assignment_id is not null)
  into v_gone, v_come
  from (select s as kept from private.assignment_standings s where s.task_id = any (p_task_ids)) o
  full join unnest(p_rows) n on n.assignment_id = (o.kept).assignment_id
  where o.kept is distinct from n;
  if v_gone is not null then
    delete from private.assignment_standings where assignment_id = any (array(select g.assignment_id from unnest(v_gone) g));
  end if;
  if v_come is not null then
    insert into private.assignment_standings select c.* from unnest(v_come) c;
  end if;
  if v_gone is not null or v_come is not null then perform private.count_assignments(v_come, v_gone); end if;
end $$;

create function private.keep_tasks(p_task_ids uuid[], p_rows private.task_standings[])
returns void language plpgsql security definer set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
declare
  v_gone private.task_standings[];
  v_come private.task_standings[];
begin
  select array_agg(o.kept) filter (where (o.kept).task_id is not null), array_agg(n) filter (where n.task_id is not null)
  into v_gone, v_come
  from (select s as kept from private.task_standings s where s.task_id = any (p_task_ids)) o
  full join unnest(p_rows) n on n.task_id = (o.kept).task_id
  where o.kept is distinct from n;
  if v_gone is not null then
    delete from private.task_standings where task_id = any (array(select g.task_id from unnest(v_gone) g));
  end if;
  if v_come is not null then
    insert into private.task_standings select c.* from unnest(v_come) c;
  end if;
  if v_gone is not null or v_come is not null then perform private.count_tasks(v_come, v_gone); end if;
end $$;

-- Sums of rows, as the ledgers hold them and as past days are summed: one home of what counts where. What is given as gone
-- counts less than nothing, so that a change of rows is a change of sums.
create function private.plan_sums(p_come private.task_standings[], p_gone private.task_standings[] default null)
returns setof private.plan_totals language sql stable as $$
  select x.plan_id, sum(x.sign)::integer, sum(x.sign * t.red)::integer, sum(x.sign * t.yellow)::integer,
    sum(x.sign * t.due_soon)::integer, sum(x.sign * t.green)::integer, sum(x.sign * t.grey)::integer, sum(x.sign * t.before_given)::integer,
    sum(x.sign * t.complete)::integer, sum(x.sign * t.complete_late)::integer,
    sum(x.sign * x.is_awaiting::integer)::integer, sum(x.sign * (x.open_responsible > 0)::integer)::integer,
    coalesce(sum(x.sign * x.percent), 0), sum(x.sign * (x.percent is not null)::integer)::integer,
    coalesce(sum(x.sign * x.scheduled_percent), 0), sum(x.sign * (x.scheduled_percent is not null)::integer)::integer
  from (select 1 as sign, c.* from unnest(p_come) c union all select -1, g.* from unnest(p_gone) g) x
  cross join lateral private.tally(x.signal, x.reason, x.is_complete, x.is_late) t
  group by x.plan_id
$$;
create function private.unit_sums(p_come private.assignment_standings[], p_gone private.assignment_standings[] default null)
returns setof private.unit_totals language sql stable as $$
  select x.unit_id, sum(x.own)::integer, sum(x.own * t.red)::integer, sum(x.own * t.yellow)::integer,
    sum(x.own * t.due_soon)::integer, sum(x.own * t.green)::integer, sum(x.own * t.grey)::integer, sum(x.own * t.before_given)::integer,
    sum(x.own * t.complete)::integer, sum(x.own * t.complete_late)::integer,
    coalesce(sum(x.own * x.percent), 0), sum(x.own * (x.percent is not null)::integer)::integer, sum(x.sign - x.own)::integer
  from (select n.*, case when n.role <> 'supporting' then n.sign else 0 end as own
        from (select 1 as sign, c.* from unnest(p_come) c union all select -1, g.* from unnest(p_gone) g) n) x
  cross join lateral private.tally(x.signal, x.reason, x.is_complete, x.is_late) t
  group by x.unit_id
$$;

-- The difference that a change makes, as a line of the ledger; none when the sums stay.
create function private.count_tasks(p_come private.task_standings[], p_gone private.task_standings[])
returns void language plpgsql security definer set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
declare
  v_last bigint;
begin
  with written as (
    insert into private.plan_counts (plan_id, tasks, red, yellow, due_soon, green, grey, before_given, complete, complete_late, awaiting,
      leads_done, percent_sum, percent_count, scheduled_sum, scheduled_count)
    select c.* from private.plan_sums(p_come, p_gone) c
    where (c.tasks, c.red, c.yellow, c.due_soon, c.green, c.grey, c.before_given, c.complete, c.complete_late, c.awaiting, c.leads_done,
           c.percent_sum, c.percent_count, c.scheduled_sum, c.scheduled_count)
      is distinct from (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
    returning id
  )
  select max(id) into v_last from written;
  if v_last % private.lines_before_folding() = 0 then perform private.fold_plan_counts(); end if;
end $$;

-- A closed plan counts no more.
create function private.count_assignments(p_come private.assignment_standings[], p_gone private.assignment_standings[])
returns void language plpgsql security definer set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
declare
  v_come private.assignment_standings[] := array(select c from unnest(p_come) c where c.is_in_view);
  v_gone private.assignment_standings[] := array(select g from unnest(p_gone) g where g.is_in_view);
  v_last bigint;
begin
  with written as (
    insert into private.unit_counts (unit_id, tasks, red, yellow, due_soon, green, grey, before_given, complete, complete_late, percent_sum,
      percent_count, supporting)
    select c.* from private.unit_sums(v_come, v_gone) c
    where (c.tasks, c.red, c.yellow, c.due_soon, c.green, c.grey, c.before_given, c.complete, c.complete_late, c.percent_sum, c.percent_count,
           c.supporting) is distinct from (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
    returning id
  )
  select max(id) into v_last from written;
  if v_last % private.lines_before_folding() = 0 then perform private.fold_unit_counts(); end if;
end $$;

create function private.lines_before_folding()
returns integer language sql immutable as $$ select 100 $$;

-- Two who fold at once fold different lines: what one has deleted the other no longer finds.
create function private.fold_plan_counts()
returns void language plpgsql security definer set search_path = '' as $$
begin
  if not pg_try_advisory_xact_lock(hashtextextended('fold/plan_counts', 0)) then return; end if;
  with gone as (
    delete from private.plan_counts where plan_id in (select c.plan_id from private.plan_counts c group by c.plan_id having count(*) > 1)
    returning *
  )
  insert into private.plan_counts (plan_id, tasks, red, yellow, due_soon, green, grey, before_given, complete, complete_late, awaiting,
    leads_done, percent_sum, percent_count, scheduled_sum, scheduled_count)
  select g.plan_id, sum(g.tasks), sum(g.red), sum(g.yellow), sum(g.due_soon), sum(g.green), sum(g.grey), sum(g.before_given), sum(g.complete),
    sum(g.complete_late), sum(g.awaiting), sum(g.leads_done), sum(g.percent_sum), sum(g.percent_count), sum(g.scheduled_sum), sum(g.scheduled_count)
  from gone g group by g.plan_id;
end $$;
create function private.fold_unit_counts()
returns void language plpgsql security definer set search_path = '' as $$
begin
  if not pg_try_advisory_xact_lock(hashtextextended('fold/unit_counts', 0)) then return; end if;
  with gone as (
    delete from private.unit_counts where unit_id in (select c.unit_id from private.unit_counts c group by c.unit_id having count(*) > 1)
    returning *
  )
  insert into private.unit_counts (unit_id, tasks, red, yellow, due_soon, green, grey, before_given, complete, complete_late, percent_sum,
    percent_count, supporting)
  select g.unit_id, sum(g.tasks), sum(g.red), sum(g.yellow), sum(g.due_soon), sum(g.green), sum(g.grey), sum(g.before_given), sum(g.complete),
    sum(g.complete_late), sum(g.percent_sum), sum(g.percent_count), sum(g.supporting)
  from gone g group by g.unit_id;
end $$;

-- Whoever changes something shares this lock; whoever ends the turn of a day has it alone.
create function private.standings_lock()
returns bigint language sql immutable as $$ select 7316114016::bigint $$;
-- Whoever turns the day has this one alone from slice to slice.
create function private.turning_lock()
returns bigint language sql immutable as $$ select 7316114017::bigint $$;

-- The day for which some tasks are written, once they are locked: that of the wall, not of the transaction, which may have
-- begun the evening before and waited; and never before a day for which one of them was written already.
create function private.day_to_write(p_task_ids uuid[], p_day date)
returns date language plpgsql security definer set search_path = '' as $$
begin
  return greatest(public.business_date(private.clock_now()), public.business_today(), p_day,
    (select s.day from private.standing_day s),
    (select max(s.as_of) from private.task_standings s where s.task_id = any (p_task_ids)));
end $$;

create function private.refresh_standings(p_task_ids uuid[], p_day date default null)
returns void language plpgsql security definer set search_path = '' set plan_cache_mode = 'force_generic_plan' set jit = 'off' as $$
declare
  v_day date;
  v_obligations private.obligation_standings[];
begin
  if cardinality(p_task_ids) = 0 then return; end if;
  perform pg_advisory_xact_lock_shared(private.standings_lock());
  -- In one order, and before anything is read: of two who hand in on one task at once, the second sees the first.
  perform private.lock_tasks(p_task_ids);
  v_day := private.day_to_write(p_task_ids, p_day);
  -- Whoever writes for a later day ends the kept one in the same moment: readers of it compute from now on.
  if exists (select from private.standing_day s where s.day < v_day and s.day > '-infinity') then
    update private.standing_day set day = '-infinity' where day < v_day;
  end if;
  v_obligations := array(select o from private.obligations_at(v_day, p_task_ids) o);
  perform private.keep_obligations(p_task_ids, v_obligations);
  perform private.keep_assignments(p_task_ids, array(select a from private.assignments_of(v_day, p_task_ids, v_obligations) a));
  perform private.keep_tasks(p_task_ids, array(select t from private.tasks_of(v_day, p_task_ids, v_obligations) t));
end $$;
comment on function private.refresh_standings is
  'Makes the standings of some tasks anew, by the functions that answer past days; in the transaction that changed them. '
  'p_day: the day being turned to, when it is.';

-- What was written for days after p_day: of a clock that was days ahead and is right again, it is to be renewed as if it were
-- old; of one that was put back over midnight it waits until that day has come. True when there is something to renew.
create function private.take_back_days_after(p_day date)
returns boolean language plpgsql security definer set search_path = '' as $$
begin
  update private.task_standings set as_of = p_day, changes_on = p_day
  where as_of > p_day and exists (select from private.task_standings s where s.as_of > p_day + 1);
  if not found then return false; end if;
  update private.standing_day set day = '-infinity';
  return true;
end $$;

-- The turn of a day, a slice at a time, each in a transaction of its own: whoever hands in waits for a slice at most, and
-- no request takes longer than one. The day is set last; until then readers compute. Who changes a task holds that task
-- and then shares the lock of standings, so nobody may wait for that lock alone while holding tasks: after a slice it is
-- only tried, and waited for by the call that found nothing to renew.
create function private.roll_standings(p_day date, p_limit integer default 200)
returns boolean language plpgsql security definer set search_path = '' as $$
declare
  v_task_ids uuid[];
begin
  if exists (select from private.standing_day s where s.day between p_day and p_day + 1) then return false; end if;
  -- That day is over: whoever comes with the next transaction turns the one that is.
  if p_day < public.business_date(private.clock_now()) then return false; end if;
  -- Somebody is at it.
  if not pg_try_advisory_xact_lock(private.turning_lock()) then return false; end if;
  v_task_ids := array(select s.task_id from private.task_standings s where s.changes_on <= p_day order by s.task_id limit p_limit);
  if cardinality(v_task_ids) > 0 then
    perform private.refresh_standings(v_task_ids, p_day);
    if cardinality(v_task_ids) = p_limit or not pg_try_advisory_xact_lock(private.standings_lock()) then return true; end if;
  else
    perform pg_advisory_xact_lock(private.standings_lock());
  end if;
  -- Nobody is changing anything now. Who was until a moment ago may have written for the day before.
  if exists (select from private.task_standings s where s.changes_on <= p_day) then return true; end if;
  if exists (select from private.task_standings s where s.as_of > p_day) then return private.take_back_days_after(p_day); end if;
  update private.standing_day set day = p_day;
  perform private.fold_plan_counts();
  perform private.fold_unit_counts();
  return true;
end $$;
comment on function private.roll_standings is
  'Turns the day: renews a slice of the standings that the date alone may have changed. True: it did something, ask again; '
  'false: the day is turned, or somebody is at it.';

-- Whether standings answer for a day: it is today, and its turn was made. Else whoever reads computes: slow, never wrong.
create function private.is_kept(p_as_of date)
returns boolean language plpgsql stable set search_path = '' as $$
begin
  return p_as_of = public.business_today() and exists (select from private.standing_day s where s.day = p_as_of);
end $$;

-- After every statement on a table that a signal rests on. Tasks of drafts have no standing; they get theirs with issue.
create function private.refresh_touched()
returns trigger language plpgsql security definer set search_path = '' as $$
declare
  v_task_ids uuid[];
begin
  case tg_table_name
    when 'plans' then
      v_task_ids := array(select t.id from touched n join public.tasks t on t.plan_id = n.id where n.state <> 'draft');
    when 'tasks' then
      v_task_ids := array(select n.id from touched n join public.plans p on p.id = n.plan_id where p.state <> 'draft');
    when 'due_terms' then
      v_task_ids := array(select distinct t.id from touched n join public.milestones m on m.id = n.milestone_id
                          join public.tasks t on t.id = m.task_id join public.plans p on p.id = t.plan_id where p.state <> 'draft');
    when 'assignment_terms' then
      v_task_ids := array(select distinct t.id from touched n join public.assignments a on a.id = n.assignment_id
                          join public.tasks t on t.id = a.task_id join public.plans p on p.id = t.plan_id where p.state <> 'draft');
    else
      v_task_ids := array(select distinct t.id from touched n join public.tasks t on t.id = n.task_id
                          join public.plans p on p.id = t.plan_id where p.state <> 'draft');
  end case;
  perform private.refresh_standings(v_task_ids);
  return null;
end $$;

create trigger standings_follow_plans after update on public.plans
  referencing new table as touched for each statement execute function private.refresh_touched();
create trigger standings_follow_tasks after update on public.tasks
  referencing new table as touched for each statement execute function private.refresh_touched();
create trigger standings_follow_due_terms after insert on public.due_terms
  referencing new table as touched for each statement execute function private.refresh_touched();
create trigger standings_follow_assignment_terms after insert on public.assignment_terms
  referencing new table as touched for each statement execute function private.refresh_touched();
create trigger standings_follow_obligations after insert on public.obligations
  referencing new table as touched for each statement execute function private.refresh_touched();
create trigger standings_follow_new_submissions after insert on public.report_submissions
  referencing new table as touched for each statement execute function private.refresh_touched();
create trigger standings_follow_decisions after update on public.report_submissions
  referencing new table as touched for each statement execute function private.refresh_touched();
create trigger standings_follow_earlier_dues after insert on public.earlier_dues
  referencing new table as touched for each statement execute function private.refresh_touched();
create trigger standings_follow_reopenings after insert on public.completion_reopenings
  referencing new table as touched for each statement execute function private.refresh_touched();

revoke execute on all functions in schema private from public;

-- Where screens get their rows from: the standings when they answer for the day asked, else the same rows computed.
-- Definer, because signals are for every account while the narratives they rest on are not; what calls
-- these answers only signed-in accounts, and none answers a narrative.
--
-- How many tasks are asked for decides how they are best read (private.plan_for). jit off: compiling these statements takes
-- longer than running them.

-- Every task of a plan, or of all plans, that ever stood; which are in force on a day is seen later.
create function private.tasks_of_plans(p_plan_id uuid)
returns uuid[] language sql stable as $$
  select array(select t.id from public.tasks t join public.plans p on p.id = t.plan_id
               where p.state <> 'draft' and (p_plan_id is null or p.id = p_plan_id))
$$;

create function private.task_states(p_as_of date, p_task_ids uuid[])
returns setof private.task_standings
language plpgsql stable security definer set search_path = '' set plan_cache_mode = 'auto' set jit = 'off' as $$
begin
  perform private.plan_for(p_task_ids);
  if private.is_kept(p_as_of) then
    return query select s.* from private.task_standings s where s.task_id = any (p_task_ids);
  else
    return query select x.* from private.tasks_at(p_as_of, p_task_ids) x;
  end if;
end $$;

create function private.obligation_states(p_as_of date, p_task_ids uuid[])
returns setof private.obligation_standings
language plpgsql stable security definer set search_path = '' set plan_cache_mode = 'auto' set jit = 'off' as $$
begin
  perform private.plan_for(p_task_ids);
  if private.is_kept(p_as_of) then
    return query select s.* from private.obligation_standings s where s.task_id = any (p_task_ids);
  else
    return query select x.* from private.obligations_at(p_as_of, p_task_ids) x;
  end if;
end $$;

create function private.assignment_states(p_as_of date, p_task_ids uuid[])
returns setof private.assignment_standings
language plpgsql stable security definer set search_path = '' set plan_cache_mode = 'auto' set jit = 'off' as $$
begin
  perform private.plan_for(p_task_ids);
  if private.is_kept(p_as_of) then
    return query select s.* from private.assignment_standings s where s.task_id = any (p_task_ids);
  else
    return query select x.* from private.assignments_at(p_as_of, p_task_ids) x;
  end if;
end $$;

revoke execute on all functions in schema private from public;

-- Which tasks a list shows: read from JSON in one place. What nobody knows is refused, because a filter that is passed over
-- would list everything.

create type private.task_filter as (plan_id uuid, section_id uuid, is_outside_sections boolean, unit_id uuid, is_supporting boolean,
  is_leads_done boolean, signal text, is_awaiting boolean, year integer, search text);
comment on type private.task_filter is
  'What is null filters nothing. is_supporting: whether the unit is asked alone, or owes. is_leads_done: responsible units still owe what the leads have '
  'closed. signal: one of public.signal, complete (办结), complete_late (逾期办结), due_soon (临近期限, which yellow leaves out), before_given (下达前到期, '
  'which grey leaves out) or open (started and not complete). year: something is due in it.';

create function private.read_task_filter(p_filter jsonb)
returns private.task_filter language plpgsql stable set search_path = '' as $$
declare
  v_filter private.task_filter;
  v_wrong text;
begin
  if jsonb_typeof(p_filter) is distinct from 'object' then perform private.refuse('task_filter_unreadable'); end if;
  select string_agg(given.key, ', ') into v_wrong
  from jsonb_each(p_filter) given
  left join (values ('plan_id', 'string'), ('section_id', 'string'), ('is_outside_sections', 'boolean'), ('unit_id', 'string'),
    ('is_supporting', 'boolean'), ('is_leads_done', 'boolean'), ('signal', 'string'),
    ('is_awaiting', 'boolean'), ('year', 'number'), ('search', 'string')) known (key, type)
    on known.key = given.key
  where known.type is distinct from jsonb_typeof(given.value);
  if v_wrong is not null then perform private.refuse('task_filter_unreadable', 422, left(v_wrong, 200)); end if;
  begin
    v_filter := jsonb_populate_record(null::private.task_filter, p_filter);
  exception when data_exception then
    perform private.refuse('task_filter_unreadable');
  end;
  if v_filter.signal <> all (enum_range(null::public.signal)::text[] || array['complete', 'complete_late', 'due_soon', 'before_given', 'open']) then
    perform private.refuse('task_filter_unreadable', 422, 'signal');
  end if;
  if v_filter.year not between 1900 and 2999 then perform private.refuse('task_filter_unreadable', 422, 'year'); end if;
  perform private.require_short_search(v_filter.search);
  v_filter.search := nullif(lower(btrim(v_filter.search)), '');
  return v_filter;
end $$;

-- Lists and search.

-- Chapters nest: a task counts under each chapter above it.
create function private.sections_within(p_section_id uuid)
returns setof uuid language sql stable as $$
  with recursive below as (
    select p_section_id as id
    union
    select s.id from public.plan_sections s join below b on s.parent_id = b.id
  )
  select id from below
$$;

-- For some tasks: the units accountable at p_as_of by name, those that cause the signal first, and how many units each has in all.
create function private.units_of_tasks(p_as_of date, p_task_ids uuid[])
returns table (task_id uuid, accountable text, count integer) language sql stable as $$
  select a.task_id,
    string_agg(u.name, '、' order by a.is_complete, a.signal desc, a.reason = 'due_soon', u.position, u.name) filter (where a.is_accountable),
    count(*)::integer
  from private.assignment_states(p_as_of, p_task_ids) a join public.units u on u.id = a.unit_id
  group by a.task_id
$$;

-- A search looks for every word in every task: what is longer than a person types is refused before anything is split.
create function private.require_short_search(p_text text)
returns void language plpgsql stable set search_path = '' as $$
begin
  if char_length(p_text) > 200 then perform private.refuse('search_text_too_long'); end if;
end $$;

-- Lists of tasks, filtered and paged; total_count is that of the whole filter.
-- With a unit a row shows the signal and progress of that unit's own assignment.
--
-- The statement is put together from the filters that are given, over standings or over computed rows of the same shape,
-- so that the planner sees only what is asked. Values go in as parameters, never as text: $1 the day, $2 the filter,
-- $3 and $4 the page. A statement made for one call sees them as constants, also the parts of $2.
create function private.list_source(p_is_kept boolean, p_filter private.task_filter)
returns text language sql immutable as $$
  select case
    when p_filter.unit_id is null and p_is_kept then 'private.task_standings'
    when p_filter.unit_id is null then 'private.tasks_at($1, private.tasks_of_plans(($2).plan_id))'
    when p_is_kept then 'private.assignment_standings'
    else 'private.assignments_at($1, array(select a.task_id from public.assignments a where a.unit_id = ($2).unit_id))' end
$$;
-- Tasks with something due in a year: that unit's own obligations, else those of the accountable units; where nobody is
-- accountable, the milestones as the plan says them. The years are those in which the matrix shows a task.
-- Kept rows are asked for by "exists", which the planner answers by the index for a plan and by one reading for all.
create function private.list_year(p_is_kept boolean, p_filter private.task_filter)
returns text language sql immutable as $$
  select replace(case
    when p_is_kept and p_filter.unit_id is null then
      $f$(exists (select from private.obligation_standings o where o.task_id = x.task_id and o.is_accountable and o.due_on in_year)
          or x.reason = 'unassigned' and exists (select from private.due_in_force($1, array[x.task_id]) o where o.due_on in_year))$f$
    when p_is_kept then
      'exists (select from private.obligation_standings o where o.task_id = x.task_id and o.unit_id = ($2).unit_id and o.due_on in_year)'
    when p_filter.unit_id is null then
      $f$x.task_id in (select o.task_id from private.dues_in_force($1, private.tasks_of_plans(($2).plan_id)) o
                       where o.is_accountable is distinct from false and o.due_on in_year)$f$
    else
      $f$x.task_id in (select o.task_id
                       from private.dues_in_force($1, array(select a.task_id from public.assignments a where a.unit_id = ($2).unit_id)) o
                       where o.unit_id = ($2).unit_id and o.due_on in_year)$f$ end,
    'in_year', 'between make_date(($2).year, 1, 1) and make_date(($2).year, 12, 31)')
$$;
create function private.list_filter(p_is_kept boolean, p_filter private.task_filter)
returns text language sql immutable as $$
  select concat_ws(' and ', case when p_filter.plan_id is null then 'x.is_in_view' else 'x.plan_id = ($2).plan_id' end,
    case when p_filter.unit_id is not null then 'x.unit_id = ($2).unit_id' end,
    case when p_filter.unit_id is not null and p_filter.is_supporting is not null then $f$(x.role = 'supporting') = ($2).is_supporting$f$ end,
    case when p_filter.unit_id is null and p_filter.is_leads_done is not null then '(x.open_responsible > 0) = ($2).is_leads_done' end,
    case when p_filter.section_id is not null then 'x.section_id in (select private.sections_within(($2).section_id))' end,
    case when p_filter.is_outside_sections is not null then '(x.section_id is null) = ($2).is_outside_sections' end,
    case when p_filter.is_awaiting is not null then 'x.is_awaiting = ($2).is_awaiting' end,
    case p_filter.signal when 'complete' then 'x.is_complete' when 'complete_late' then 'x.is_complete and x.is_late'
      when 'open' then $f$not x.is_complete and (x.signal <> 'grey' or x.reason = 'due_before_given')$f$
      when 'yellow' then $f$not x.is_complete and x.signal = 'yellow' and x.reason <> 'due_soon'$f$
      when 'due_soon' then $f$not x.is_complete and x.reason = 'due_soon'$f$
      when 'grey' then $f$not x.is_complete and x.signal = 'grey' and x.reason <> 'due_before_given'$f$
      when 'before_given' then $f$not x.is_complete and x.reason = 'due_before_given'$f$
      else case when p_filter.signal is not null then 'not x.is_complete and x.signal::text = ($2).signal' end end,
    case when p_filter.year is not null then private.list_year(p_is_kept, p_filter) end,
    case when p_filter.search is not null then
      $f$(x.task_id in (select w.task_id from private.wording_in_force($1, private.tasks_of_plans(($2).plan_id)) w
                        join public.tasks t on t.id = w.task_id
                        where position(($2).search in lower(concat_ws(' ', t.number, w.title, w.requirement))) > 0)
          or x.task_id in (select a.task_id from private.roles_in_force($1, private.tasks_of_plans(($2).plan_id)) a
                           join public.units u on u.id = a.unit_id
                           where a.is_accountable and position(($2).search in lower(u.name)) > 0))$f$ end)
$$;
create function private.list_order(p_sort text)
returns text language plpgsql immutable set search_path = '' as $$
declare
  v_first text := case p_sort
    when 'urgency' then 'x.is_complete, x.signal desc, x.due_on, '
    when 'due_on' then 'x.due_on, '
    when 'percent' then 'x.percent, '
    when 'silence' then 'x.silent_since, '
    when 'number' then '' end;
begin
  if v_first is null then perform private.refuse('task_sort_unknown'); end if;
  return v_first || 'x.plan_starts_on desc, x.plan_id, x.position';
end $$;

create function public.list_tasks(p_filter jsonb default '{}', p_as_of date default null, p_sort text default 'urgency',
  p_limit integer default 50, p_offset integer default 0)
returns table (task_id uuid, plan_id uuid, plan_title text, plan_closed_on date, section_id uuid, section_title text, number text, title text,
  is_ongoing boolean, signal public.signal, reason public.signal_reason, percent numeric, waiting_percent numeric, is_complete boolean,
  is_late boolean, due_on date, fact_on date, silent_since date, open_responsible integer, overdue_responsible integer,
  accountable_units text, unit_count integer, assignment_id uuid, role public.assignment_role, total_count bigint)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = 'force_custom_plan' set jit = 'off' as $$
declare
  v_as_of date := private.asked_day(p_as_of);
  v_is_kept boolean := private.is_kept(v_as_of);
  v_filter private.task_filter := private.read_task_filter(p_filter);
  v_source text := private.list_source(v_is_kept, v_filter);
  v_order text := private.list_order(p_sort);
begin
  return query execute format($q$
    with %5$s found as materialized (
      select x.task_id, x.plan_id, x.section_id, x.signal, x.reason, x.percent, x.waiting_percent, x.is_complete, x.is_late, x.due_on, x.fact_on,
        x.silent_since,
        %1$s, row_number() over (order by %2$s) as place
      from %3$s x where %4$s order by %2$s limit $3 offset $4
    )
    select f.task_id, f.plan_id, p.title, private.closed_on(p, $1), f.section_id, s.title, t.number, w.title,
      t.is_ongoing, f.signal, f.reason, f.percent, f.waiting_percent,
      f.is_complete, f.is_late, f.due_on, f.fact_on, f.silent_since, f.open_responsible, f.overdue_responsible,
      units.accountable, coalesce(units.count, 0), f.assignment_id, f.role,
      (select count(*) from %3$s x where %4$s)
    from found f
    join public.tasks t on t.id = f.task_id
    join private.wording_in_force($1, array(select o.task_id from found o)) w on w.task_id = f.task_id
    join public.plans p on p.id = f.plan_id
    left join public.plan_sections s on s.id = f.section_id
    left join private.units_of_tasks($1, array(select o.task_id from found o)) as units on units.task_id = f.task_id
    order by f.place$q$,
    case when v_filter.unit_id is null then 'null::uuid as assignment_id, null::public.assignment_role as role, x.open_responsible, x.overdue_responsible'
         else 'x.assignment_id, x.role, 0 as open_responsible, 0 as overdue_responsible' end,
    v_order, case when v_is_kept then v_source else 'stated' end, private.list_filter(v_is_kept, v_filter),
    -- Computed once, though it is listed and counted.
    case when not v_is_kept then format('stated as materialized (select * from %s),', v_source) end)
  using v_as_of, v_filter, least(greatest(coalesce(p_limit, 50), 1), 500), greatest(coalesce(p_offset, 0), 0);
end $$;
comment on function public.list_tasks is
  'Any account: tasks of issued plans with signal, reason, progress at p_as_of; at most 500 a page. '
  'p_filter: an object with keys of private.task_filter. p_sort: urgency, due_on, percent, silence (unheard of for longest first), number.';

create function public.search_tasks(p_text text, p_limit integer default 10)
returns table (task_id uuid, number text, title text, plan_title text, accountable_units text, signal public.signal, is_complete boolean, is_late boolean)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = 'force_custom_plan' set jit = 'off' as $$
declare
  v_words text[];
  v_today date := public.business_today();
  v_found uuid[];
begin
  perform private.require_account();
  perform private.require_short_search(p_text);
  v_words := regexp_split_to_array(lower(btrim(coalesce(p_text, ''), E' \t\n\r\u3000')), '[\s\u3000]+');
  if v_words = array[''] then return; end if;
  if cardinality(v_words) > 8 then perform private.refuse('search_has_too_many_words'); end if;
  with words as (
    select w.word, w.number from unnest(v_words) with ordinality as w(word, number)
  ), unit_hits as (
    select w.number, a.task_id from words w join public.units u on position(w.word in lower(u.name)) > 0
    join public.assignments a on a.unit_id = u.id and a.withdrawn_at is null
  ), found as (
    select t.id, row_number() over (order by position(v_words[1] in lower(t.title)) > 0 desc, p.starts_on desc, t.plan_id, t.position) as rank
    from public.tasks t join public.plans p on p.id = t.plan_id and p.state <> 'draft'
    where t.withdrawn_at is null and not exists (
      select from words w
      where position(w.word in lower(concat_ws(' ', t.number, t.title, t.requirement, p.title))) = 0
        and (w.number, t.id) not in (select h.number, h.task_id from unit_hits h))
    order by rank limit least(greatest(coalesce(p_limit, 10), 1), 50)
  )
  select array_agg(f.id order by f.rank) into v_found from found f;
  return query
    select t.id, t.number, t.title, p.title, units.accountable, x.signal, x.is_complete, x.is_late
    from private.task_states(v_today, v_found) x
    join public.tasks t on t.id = x.task_id
    join public.plans p on p.id = t.plan_id
    left join private.units_of_tasks(v_today, v_found) as units on units.task_id = t.id
    where v_found is not null
    order by array_position(v_found, t.id);
end $$;
comment on function public.search_tasks is 'Any account: tasks whose number, words, plan or units contain every given word (at most 8); newest plan first.';

revoke execute on all functions in schema private from public;
revoke execute on function public.list_tasks(jsonb, date, text, integer, integer), public.search_tasks(text, integer) from public, anon;
grant execute on function public.list_tasks(jsonb, date, text, integer, integer), public.search_tasks(text, integer) to authenticated;

-- Sums: how plans, chapters and units stand on a day.

-- Percent as a mean: null percents (all is 无此事项) count in none, and where nothing counts there is none. 4 decimals.
create function private.mean(p_sum numeric, p_count numeric)
returns numeric language sql immutable as $$
  select round(p_sum / nullif(p_count, 0), 4)
$$;

-- Sums of each plan: the ledger for the day that standings hold for, else summed from computed rows.
create function private.plan_sums_at(p_as_of date, p_plan_id uuid)
returns setof private.plan_totals
language plpgsql stable security definer set search_path = '' set plan_cache_mode = 'force_custom_plan' set jit = 'off' as $$
begin
  if private.is_kept(p_as_of) then
    return query select c.* from private.plan_totals c where p_plan_id is null or c.plan_id = p_plan_id;
  else
    return query select c.* from private.plan_sums(array(select x from private.tasks_at(p_as_of, private.tasks_of_plans(p_plan_id)) x)) c;
  end if;
end $$;

create function public.plan_overview(p_as_of date default null, p_plan_id uuid default null)
returns table (plan_id uuid, title text, kind public.plan_kind, state public.plan_state, starts_on date, ends_on date,
  tasks integer, red integer, yellow integer, due_soon integer, green integer, grey integer, before_given integer, complete integer,
  complete_late integer, percent numeric, scheduled_percent numeric, awaiting_review integer, leads_done integer)
language plpgsql stable security definer set search_path = '' as $$
declare
  v_as_of date := private.asked_day(p_as_of);
  v_until timestamptz := private.end_of_business_day(v_as_of);
begin
  return query
    select p.id, p.title, p.kind, case when p.closed_at >= v_until then 'issued' else p.state end, p.starts_on, p.ends_on,
      coalesce(c.tasks, 0), coalesce(c.red, 0), coalesce(c.yellow, 0), coalesce(c.due_soon, 0), coalesce(c.green, 0), coalesce(c.grey, 0),
      coalesce(c.before_given, 0), coalesce(c.complete, 0), coalesce(c.complete_late, 0), private.mean(c.percent_sum, c.percent_count),
      private.mean(c.scheduled_sum, c.scheduled_count), coalesce(c.awaiting, 0), coalesce(c.leads_done, 0)
    from public.plans p left join private.plan_sums_at(v_as_of, p_plan_id) c on c.plan_id = p.id
    where p.state <> 'draft' and p.issued_at < v_until and (p_plan_id is null or p.id = p_plan_id)
    order by p.state, p.starts_on desc, p.title, p.id;
end $$;
comment on function public.plan_overview is
  'Any account: each issued plan with how many tasks stand in each signal, progress and scheduled progress (percent, 4 decimals); '
  'awaiting_review counts tasks; leads_done those whose leads are done while responsible units are not.';

create function public.section_overview(p_plan_id uuid, p_as_of date default null)
returns table (section_id uuid, number text, title text, tasks integer, red integer, yellow integer, due_soon integer,
  green integer, grey integer, before_given integer, complete integer, complete_late integer, percent numeric)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = 'force_custom_plan' set jit = 'off' as $$
declare
  v_as_of date := private.asked_day(p_as_of);
begin
  return query
    with recursive chapters as (
      select s.id, s.id as top_id from public.plan_sections s where s.plan_id = p_plan_id and s.parent_id is null
      union all
      select s.id, c.top_id from public.plan_sections s join chapters c on s.parent_id = c.id
    )
    select top.id, top.number, coalesce(top.title, ''), count(*)::integer, sum(n.red)::integer, sum(n.yellow)::integer,
      sum(n.due_soon)::integer, sum(n.green)::integer, sum(n.grey)::integer, sum(n.before_given)::integer,
      sum(n.complete)::integer, sum(n.complete_late)::integer, private.mean(sum(x.percent), count(x.percent))
    from private.task_states(v_as_of, private.tasks_of_plans(p_plan_id)) x
    cross join lateral private.tally(x.signal, x.reason, x.is_complete, x.is_late) n
    left join chapters c on c.id = x.section_id
    left join public.plan_sections top on top.id = c.top_id
    where p_plan_id is not null
    group by top.id order by top.position nulls first;
end $$;
comment on function public.section_overview is
  'Any account: the chapters of a plan with the signals of their tasks; a null section holds tasks outside any chapter.';

-- The same for each unit, with the day since which nothing was heard of its open work for longest. Without a plan: of the plans not closed by then.
create function private.unit_sums_at(p_as_of date, p_plan_id uuid)
returns table (total private.unit_totals, silent_since date)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = 'force_custom_plan' set jit = 'off' as $$
declare
  v_rows private.assignment_standings[];
begin
  if p_plan_id is null and private.is_kept(p_as_of) then
    return query
      select c, (select s.silent_since from private.assignment_standings s
                 where s.unit_id = c.unit_id and s.is_in_view and s.role <> 'supporting' and s.silent_since is not null
                 order by s.silent_since limit 1)
      from private.unit_totals c where c.tasks + c.supporting > 0;
    return;
  end if;
  if private.is_kept(p_as_of) then
    v_rows := array(select s from private.assignment_standings s where s.plan_id = p_plan_id);
  else
    v_rows := array(select s from private.assignments_at(p_as_of, private.tasks_of_plans(p_plan_id)) s
                    where s.is_in_view or p_plan_id is not null);
  end if;
  return query
    select c, silent.since
    from private.unit_sums(v_rows) c
    left join (select s.unit_id, min(s.silent_since) as since from unnest(v_rows) s where s.role <> 'supporting' group by s.unit_id) as silent
      on silent.unit_id = c.unit_id;
end $$;

create function public.unit_overview(p_as_of date default null, p_plan_id uuid default null)
returns table (unit_id uuid, name text, kind public.unit_kind, tasks integer, red integer, yellow integer, due_soon integer, green integer,
  grey integer, before_given integer, complete integer, complete_late integer, percent numeric, supporting integer, silent_since date)
language plpgsql stable security definer set search_path = '' as $$
declare
  v_as_of date := private.asked_day(p_as_of);
begin
  return query
    select u.id, u.name, u.kind, c.tasks, c.red, c.yellow, c.due_soon, c.green, c.grey, c.before_given, c.complete, c.complete_late,
      private.mean(c.percent_sum, c.percent_count), c.supporting, c.silent_since
    from (select (s.total).*, s.silent_since from private.unit_sums_at(v_as_of, p_plan_id) s) c join public.units u on u.id = c.unit_id
    order by u.position, u.name, u.id;
end $$;
comment on function public.unit_overview is
  'Any account: units with the signals of the tasks on which they are lead or responsible, each by its own assignment; supporting ones are counted apart.';

create function public.task_matrix(p_plan_id uuid, p_as_of date default null)
returns table (task_id uuid, number text, title text, section_id uuid, milestone_id uuid, due_on date, last_due_on date, milestone_due_on date,
  year integer, requirement text, signal public.signal, reason public.signal_reason, percent numeric, waiting_percent numeric, is_closed boolean,
  is_complete boolean, is_late boolean)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = 'force_custom_plan' set jit = 'off' as $$
declare
  v_as_of date := private.asked_day(p_as_of);
  v_task_ids uuid[] := private.tasks_of_plans(p_plan_id);
  v_owed private.obligation_standings[];
begin
  v_owed := array(select o from private.obligation_states(v_as_of, v_task_ids) o where o.is_accountable);
  return query
    with stated as materialized (select x.* from private.milestones_of(v_owed) x),
      latest as materialized (select o.milestone_id, max(o.due_on) as due_on from unnest(v_owed) o group by o.milestone_id)
    select t.id, t.number, w.title, t.section_id, f.milestone_id, dated.due_on, coalesce(l.due_on, dated.due_on), f.due_on,
      extract(year from dated.due_on)::integer, m.requirement,
      coalesce(x.signal, 'grey'), coalesce(x.reason, 'unassigned'), round(x.percent, 4), case when x.is_waiting then round(x.waiting_percent, 4) end,
      coalesce(x.is_closed, false), coalesce(x.is_complete, false), coalesce(x.is_late, false)
    from private.milestones_in_force(v_as_of, v_task_ids) f
    join private.requirements_in_force(v_as_of, v_task_ids) m on m.milestone_id = f.milestone_id
    join public.tasks t on t.id = f.task_id
    join private.wording_in_force(v_as_of, v_task_ids) w on w.task_id = f.task_id
    left join stated x on x.milestone_id = f.milestone_id
    left join latest l on l.milestone_id = f.milestone_id
    cross join lateral (select coalesce(x.due_on, f.due_on) as due_on) dated
    where t.plan_id = p_plan_id
    order by t.position, dated.due_on, f.due_on;
end $$;
comment on function public.task_matrix is
  'Any account: task × milestone of a plan with the signal of each; due_on and last_due_on: the first and last date by which its accountable units '
  'owe it, milestone_due_on: as the plan says it. For plans over several years, read by year.';

create function public.task_state(p_task_id uuid, p_as_of date default null)
returns table (task_id uuid, title text, requirement text, plan_closed_on date, percent numeric, waiting_percent numeric, is_complete boolean, is_late boolean,
  due_on date, fact_on date, signal public.signal, reason public.signal_reason, open_responsible integer, overdue_responsible integer)
language plpgsql stable security definer set search_path = '' as $$
declare
  v_as_of date := private.asked_day(p_as_of);
begin
  return query
    select x.task_id, w.title, w.requirement, private.closed_on(p, v_as_of), x.percent, x.waiting_percent,
      x.is_complete, x.is_late, x.due_on, x.fact_on, x.signal, x.reason, x.open_responsible, x.overdue_responsible
    from private.task_states(v_as_of, array[p_task_id]) x
    join public.plans p on p.id = x.plan_id
    join private.wording_in_force(v_as_of, array[p_task_id]) w on w.task_id = x.task_id;
end $$;
comment on function public.task_state is
  'Any account: signal, progress and wording of one task as they were on a day; no row for one that was withdrawn or not yet issued then.';

revoke execute on all functions in schema private from public;
revoke execute on function public.plan_overview(date, uuid), public.section_overview(uuid, date), public.unit_overview(date, uuid),
  public.task_matrix(uuid, date), public.task_state(uuid, date) from public, anon;
grant execute on function public.plan_overview(date, uuid), public.section_overview(uuid, date), public.unit_overview(date, uuid),
  public.task_matrix(uuid, date), public.task_state(uuid, date) to authenticated;

-- Obligations as screens show them: one shape, whether of a task, of a unit or one alone. The state of the working copy is
-- the unit's own business: null for everybody else.

-- The columns are named once more in each function that answers them: a function's own columns are what PostgREST and the app's
-- types know. One that answers others than these does not compile.
-- Reasons go out as text[]: a driver that connected before the enum was made does not know arrays of it.
create type private.shown_obligation as (obligation_id uuid, assignment_id uuid, milestone_id uuid, task_id uuid, plan_id uuid, plan_title text,
  plan_state public.plan_state, plan_closed_on date, number text, title text, is_ongoing boolean, unit_id uuid, unit_name text, role public.assignment_role,
  is_accountable boolean, requirement text, start_on date, due_on date, milestone_due_on date, percent numeric, waiting_percent numeric,
  scheduled_percent numeric, is_complete boolean, is_late boolean, is_not_applicable boolean, is_closed boolean, completed_on date, awaiting_since date,
  mend_until date, fact_on date, signal public.signal, reasons text[], report_id uuid, report_state public.report_state, return_reason text);

-- With what they are chosen and ordered by.
create function private.shown_obligations(p_as_of date, p_rows private.obligation_standings[])
returns table (shown private.shown_obligation, has_started boolean, unit_position integer, plan_starts_on date, task_position integer)
language sql stable as $$
  select row (o.obligation_id, o.assignment_id, o.milestone_id, o.task_id, o.plan_id, p.title,
      case when p.closed_at >= private.end_of_business_day(p_as_of) then 'issued' else p.state end, private.closed_on(p, p_as_of),
      t.number, w.title, t.is_ongoing,
      o.unit_id, u.name, o.role, o.is_accountable, m.requirement, o.start_on, o.due_on, o.milestone_due_on, o.percent, o.waiting_percent,
      o.scheduled_percent, o.is_complete, o.is_late, o.is_not_applicable, o.is_closed, o.completed_on, o.awaiting_since, o.mend_until, o.fact_on,
      o.signal, o.reasons::text[],
      r.id, r.state, case when r.state = 'returned' then latest.decision_reason end)::private.shown_obligation,
    o.has_started, u.position, p.starts_on, t.position
  from unnest(p_rows) o
  join public.tasks t on t.id = o.task_id
  join public.plans p on p.id = o.plan_id
  join private.wording_in_force(p_as_of, array(select r.task_id from unnest(p_rows) r)) w on w.task_id = o.task_id
  join private.requirements_in_force(p_as_of, array(select r.task_id from unnest(p_rows) r)) m on m.milestone_id = o.milestone_id
  join public.units u on u.id = o.unit_id
  left join public.progress_reports r on r.obligation_id = o.obligation_id and r.state <> 'approved'
    and r.unit_id = (select private.account_unit_id())
  left join lateral (
    select s.decision_reason from public.report_submissions s where s.report_id = r.id order by s.number desc limit 1
  ) latest on true
$$;
revoke execute on function private.shown_obligations(date, private.obligation_standings[]) from public;

create function public.task_obligations(p_task_id uuid, p_as_of date default null)
returns table (obligation_id uuid, assignment_id uuid, milestone_id uuid, task_id uuid, plan_id uuid, plan_title text,
  plan_state public.plan_state, plan_closed_on date, number text, title text, is_ongoing boolean, unit_id uuid, unit_name text, role public.assignment_role,
  is_accountable boolean, requirement text, start_on date, due_on date, milestone_due_on date, percent numeric, waiting_percent numeric,
  scheduled_percent numeric, is_complete boolean, is_late boolean, is_not_applicable boolean, is_closed boolean, completed_on date, awaiting_since date,
  mend_until date, fact_on date, signal public.signal, reasons text[], report_id uuid, report_state public.report_state, return_reason text)
language plpgsql stable security definer set search_path = '' as $$
declare
  v_as_of date := private.asked_day(p_as_of);
  v_rows private.obligation_standings[] := array(select x from private.obligation_states(v_as_of, array[p_task_id]) x);
begin
  return query
    select (o.shown).* from private.shown_obligations(v_as_of, v_rows) o
    order by (o.shown).milestone_due_on, (o.shown).role, (o.shown).is_closed, (o.shown).signal desc, o.unit_position, (o.shown).obligation_id;
end $$;
comment on function public.task_obligations is 'Any account: every obligation of a task, with signal, reasons and the dates they rest on.';

create function public.obligation_state(p_obligation_id uuid, p_as_of date default null)
returns table (obligation_id uuid, assignment_id uuid, milestone_id uuid, task_id uuid, plan_id uuid, plan_title text,
  plan_state public.plan_state, plan_closed_on date, number text, title text, is_ongoing boolean, unit_id uuid, unit_name text, role public.assignment_role,
  is_accountable boolean, requirement text, start_on date, due_on date, milestone_due_on date, percent numeric, waiting_percent numeric,
  scheduled_percent numeric, is_complete boolean, is_late boolean, is_not_applicable boolean, is_closed boolean, completed_on date, awaiting_since date,
  mend_until date, fact_on date, signal public.signal, reasons text[], report_id uuid, report_state public.report_state, return_reason text)
language sql stable security definer set search_path = '' as $$
  select o.* from public.task_obligations((select b.task_id from public.obligations b where b.id = p_obligation_id), p_as_of) o
  where o.obligation_id = p_obligation_id
$$;
comment on function public.obligation_state is
  'Any account: one obligation as task_obligations shows it; no row when it is not in force on that day.';

-- The department's one screen: what the caller's unit owes, most urgent first, with the state of its working copy.
-- A milestone that has not started is left out unless it is the first one of its task, or the unit has begun a report on
-- it, or p_with_all asks for everything.
create function public.my_obligations(p_as_of date default null, p_with_all boolean default false)
returns table (obligation_id uuid, assignment_id uuid, milestone_id uuid, task_id uuid, plan_id uuid, plan_title text,
  plan_state public.plan_state, plan_closed_on date, number text, title text, is_ongoing boolean, unit_id uuid, unit_name text, role public.assignment_role,
  is_accountable boolean, requirement text, start_on date, due_on date, milestone_due_on date, percent numeric, waiting_percent numeric,
  scheduled_percent numeric, is_complete boolean, is_late boolean, is_not_applicable boolean, is_closed boolean, completed_on date, awaiting_since date,
  mend_until date, fact_on date, signal public.signal, reasons text[], report_id uuid, report_state public.report_state, return_reason text)
language plpgsql stable security definer set search_path = '' as $$
declare
  v_as_of date := private.asked_day(p_as_of);
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
    select (o.shown).* from private.shown_obligations(v_as_of, v_rows) o
    where p_with_all or (o.shown).plan_state = 'issued' and (o.has_started or (o.shown).report_id is not null
      -- By the milestones' own dates: an extension makes none another's successor.
      or (o.shown).milestone_due_on = (select min(e.due_on) from private.due_in_force(v_as_of, array[(o.shown).task_id]) e))
    order by (o.shown).is_closed, coalesce((o.shown).report_state = 'returned', false) desc, (o.shown).role = 'supporting',
      (o.shown).signal desc, ((o.shown).awaiting_since is not null), (o.shown).due_on, o.plan_starts_on desc, (o.shown).plan_id,
      o.task_position, (o.shown).obligation_id;
end $$;
comment on function public.my_obligations is
  'Department: the obligations of its own unit, most urgent first; p_with_all adds milestones not started and closed plans.';

revoke execute on function public.task_obligations(uuid, date), public.obligation_state(uuid, date), public.my_obligations(date, boolean)
  from public, anon;
grant execute on function public.task_obligations(uuid, date), public.obligation_state(uuid, date), public.my_obligations(date, boolean)
  to authenticated;

-- How a plan came along: its progress and scheduled progress at month ends, each as it was known on that day.
-- Definer, like the overviews: sums are for every account, the narratives they rest on are not.

-- At most the last twelve month ends before p_as_of, and p_as_of itself: a year is what one look takes in, and each day
-- costs a reading of the whole plan. Nothing is known of a plan before it is issued, and nothing is due before it starts.
create function public.progress_trend(p_plan_id uuid, p_as_of date default null)
returns table (as_of date, percent numeric, scheduled_percent numeric, red integer, complete integer)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = 'force_custom_plan' set jit = 'off' as $$
declare
  v_as_of date := private.asked_day(p_as_of);
  v_month date := date_trunc('month', v_as_of::timestamp)::date;
begin
  return query
    with days as (
      select (v_month - make_interval(months => n))::date - 1 as day from generate_series(0, 11) as n
      union
      select v_as_of
    )
    select d.day, private.mean(x.percent_sum, x.percent_count), private.mean(x.scheduled_sum, x.scheduled_count),
      coalesce(x.red, 0), coalesce(x.complete, 0)
    from public.plans p
    -- The last day is always there, so that the line ends in the figures of the overview.
    join days d on p.issued_at < private.end_of_business_day(d.day) and (d.day >= p.starts_on or d.day = v_as_of)
    left join lateral private.plan_sums_at(d.day, p_plan_id) as x on true
    where p.id = p_plan_id and p.state <> 'draft'
    order by d.day;
end $$;
comment on function public.progress_trend is
  'Any account: progress, scheduled progress (percent, 4 decimals), overdue and complete tasks of a plan at month ends and at p_as_of, '
  'oldest first; the last row is that of plan_overview.';

revoke execute on function public.progress_trend(uuid, date) from public, anon;
grant execute on function public.progress_trend(uuid, date) to authenticated;

-- Standings of what is issued already.
select private.refresh_standings(array(select t.id from public.tasks t join public.plans p on p.id = t.plan_id where p.state <> 'draft'));
