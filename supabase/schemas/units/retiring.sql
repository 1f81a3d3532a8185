-- Retiring a unit: to whom its open tasks go is answered with it, in one transaction.

-- What a unit still has to do: in force in an issued plan, with something that is not complete. is_shared: another unit
-- is accountable too, so that the task goes on without this one.
create function private.open_assignments(p_unit_id uuid)
returns table (assignment_id uuid, task_id uuid, role public.assignment_role, is_shared boolean) language sql stable as $$
  select a.id, a.task_id, a.role,
    exists (select from public.assignments b where b.task_id = a.task_id and b.id <> a.id and b.withdrawn_at is null and b.role <> 'supporting')
  from public.assignments a
  join public.tasks t on t.id = a.task_id
  join public.plans p on p.id = t.plan_id
  where a.unit_id = p_unit_id and a.withdrawn_at is null and p.state = 'issued' and t.withdrawn_at is null
    and exists (select from public.obligations o where o.assignment_id = a.id and private.obligation_state_of(o.id) <> 'complete')
$$;

create function public.tasks_to_hand_over(p_unit_id uuid)
returns table (assignment_id uuid, task_id uuid, plan_id uuid, plan_title text, number text, title text, role public.assignment_role,
  is_shared boolean, has_earlier_dues boolean)
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require('manage_units');
  return query
    select o.assignment_id, o.task_id, t.plan_id, p.title, t.number, t.title, o.role, o.is_shared,
      exists (select from private.due_in_force(public.business_today(), array[o.task_id]) d where d.due_on < public.business_today())
    from private.open_assignments(p_unit_id) o join public.tasks t on t.id = o.task_id join public.plans p on p.id = t.plan_id
    order by p.starts_on desc, p.id, t.position;
end $$;
comment on function public.tasks_to_hand_over is
  'Lead office: what a unit still has to do, before it is retired; is_shared: another unit is accountable for the task too; '
  'has_earlier_dues: whoever takes it over is asked about milestones that are past.';

-- A unit that has a task has it in another role from now on, or again.
create function private.take_role(p_assignment_id uuid, p_role public.assignment_role, p_reason text)
returns void language plpgsql security definer set search_path = '' as $$
declare
  v_assignment public.assignments;
begin
  select * into v_assignment from public.assignments where id = p_assignment_id;
  perform private.move('task', v_assignment.task_id, 'unit_assigned', p_reason,
    jsonb_build_object('unit_id', v_assignment.unit_id, 'role', p_role));
  insert into public.assignment_terms (assignment_id, role, is_in_force, reason) values (p_assignment_id, p_role, true, btrim(p_reason));
end $$;

-- From one unit to another, in the same role; one that has the task already keeps the stronger of both roles. Answers the
-- assignment that goes on.
create function private.hand_over(p_assignment_id uuid, p_unit_id uuid, p_reason text)
returns uuid language plpgsql security definer set search_path = '' as $$
declare
  v_given public.assignments;
  v_taker public.assignments;
begin
  select * into v_given from public.assignments where id = p_assignment_id;
  perform private.move('assignment', p_assignment_id, 'unit_withdrawn', p_reason);
  select * into v_taker from public.assignments a
  where a.task_id = v_given.task_id and a.unit_id = p_unit_id and a.withdrawn_at is null;
  if v_taker.id is null then
    return private.give_task(v_given.task_id, p_unit_id, v_given.role, p_reason);
  elsif v_given.role < v_taker.role then
    perform private.take_role(v_taker.id, v_given.role, p_reason);
  end if;
  return v_taker.id;
end $$;

-- p_handovers: assignment → the unit that goes on with its task, or null where other accountable units go on alone. Where
-- it only takes part it is simply taken off. p_earlier_dues: what is to become of what was due before it is handed over.
create function public.retire_unit(p_unit_id uuid, p_handovers jsonb, p_reason text, p_earlier_dues jsonb default null)
returns void language plpgsql security definer set search_path = '' as $$
declare
  v_open record;
  v_taker_id uuid;
  v_given uuid[] := '{}';
begin
  perform private.require('manage_units');
  perform private.require_text(p_reason, 'reason_missing');
  perform private.lock_tasks(array(select o.task_id from private.open_assignments(p_unit_id) o));
  perform from public.units u where u.id = p_unit_id for update;
  if not found then perform private.refuse('unit_not_found', 404); end if;
  perform set_config('app.reason', btrim(p_reason), true);
  update public.units u set retired_on = public.business_today() where u.id = p_unit_id and u.retired_on is null;
  if not found then perform private.refuse('unit_is_retired', 409); end if;
  -- Read anew: what it was given until its row was locked is asked about too.
  for v_open in select o.*, t.title from private.open_assignments(p_unit_id) o join public.tasks t on t.id = o.task_id order by o.task_id loop
    v_taker_id := (p_handovers ->> v_open.assignment_id::text)::uuid;
    if v_open.role <> 'supporting' and not coalesce(p_handovers ? v_open.assignment_id::text, false) then
      perform private.refuse('unit_has_open_tasks', 409, v_open.title);
    end if;
    if v_open.role = 'supporting' or (v_taker_id is null and v_open.is_shared) then
      perform private.move('assignment', v_open.assignment_id, 'unit_withdrawn', p_reason);
    elsif v_taker_id is null then
      perform private.refuse('task_needs_another_unit', 409, v_open.title);
    else
      v_given := v_given || private.hand_over(v_open.assignment_id, v_taker_id, p_reason);
    end if;
  end loop;
  perform private.answer_earlier_dues(array(select a.task_id from public.assignments a where a.id = any (v_given)), p_earlier_dues, '{}', v_given);
end $$;
comment on function public.retire_unit is
  'Lead office: ends a unit, with a reason, and hands each of its open tasks over (p_handovers: assignment → unit, null where others go on alone).';

create function public.restore_unit(p_unit_id uuid)
returns void language plpgsql security definer set search_path = '' as $$
begin
  perform private.require('manage_units');
  if exists (select from public.units u where u.id = p_unit_id and u.merged_into is not null) then
    perform private.refuse('unit_is_merged', 409);
  end if;
  update public.units u set retired_on = null where u.id = p_unit_id and u.retired_on is not null;
  if not found then perform private.refuse('unit_is_not_retired', 409); end if;
end $$;
comment on function public.restore_unit is 'Lead office: takes a retired unit back into use; what was handed over stays where it is. Not one that was merged.';

revoke execute on function private.open_assignments(uuid), private.take_role(uuid, public.assignment_role, text),
  private.hand_over(uuid, uuid, text) from public;
revoke execute on function public.tasks_to_hand_over(uuid), public.retire_unit(uuid, jsonb, text, jsonb), public.restore_unit(uuid) from public, anon;
grant execute on function public.tasks_to_hand_over(uuid), public.retire_unit(uuid, jsonb, text, jsonb), public.restore_unit(uuid) to authenticated;
