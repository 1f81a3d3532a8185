-- Signals (红黄绿灯): the one home of the rule, and of progress. Everything shown anywhere is read from here, for any as_of.
--
-- The functions below are plain SQL without "security definer" and "set": so the planner sees through all of them and
-- plans one statement for what was asked (one plan, one unit, the province). Only definer functions call them, and those
-- set the search path. "= any (array(...))", not "in": beside "or" only the former can use an index. "offset 0": keeps
-- the planner from working an expression out again for each column that uses it. A fact is known at as_of when it
-- happened before the end of that business day.

-- In order of gravity, so that max() is the worst.
create type public.signal as enum ('grey', 'green', 'yellow', 'red');
create type public.signal_reason as enum ('unassigned', 'not_started', 'not_applicable', 'completed', 'completed_late',
  'awaiting_review', 'awaiting_review_late', 'overdue', 'returned', 'due_soon', 'report_missing', 'behind_schedule', 'on_track');

-- Scheduled progress (序时进度): the share of time gone, 0 on the start day, 100 from the due day on. Percent, 4 decimals.
create function private.scheduled_percent(p_as_of date, p_start_on date, p_due_on date)
returns numeric language sql immutable as $$
  select case when p_as_of < p_start_on then 0 when p_as_of >= p_due_on then 100
              else round(100.0 * (p_as_of - p_start_on) / (p_due_on - p_start_on), 4) end
$$;
comment on function private.scheduled_percent is 'Share of a milestone''s time gone at p_as_of, in percent; runs evenly from start to due day.';

-- The rule itself, on bare facts. The first reason is the one that decides; further ones are told too.
-- p_completion_submitted_on: the day of a report that ends the obligation if it is approved, while it awaits review;
-- the clock stands still from then on. Complete but late is yellow for good.
create function private.signal_of(p_as_of date, p_start_on date, p_due_on date, p_completed_on date, p_is_not_applicable boolean,
  p_completion_submitted_on date, p_is_returned boolean, p_is_report_missing boolean, p_percent numeric, p_warning_days integer)
returns table (signal public.signal, reasons public.signal_reason[]) language sql immutable as $$
  select
    (case
      when p_is_not_applicable then 'grey'
      when p_completed_on is not null then case when p_completed_on > p_due_on then 'yellow' else 'green' end
      when p_completion_submitted_on is not null then case when p_completion_submitted_on > p_due_on then 'yellow' else 'green' end
      when p_as_of < p_start_on then 'grey'
      when p_as_of > p_due_on then 'red'
      when cardinality(open.reasons) > 0 then 'yellow'
      else 'green' end)::public.signal,
    case
      when p_is_not_applicable then array['not_applicable'::public.signal_reason]
      when p_completed_on is not null
        then array[case when p_completed_on > p_due_on then 'completed_late' else 'completed' end::public.signal_reason]
      when p_completion_submitted_on is not null
        then array[case when p_completion_submitted_on > p_due_on then 'awaiting_review_late' else 'awaiting_review' end::public.signal_reason]
      when p_as_of < p_start_on then array['not_started'::public.signal_reason]
      when cardinality(open.reasons) > 0 then open.reasons
      else array['on_track'::public.signal_reason] end
  from (select array_remove(array[
      case when p_as_of > p_due_on then 'overdue' end,
      case when p_is_returned then 'returned' end,
      case when p_as_of <= p_due_on and p_due_on - p_as_of <= p_warning_days then 'due_soon' end,
      case when p_is_report_missing then 'report_missing' end,
      case when p_as_of <= p_due_on and private.scheduled_percent(p_as_of, p_start_on, p_due_on) - p_percent > 20 then 'behind_schedule' end
    ]::public.signal_reason[], null) as reasons) as open
$$;
comment on function private.signal_of is
  'The signal of one assignment on one milestone from its facts. Dates are business days; percent 0–100 as last reported.';

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
