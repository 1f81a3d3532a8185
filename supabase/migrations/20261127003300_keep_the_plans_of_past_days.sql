-- What is computed of a plan's tasks on a past day keeps its plan: the line of a year's progress asks a dozen times.

-- For a function that has its own plan_cache_mode, which is put back when it ends: a plan made once is the quickest for a
-- plan document's tasks, and making it takes longer than using it; for those of a province a plan made for them is.
create or replace function private.plan_for(p_task_ids uuid[])
returns void language plpgsql as $$
begin
  perform set_config('plan_cache_mode', case when cardinality(p_task_ids) > 500 then 'force_custom_plan' else 'force_generic_plan' end, true);
end $$;

create or replace function private.tasks_at(p_as_of date, p_task_ids uuid[])
returns setof private.task_standings language plpgsql stable set search_path = '' set plan_cache_mode = 'auto' set jit = 'off' as $$
declare
  v_obligations private.obligation_standings[];
begin
  perform private.plan_for(p_task_ids);
  v_obligations := array(select o from private.obligations_at(p_as_of, p_task_ids) o);
  return query select x.* from private.tasks_of(p_as_of, p_task_ids, v_obligations) x;
end $$;

create or replace function private.assignments_at(p_as_of date, p_task_ids uuid[])
returns setof private.assignment_standings language plpgsql stable set search_path = '' set plan_cache_mode = 'auto' set jit = 'off' as $$
declare
  v_obligations private.obligation_standings[];
begin
  perform private.plan_for(p_task_ids);
  v_obligations := array(select o from private.obligations_at(p_as_of, p_task_ids) o);
  return query select x.* from private.assignments_of(p_as_of, p_task_ids, v_obligations) x;
end $$;

create or replace function private.task_states(p_as_of date, p_task_ids uuid[])
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

create or replace function private.obligation_states(p_as_of date, p_task_ids uuid[])
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

-- Sums of each plan: the ledger for the day that standings hold for, else summed from computed rows.
create or replace function private.plan_sums_at(p_as_of date, p_plan_id uuid)
returns table (plan_id uuid, tasks numeric, red numeric, yellow numeric, green numeric, grey numeric, complete numeric, complete_late numeric,
  awaiting numeric, percent_sum numeric, percent_count numeric, scheduled_sum numeric, scheduled_count numeric)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = 'force_custom_plan' set jit = 'off' as $$
declare
  v_rows private.task_standings[];
begin
  if private.is_kept(p_as_of) then
    return query
      select c.plan_id, sum(c.tasks), sum(c.red), sum(c.yellow), sum(c.green), sum(c.grey), sum(c.complete), sum(c.complete_late),
        sum(c.awaiting), sum(c.percent_sum), sum(c.percent_count), sum(c.scheduled_sum), sum(c.scheduled_count)
      from private.plan_counts c where p_plan_id is null or c.plan_id = p_plan_id group by c.plan_id;
  else
    v_rows := array(select x from private.tasks_at(p_as_of, private.tasks_of_plans(p_plan_id)) x);
    return query
      select c.plan_id, c.tasks::numeric, c.red::numeric, c.yellow::numeric, c.green::numeric, c.grey::numeric, c.complete::numeric,
        c.complete_late::numeric, c.awaiting::numeric, c.percent_sum, c.percent_count::numeric, c.scheduled_sum, c.scheduled_count::numeric
      from private.plan_sums(v_rows) c;
  end if;
end $$;

revoke execute on function private.plan_for(uuid[]) from public;
