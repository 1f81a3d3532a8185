-- History: every change of state is appended here, and no role can alter it.

create table public.audit_events (
  id bigint generated always as identity primary key,
  occurred_at timestamptz not null default private.clock(),
  actor_id uuid,
  actor_role public.app_role,
  actor_unit_id uuid,
  subject text not null,
  subject_id uuid,
  plan_id uuid,
  task_id uuid,
  unit_id uuid,
  action text not null,
  from_state text,
  to_state text,
  changes jsonb not null default '{}'::jsonb,
  reason text,
  constraint action_is_created_changed_or_deleted check (action in ('created', 'changed', 'deleted'))
);
comment on table public.audit_events is
  'Append-only: who changed what, when, from and to. Written by triggers; who reads what is listed in private.history_readers.';
comment on column public.audit_events.changes is 'Column → [from, to] for the columns that changed.';
create index audit_events_by_task on public.audit_events (task_id, occurred_at desc) where task_id is not null;
create index audit_events_by_subject on public.audit_events (subject, subject_id, occurred_at desc);

create function private.refuse_to_rewrite_history()
returns trigger language plpgsql set search_path = '' as $$
begin
  perform private.refuse('history_is_append_only', 403);
  return null;
end $$;
create trigger history_is_never_changed before update or delete on public.audit_events
  for each row execute function private.refuse_to_rewrite_history();
create trigger history_is_never_emptied before truncate on public.audit_events
  for each statement execute function private.refuse_to_rewrite_history();
-- Always: also for a session that replays changes with its triggers off.
alter table public.audit_events enable always trigger history_is_never_changed;
alter table public.audit_events enable always trigger history_is_never_emptied;

-- The columns that stay out of history: bookkeeping, what is too large to be kept twice, and what fewer people may
-- read than history (addresses are for the lead office; an unfinished draft is the unit's own, and what was handed
-- in stands unchanged in its submission).
create function private.noteworthy(p_row jsonb)
returns jsonb language sql immutable as $$
  select coalesce(p_row, '{}'::jsonb)
    - array['updated_at', 'updated_by', 'revision', 'content', 'tables', 'code_hash', 'name_key', 'alias_key',
            'email', 'done', 'next_steps', 'problems']
$$;

create function private.changed_columns(p_old jsonb, p_new jsonb)
returns jsonb language plpgsql immutable set search_path = '' as $$
begin
  return (select coalesce(jsonb_object_agg(key, jsonb_build_array(p_old -> key, p_new -> key)), '{}'::jsonb)
          from (select jsonb_object_keys(p_old || p_new) as key) as keys
          where p_old -> key is distinct from p_new -> key);
end $$;

-- Trigger for any audited table. The reason of the change is what the calling function left in app.reason.
-- Argument 1, if given, names the column that holds the state; then only changes of state are recorded.
create function private.record_change()
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
    -- What is said of an obligation concerns its unit.
    coalesce((v_row ->> 'unit_id')::uuid, (select o.unit_id from public.obligations o where o.id = (v_row ->> 'obligation_id')::uuid)),
    case tg_op when 'INSERT' then 'created' when 'UPDATE' then 'changed' else 'deleted' end,
    v_old ->> coalesce(v_state_column, 'state'), v_new ->> coalesce(v_state_column, 'state'), v_changes,
    nullif(current_setting('app.reason', true), ''));
  return null;
end $$;
revoke execute on function private.record_change(), private.refuse_to_rewrite_history(),
  private.noteworthy(jsonb), private.changed_columns(jsonb, jsonb) from public;

alter table public.audit_events enable row level security;
revoke all on public.audit_events from anon, authenticated, service_role;
revoke all on sequence public.audit_events_id_seq from anon, authenticated, service_role;
grant select on public.audit_events to authenticated, service_role;

