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
