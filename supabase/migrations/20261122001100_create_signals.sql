-- Signals (红黄绿灯): the one home of the rule, and of progress. Everything shown anywhere is read from here, for any as_of.

-- In order of gravity, so that max() is the worst.
create type public.signal as enum ('grey', 'green', 'yellow', 'red');
create type public.signal_reason as enum ('unassigned', 'not_started', 'not_applicable', 'completed', 'completed_late',
  'awaiting_review', 'awaiting_review_late', 'overdue', 'returned', 'due_soon', 'report_missing', 'behind_schedule', 'on_track');

-- Scheduled progress (序时进度): the share of time gone, 0 on the start day, 100 from the due day on. Percent, 4 decimals.
create function private.scheduled_percent(p_as_of date, p_start_on date, p_due_on date)
returns numeric language sql immutable set search_path = '' as $$
  select case when p_as_of < p_start_on then 0 when p_as_of >= p_due_on then 100
              else round(100.0 * (p_as_of - p_start_on) / (p_due_on - p_start_on), 4) end
$$;
comment on function private.scheduled_percent is 'Share of a milestone''s time gone at p_as_of, in percent; runs evenly from start to due day.';

-- The rule itself, on bare facts (PRODUCT: Signal). The first reason is the one that decides; further ones are told too.
create function private.signal_of(p_as_of date, p_start_on date, p_due_on date, p_completed_on date, p_is_not_applicable boolean,
  p_completion_submitted_on date, p_is_returned boolean, p_is_report_missing boolean, p_percent numeric, p_warning_days integer,
  out signal public.signal, out reasons public.signal_reason[])
language plpgsql immutable set search_path = '' as $$
begin
  if p_is_not_applicable then
    signal := 'grey'; reasons := array['not_applicable'];
  elsif p_completed_on is not null then
    -- Complete but late is yellow for good.
    signal := case when p_completed_on > p_due_on then 'yellow' else 'green' end;
    reasons := array[case when p_completed_on > p_due_on then 'completed_late' else 'completed' end];
  elsif p_completion_submitted_on is not null then
    -- While a completing report awaits review the clock stands still at the day it was handed in.
    signal := case when p_completion_submitted_on > p_due_on then 'yellow' else 'green' end;
    reasons := array[case when p_completion_submitted_on > p_due_on then 'awaiting_review_late' else 'awaiting_review' end];
  elsif p_as_of < p_start_on then
    signal := 'grey'; reasons := array['not_started'];
  else
    reasons := array_remove(array[
      case when p_as_of > p_due_on then 'overdue' end,
      case when p_is_returned then 'returned' end,
      case when p_as_of <= p_due_on and p_due_on - p_as_of <= p_warning_days then 'due_soon' end,
      case when p_is_report_missing then 'report_missing' end,
      case when p_as_of <= p_due_on and private.scheduled_percent(p_as_of, p_start_on, p_due_on) - p_percent > 20 then 'behind_schedule' end
    ]::public.signal_reason[], null);
    signal := case when p_as_of > p_due_on then 'red' when cardinality(reasons) > 0 then 'yellow' else 'green' end;
    if cardinality(reasons) = 0 then reasons := array['on_track']; end if;
  end if;
end $$;
comment on function private.signal_of is
  'The signal of one assignment on one milestone from its facts. Dates are business days; percent 0–100 as last reported.';

-- The last reporting period whose report is overdue at p_as_of, or nothing for plans without a cadence.
create function private.last_due_period(p_as_of date, p_cadence public.reporting_cadence, p_grace_days integer, out start_on date, out end_on date)
language sql immutable set search_path = '' as $$
  with step as (
    select case p_cadence when 'monthly' then 1 when 'quarterly' then 3 when 'half_yearly' then 6 when 'yearly' then 12 end as months
  ), current as (
    -- The period in which the day "grace days and one ago" falls has not ended by then; the one before it has.
    select months, (make_date(extract(year from d)::integer, 1, 1)
                    + make_interval(months => (floor((extract(month from d) - 1) / months) * months)::integer))::date as period_start
    from step, lateral (select p_as_of - p_grace_days as d) as day where months is not null
  )
  select (period_start - make_interval(months => months))::date, period_start - 1 from current
$$;
comment on function private.last_due_period is 'Calendar period (month, quarter, half-year, year) whose end plus the grace days lies before p_as_of.';

-- One row per assignment in force at p_as_of and milestone of its task, with the facts known on that day:
-- what was handed in by then, and what had been decided by then. Filters are by plan, task or unit; null means all.
create function private.obligation_facts(p_as_of date, p_plan_id uuid, p_task_id uuid, p_unit_id uuid)
returns table (plan_id uuid, section_id uuid, task_id uuid, assignment_id uuid, unit_id uuid, role public.assignment_role,
  is_accountable boolean, milestone_id uuid, weight numeric, start_on date, due_on date, warning_days integer,
  percent numeric, completed_on date, is_not_applicable boolean, completion_submitted_on date, awaiting_since date,
  is_returned boolean, is_report_missing boolean, latest_percent numeric, fact_on date)
