-- Who asks about a day is asked for an account and told which day it is by one function; what is counted for a plan or a unit
-- has one shape, whether a ledger is summed or rows are.

create function private.asked_day(p_as_of date)
returns date language plpgsql stable set search_path = '' as $$
begin
  perform private.require_account();
  return coalesce(p_as_of, public.business_today());
end $$;
comment on function private.asked_day is
  'The first thing that a function with p_as_of asks: refuses whoever has no account, and answers p_as_of, else today.';
revoke execute on function private.asked_day(date) from public;

-- The sums of the ledgers, which are those of computed rows too: one shape of what is counted for a plan and for a unit.
create view private.plan_totals with (security_invoker = true) as
select plan_id, sum(tasks)::integer as tasks, sum(red)::integer as red, sum(yellow)::integer as yellow, sum(green)::integer as green,
  sum(grey)::integer as grey, sum(complete)::integer as complete, sum(complete_late)::integer as complete_late,
  sum(awaiting)::integer as awaiting, sum(percent_sum) as percent_sum, sum(percent_count)::integer as percent_count,
  sum(scheduled_sum) as scheduled_sum, sum(scheduled_count)::integer as scheduled_count
from private.plan_counts group by plan_id;
create view private.unit_totals with (security_invoker = true) as
select unit_id, sum(tasks)::integer as tasks, sum(red)::integer as red, sum(yellow)::integer as yellow, sum(green)::integer as green,
  sum(grey)::integer as grey, sum(complete)::integer as complete, sum(complete_late)::integer as complete_late,
  sum(percent_sum) as percent_sum, sum(percent_count)::integer as percent_count, sum(supporting)::integer as supporting
from private.unit_counts group by unit_id;
revoke all on private.plan_totals, private.unit_totals from public, anon, authenticated, service_role;

-- Nobody counts while the functions are exchanged: a migration is one transaction.
drop function private.plan_sums_at(date, uuid), private.unit_sums_at(date, uuid);
drop function private.plan_sums(private.task_standings[], private.task_standings[]);
drop function private.unit_sums(private.assignment_standings[], private.assignment_standings[]);

create function private.plan_sums(p_come private.task_standings[], p_gone private.task_standings[] default null)
returns setof private.plan_totals language sql stable as $$
  select x.plan_id, sum(x.sign)::integer, sum(x.sign * t.red)::integer, sum(x.sign * t.yellow)::integer, sum(x.sign * t.green)::integer,
    sum(x.sign * t.grey)::integer, sum(x.sign * t.complete)::integer, sum(x.sign * t.complete_late)::integer,
    sum(x.sign * x.is_awaiting::integer)::integer,
    coalesce(sum(x.sign * x.percent), 0), sum(x.sign * (x.percent is not null)::integer)::integer,
    coalesce(sum(x.sign * x.scheduled_percent), 0), sum(x.sign * (x.scheduled_percent is not null)::integer)::integer
  from (select 1 as sign, c.* from unnest(p_come) c union all select -1, g.* from unnest(p_gone) g) x
  cross join lateral private.tally(x.signal, x.is_complete, x.is_late) t
  group by x.plan_id
$$;
create function private.unit_sums(p_come private.assignment_standings[], p_gone private.assignment_standings[] default null)
returns setof private.unit_totals language sql stable as $$
  select x.unit_id, sum(x.own)::integer, sum(x.own * t.red)::integer, sum(x.own * t.yellow)::integer, sum(x.own * t.green)::integer,
    sum(x.own * t.grey)::integer, sum(x.own * t.complete)::integer, sum(x.own * t.complete_late)::integer,
    coalesce(sum(x.own * x.percent), 0), sum(x.own * (x.percent is not null)::integer)::integer, sum(x.sign - x.own)::integer
  from (select n.*, case when n.is_accountable then n.sign else 0 end as own
        from (select 1 as sign, c.* from unnest(p_come) c union all select -1, g.* from unnest(p_gone) g) n) x
  cross join lateral private.tally(x.signal, x.is_complete, x.is_late) t
  group by x.unit_id
$$;

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

create function private.unit_sums_at(p_as_of date, p_plan_id uuid)
returns table (total private.unit_totals, oldest_fact_on date)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = 'force_custom_plan' set jit = 'off' as $$
declare
  v_rows private.assignment_standings[];
begin
  if p_plan_id is null and private.is_kept(p_as_of) then
    return query
      select c, (select s.fact_on from private.assignment_standings s
                 where s.unit_id = c.unit_id and s.is_in_view and s.is_accountable and not s.is_complete
                   and s.reason not in ('not_started', 'not_applicable') and s.fact_on is not null order by s.fact_on limit 1)
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
    select c, oldest.fact_on
    from private.unit_sums(v_rows) c
    left join (select s.unit_id, min(s.fact_on) as fact_on from unnest(v_rows) s
               where s.is_accountable and not s.is_complete and s.reason not in ('not_started', 'not_applicable')
               group by s.unit_id) as oldest on oldest.unit_id = c.unit_id;
end $$;

revoke execute on function private.plan_sums(private.task_standings[], private.task_standings[]),
  private.unit_sums(private.assignment_standings[], private.assignment_standings[]), private.plan_sums_at(date, uuid),
  private.unit_sums_at(date, uuid) from public;

