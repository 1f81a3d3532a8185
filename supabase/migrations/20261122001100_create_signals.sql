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

-- The rule itself, on bare facts (PRODUCT: Signal). The first reason is the one that decides; further ones are told too.
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

-- Tasks in force at p_as_of with what their plan says. Filters here and below: null means all; of a unit are the tasks
-- that it has or had an assignment on.
create function private.tasks_in_force(p_as_of date, p_plan_id uuid, p_task_ids uuid[], p_unit_id uuid)
returns table (task_id uuid, plan_id uuid, section_id uuid, starts_on date, warning_days integer, period_start_on date, period_end_on date)
language sql stable as $$
  select t.id, p.id, t.section_id, p.starts_on, p.warning_days, period.start_on, period.end_on
  from public.plans p
  cross join lateral private.last_due_period(p_as_of, p.reporting_cadence, p.report_grace_days) as period
  join public.tasks t on t.plan_id = p.id
  where p.state <> 'draft' and p.issued_at < private.end_of_business_day(p_as_of)
    and (p_plan_id is null or p.id = p_plan_id) and (p_task_ids is null or t.id = any (p_task_ids))
    and (p_unit_id is null or t.id = any (array(select own.task_id from public.assignments own where own.unit_id = p_unit_id)))
    and (t.withdrawn_at is null or t.withdrawn_at >= private.end_of_business_day(p_as_of))
$$;

-- Assignments in force at p_as_of, in the role they had then. Accountable are the leads of a task if it has any, else the
-- responsible units; never the supporting ones.
create function private.assignments_in_force(p_as_of date, p_plan_id uuid, p_task_ids uuid[], p_unit_id uuid)
returns table (assignment_id uuid, task_id uuid, unit_id uuid, role public.assignment_role, is_accountable boolean, created_on date)
language sql stable as $$
  select s.assignment_id, s.task_id, s.unit_id, s.role, coalesce(s.role = s.accountable_role, false), public.business_date(s.created_at)
  from (
    select a.id as assignment_id, a.task_id, a.unit_id, a.created_at, coalesce(f.role, a.role) as role,
      min(coalesce(f.role, a.role)) filter (where coalesce(f.role, a.role) <> 'supporting') over (partition by a.task_id) as accountable_role
    from public.assignments a
    left join (
      select distinct on (o.assignment_id) o.assignment_id, o.role, o.withdrawn_at
      from private.former_assignments o where o.replaced_at >= private.end_of_business_day(p_as_of)
      order by o.assignment_id, o.replaced_at
    ) as f on f.assignment_id = a.id
    where a.created_at < private.end_of_business_day(p_as_of)
      and coalesce(case when f.assignment_id is null then a.withdrawn_at else f.withdrawn_at end >= private.end_of_business_day(p_as_of), true)
      and (p_plan_id is null or a.task_id = any (array(select t.id from public.tasks t where t.plan_id = p_plan_id)))
      and (p_task_ids is null or a.task_id = any (p_task_ids))
      and (p_unit_id is null or a.task_id = any (array(select own.task_id from public.assignments own where own.unit_id = p_unit_id)))
  ) as s
  where p_unit_id is null or s.unit_id = p_unit_id
$$;

-- Milestones with the due date and weight they had at p_as_of. One starts with the plan, or the day after the previous
-- one of its task is due; where that would be after its own due day, on that day.
create function private.milestones_in_force(p_as_of date, p_plan_id uuid, p_task_ids uuid[], p_unit_id uuid)
returns table (milestone_id uuid, task_id uuid, plan_id uuid, section_id uuid, weight numeric, start_on date, due_on date, warning_days integer,
  period_start_on date, period_end_on date)
language sql stable as $$
  select s.milestone_id, s.task_id, s.plan_id, s.section_id, s.weight,
    least(coalesce(lag(s.due_on) over (partition by s.task_id order by s.due_on) + 1, s.starts_on), s.due_on), s.due_on, s.warning_days,
    s.period_start_on, s.period_end_on
  from (
    select m.id as milestone_id, t.*, coalesce(f.due_on, m.due_on) as due_on, coalesce(f.weight, m.weight) as weight
    from private.tasks_in_force(p_as_of, p_plan_id, p_task_ids, p_unit_id) t
    join public.milestones m on m.task_id = t.task_id
    left join (
      select distinct on (o.milestone_id) o.milestone_id, o.due_on, o.weight
      from private.former_milestones o where o.replaced_at >= private.end_of_business_day(p_as_of)
      order by o.milestone_id, o.replaced_at
    ) as f on f.milestone_id = m.id
  ) as s
$$;

-- One row per assignment in force at p_as_of and milestone of its task, with the facts known on that day:
-- what was handed in by then, and what had been decided by then.
create function private.obligation_facts(p_as_of date, p_plan_id uuid, p_task_ids uuid[], p_unit_id uuid)
returns table (plan_id uuid, section_id uuid, task_id uuid, assignment_id uuid, unit_id uuid, role public.assignment_role,
  is_accountable boolean, milestone_id uuid, weight numeric, start_on date, due_on date, warning_days integer,
  percent numeric, completed_on date, is_not_applicable boolean, completion_submitted_on date, awaiting_since date,
  is_returned boolean, is_report_missing boolean, latest_percent numeric, fact_on date)
