-- Obligations: what a unit owes, an assignment on one milestone of its task. Reports, reviews, reopenings and all that
-- comes refer to it by one id.

create table public.obligations (
  id uuid primary key default gen_random_uuid(),
  assignment_id uuid not null,
  milestone_id uuid not null,
  task_id uuid not null references public.tasks (id) on delete restrict,
  unit_id uuid not null references public.units (id) on delete restrict,
  created_at timestamptz not null default private.clock(),
  constraint an_assignment_owes_a_milestone_once unique (assignment_id, milestone_id),
  constraint obligation_is_of_its_task_and_unit unique (id, task_id, unit_id),
  constraint obligation_is_of_its_milestone unique (id, milestone_id),
  constraint obligation_belongs_to_its_assignment foreign key (assignment_id, task_id, unit_id)
    references public.assignments (id, task_id, unit_id) on delete restrict,
  constraint obligation_belongs_to_a_milestone_of_the_task foreign key (milestone_id, task_id)
    references public.milestones (id, task_id) on delete restrict
);
comment on table public.obligations is 'Assignment × milestone: one row each, made with whichever of the two comes later.';
create index obligations_by_task on public.obligations (task_id);
create index obligations_by_milestone on public.obligations (milestone_id);
create index obligations_by_unit on public.obligations (unit_id, task_id);

alter table public.obligations enable row level security;
revoke all on public.obligations from anon, authenticated;
grant select on public.obligations to authenticated;
create policy select_as_any_account on public.obligations for select to authenticated using ((select private.has_account()));

-- Triggers, so that no way of making an assignment or a milestone can forget what is owed.
create function private.owe_milestones()
returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into public.obligations (assignment_id, milestone_id, task_id, unit_id)
  select a.id, m.id, a.task_id, a.unit_id from new_rows n
  join public.assignments a on a.task_id = n.task_id
  join public.milestones m on m.task_id = n.task_id
  where n.id in (a.id, m.id)
  on conflict (assignment_id, milestone_id) do nothing;
  return null;
end $$;
revoke execute on function private.owe_milestones() from public;
create trigger assignments_owe_the_milestones after insert on public.assignments
  referencing new table as new_rows for each statement execute function private.owe_milestones();
create trigger milestones_are_owed_by_the_assigned after insert on public.milestones
  referencing new table as new_rows for each statement execute function private.owe_milestones();
