-- States: what the rule says of obligations, milestones, assignments and tasks on any day. The functions are plain SQL
-- without "security definer" and "set", so that the planner sees through them; only definer functions call them, and
-- those set the search path. "offset 0" keeps the planner from working an expression out again for each column that uses
-- it. A fact is known at as_of when it happened before the end of that business day.

-- Which of some tasks are in force at p_as_of, with what their plan says. is_in_view: the plan was not closed by then; a
-- closed one counts only when it is asked for by name.
create function private.tasks_in_force(p_as_of date, p_task_ids uuid[])
returns table (task_id uuid, plan_id uuid, section_id uuid, "position" integer, starts_on date, is_in_view boolean, warning_days integer,
  period_start_on date, period_end_on date)
language sql stable as $$
  select t.id, p.id, t.section_id, t.position, p.starts_on,
    coalesce(p.closed_at >= private.end_of_business_day(p_as_of), true), p.warning_days, period.start_on, period.end_on
  from public.tasks t
  join public.plans p on p.id = t.plan_id
  cross join lateral private.last_due_period(p_as_of, p.reporting_cadence, p.report_grace_days) as period
  where t.id = any (p_task_ids)
    and p.state <> 'draft' and p.issued_at < private.end_of_business_day(p_as_of)
    and (t.withdrawn_at is null or t.withdrawn_at >= private.end_of_business_day(p_as_of))
$$;

-- Milestones with the terms they had at p_as_of. One starts with the plan, or the day after the previous one of its task
-- is due; where that would be after its own due day, on that day.
create function private.milestones_in_force(p_as_of date, p_task_ids uuid[])
returns table (milestone_id uuid, task_id uuid, plan_id uuid, section_id uuid, weight numeric, start_on date, due_on date, warning_days integer,
  period_start_on date, period_end_on date)
language sql stable as $$
  select d.milestone_id, t.task_id, t.plan_id, t.section_id, d.weight,
    least(coalesce(lag(d.due_on) over (partition by t.task_id order by d.due_on) + 1, t.starts_on), d.due_on), d.due_on, t.warning_days,
    t.period_start_on, t.period_end_on
  from private.tasks_in_force(p_as_of, p_task_ids) t
  join private.due_in_force(p_as_of, p_task_ids) d on d.task_id = t.task_id
$$;

-- One row for each obligation in force at p_as_of, with the facts known on that day: what was handed in by then, and what
-- had been decided by then.
create function private.obligation_facts(p_as_of date, p_task_ids uuid[])
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

-- Facts with the rule applied. By the date alone a row changes while its scheduled progress runs and, once overdue, as
-- further reports fall due.
create function private.obligations_at(p_as_of date, p_task_ids uuid[])
returns setof private.obligation_standings language sql stable as $$
  select f.obligation_id, p_as_of,
    case when p_as_of < f.start_on then f.start_on
         when p_as_of < f.due_on or f.completed_on is null and not f.is_not_applicable then p_as_of + 1 end,
    f.plan_id, f.section_id, f.task_id, f.assignment_id, f.unit_id, f.milestone_id, f.role, f.is_accountable, f.weight,
    f.start_on, f.due_on, f.percent, private.scheduled_percent(p_as_of, f.start_on, f.due_on),
    f.completed_on is not null, coalesce(f.completed_on > f.due_on, false), f.is_not_applicable, p_as_of >= f.start_on,
    f.completed_on, f.awaiting_since, f.is_returned, f.fact_on, s.signal, s.reasons
  from private.obligation_facts(p_as_of, p_task_ids) f
  cross join lateral private.signal_of(p_as_of, f.start_on, f.due_on, f.completed_on, f.is_not_applicable, f.completion_submitted_on,
    f.is_returned, f.is_report_missing, f.latest_percent, f.warning_days) s
  offset 0
$$;

-- A milestone of a task over its accountable assignments. is_closed: each is complete or 无此事项. percent: null when
-- all are 无此事项, so that it counts in no mean.
create function private.milestones_of(p_obligations private.obligation_standings[])
returns table (plan_id uuid, task_id uuid, milestone_id uuid, weight numeric, start_on date, due_on date, percent numeric,
  is_closed boolean, is_complete boolean, is_late boolean, has_started boolean, fact_on date, signal public.signal, reason public.signal_reason)
language sql stable as $$
  select o.plan_id, o.task_id, o.milestone_id, min(o.weight), min(o.start_on), min(o.due_on),
    avg(o.percent) filter (where not o.is_not_applicable),
    bool_and(o.is_complete or o.is_not_applicable), bool_and(o.is_complete or o.is_not_applicable) and bool_or(o.is_complete), bool_or(o.is_late),
    bool_or(o.has_started), max(o.fact_on), max(o.signal),
    -- Of equal signals the one still to be done gives the reason.
    (array_agg(o.reasons[1] order by o.signal desc, (o.is_complete or o.is_not_applicable), o.due_on, o.reasons[1]))[1]
  from unnest(p_obligations) o
  where o.is_accountable
  group by o.plan_id, o.task_id, o.milestone_id
