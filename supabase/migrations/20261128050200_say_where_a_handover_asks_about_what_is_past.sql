-- Before a unit is retired it is said which of its tasks have milestones that are past, so that it is asked what is to become of them.

drop function public.tasks_to_hand_over(uuid);

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
revoke execute on function public.tasks_to_hand_over(uuid) from public, anon;
grant execute on function public.tasks_to_hand_over(uuid) to authenticated;
