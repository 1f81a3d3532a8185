-- Moving work: lock it, see whether its state and the caller's role allow it, write the new state, tell. The one way in
-- which a plan, task, assignment, milestone, obligation or report changes its state.

-- What a subject is about, its state, and, once it may be moved, the state that it moves to.
create type private.moved as (
  subject text,
  id uuid,
  state text,
  plan_id uuid,
  task_id uuid,
  obligation_id uuid,
  unit_id uuid,
  to_state text
);

-- plpgsql where nothing else speaks for it: what is called statement by statement keeps its plan, an SQL function is
-- planned at each call.

-- The state of a task as whatever hangs on it sees it. Without "set", so that the planner can look inside.
create function private.task_state(p_plan_state public.plan_state, p_withdrawn_at timestamptz)
returns text language sql immutable as $$
  select case when p_plan_state = 'closed' then 'closed' when p_withdrawn_at is not null then 'withdrawn' else 'in_force' end
$$;

-- An obligation is complete with an approved report of 100 % or an accepted 无此事项 that no reopening has voided, or when the
-- lead office has said that what fell due before it was given is done already, or not tracked.
create function private.obligation_state_of(p_obligation_id uuid)
returns text language plpgsql stable set search_path = '' as $$
begin
  return (
    select case when x.task_state <> 'in_force' then x.task_state
                when a.withdrawn_at is not null then 'withdrawn'
                when s.percent = 100 or s.kind = 'not_applicable' or private.is_answered_for(o.id) then 'complete'
                when exists (select from public.progress_reports r where r.obligation_id = o.id and r.state = 'submitted') then 'under_review'
                else 'open' end
    from public.obligations o
    join public.assignments a on a.id = o.assignment_id
    join public.tasks t on t.id = o.task_id
    join public.plans p on p.id = t.plan_id
    cross join lateral (select private.task_state(p.state, t.withdrawn_at) as task_state) x
    left join lateral private.approved_submission_in_force(o.id) as s on true
    where o.id = p_obligation_id);
end $$;

create function private.subject_now(p_subject text, p_id uuid)
returns private.moved language plpgsql stable set search_path = '' as $$
declare
  v_moved private.moved;
begin
  case p_subject
    when 'plan' then
      select p_subject, p.id, p.state, p.id, null, null, null, null into v_moved from public.plans p where p.id = p_id;
    when 'task' then
      select p_subject, t.id, private.task_state(p.state, t.withdrawn_at), t.plan_id, t.id, null, null, null into v_moved
      from public.tasks t join public.plans p on p.id = t.plan_id where t.id = p_id;
    when 'milestone' then
      select p_subject, m.id, private.task_state(p.state, t.withdrawn_at), t.plan_id, t.id, null, null, null into v_moved
      from public.milestones m join public.tasks t on t.id = m.task_id join public.plans p on p.id = t.plan_id where m.id = p_id;
    when 'assignment' then
      select p_subject, a.id, case when a.withdrawn_at is not null then 'withdrawn' else private.task_state(p.state, t.withdrawn_at) end,
        t.plan_id, t.id, null, a.unit_id, null into v_moved
      from public.assignments a join public.tasks t on t.id = a.task_id join public.plans p on p.id = t.plan_id where a.id = p_id;
    when 'obligation' then
      select p_subject, o.id, private.obligation_state_of(o.id), t.plan_id, t.id, o.id, o.unit_id, null into v_moved
      from public.obligations o join public.tasks t on t.id = o.task_id where o.id = p_id;
    when 'report' then
      select p_subject, r.id, r.state, t.plan_id, t.id, r.obligation_id, r.unit_id, null into v_moved
      from public.progress_reports r join public.tasks t on t.id = r.task_id where r.id = p_id;
  end case;
  return v_moved;
end $$;

-- Locks: a plan, or the task and then what hangs on it, so that everything on one task happens one after the other.
create function private.lock_tasks(p_task_ids uuid[])
returns void language plpgsql security definer set search_path = '' as $$
begin
  perform from public.tasks where id = any (p_task_ids) order by id for no key update;
end $$;

-- The one task that a subject hangs on; it never hangs on another. Null for a plan, and for what is not there.
create function private.task_of(p_subject text, p_id uuid)
returns uuid language plpgsql stable set search_path = '' as $$
begin
  case p_subject
    when 'plan' then return null;
    when 'task' then return p_id;
    when 'milestone' then return (select m.task_id from public.milestones m where m.id = p_id);
    when 'assignment' then return (select a.task_id from public.assignments a where a.id = p_id);
    when 'obligation' then return (select o.task_id from public.obligations o where o.id = p_id);
    when 'report' then return (select r.task_id from public.progress_reports r where r.id = p_id);
  end case;
end $$;

-- What is locked is read afterwards: it may have changed, or gone, while it was waited for.
create function private.lock_subject(p_subject text, p_id uuid)
returns private.moved language plpgsql security definer set search_path = '' as $$
declare
  v_task_id uuid := private.task_of(p_subject, p_id);
  v_moved private.moved;
begin
  if v_task_id is not null then perform from public.tasks where id = v_task_id for no key update; end if;
  case p_subject
    when 'plan' then perform from public.plans where id = p_id for no key update;
    when 'report' then perform from public.progress_reports where id = p_id for no key update;
    else null;
  end case;
  v_moved := private.subject_now(p_subject, p_id);
  if v_moved.id is null then perform private.refuse(p_subject || '_not_found', 404); end if;
  return v_moved;
end $$;

create function private.require_move(p_subject text, p_id uuid, p_event text, p_reason text default null)
returns private.moved language plpgsql security definer set search_path = '' as $$
declare
  v_caller private.caller := private.require_caller();
  -- From which state to which the caller's role may move it.
  v_ways jsonb;
  v_needs_reason boolean;
  v_moved private.moved;