language sql stable security definer set search_path = '' as $$
  select t.plan_id, t.section_id, t.id, a.id, a.unit_id, a.role, a.role = private.accountable_role(t.id), m.id, m.weight,
    least(coalesce(previous.due_on + 1, p.starts_on), m.due_on), m.due_on, p.warning_days,
    case when standing.kind = 'not_applicable' then 0 else coalesce(standing.percent, 0) end,
    case when standing.percent = 100 and standing.kind <> 'not_applicable' then public.business_date(standing.submitted_at) end,
    coalesce(standing.kind = 'not_applicable', false),
    case when latest.is_pending and latest.percent = 100 then public.business_date(latest.submitted_at) end,
    case when latest.is_pending then public.business_date(latest.submitted_at) end,
    coalesce(latest.is_returned, false),
    coalesce(period.end_on >= greatest(least(coalesce(previous.due_on + 1, p.starts_on), m.due_on), public.business_date(a.created_at))
             and coalesce(public.business_date(latest.submitted_at) < period.start_on, true), false),
    greatest(coalesce(standing.percent, 0), case when latest.is_pending then latest.percent else 0 end),
    greatest(public.business_date(latest.submitted_at), public.business_date(reopening.reopened_at), public.business_date(a.created_at))
  from public.plans p
  join public.tasks t on t.plan_id = p.id
  join public.assignments a on a.task_id = t.id
  join public.milestones m on m.task_id = t.id
  cross join lateral private.last_due_period(p_as_of, p.reporting_cadence, p.report_grace_days) as period
  left join lateral (select max(o.due_on) as due_on from public.milestones o where o.task_id = t.id and o.due_on < m.due_on) as previous on true
  left join lateral (
    select max(o.reopened_at) as reopened_at from public.completion_reopenings o
    where o.assignment_id = a.id and o.milestone_id = m.id and public.business_date(o.reopened_at) <= p_as_of
  ) as reopening on true
  left join lateral (
    select s.kind, s.percent, s.submitted_at from public.report_submissions s
    where s.assignment_id = a.id and s.milestone_id = m.id and s.decision = 'approved' and public.business_date(s.decided_at) <= p_as_of
      and not coalesce((s.percent = 100 or s.kind = 'not_applicable') and s.submitted_at <= reopening.reopened_at, false)
    order by s.submitted_at desc, s.number desc limit 1
  ) as standing on true
  left join lateral (
    select s.submitted_at, s.percent, s.decision is null or public.business_date(s.decided_at) > p_as_of as is_pending,
           s.decision = 'returned' and public.business_date(s.decided_at) <= p_as_of as is_returned
    from public.report_submissions s
    where s.assignment_id = a.id and s.milestone_id = m.id and public.business_date(s.submitted_at) <= p_as_of
    order by s.submitted_at desc, s.number desc limit 1
  ) as latest on true
  where p.state <> 'draft'
    and (p_plan_id is null or p.id = p_plan_id) and (p_task_id is null or t.id = p_task_id) and (p_unit_id is null or a.unit_id = p_unit_id)
    and (t.withdrawn_at is null or public.business_date(t.withdrawn_at) > p_as_of)
    and (a.withdrawn_at is null or public.business_date(a.withdrawn_at) > p_as_of)
$$;

-- Facts with the rule applied.
create function private.obligations_at(p_as_of date, p_plan_id uuid, p_task_id uuid, p_unit_id uuid)
returns table (plan_id uuid, section_id uuid, task_id uuid, assignment_id uuid, unit_id uuid, role public.assignment_role,
  is_accountable boolean, milestone_id uuid, weight numeric, start_on date, due_on date, percent numeric, scheduled_percent numeric,
  is_complete boolean, is_late boolean, is_not_applicable boolean, has_started boolean, completed_on date, awaiting_since date,
  is_returned boolean, fact_on date, signal public.signal, reasons public.signal_reason[])
language sql stable security definer set search_path = '' as $$
  select f.plan_id, f.section_id, f.task_id, f.assignment_id, f.unit_id, f.role, coalesce(f.is_accountable, false), f.milestone_id, f.weight,
    f.start_on, f.due_on, f.percent, private.scheduled_percent(p_as_of, f.start_on, f.due_on),
    f.completed_on is not null, coalesce(f.completed_on > f.due_on, false), f.is_not_applicable, p_as_of >= f.start_on,
    f.completed_on, f.awaiting_since, f.is_returned, f.fact_on, s.signal, s.reasons
  from private.obligation_facts(p_as_of, p_plan_id, p_task_id, p_unit_id) f
  cross join lateral private.signal_of(p_as_of, f.start_on, f.due_on, f.completed_on, f.is_not_applicable, f.completion_submitted_on,
    f.is_returned, f.is_report_missing, f.latest_percent, f.warning_days) s
$$;

