-- Handing in asks the database half as often: who calls is looked up once (private.caller), what moves is locked before it
-- is read and read once, and where it moves to is known from the same look at private.transitions.

create type private.caller as (
  user_id uuid,
  role public.app_role,
  unit_id uuid
);
alter type private.moved add attribute to_state text;

-- plpgsql on purpose: the accounts table comes later, and what asks about it binds to it when called.
-- The unit is null for every role but a department's, whatever the row says: "of my unit" opens working copies, and they
-- are the department's alone.
create or replace function private.caller()
returns private.caller language plpgsql stable security definer set search_path = '' as $$
declare
  v_caller private.caller;
begin
  select a.user_id, a.role, case when a.role = 'department' then a.unit_id end into v_caller
  from public.accounts a where a.user_id = auth.uid() and a.disabled_at is null;
  return v_caller;
end $$;
comment on function private.caller is 'User, role and unit of who asks, in one look-up: for functions that need more than one of them.';

create or replace function private.account_role()
returns public.app_role language plpgsql stable security definer set search_path = '' as $$
begin
  return (select role from public.accounts where user_id = auth.uid() and disabled_at is null);
end $$;

create or replace function private.account_unit_id()
returns uuid language plpgsql stable set search_path = '' as $$
begin
  return (private.caller()).unit_id;
end $$;

create or replace function private.require_caller()
returns private.caller language plpgsql stable set search_path = '' as $$
declare
  v_caller private.caller := private.caller();
begin
  if v_caller.user_id is null then perform private.refuse('not_signed_in', 401); end if;
  return v_caller;
end $$;

-- Trigger for any audited table. The reason of the change is what the calling function left in app.reason.
-- Argument 1, if given, names the column that holds the state; then only changes of state are recorded.
create or replace function private.record_change()
returns trigger language plpgsql security definer set search_path = '' as $$
declare
  v_old jsonb := case when tg_op <> 'INSERT' then private.noteworthy(to_jsonb(old)) else '{}'::jsonb end;
  v_new jsonb := case when tg_op <> 'DELETE' then private.noteworthy(to_jsonb(new)) else '{}'::jsonb end;
  v_row jsonb := case when tg_op = 'DELETE' then v_old else v_new end;
  v_changes jsonb;
  v_state_column text := tg_argv[0];
  v_caller private.caller;
begin
  if tg_op = 'UPDATE' and v_state_column is not null and v_old -> v_state_column = v_new -> v_state_column then return null; end if;
  v_changes := private.changed_columns(v_old, v_new);
  if tg_op = 'UPDATE' and v_changes = '{}'::jsonb then return null; end if;
  v_caller := private.caller();
  insert into public.audit_events (actor_id, actor_role, actor_unit_id, subject, subject_id, plan_id, task_id, unit_id,
    action, from_state, to_state, changes, reason)
  values (auth.uid(), v_caller.role, v_caller.unit_id, tg_table_name,
    coalesce(v_row ->> 'id', v_row ->> 'user_id', v_row ->> 'plan_id')::uuid,
    case when tg_table_name = 'plans' then v_row ->> 'id' else v_row ->> 'plan_id' end::uuid,
    case when tg_table_name = 'tasks' then v_row ->> 'id' else v_row ->> 'task_id' end::uuid,
    (v_row ->> 'unit_id')::uuid,
    case tg_op when 'INSERT' then 'created' when 'UPDATE' then 'changed' else 'deleted' end,
    v_old ->> coalesce(v_state_column, 'state'), v_new ->> coalesce(v_state_column, 'state'), v_changes,
    nullif(current_setting('app.reason', true), ''));
  return null;
end $$;

-- The state of a task as whatever hangs on it sees it. Without "set", so that the planner can look inside.
create or replace function private.task_state(p_plan_state public.plan_state, p_withdrawn_at timestamptz)
returns text language sql immutable as $$
  select case when p_plan_state = 'closed' then 'closed' when p_withdrawn_at is not null then 'withdrawn' else 'in_force' end
$$;

