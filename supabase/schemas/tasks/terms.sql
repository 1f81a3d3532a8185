-- Terms: until when something is due and who has it, as known from a moment on. Append-only: nothing is replaced, so any
-- past day is answered from what was known then, and an old date stays visible. In force at the end of
-- a day is the last term known by then. An obligation's own due term goes before its milestone's, also before one that came
-- later: who was granted a date keeps it until it is given another.

create type public.term_source as enum ('issue', 'amendment', 'extension', 'answer');

create table public.due_terms (
  id bigint generated always as identity primary key,
  milestone_id uuid not null references public.milestones (id) on delete restrict,
  obligation_id uuid,
  due_on date not null,
  weight numeric,
  known_from timestamptz not null default private.clock(),
  source public.term_source not null,
  reason text not null default '',
  constraint an_obligations_term_is_of_its_milestone foreign key (obligation_id, milestone_id)
    references public.obligations (id, milestone_id) on delete restrict,
  constraint weight_is_the_milestones_alone check ((weight is null) = (obligation_id is not null)),
  constraint weight_is_above_0_and_at_most_1000 check (weight > 0 and weight <= 1000),
  constraint an_extension_or_answer_is_of_one_obligation check ((source in ('extension', 'answer')) = (obligation_id is not null)),
  constraint a_change_of_terms_says_why check (source = 'issue' or btrim(reason) <> '')
);
comment on table public.due_terms is
  'When a milestone is due and what it weighs, or until when one obligation was extended: the home of every due date. Append-only.';
create index due_terms_by_milestone on public.due_terms (milestone_id, known_from desc, id desc) where obligation_id is null;
create index due_terms_by_obligation on public.due_terms (obligation_id, known_from desc, id desc) where obligation_id is not null;

create table public.assignment_terms (
  id bigint generated always as identity primary key,
  assignment_id uuid not null references public.assignments (id) on delete restrict,
  role public.assignment_role not null,
  is_in_force boolean not null,
  known_from timestamptz not null default private.clock(),
  reason text not null default '',
  constraint a_withdrawal_says_why check (is_in_force or btrim(reason) <> '')
);
comment on table public.assignment_terms is 'In which role a unit has a task, or that it has it no more, from when on. Append-only.';
create index assignment_terms_by_assignment on public.assignment_terms (assignment_id, known_from desc, id desc);
create index assignment_terms_not_in_force on public.assignment_terms (assignment_id, id) where not is_in_force;

create trigger due_terms_never_change before update or delete on public.due_terms
  for each row execute function private.refuse_to_rewrite_history();
create trigger due_terms_are_never_emptied before truncate on public.due_terms
  for each statement execute function private.refuse_to_rewrite_history();
create trigger assignment_terms_never_change before update or delete on public.assignment_terms
  for each row execute function private.refuse_to_rewrite_history();
create trigger assignment_terms_are_never_emptied before truncate on public.assignment_terms
  for each statement execute function private.refuse_to_rewrite_history();
-- Always: also for a session that replays changes with its triggers off.
alter table public.due_terms enable always trigger due_terms_never_change;
alter table public.due_terms enable always trigger due_terms_are_never_emptied;
alter table public.assignment_terms enable always trigger assignment_terms_never_change;
alter table public.assignment_terms enable always trigger assignment_terms_are_never_emptied;

alter table public.due_terms enable row level security;
revoke all on public.due_terms from anon, authenticated, service_role;
revoke all on sequence public.due_terms_id_seq from anon, authenticated, service_role;
grant select on public.due_terms to authenticated, service_role;
create policy select_as_any_account on public.due_terms for select to authenticated using ((select private.has_account()));

alter table public.assignment_terms enable row level security;
revoke all on public.assignment_terms from anon, authenticated, service_role;
revoke all on sequence public.assignment_terms_id_seq from anon, authenticated, service_role;
grant select on public.assignment_terms to authenticated, service_role;
create policy select_as_any_account on public.assignment_terms for select to authenticated using ((select private.has_account()));

-- The last one to get hold of a task has the last word, also when its transaction began before another's: no term is known
-- before the one that it follows.
create function private.follow_last_due_term()
returns trigger language plpgsql security definer set search_path = '' as $$
begin
  new.known_from := greatest(new.known_from, (select max(d.known_from) from public.due_terms d
    where d.milestone_id = new.milestone_id and d.obligation_id is not distinct from new.obligation_id));
  return new;
end $$;
create trigger due_terms_follow_the_last before insert on public.due_terms
  for each row execute function private.follow_last_due_term();

