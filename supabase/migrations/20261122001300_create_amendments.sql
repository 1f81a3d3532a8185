-- Amendments: the only way an issued plan changes. Each asks for a reason; the audit trail keeps from and to.

create function private.require_amendable_task(p_task_id uuid, p_reason text)
returns public.tasks language plpgsql security definer set search_path = '' as $$
declare
  v_task public.tasks;
begin
  perform private.require_role('lead_office');
  perform private.require_text(p_reason, 'reason_missing');
  select t.* into v_task from public.tasks t join public.plans p on p.id = t.plan_id and p.state = 'issued'
  where t.id = p_task_id for update of t;
  if not found then perform private.refuse('plan_is_not_issued', 409); end if;
  if v_task.withdrawn_at is not null then perform private.refuse('task_is_withdrawn', 409); end if;
  perform set_config('app.reason', btrim(p_reason), true);
  return v_task;
end $$;

create function public.amend_task(p_task_id uuid, p_title text, p_requirement text, p_reason text)
returns void language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_amendable_task(p_task_id, p_reason);
  perform private.require_text(p_title, 'task_title_missing');
  perform private.require_text(p_requirement, 'task_requirement_missing');
  update public.tasks set title = btrim(p_title), requirement = btrim(p_requirement) where id = p_task_id;
end $$;
comment on function public.amend_task is 'Lead office: rewords an issued task, with a reason; the former wording stays in the history.';

create function public.withdraw_task(p_task_id uuid, p_reason text)
returns void language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_amendable_task(p_task_id, p_reason);
  update public.tasks set withdrawn_at = now(), withdrawn_reason = btrim(p_reason) where id = p_task_id;
end $$;
comment on function public.withdraw_task is 'Lead office: a task no longer stands, with a reason. It is kept, and counts nowhere from this day on.';

create function public.add_assignment(p_task_id uuid, p_unit_id uuid, p_role public.assignment_role, p_reason text)
returns uuid language plpgsql security definer set search_path = '' as $$
declare
  v_id uuid;
begin
  perform private.require_amendable_task(p_task_id, p_reason);
  if not exists (select from public.units where id = p_unit_id and retired_on is null) then perform private.refuse('unit_is_retired'); end if;
  insert into public.assignments (task_id, unit_id, role, written_name)
  select p_task_id, id, p_role, name from public.units where id = p_unit_id
  on conflict (task_id, unit_id) do update set role = excluded.role, withdrawn_at = null, withdrawn_reason = null
    where public.assignments.withdrawn_at is not null
  returning id into v_id;
  if v_id is null then perform private.refuse('unit_already_assigned', 409); end if;
  return v_id;
end $$;
comment on function public.add_assignment is 'Lead office: gives an issued task to one more unit, with a reason.';

create function public.withdraw_assignment(p_assignment_id uuid, p_reason text)
returns void language plpgsql security definer set search_path = '' as $$
declare
  v_task_id uuid := (select task_id from public.assignments where id = p_assignment_id and withdrawn_at is null);
begin
  perform private.require_role('lead_office');
  if v_task_id is null then perform private.refuse('assignment_not_found', 404); end if;
  perform private.require_amendable_task(v_task_id, p_reason);
  update public.assignments set withdrawn_at = now(), withdrawn_reason = btrim(p_reason) where id = p_assignment_id;
end $$;
comment on function public.withdraw_assignment is 'Lead office: takes a unit off an issued task, with a reason. Its reports are kept.';

create function public.amend_milestone(p_milestone_id uuid, p_due_on date, p_requirement text, p_weight numeric, p_reason text)
returns void language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_role('lead_office');
  if not exists (select from public.milestones where id = p_milestone_id) then perform private.refuse('milestone_not_found', 404); end if;
  perform private.require_amendable_task((select task_id from public.milestones where id = p_milestone_id), p_reason);
  if p_due_on is null then perform private.refuse('due_date_missing'); end if;
  update public.milestones set due_on = p_due_on, year = case when due_on = p_due_on then year end,
    requirement = coalesce(btrim(p_requirement), ''), weight = coalesce(p_weight, 1)
  where id = p_milestone_id;
exception when unique_violation then
  perform private.refuse('due_date_taken', 409);
end $$;
comment on function public.amend_milestone is 'Lead office: moves or rewords a milestone of an issued task, with a reason. Two of a task cannot share a due date.';

revoke execute on function private.require_amendable_task(uuid, text) from public;
revoke execute on function public.amend_task(uuid, text, text, text), public.withdraw_task(uuid, text),
  public.add_assignment(uuid, uuid, public.assignment_role, text), public.withdraw_assignment(uuid, text),
  public.amend_milestone(uuid, date, text, numeric, text) from public, anon;
grant execute on function public.amend_task(uuid, text, text, text), public.withdraw_task(uuid, text),
  public.add_assignment(uuid, uuid, public.assignment_role, text), public.withdraw_assignment(uuid, text),
  public.amend_milestone(uuid, date, text, numeric, text) to authenticated;