-- Who reads the history of what: the one list. A table audited by record_change() that is not in it is read by nobody
-- (tests/integration/catalog.test.ts finds it). History never shows more than its table does to the same person, so
-- that what may not be read where it stands is not read from what was written about it.
create type private.history_scope as enum ('everything', 'past_draft', 'own_unit', 'assigned_tasks');

create table private.history_readers (
  subject text not null,
  role public.app_role not null,
  scope private.history_scope not null,
  primary key (subject, role)
);
comment on table private.history_readers is
  'Audited table × role → which of its events that role reads. No line, no reading.';
revoke all on private.history_readers from public, anon, authenticated, service_role;

insert into private.history_readers (subject, role, scope)
select subject, role::public.app_role, scope::private.history_scope
from (values
  -- Who may sign in, who invited and whose password was reset are the lead office's business.
  ('accounts', 'lead_office', 'everything'),
  ('invitations', 'lead_office', 'everything'),
  ('password_resets', 'lead_office', 'everything'),
  ('units', 'lead_office', 'everything'), ('units', 'leadership', 'everything'),
  ('unit_groups', 'lead_office', 'everything'), ('unit_groups', 'leadership', 'everything'),
  ('unit_group_members', 'lead_office', 'everything'), ('unit_group_members', 'leadership', 'everything'),
  ('unit_aliases', 'lead_office', 'everything'), ('unit_aliases', 'leadership', 'everything'),
  ('unit_contacts', 'lead_office', 'everything'), ('unit_contacts', 'leadership', 'everything'),
  ('unit_contacts', 'department', 'own_unit'),
  -- A draft plan is the lead office's until it is issued.
  ('plans', 'lead_office', 'everything'), ('plans', 'leadership', 'past_draft'),
  ('tasks', 'lead_office', 'everything'), ('tasks', 'leadership', 'everything'), ('tasks', 'department', 'assigned_tasks'),
  ('milestones', 'lead_office', 'everything'), ('milestones', 'leadership', 'everything'),
  ('milestones', 'department', 'assigned_tasks'),
  ('assignments', 'lead_office', 'everything'), ('assignments', 'leadership', 'everything'),
  ('assignments', 'department', 'assigned_tasks'),
  ('task_ancestors', 'lead_office', 'everything'), ('task_ancestors', 'leadership', 'everything'),
  -- The working copy and what is attached to it are the unit's; what it handed in stands in its submission.
  ('progress_reports', 'department', 'own_unit'),
  ('evidence', 'department', 'own_unit'),
  ('report_submissions', 'lead_office', 'everything'), ('report_submissions', 'leadership', 'everything'),
  ('report_submissions', 'department', 'assigned_tasks'),
  ('completion_reopenings', 'lead_office', 'everything'), ('completion_reopenings', 'leadership', 'everything'),
  ('completion_reopenings', 'department', 'assigned_tasks'),
  ('earlier_dues', 'lead_office', 'everything'), ('earlier_dues', 'leadership', 'everything'),
  ('earlier_dues', 'department', 'assigned_tasks')
) as listed (subject, role, scope);

-- The subjects that the caller reads within a scope: asked once a statement, not once a row.
create function private.history_subjects(p_scope private.history_scope)
returns setof text language sql stable security definer set search_path = '' as $$
  select r.subject from private.history_readers r where r.role = private.account_role() and r.scope = p_scope
$$;
revoke execute on function private.history_subjects(private.history_scope) from public;
grant execute on function private.history_subjects(private.history_scope) to authenticated, service_role;

create policy select_everything_of_a_subject on public.audit_events for select to authenticated
  using (subject in (select private.history_subjects('everything')));
-- An event stands for the state it led to; a deletion for the one it ended.
create policy select_past_draft on public.audit_events for select to authenticated
  using (subject in (select private.history_subjects('past_draft')) and coalesce(to_state, from_state) is distinct from 'draft');
create policy select_of_own_unit on public.audit_events for select to authenticated
  using (subject in (select private.history_subjects('own_unit')) and unit_id = (select private.account_unit_id()));
-- The policy for assigned tasks stands with assignments, which it needs.
