-- Events: what happened to the work, by name. History says which column changed; an event says what that meant. One
-- stream for whoever tells it on: history, an inbox, the facts of a score. Written by private.tell alone, which
-- private.move calls (moves.sql).

create table public.events (
  id bigint generated always as identity primary key,
  occurred_at timestamptz not null default private.clock(),
  name text not null,
  actor_id uuid,
  actor_role public.app_role,
  actor_unit_id uuid,
  plan_id uuid,
  task_id uuid,
  obligation_id uuid,
  unit_id uuid,
  reason text not null default '',
  payload jsonb not null default '{}'::jsonb,
  constraint event_name_is_snake_case check (name ~ '^[a-z]+(_[a-z]+)*$')
);
comment on table public.events is 'Append-only: what was done to a plan, a task or an obligation, by whom. The names are those of private.transitions.';
comment on column public.events.unit_id is 'Whom it is about: the unit that handed in, was given a task, was returned a report.';
comment on column public.events.payload is 'Ids, dates and numbers that belong to it; never a narrative.';
create index events_by_task on public.events (task_id, id desc) where task_id is not null;
create index events_by_unit on public.events (unit_id, id desc) where unit_id is not null;
create index events_by_plan on public.events (plan_id, id desc) where plan_id is not null;
create index events_by_obligation on public.events (obligation_id, id desc) where obligation_id is not null;

create trigger events_never_change before update or delete on public.events
  for each row execute function private.refuse_to_rewrite_history();
create trigger events_are_never_emptied before truncate on public.events
  for each statement execute function private.refuse_to_rewrite_history();
alter table public.events enable always trigger events_never_change;
alter table public.events enable always trigger events_are_never_emptied;

alter table public.events enable row level security;
revoke all on public.events from anon, authenticated, service_role;
revoke all on sequence public.events_id_seq from anon, authenticated, service_role;
grant select on public.events to authenticated, service_role;
create policy select_as_reader_of_all_work on public.events for select to authenticated
  using ((select private.can('read_all_work')));
create policy select_of_own_unit on public.events for select to authenticated
  using (unit_id = (select private.account_unit_id()));
-- The policies for assigned tasks and for plans stand where those tables are made.
