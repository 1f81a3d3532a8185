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
