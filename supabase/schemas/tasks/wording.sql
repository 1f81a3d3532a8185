-- Wording terms: how a task and what its milestones require were worded, as known from a moment on. Append-only, like due and
-- assignment terms: a past day reads as it read then.

create table public.wording_terms (
  id bigint generated always as identity primary key,
  task_id uuid not null references public.tasks (id) on delete restrict,
  milestone_id uuid,
  title text,
  requirement text not null,
  known_from timestamptz not null default private.clock(),
  reason text not null default '',
  constraint a_milestones_wording_is_of_its_task foreign key (milestone_id, task_id)
    references public.milestones (id, task_id) on delete restrict,
  constraint a_title_is_the_tasks_alone check ((title is null) = (milestone_id is not null))
);
comment on table public.wording_terms is
  'Title and requirement of a task, or the requirement of one milestone: the home of what is read on any day. Append-only.';
create index wording_terms_by_task on public.wording_terms (task_id, known_from desc, id desc) where milestone_id is null;
create index wording_terms_by_milestone on public.wording_terms (milestone_id, known_from desc, id desc) where milestone_id is not null;

create trigger wording_terms_never_change before update or delete on public.wording_terms
  for each row execute function private.refuse_to_rewrite_history();
create trigger wording_terms_are_never_emptied before truncate on public.wording_terms
  for each statement execute function private.refuse_to_rewrite_history();
alter table public.wording_terms enable always trigger wording_terms_never_change;
alter table public.wording_terms enable always trigger wording_terms_are_never_emptied;

alter table public.wording_terms enable row level security;
revoke all on public.wording_terms from anon, authenticated, service_role;
revoke all on sequence public.wording_terms_id_seq from anon, authenticated, service_role;
grant select on public.wording_terms to authenticated, service_role;
create policy select_as_any_account on public.wording_terms for select to authenticated using ((select private.has_account()));

-- No wording is known before the one that it follows.
create function private.follow_last_wording_term()
returns trigger language plpgsql security definer set search_path = '' as $$
begin
  new.known_from := greatest(new.known_from, (select max(w.known_from) from public.wording_terms w
    where w.task_id = new.task_id and w.milestone_id is not distinct from new.milestone_id));
  return new;
end $$;
create trigger wording_terms_follow_the_last before insert on public.wording_terms
  for each row execute function private.follow_last_wording_term();

-- The first wording comes with the task or milestone; what the columns say follows the last one.
create function private.begin_wording_terms()
returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if tg_table_name = 'tasks' then
    insert into public.wording_terms (task_id, title, requirement, known_from)
    select n.id, n.title, n.requirement, n.created_at from new_rows n;
  else
    insert into public.wording_terms (task_id, milestone_id, requirement, known_from)
    select n.task_id, n.id, n.requirement, n.created_at from new_rows n;
  end if;
  return null;
end $$;
create trigger wording_terms_begin after insert on public.tasks
  referencing new table as new_rows for each statement execute function private.begin_wording_terms();
create trigger wording_terms_begin after insert on public.milestones
  referencing new table as new_rows for each statement execute function private.begin_wording_terms();

create function private.follow_wording_term()
returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.milestone_id is null then
    update public.tasks t set title = new.title, requirement = new.requirement
    where t.id = new.task_id and (t.title, t.requirement) is distinct from (new.title, new.requirement);
  else
    update public.milestones m set requirement = new.requirement
    where m.id = new.milestone_id and m.requirement is distinct from new.requirement;
  end if;
  return null;
end $$;
create trigger columns_follow_wording_terms after insert on public.wording_terms
  for each row execute function private.follow_wording_term();

-- The wording in force at the end of a day. What the plan said when it was issued was known from then on.
create function private.wording_in_force(p_as_of date, p_task_ids uuid[])
returns table (task_id uuid, title text, requirement text) language sql stable as $$
  select distinct on (w.task_id) w.task_id, w.title, w.requirement
  from public.wording_terms w
  where w.task_id = any (p_task_ids) and w.milestone_id is null and w.known_from < private.end_of_business_day(p_as_of)
  order by w.task_id, w.known_from desc, w.id desc
$$;
create function private.requirements_in_force(p_as_of date, p_task_ids uuid[])
returns table (milestone_id uuid, requirement text) language sql stable as $$
  select distinct on (w.milestone_id) w.milestone_id, w.requirement
  from public.wording_terms w
  where w.task_id = any (p_task_ids) and w.milestone_id is not null and w.known_from < private.end_of_business_day(p_as_of)
  order by w.milestone_id, w.known_from desc, w.id desc
$$;

revoke execute on function private.follow_last_wording_term(), private.begin_wording_terms(), private.follow_wording_term(),
  private.wording_in_force(date, uuid[]), private.requirements_in_force(date, uuid[]) from public;