language sql stable as $$
  select m.plan_id, m.section_id, m.task_id, a.assignment_id, a.unit_id, a.role, a.is_accountable, m.milestone_id, m.weight,
    m.start_on, m.due_on, m.warning_days,
    case when standing.kind = 'not_applicable' then 0 else coalesce(standing.percent, 0) end,
    case when standing.percent = 100 and standing.kind <> 'not_applicable' then public.business_date(standing.submitted_at) end,
    coalesce(standing.kind = 'not_applicable', false),
    case when latest.is_pending and (latest.percent = 100 or latest.kind = 'not_applicable') then public.business_date(latest.submitted_at) end,
    case when latest.is_pending then public.business_date(latest.submitted_at) end,
    coalesce(latest.is_returned, false),
    coalesce(m.period_end_on >= greatest(m.start_on, a.created_on)
             and coalesce(public.business_date(latest.submitted_at) < m.period_start_on, true), false),
    greatest(coalesce(standing.percent, 0), case when latest.is_pending then latest.percent else 0 end),
    greatest(public.business_date(latest.submitted_at), public.business_date(reopening.reopened_at), a.created_on)
  from private.milestones_in_force(p_as_of, p_plan_id, p_task_ids, p_unit_id) m
  join private.assignments_in_force(p_as_of, p_plan_id, p_task_ids, p_unit_id) a on a.task_id = m.task_id
  left join (
    select o.assignment_id, o.milestone_id, max(o.reopened_at) as reopened_at from public.completion_reopenings o
    where o.reopened_at < private.end_of_business_day(p_as_of) and (p_task_ids is null or o.task_id = any (p_task_ids))
      and (p_unit_id is null or o.unit_id = p_unit_id)
    group by o.assignment_id, o.milestone_id
  ) as reopening on reopening.assignment_id = a.assignment_id and reopening.milestone_id = m.milestone_id
  -- The last approved one that no reopening has voided.
  left join lateral (
    select s.kind, s.percent, s.submitted_at from public.report_submissions s
    where s.assignment_id = a.assignment_id and s.milestone_id = m.milestone_id
      and s.decision = 'approved' and s.decided_at < private.end_of_business_day(p_as_of)
      and not coalesce((s.percent = 100 or s.kind = 'not_applicable') and s.submitted_at <= reopening.reopened_at, false)
    order by s.submitted_at desc, s.number desc limit 1
  ) as standing on true
  left join lateral (
    select s.submitted_at, s.kind, s.percent,
      coalesce(s.decided_at >= private.end_of_business_day(p_as_of), true) as is_pending,
      s.decision = 'returned' and s.decided_at < private.end_of_business_day(p_as_of) as is_returned
    from public.report_submissions s
    where s.assignment_id = a.assignment_id and s.milestone_id = m.milestone_id and s.submitted_at < private.end_of_business_day(p_as_of)
    order by s.submitted_at desc, s.number desc limit 1
  ) as latest on true
  offset 0
$$;

-- Facts with the rule applied.
create function private.obligations_at(p_as_of date, p_plan_id uuid, p_task_ids uuid[], p_unit_id uuid)
returns table (plan_id uuid, section_id uuid, task_id uuid, assignment_id uuid, unit_id uuid, role public.assignment_role,
  is_accountable boolean, milestone_id uuid, weight numeric, start_on date, due_on date, percent numeric, scheduled_percent numeric,
  is_complete boolean, is_late boolean, is_not_applicable boolean, has_started boolean, completed_on date, awaiting_since date,
  is_returned boolean, fact_on date, signal public.signal, reasons public.signal_reason[])
language sql stable as $$
  select f.plan_id, f.section_id, f.task_id, f.assignment_id, f.unit_id, f.role, f.is_accountable, f.milestone_id, f.weight,
    f.start_on, f.due_on, f.percent, private.scheduled_percent(p_as_of, f.start_on, f.due_on),
    f.completed_on is not null, coalesce(f.completed_on > f.due_on, false), f.is_not_applicable, p_as_of >= f.start_on,
    f.completed_on, f.awaiting_since, f.is_returned, f.fact_on, s.signal, s.reasons
  from private.obligation_facts(p_as_of, p_plan_id, p_task_ids, p_unit_id) f
  cross join lateral private.signal_of(p_as_of, f.start_on, f.due_on, f.completed_on, f.is_not_applicable, f.completion_submitted_on,
    f.is_returned, f.is_report_missing, f.latest_percent, f.warning_days) s
  offset 0
$$;

-- A milestone of a task over its accountable assignments. is_closed: each is complete or 无此事项. percent: null when
-- all are 无此事项, so that it counts in no mean.
create function private.milestones_at(p_as_of date, p_plan_id uuid, p_task_ids uuid[])
returns table (plan_id uuid, task_id uuid, milestone_id uuid, weight numeric, start_on date, due_on date, percent numeric,
  is_closed boolean, is_complete boolean, is_late boolean, has_started boolean, fact_on date, signal public.signal, reason public.signal_reason)