create or replace function public.plan_overview(p_as_of date default null, p_plan_id uuid default null)
returns table (plan_id uuid, title text, kind public.plan_kind, state public.plan_state, starts_on date, ends_on date,
  tasks integer, red integer, yellow integer, green integer, grey integer, complete integer, complete_late integer,
  percent numeric, scheduled_percent numeric, awaiting_review integer)
language plpgsql stable security definer set search_path = '' as $$
declare
  v_as_of date := private.asked_day(p_as_of);
  v_until timestamptz := private.end_of_business_day(v_as_of);
begin
  return query
    select p.id, p.title, p.kind, case when p.closed_at >= v_until then 'issued' else p.state end, p.starts_on, p.ends_on,
      coalesce(c.tasks, 0), coalesce(c.red, 0), coalesce(c.yellow, 0), coalesce(c.green, 0), coalesce(c.grey, 0), coalesce(c.complete, 0),
      coalesce(c.complete_late, 0), private.mean(c.percent_sum, c.percent_count), private.mean(c.scheduled_sum, c.scheduled_count),
      coalesce(c.awaiting, 0)
    from public.plans p left join private.plan_sums_at(v_as_of, p_plan_id) c on c.plan_id = p.id
    where p.state <> 'draft' and p.issued_at < v_until and (p_plan_id is null or p.id = p_plan_id)
    order by p.state, p.starts_on desc, p.title, p.id;
end $$;

create or replace function public.section_overview(p_plan_id uuid, p_as_of date default null)
returns table (section_id uuid, number text, title text, tasks integer, red integer, yellow integer, green integer, grey integer,
  complete integer, complete_late integer, percent numeric)
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
    select top.id, top.number, coalesce(top.title, ''), count(*)::integer, sum(n.red)::integer, sum(n.yellow)::integer, sum(n.green)::integer,
      sum(n.grey)::integer, sum(n.complete)::integer, sum(n.complete_late)::integer, private.mean(sum(x.percent), count(x.percent))
    from private.task_states(v_as_of, private.tasks_of_plans(p_plan_id)) x
    cross join lateral private.tally(x.signal, x.is_complete, x.is_late) n
    left join chapters c on c.id = x.section_id
    left join public.plan_sections top on top.id = c.top_id
    where p_plan_id is not null
    group by top.id order by top.position nulls first;
end $$;

create or replace function public.unit_overview(p_as_of date default null, p_plan_id uuid default null)
returns table (unit_id uuid, name text, kind public.unit_kind, tasks integer, red integer, yellow integer, green integer, grey integer,
  complete integer, complete_late integer, percent numeric, supporting integer, oldest_fact_on date)
language plpgsql stable security definer set search_path = '' as $$
declare
  v_as_of date := private.asked_day(p_as_of);
begin
  return query
    select u.id, u.name, u.kind, c.tasks, c.red, c.yellow, c.green, c.grey, c.complete, c.complete_late,
      private.mean(c.percent_sum, c.percent_count), c.supporting, c.oldest_fact_on
    from (select (s.total).*, s.oldest_fact_on from private.unit_sums_at(v_as_of, p_plan_id) s) c join public.units u on u.id = c.unit_id
    order by u.position, u.name;
end $$;

create or replace function public.task_matrix(p_plan_id uuid, p_as_of date default null)
returns table (task_id uuid, number text, title text, section_id uuid, milestone_id uuid, due_on date, last_due_on date, milestone_due_on date,
  year integer, requirement text, signal public.signal, reason public.signal_reason, percent numeric, is_complete boolean, is_late boolean)
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
    select t.id, t.number, t.title, t.section_id, m.id, dated.due_on, coalesce(l.due_on, dated.due_on), f.due_on,
      extract(year from dated.due_on)::integer, m.requirement,
      coalesce(x.signal, 'grey'), coalesce(x.reason, 'unassigned'), coalesce(round(x.percent, 4), 0), coalesce(x.is_complete, false),
      coalesce(x.is_late, false)
    from private.milestones_in_force(v_as_of, v_task_ids) f
    join public.milestones m on m.id = f.milestone_id
    join public.tasks t on t.id = f.task_id
    left join stated x on x.milestone_id = m.id
    left join latest l on l.milestone_id = m.id
    cross join lateral (select coalesce(x.due_on, f.due_on) as due_on) dated
    where t.plan_id = p_plan_id
    order by t.position, dated.due_on, f.due_on;
end $$;

create or replace function public.task_state(p_task_id uuid, p_as_of date default null)
returns table (task_id uuid, percent numeric, is_complete boolean, is_late boolean, due_on date, fact_on date, signal public.signal,
  reason public.signal_reason)
language plpgsql stable security definer set search_path = '' as $$
declare
  v_as_of date := private.asked_day(p_as_of);
begin
  return query select x.task_id, coalesce(x.percent, 0), x.is_complete, x.is_late, x.due_on, x.fact_on, x.signal, x.reason
    from private.task_states(v_as_of, array[p_task_id]) x;
end $$;

create or replace function public.progress_trend(p_plan_id uuid, p_as_of date default null)
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