begin
  select jsonb_object_agg(t.from_state, t.to_state), bool_or(t.needs_reason) into v_ways, v_needs_reason
  from private.transitions t where t.subject = p_subject and t.event = p_event and t.role = v_caller.role;
  if v_ways is null then perform private.refuse('not_permitted', 403); end if;
  if v_needs_reason then perform private.require_text(p_reason, 'reason_missing'); end if;
  v_moved := private.lock_subject(p_subject, p_id);
  -- A department's own; what is another unit's is not there for it.
  if v_caller.role = 'department' and v_moved.unit_id is distinct from v_caller.unit_id then
    perform private.refuse(p_subject || '_not_found', 404);
  end if;
  v_moved.to_state := v_ways ->> v_moved.state;
  if v_moved.to_state is null then perform private.refuse(p_subject || '_is_' || v_moved.state, 409); end if;
  return v_moved;
end $$;
comment on function private.require_move is
  'Locks a subject and refuses unless the caller may move it so from the state it is in; answers what it is about.';

create function private.tell(p_event text, p_moved private.moved, p_reason text, p_payload jsonb)
returns void language plpgsql security definer set search_path = '' as $$
declare
  v_caller private.caller := private.caller();
begin
  insert into public.events (name, actor_id, actor_role, actor_unit_id, plan_id, task_id, obligation_id, unit_id, reason, payload)
  values (p_event, auth.uid(), v_caller.role, v_caller.unit_id, p_moved.plan_id, p_moved.task_id,
    p_moved.obligation_id, coalesce(p_moved.unit_id, (p_payload ->> 'unit_id')::uuid), coalesce(btrim(p_reason), ''), p_payload);
end $$;

-- What a state is, in each subject's own table.
create function private.write_state(p_moved private.moved, p_reason text)
returns void language plpgsql security definer set search_path = '' as $$
begin
  case p_moved.subject
    when 'plan' then
      update public.plans set state = p_moved.to_state::public.plan_state,
        issued_at = case when p_moved.to_state = 'issued' then private.clock() else issued_at end,
        issued_by = case when p_moved.to_state = 'issued' then auth.uid() else issued_by end,
        closed_at = case when p_moved.to_state = 'closed' then private.clock() end
      where id = p_moved.id;
    when 'task' then
      update public.tasks set withdrawn_at = private.clock(), withdrawn_reason = btrim(p_reason) where id = p_moved.id;
    when 'assignment' then
      insert into public.assignment_terms (assignment_id, role, is_in_force, reason)
      select a.id, a.role, false, btrim(p_reason) from public.assignments a where a.id = p_moved.id;
    when 'obligation' then
      insert into public.completion_reopenings (obligation_id, task_id, unit_id, reopened_by, reason)
      values (p_moved.id, p_moved.task_id, p_moved.unit_id, auth.uid(), btrim(p_reason));
    when 'report' then
      update public.progress_reports set state = p_moved.to_state::public.report_state, revision = revision + 1, updated_at = private.clock(),
        updated_by = case when private.account_role() = 'department' then auth.uid() else updated_by end
      where id = p_moved.id;
  end case;
end $$;

create function private.move(p_subject text, p_id uuid, p_event text, p_reason text default null, p_payload jsonb default '{}'::jsonb)
returns private.moved language plpgsql security definer set search_path = '' as $$
declare
  v_moved private.moved := private.require_move(p_subject, p_id, p_event, p_reason);
begin
  perform set_config('app.reason', coalesce(btrim(p_reason), ''), true);
  if v_moved.to_state <> v_moved.state then perform private.write_state(v_moved, p_reason); end if;
  perform private.tell(p_event, v_moved, p_reason, p_payload);
  v_moved.state := v_moved.to_state;
  return v_moved;
end $$;
comment on function private.move is
  'Moves a subject by an event of private.transitions: locks, checks, writes the state, leaves the reason for history, tells. Answers what was moved.';

create function public.my_actions(p_subject text, p_id uuid)
returns table (event text, to_state text, needs_reason boolean)
language plpgsql stable security definer set search_path = '' as $$
declare
  v_caller private.caller := private.require_caller();
  v_moved private.moved;
begin
  if not exists (select from private.states s where s.subject = p_subject) then perform private.refuse('subject_unknown'); end if;
  v_moved := private.subject_now(p_subject, p_id);
  return query
    select t.event, t.to_state, t.needs_reason from private.transitions t
    where t.subject = p_subject and t.from_state = v_moved.state and t.role = v_caller.role
      and (t.role <> 'department' or v_moved.unit_id = v_caller.unit_id)
      -- A draft of what can no longer be reported on stays a draft: whoever hands in asks the obligation too.
      and (t.event <> 'report_handed_in' or private.obligation_state_of(v_moved.obligation_id) = 'open')
      and (t.event <> 'earlier_due_answered' or private.is_earlier_due_asked(v_moved.obligation_id))
    order by t.event;
end $$;
comment on function public.my_actions is
  'Any account: what the caller may do to a plan, task, milestone, assignment, obligation or report as it stands; screens offer that and no more.';

revoke execute on function private.task_state(public.plan_state, timestamptz), private.obligation_state_of(uuid),
  private.subject_now(text, uuid), private.lock_tasks(uuid[]), private.task_of(text, uuid), private.lock_subject(text, uuid),
  private.require_move(text, uuid, text, text), private.tell(text, private.moved, text, jsonb), private.write_state(private.moved, text),
  private.move(text, uuid, text, text, jsonb) from public;
revoke execute on function public.my_actions(text, uuid) from public, anon;
grant execute on function public.my_actions(text, uuid) to authenticated;