language sql stable as $$
  select o.plan_id, o.task_id, o.milestone_id, min(o.weight), min(o.start_on), min(o.due_on),
    avg(o.percent) filter (where not o.is_not_applicable),
    bool_and(o.is_complete or o.is_not_applicable), bool_and(o.is_complete or o.is_not_applicable) and bool_or(o.is_complete), bool_or(o.is_late),
    bool_or(o.has_started), max(o.fact_on), max(o.signal),
    -- Of equal signals the one still to be done gives the reason.
    (array_agg(o.reasons[1] order by o.signal desc, (o.is_complete or o.is_not_applicable), o.due_on, o.reasons[1]))[1]
  from private.obligations_at(p_as_of, p_plan_id, p_task_ids, null) o
  where o.is_accountable
  group by o.plan_id, o.task_id, o.milestone_id
$$;

-- A task: the worst signal over the milestones that have started and are not closed; when none is open, that of the
-- last one that has started (the first one, when none has). Progress is the weighted mean of its milestones, and
-- scheduled_percent the same mean of their scheduled progress; both are null when nothing counts.
create function private.tasks_at(p_as_of date, p_plan_id uuid, p_task_ids uuid[])
returns table (plan_id uuid, section_id uuid, task_id uuid, percent numeric, scheduled_percent numeric, is_complete boolean, is_late boolean,
  due_on date, fact_on date, signal public.signal, reason public.signal_reason)
language sql stable as $$
  select t.plan_id, t.section_id, t.task_id,
    round(sum(m.percent * m.weight) / nullif(sum(m.weight) filter (where m.percent is not null), 0), 4),
    round(sum(private.scheduled_percent(p_as_of, m.start_on, m.due_on) * m.weight) filter (where m.percent is not null)
      / nullif(sum(m.weight) filter (where m.percent is not null), 0), 4),
    coalesce(bool_and(m.is_closed) and bool_or(m.is_complete), false), coalesce(bool_or(m.is_late), false),
    coalesce(min(m.due_on) filter (where m.has_started and not m.is_closed), min(m.due_on) filter (where not m.is_closed), max(m.due_on)),
    max(m.fact_on),
    coalesce(max(m.signal) filter (where m.has_started and not m.is_closed),
      (array_agg(m.signal order by m.due_on desc) filter (where m.has_started))[1], (array_agg(m.signal order by m.due_on))[1], 'grey'),
    coalesce((array_agg(m.reason order by m.signal desc, m.due_on) filter (where m.has_started and not m.is_closed))[1],
      (array_agg(m.reason order by m.due_on desc) filter (where m.has_started))[1], (array_agg(m.reason order by m.due_on))[1], 'unassigned')
  from private.tasks_in_force(p_as_of, p_plan_id, p_task_ids, null) t
  left join private.milestones_at(p_as_of, p_plan_id, p_task_ids) m on m.task_id = t.task_id
  group by t.plan_id, t.section_id, t.task_id
$$;

-- An assignment as a whole: the same choice over its own milestones.
create function private.assignments_at(p_as_of date, p_plan_id uuid, p_task_ids uuid[], p_unit_id uuid)
returns table (plan_id uuid, section_id uuid, task_id uuid, assignment_id uuid, unit_id uuid, role public.assignment_role, is_accountable boolean,
  percent numeric, is_complete boolean, is_late boolean, due_on date, fact_on date, signal public.signal, reason public.signal_reason)
language sql stable as $$
  select o.plan_id, o.section_id, o.task_id, o.assignment_id, o.unit_id, o.role, bool_or(o.is_accountable),
    round(sum(o.percent * o.weight) filter (where not o.is_not_applicable)
      / nullif(sum(o.weight) filter (where not o.is_not_applicable), 0), 4),
    bool_and(o.is_complete or o.is_not_applicable) and bool_or(o.is_complete), bool_or(o.is_late),
    coalesce(min(o.due_on) filter (where o.has_started and not (o.is_complete or o.is_not_applicable)),
      min(o.due_on) filter (where not (o.is_complete or o.is_not_applicable)), max(o.due_on)),
    max(o.fact_on),
    coalesce(max(o.signal) filter (where o.has_started and not (o.is_complete or o.is_not_applicable)),
      (array_agg(o.signal order by o.due_on desc) filter (where o.has_started))[1], (array_agg(o.signal order by o.due_on))[1]),
    coalesce((array_agg(o.reasons[1] order by o.signal desc, o.due_on) filter (where o.has_started and not (o.is_complete or o.is_not_applicable)))[1],
      (array_agg(o.reasons[1] order by o.due_on desc) filter (where o.has_started))[1], (array_agg(o.reasons[1] order by o.due_on))[1])
  from private.obligations_at(p_as_of, p_plan_id, p_task_ids, p_unit_id) o
  group by o.plan_id, o.section_id, o.task_id, o.assignment_id, o.unit_id, o.role
$$;

revoke execute on all functions in schema private from public;
