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