$$;

-- A task: the worst signal over the milestones that have started and are not closed; when none is open, that of the
-- last one that has started (the first one, when none has). Progress is the weighted mean of its milestones, and
-- scheduled_percent the same mean of their scheduled progress; both are null when nothing counts.
create function private.tasks_of(p_as_of date, p_task_ids uuid[], p_obligations private.obligation_standings[])
returns setof private.task_standings language sql stable as $$
  select t.task_id, p_as_of, min(turns.changes_on), t.plan_id, t.section_id, t.is_in_view,
    round(sum(m.percent * m.weight) / nullif(sum(m.weight) filter (where m.percent is not null), 0), 4),
    round(sum(private.scheduled_percent(p_as_of, m.start_on, m.due_on) * m.weight) filter (where m.percent is not null)
      / nullif(sum(m.weight) filter (where m.percent is not null), 0), 4),
    coalesce(bool_and(m.is_closed) and bool_or(m.is_complete), false), coalesce(bool_or(m.is_late), false),
    exists (select from public.report_submissions r
            where r.task_id = t.task_id and r.submitted_at < private.end_of_business_day(p_as_of)
              and (r.decision is null or r.decided_at >= private.end_of_business_day(p_as_of))),
    coalesce(min(m.due_on) filter (where m.has_started and not m.is_closed), min(m.due_on) filter (where not m.is_closed), max(m.due_on)),
    max(m.fact_on),
    coalesce(max(m.signal) filter (where m.has_started and not m.is_closed),
      (array_agg(m.signal order by m.due_on desc) filter (where m.has_started))[1], (array_agg(m.signal order by m.due_on))[1], 'grey'),
    coalesce((array_agg(m.reason order by m.signal desc, m.due_on) filter (where m.has_started and not m.is_closed))[1],
      (array_agg(m.reason order by m.due_on desc) filter (where m.has_started))[1], (array_agg(m.reason order by m.due_on))[1], 'unassigned'),
    t.starts_on, t.position
  from private.tasks_in_force(p_as_of, p_task_ids) t
  left join private.milestones_of(p_obligations) m on m.task_id = t.task_id
  left join (select o.task_id, min(o.changes_on) as changes_on from unnest(p_obligations) o group by o.task_id) as turns
    on turns.task_id = t.task_id
  group by t.task_id, t.plan_id, t.section_id, t.is_in_view, t.starts_on, t.position
$$;

-- An assignment as a whole: the same choice over its own milestones.
create function private.assignments_of(p_as_of date, p_task_ids uuid[], p_obligations private.obligation_standings[])
returns setof private.assignment_standings language sql stable as $$
  select o.assignment_id, p_as_of, o.plan_id, o.section_id, o.task_id, o.unit_id, o.role, bool_or(o.is_accountable), t.is_in_view,
    round(sum(o.percent * o.weight) filter (where not o.is_not_applicable)
      / nullif(sum(o.weight) filter (where not o.is_not_applicable), 0), 4),
    bool_and(o.is_complete or o.is_not_applicable) and bool_or(o.is_complete), bool_or(o.is_late), bool_or(o.awaiting_since is not null),
    coalesce(min(o.due_on) filter (where o.has_started and not (o.is_complete or o.is_not_applicable)),
      min(o.due_on) filter (where not (o.is_complete or o.is_not_applicable)), max(o.due_on)),
    max(o.fact_on),
    coalesce(max(o.signal) filter (where o.has_started and not (o.is_complete or o.is_not_applicable)),
      (array_agg(o.signal order by o.due_on desc) filter (where o.has_started))[1], (array_agg(o.signal order by o.due_on))[1]),
    coalesce((array_agg(o.reasons[1] order by o.signal desc, o.due_on) filter (where o.has_started and not (o.is_complete or o.is_not_applicable)))[1],
      (array_agg(o.reasons[1] order by o.due_on desc) filter (where o.has_started))[1], (array_agg(o.reasons[1] order by o.due_on))[1]),
    t.starts_on, t.position
  from unnest(p_obligations) o
  join private.tasks_in_force(p_as_of, p_task_ids) t on t.task_id = o.task_id
  group by o.plan_id, o.section_id, o.task_id, o.assignment_id, o.unit_id, o.role, t.is_in_view, t.starts_on, t.position
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

-- How one row counts in a sum. A complete task stands under complete alone, never under green or yellow too.
create function private.tally(p_signal public.signal, p_is_complete boolean, p_is_late boolean)
returns table (red integer, yellow integer, green integer, grey integer, complete integer, complete_late integer)
language sql immutable as $$
  select (p_signal = 'red' and not p_is_complete)::integer, (p_signal = 'yellow' and not p_is_complete)::integer,
    (p_signal = 'green' and not p_is_complete)::integer, (p_signal = 'grey' and not p_is_complete)::integer,
    p_is_complete::integer, (p_is_complete and p_is_late)::integer
$$;

revoke execute on all functions in schema private from public;
