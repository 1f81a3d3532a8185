-- Lineage: which task of an earlier plan a task goes on from (五年行动计划 → 年度工作要点 → 下一年). Accepted by hand, never guessed.

create table public.task_ancestors (
  task_id uuid not null references public.tasks (id) on delete restrict,
  ancestor_id uuid not null references public.tasks (id) on delete restrict,
  milestone_id uuid,
  accepted_by uuid references public.accounts (user_id) on delete restrict default auth.uid(),
  accepted_at timestamptz not null default private.clock(),
  primary key (task_id, ancestor_id),
  constraint task_is_not_its_own_ancestor check (task_id <> ancestor_id),
  constraint ancestor_milestone_belongs_to_the_ancestor foreign key (milestone_id, ancestor_id) references public.milestones (id, task_id) on delete restrict
);
comment on table public.task_ancestors is
  'A task and the earlier task it goes on from; milestone_id when it carries out one year of a plan over several years.';
create index task_ancestors_by_ancestor on public.task_ancestors (ancestor_id);

create trigger task_ancestors_are_audited after insert or update or delete on public.task_ancestors
  for each row execute function private.record_change();

alter table public.task_ancestors enable row level security;
revoke all on public.task_ancestors from anon, authenticated;
grant select on public.task_ancestors to authenticated;
grant insert (task_id, ancestor_id, milestone_id), delete on public.task_ancestors to authenticated;
create policy select_as_any_account on public.task_ancestors for select to authenticated using ((select private.has_account()));
create policy insert_as_lead_office on public.task_ancestors for insert to authenticated
  with check ((select private.can('link_lineage')));
create policy delete_as_lead_office on public.task_ancestors for delete to authenticated
  using ((select private.can('link_lineage')));

-- A chain of ancestors never leads back to where it began.
create function private.keep_lineage_acyclic()
returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if exists (
    with recursive chain as (
      select new.ancestor_id as id
      union select a.ancestor_id from public.task_ancestors a join chain c on a.task_id = c.id
    ) select from chain where id = new.task_id
  ) then
    perform private.refuse('ancestor_would_be_descendant', 409);
  end if;
  return new;
end $$;
revoke execute on function private.keep_lineage_acyclic() from public;
create trigger lineage_has_no_circle before insert on public.task_ancestors
  for each row execute function private.keep_lineage_acyclic();

-- What the check screen compares a draft's tasks with: tasks of issued plans whose time touches the given years.
create function public.ancestor_candidates(p_start_year integer, p_end_year integer)
returns table (task_id uuid, plan_id uuid, plan_title text, plan_kind public.plan_kind, start_year integer, end_year integer, number text, title text,
  requirement text, unit_names text[], milestones jsonb)
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require('link_lineage');
  return query
    select t.id, p.id, p.title, p.kind, extract(year from p.starts_on)::integer, extract(year from p.ends_on)::integer, t.number, t.title, t.requirement,
      array(select u.name from public.assignments a join public.units u on u.id = a.unit_id
            where a.task_id = t.id and a.withdrawn_at is null order by a.role, u.position),
      (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'dueOn', m.due_on, 'year', m.year, 'requirement', m.requirement)
                                 order by m.due_on), '[]'::jsonb)
       from public.milestones m where m.task_id = t.id)
    from public.tasks t join public.plans p on p.id = t.plan_id and p.state <> 'draft'
    where t.withdrawn_at is null
      and extract(year from p.starts_on)::integer <= p_end_year and extract(year from p.ends_on)::integer >= p_start_year - 1
    order by p.starts_on desc, p.id, t.position;
end $$;
comment on function public.ancestor_candidates is
  'Lead office: tasks of issued plans that may be ancestors of tasks of p_start_year–p_end_year: last year''s and those of plans still running.';
revoke execute on function public.ancestor_candidates(integer, integer) from public, anon;
grant execute on function public.ancestor_candidates(integer, integer) to authenticated;

-- Issuing a plan makes the lineage that was accepted on the check screen: task.ancestors = [{"taskId","milestoneId"}].
create function private.issue_ancestors(p_task_id uuid, p_ancestors jsonb)
returns void language sql security definer set search_path = '' as $$
  insert into public.task_ancestors (task_id, ancestor_id, milestone_id)
  select p_task_id, t.id, m.id
  from jsonb_array_elements(coalesce(p_ancestors, '[]'::jsonb)) as a
  join public.tasks t on t.id = (a ->> 'taskId')::uuid
  left join public.milestones m on m.id = (a ->> 'milestoneId')::uuid and m.task_id = t.id
  on conflict do nothing
$$;
revoke execute on function private.issue_ancestors(uuid, jsonb) from public;
