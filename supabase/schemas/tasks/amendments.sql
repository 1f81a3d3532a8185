-- Amendments: the only way an issued plan changes. Each asks for a reason; terms and the audit trail keep from and to.

create function public.amend_task(p_task_id uuid, p_title text, p_requirement text, p_reason text)
returns void language plpgsql security definer set search_path = '' as $$
begin
  perform private.move('task', p_task_id, 'task_reworded', p_reason);
  perform private.require_text(p_title, 'task_title_missing');
  perform private.require_text(p_requirement, 'task_requirement_missing');
  insert into public.wording_terms (task_id, title, requirement, reason)
  select t.id, btrim(p_title), btrim(p_requirement), btrim(p_reason) from public.tasks t
  where t.id = p_task_id and (t.title, t.requirement) is distinct from (btrim(p_title), btrim(p_requirement));
end $$;
comment on function public.amend_task is 'Lead office: rewords an issued task, with a reason; the former wording stays in the history.';

create function public.withdraw_task(p_task_id uuid, p_reason text)
returns void language plpgsql security definer set search_path = '' as $$
begin
  perform private.move('task', p_task_id, 'task_withdrawn', p_reason);
end $$;
comment on function public.withdraw_task is 'Lead office: a task no longer stands, with a reason. It is kept, and counts nowhere from this day on.';

-- A task to one more unit; one that had it once has it again.
create function private.give_task(p_task_id uuid, p_unit_id uuid, p_role public.assignment_role, p_reason text)
returns uuid language plpgsql security definer set search_path = '' as $$
declare
  v_assignment public.assignments;
begin
  perform private.move('task', p_task_id, 'unit_assigned', p_reason, jsonb_build_object('unit_id', p_unit_id, 'role', p_role));
  -- Locked, so that a unit being retired or merged meanwhile is not given what nobody would hand over.
  perform from public.units where id = p_unit_id and retired_on is null for share;
  if not found then perform private.refuse('unit_is_retired'); end if;
  select * into v_assignment from public.assignments a where a.task_id = p_task_id and a.unit_id = p_unit_id;
  if v_assignment.id is null then
    insert into public.assignments (task_id, unit_id, role, written_name)
    select p_task_id, id, p_role, name from public.units where id = p_unit_id
    returning * into v_assignment;
  elsif v_assignment.withdrawn_at is null then
    perform private.refuse('unit_already_assigned', 409);
  else
    insert into public.assignment_terms (assignment_id, role, is_in_force, reason)
    values (v_assignment.id, p_role, true, btrim(p_reason));
  end if;
  return v_assignment.id;
end $$;

create function public.add_assignment(p_task_id uuid, p_unit_id uuid, p_role public.assignment_role, p_reason text,
  p_earlier_dues jsonb default null)
returns uuid language plpgsql security definer set search_path = '' as $$
declare
  v_assignment_id uuid := private.give_task(p_task_id, p_unit_id, p_role, p_reason);
begin
  perform private.answer_earlier_dues(array[p_task_id], p_earlier_dues, '{}', array[v_assignment_id]);
  return v_assignment_id;
end $$;
comment on function public.add_assignment is
  'Lead office: gives an issued task to one more unit, with a reason. p_earlier_dues: what is to become of milestones that are past '
  '({"all": answer, "each": {"<milestone id>": answer}}, see public.answer_earlier_dues).';

create function public.withdraw_assignment(p_assignment_id uuid, p_reason text)
returns void language plpgsql security definer set search_path = '' as $$
begin
  perform private.move('assignment', p_assignment_id, 'unit_withdrawn', p_reason);
end $$;
comment on function public.withdraw_assignment is 'Lead office: takes a unit off an issued task, with a reason. Its reports are kept.';

create function public.amend_milestone(p_milestone_id uuid, p_due_on date, p_requirement text, p_weight numeric, p_reason text)
returns void language plpgsql security definer set search_path = '' as $$
declare
  v_former public.milestones;
begin
  perform private.move('milestone', p_milestone_id, 'milestone_amended', p_reason,
    jsonb_build_object('milestone_id', p_milestone_id, 'due_on', p_due_on));
  select * into v_former from public.milestones where id = p_milestone_id;
  if p_due_on is null then perform private.refuse('due_date_missing'); end if;
  insert into public.wording_terms (task_id, milestone_id, requirement, reason)
  select m.task_id, m.id, coalesce(btrim(p_requirement), ''), btrim(p_reason) from public.milestones m
  where m.id = p_milestone_id and m.requirement is distinct from coalesce(btrim(p_requirement), '');
  if (v_former.due_on, v_former.weight) is distinct from (p_due_on, coalesce(p_weight, 1)) then
    insert into public.due_terms (milestone_id, due_on, weight, source, reason)
    values (p_milestone_id, p_due_on, coalesce(p_weight, 1), 'amendment', btrim(p_reason));
  end if;
exception when unique_violation then
  perform private.refuse('due_date_taken', 409);
end $$;
comment on function public.amend_milestone is
  'Lead office: moves or rewords a milestone of an issued task, with a reason. Two of a task cannot share a due date.';

revoke execute on function private.give_task(uuid, uuid, public.assignment_role, text) from public;
revoke execute on function public.amend_task(uuid, text, text, text), public.withdraw_task(uuid, text),
  public.add_assignment(uuid, uuid, public.assignment_role, text, jsonb), public.withdraw_assignment(uuid, text),
  public.amend_milestone(uuid, date, text, numeric, text) from public, anon;
grant execute on function public.amend_task(uuid, text, text, text), public.withdraw_task(uuid, text),
  public.add_assignment(uuid, uuid, public.assignment_role, text, jsonb), public.withdraw_assignment(uuid, text),
  public.amend_milestone(uuid, date, text, numeric, text) to authenticated;