-- A milestone of a task over its accountable assignments. is_closed: each is complete or 无此事项.
create function private.milestones_at(p_as_of date, p_plan_id uuid, p_task_id uuid)
returns table (plan_id uuid, task_id uuid, milestone_id uuid, weight numeric, start_on date, due_on date, percent numeric,
  is_closed boolean, is_complete boolean, is_late boolean, has_started boolean, fact_on date, signal public.signal, reason public.signal_reason)
language sql stable security definer set search_path = '' as $$
  select o.plan_id, o.task_id, o.milestone_id, min(o.weight), min(o.start_on), min(o.due_on),
    avg(o.percent) filter (where not o.is_not_applicable),
    bool_and(o.is_complete or o.is_not_applicable), bool_and(o.is_complete or o.is_not_applicable) and bool_or(o.is_complete), bool_or(o.is_late),
    bool_or(o.has_started), max(o.fact_on), max(o.signal),
    (array_agg(o.reasons[1] order by o.signal desc, o.due_on, o.reasons[1]))[1]
  from private.obligations_at(p_as_of, p_plan_id, p_task_id, null) o
  where o.is_accountable
  group by o.plan_id, o.task_id, o.milestone_id
$$;

-- A task: the worst signal over the milestones that have started and are not closed; when none is open, that of the
-- last one that has started (the first one, when none has). Progress is the weighted mean of its milestones.
create function private.tasks_at(p_as_of date, p_plan_id uuid, p_task_id uuid)
returns table (plan_id uuid, section_id uuid, task_id uuid, percent numeric, is_complete boolean, is_late boolean, due_on date,
  fact_on date, signal public.signal, reason public.signal_reason)
language sql stable security definer set search_path = '' as $$
  select t.plan_id, t.section_id, t.id, coalesce(round(sum(m.percent * m.weight) / nullif(sum(m.weight) filter (where m.percent is not null), 0), 4), 0),
    coalesce(bool_and(m.is_closed) and bool_or(m.is_complete), false), coalesce(bool_or(m.is_late), false),
    coalesce(min(m.due_on) filter (where m.has_started and not m.is_closed), min(m.due_on) filter (where not m.is_closed), max(m.due_on)),
    max(m.fact_on),
    coalesce(max(m.signal) filter (where m.has_started and not m.is_closed),
      (array_agg(m.signal order by m.due_on desc) filter (where m.has_started))[1], (array_agg(m.signal order by m.due_on))[1], 'grey'),
    coalesce((array_agg(m.reason order by m.signal desc, m.due_on) filter (where m.has_started and not m.is_closed))[1],
      (array_agg(m.reason order by m.due_on desc) filter (where m.has_started))[1], (array_agg(m.reason order by m.due_on))[1], 'unassigned')
  from public.tasks t
  join public.plans p on p.id = t.plan_id and p.state <> 'draft'
  left join private.milestones_at(p_as_of, p_plan_id, p_task_id) m on m.task_id = t.id
  where (p_plan_id is null or t.plan_id = p_plan_id) and (p_task_id is null or t.id = p_task_id)
    and (t.withdrawn_at is null or public.business_date(t.withdrawn_at) > p_as_of)
  group by t.plan_id, t.section_id, t.id
$$;

-- An assignment as a whole: the same choice over its own milestones.
create function private.assignments_at(p_as_of date, p_plan_id uuid, p_task_id uuid, p_unit_id uuid)
returns table (plan_id uuid, section_id uuid, task_id uuid, assignment_id uuid, unit_id uuid, role public.assignment_role, is_accountable boolean,
  percent numeric, is_complete boolean, is_late boolean, due_on date, fact_on date, signal public.signal, reason public.signal_reason)
language sql stable security definer set search_path = '' as $$
  select o.plan_id, o.section_id, o.task_id, o.assignment_id, o.unit_id, o.role, bool_or(o.is_accountable),
    coalesce(round(sum(o.percent * o.weight) filter (where not o.is_not_applicable)
      / nullif(sum(o.weight) filter (where not o.is_not_applicable), 0), 4), 0),
    bool_and(o.is_complete or o.is_not_applicable) and bool_or(o.is_complete), bool_or(o.is_late),
    coalesce(min(o.due_on) filter (where o.has_started and not (o.is_complete or o.is_not_applicable)),
      min(o.due_on) filter (where not (o.is_complete or o.is_not_applicable)), max(o.due_on)),
    max(o.fact_on),
    coalesce(max(o.signal) filter (where o.has_started and not (o.is_complete or o.is_not_applicable)),
      (array_agg(o.signal order by o.due_on desc) filter (where o.has_started))[1], (array_agg(o.signal order by o.due_on))[1]),
    coalesce((array_agg(o.reasons[1] order by o.signal desc, o.due_on) filter (where o.has_started and not (o.is_complete or o.is_not_applicable)))[1],
      (array_agg(o.reasons[1] order by o.due_on desc) filter (where o.has_started))[1], (array_agg(o.reasons[1] order by o.due_on))[1])
  from private.obligations_at(p_as_of, p_plan_id, p_task_id, p_unit_id) o
  group by o.plan_id, o.section_id, o.task_id, o.assignment_id, o.unit_id, o.role
$$;

revoke execute on all functions in schema private from public;