create function private.follow_last_assignment_term()
returns trigger language plpgsql security definer set search_path = '' as $$
begin
  new.known_from := greatest(new.known_from,
    (select max(n.known_from) from public.assignment_terms n where n.assignment_id = new.assignment_id));
  return new;
end $$;
create trigger assignment_terms_follow_the_last before insert on public.assignment_terms
  for each row execute function private.follow_last_assignment_term();

-- The first term of each comes with it.
create function private.begin_due_terms()
returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into public.due_terms (milestone_id, due_on, weight, known_from, source)
  select n.id, n.due_on, n.weight, n.created_at, 'issue' from new_rows n;
  return null;
end $$;
create trigger due_terms_begin after insert on public.milestones
  referencing new table as new_rows for each statement execute function private.begin_due_terms();

create function private.begin_assignment_terms()
returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into public.assignment_terms (assignment_id, role, is_in_force, known_from)
  select n.id, n.role, true, n.created_at from new_rows n;
  return null;
end $$;
create trigger assignment_terms_begin after insert on public.assignments
  referencing new table as new_rows for each statement execute function private.begin_assignment_terms();

-- The columns that repeat the last term follow it.
create function private.follow_due_term()
returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update public.milestones m
  set due_on = new.due_on, weight = new.weight, year = case when m.due_on = new.due_on then m.year end
  where m.id = new.milestone_id and (m.due_on, m.weight) is distinct from (new.due_on, new.weight);
  return null;
end $$;
create trigger milestones_follow_their_terms after insert on public.due_terms
  for each row when (new.obligation_id is null and new.source <> 'issue') execute function private.follow_due_term();

create function private.follow_assignment_term()
returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update public.assignments a
  set role = new.role, withdrawn_at = case when not new.is_in_force then new.known_from end,
      withdrawn_reason = case when not new.is_in_force then new.reason end
  where a.id = new.assignment_id and (a.role, a.withdrawn_at is null) is distinct from (new.role, new.is_in_force);
  return null;
end $$;
create trigger assignments_follow_their_terms after insert on public.assignment_terms
  for each row execute function private.follow_assignment_term();

revoke execute on function private.follow_last_due_term(), private.follow_last_assignment_term(), private.begin_due_terms(),
  private.begin_assignment_terms(), private.follow_due_term(),
  private.follow_assignment_term() from public;

-- Due dates and weights of milestones in force at the end of a day. What was extended for one obligation goes before them:
-- see private.obligation_facts.
create function private.due_in_force(p_as_of date, p_task_ids uuid[])
returns table (milestone_id uuid, task_id uuid, due_on date, weight numeric) language sql stable as $$
  select distinct on (d.milestone_id) d.milestone_id, m.task_id, d.due_on, d.weight
  from public.milestones m join public.due_terms d on d.milestone_id = m.id and d.obligation_id is null
  where m.task_id = any (p_task_ids) and d.known_from < private.end_of_business_day(p_as_of)
  order by d.milestone_id, d.known_from desc, d.id desc
$$;
-- Roles in force at the end of a day. Accountable are the leads of a task if it has any, else the responsible units;
-- never the supporting ones. given_at: since when a unit has had the task without a break; another role is no new gift.
create function private.roles_in_force(p_as_of date, p_task_ids uuid[])
returns table (assignment_id uuid, task_id uuid, unit_id uuid, role public.assignment_role, is_accountable boolean, given_at timestamptz)
language sql stable as $$
  select t.assignment_id, t.task_id, t.unit_id, t.role,
    coalesce(t.role = min(t.role) filter (where t.role <> 'supporting') over (partition by t.task_id), false), t.given_at
  from (
    select distinct on (n.assignment_id) n.assignment_id, a.task_id, a.unit_id, n.role, n.is_in_force,
      coalesce((
        select min(g.known_from) from public.assignment_terms g
        where g.assignment_id = a.id and g.is_in_force and g.id > (
          select w.id from public.assignment_terms w
          where w.assignment_id = a.id and not w.is_in_force and w.known_from < private.end_of_business_day(p_as_of)
          order by w.id desc limit 1)
      ), a.created_at) as given_at
    from public.assignments a join public.assignment_terms n on n.assignment_id = a.id
    where a.task_id = any (p_task_ids) and n.known_from < private.end_of_business_day(p_as_of)
    order by n.assignment_id, n.known_from desc, n.id desc
  ) as t
  where t.is_in_force
$$;
revoke execute on function private.due_in_force(date, uuid[]), private.roles_in_force(date, uuid[]) from public;
