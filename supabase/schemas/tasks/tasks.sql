-- Tasks, milestones and assignments of issued plans. What may change of a milestone's date and of an assignment are terms
-- (terms.sql): the columns here repeat the last of them.

create table public.tasks (
  id uuid primary key default gen_random_uuid(),
  plan_id uuid not null references public.plans (id) on delete restrict,
  section_id uuid references public.plan_sections (id) on delete restrict,
  position integer not null,
  number text,
  title text not null,
  requirement text not null,
  is_ongoing boolean not null default false,
  targets jsonb not null default '[]'::jsonb,
  source_start integer,
  source_end integer,
  created_at timestamptz not null default private.clock(),
  withdrawn_at timestamptz,
  withdrawn_reason text,
  constraint task_title_is_1_to_200_characters check (char_length(btrim(title)) between 1 and 200),
  constraint withdrawn_task_says_why check ((withdrawn_at is null) = (withdrawn_reason is null)),
  constraint task_position_is_unique unique (plan_id, position)
);
comment on table public.tasks is 'A numbered item of an issued plan. Never deleted: amended or withdrawn with a reason.';
comment on column public.tasks.is_ongoing is
  'Said to go on without an end (长期坚持, 持续推进) and given no date: due at the plan''s end, completed like any other.';
comment on column public.tasks.number is 'The ordinal as written, such as （一） or 12.';
create index tasks_by_section on public.tasks (section_id);

create trigger tasks_are_audited after insert or update or delete on public.tasks
  for each row execute function private.record_change();

alter table public.tasks enable row level security;
revoke all on public.tasks from anon, authenticated;
grant select on public.tasks to authenticated;
create policy select_as_any_account on public.tasks for select to authenticated using ((select private.has_account()));

create table public.milestones (
  id uuid primary key default gen_random_uuid(),
  task_id uuid not null references public.tasks (id) on delete restrict,
  due_on date not null,
  year integer,
  requirement text not null default '',
  weight numeric not null default 1,
  source_start integer,
  source_end integer,
  created_at timestamptz not null default private.clock(),
  constraint milestone_weight_is_positive check (weight > 0 and weight <= 1000),
  constraint milestone_due_date_is_unique_in_its_task unique (task_id, due_on),
  constraint milestone_belongs_to_its_task unique (id, task_id)
);
comment on table public.milestones is 'A due date of a task with what is required by then. A task due today is not late.';
comment on column public.milestones.due_on is 'The last of its due terms (public.due_terms), which decide.';
comment on column public.milestones.weight is 'The last of its due terms: what it counts in the mean of its task.';
comment on column public.milestones.year is 'The bare year as written, for yearly milestones (due on 31 December); null for dates.';

create trigger milestones_are_audited after insert or update or delete on public.milestones
  for each row execute function private.record_change();

alter table public.milestones enable row level security;
revoke all on public.milestones from anon, authenticated;
grant select on public.milestones to authenticated;
create policy select_as_any_account on public.milestones for select to authenticated using ((select private.has_account()));

create type public.assignment_role as enum ('lead', 'responsible', 'supporting');

create table public.assignments (
  id uuid primary key default gen_random_uuid(),
  task_id uuid not null references public.tasks (id) on delete restrict,
  unit_id uuid not null references public.units (id) on delete restrict,
  role public.assignment_role not null,
  written_name text not null,
  unit_group_id uuid references public.unit_groups (id) on delete set null,
  created_at timestamptz not null default private.clock(),
  withdrawn_at timestamptz,
  withdrawn_reason text,
  constraint a_unit_is_assigned_once_to_a_task unique (task_id, unit_id),
  constraint withdrawn_assignment_says_why check ((withdrawn_at is null) = (withdrawn_reason is null)),
  constraint assignment_is_of_its_task_and_unit unique (id, task_id, unit_id)
);
comment on table public.assignments is
  'Task × unit × role (责任分工). written_name is how the document says it; unit_group_id the group it was expanded from.';
comment on column public.assignments.role is 'The last of its assignment terms (public.assignment_terms), which decide.';
comment on column public.assignments.withdrawn_at is 'Since when its last assignment term says that it is not in force.';
create index assignments_by_unit on public.assignments (unit_id, task_id);

create trigger assignments_are_audited after insert or update or delete on public.assignments
  for each row execute function private.record_change();

alter table public.assignments enable row level security;
revoke all on public.assignments from anon, authenticated;
grant select on public.assignments to authenticated;
create policy select_as_any_account on public.assignments for select to authenticated using ((select private.has_account()));

-- Narratives and evidence are for the units of a task.
create function private.is_assigned_to(p_task_id uuid)
returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from public.assignments a
                 where a.task_id = p_task_id and a.unit_id = private.account_unit_id() and a.withdrawn_at is null)
$$;
revoke execute on function private.is_assigned_to(uuid) from public;
grant execute on function private.is_assigned_to(uuid) to authenticated, service_role;

-- The same question for many rows at once: asked once a statement, not once a row.
create function private.assigned_task_ids()
returns setof uuid language sql stable security definer set search_path = '' as $$
  select a.task_id from public.assignments a
  where a.unit_id = private.account_unit_id() and private.can('report_work') and a.withdrawn_at is null
$$;
revoke execute on function private.assigned_task_ids() from public;
grant execute on function private.assigned_task_ids() to authenticated, service_role;

create policy select_of_assigned_tasks on public.audit_events for select to authenticated
  using (subject in (select private.history_subjects('assigned_tasks')) and task_id in (select private.assigned_task_ids()));
create policy select_of_assigned_tasks on public.events for select to authenticated
  using (task_id in (select private.assigned_task_ids()));