-- An obligation is complete with an approved report of 100 % or an accepted 无此事项 that no reopening has voided.
create or replace function private.obligation_state_of(p_obligation_id uuid)
returns text language plpgsql stable set search_path = '' as $$
begin
  return (
    select case when x.task_state <> 'in_force' then x.task_state
                when a.withdrawn_at is not null then 'withdrawn'
                when s.percent = 100 or s.kind = 'not_applicable' then 'complete'
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

create or replace function private.subject_now(p_subject text, p_id uuid)
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

-- The one task that a subject hangs on; it never hangs on another. Null for a plan, and for what is not there.
create or replace function private.task_of(p_subject text, p_id uuid)
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
create or replace function private.lock_subject(p_subject text, p_id uuid)
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

create or replace function private.require_move(p_subject text, p_id uuid, p_event text, p_reason text default null)
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

create or replace function private.tell(p_event text, p_moved private.moved, p_reason text, p_payload jsonb)
returns void language plpgsql security definer set search_path = '' as $$
declare
  v_caller private.caller := private.caller();
begin
  insert into public.events (name, actor_id, actor_role, actor_unit_id, plan_id, task_id, obligation_id, unit_id, reason, payload)
  values (p_event, auth.uid(), v_caller.role, v_caller.unit_id, p_moved.plan_id, p_moved.task_id,
    p_moved.obligation_id, coalesce(p_moved.unit_id, (p_payload ->> 'unit_id')::uuid), coalesce(btrim(p_reason), ''), p_payload);
end $$;

-- What a state is, in each subject's own table.
create or replace function private.write_state(p_moved private.moved, p_reason text)
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

create or replace function private.move(p_subject text, p_id uuid, p_event text, p_reason text default null, p_payload jsonb default '{}'::jsonb)
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

create or replace function public.my_actions(p_subject text, p_id uuid)
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
    order by t.event;
end $$;

create or replace function private.save_report(p_obligation_id uuid, p_expected_revision integer, p_kind public.report_kind, p_percent integer,
  p_done text, p_next_steps text, p_problems text)
returns public.progress_reports language plpgsql security definer set search_path = '' as $$
declare
  v_obligation private.moved := private.require_move('obligation', p_obligation_id, 'report_begun');
  v_report public.progress_reports;
  v_percent integer := p_percent;
begin
  -- 无变化 carries the last approved percent on; 无此事项 claims none.
  if p_kind = 'no_change' then
    v_percent := coalesce((select s.percent from private.approved_submission_in_force(p_obligation_id) s), 0);
  elsif p_kind = 'not_applicable' then
    v_percent := 0;
  end if;
  if v_percent is null or v_percent not between 0 and 100 then perform private.refuse('percent_out_of_range'); end if;
  select * into v_report from public.progress_reports r where r.obligation_id = p_obligation_id and r.state <> 'approved' for update;
  if coalesce(v_report.revision, 0) <> coalesce(p_expected_revision, 0) then
    perform private.refuse('report_revision_conflict', 409, coalesce(v_report.revision, 0)::text);
  end if;
  if v_report.id is null then
    insert into public.progress_reports (obligation_id, task_id, unit_id, kind, percent, done, next_steps, problems, created_by, updated_by)
    values (p_obligation_id, v_obligation.task_id, v_obligation.unit_id, p_kind, v_percent,
            coalesce(p_done, ''), coalesce(p_next_steps, ''), coalesce(p_problems, ''), auth.uid(), auth.uid())
    returning * into v_report;
  else
    update public.progress_reports
    set kind = p_kind, percent = v_percent, done = coalesce(p_done, ''), next_steps = coalesce(p_next_steps, ''),
        problems = coalesce(p_problems, ''), revision = revision + 1, updated_by = auth.uid(), updated_at = private.clock()
    where id = v_report.id returning * into v_report;
  end if;
  return v_report;
end $$;

create or replace function public.submit_report(p_report_id uuid, p_expected_revision integer)
returns uuid language plpgsql security definer set search_path = '' as $$
declare
  v_report public.progress_reports := private.lock_own_report(p_report_id, p_expected_revision);
begin
  perform private.require_move('obligation', v_report.obligation_id, 'report_begun');
  return private.hand_in(v_report);
end $$;

drop function private.write_state(private.moved, text, text);
drop function private.task_state_of(uuid);
drop function private.require_reportable(uuid);

revoke execute on function private.caller(), private.require_caller(), private.task_state(public.plan_state, timestamptz),
  private.task_of(text, uuid), private.write_state(private.moved, text) from public;
grant execute on function private.caller() to anon, authenticated, service_role;
