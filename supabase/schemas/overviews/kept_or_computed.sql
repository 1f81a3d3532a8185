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
