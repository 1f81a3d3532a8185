-- The same functions, in lines that fit on a screen.

create or replace function private.keep_obligations(p_task_ids uuid[], p_rows private.obligation_standings[])
returns void language plpgsql security definer set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
declare
  v_gone private.obligation_standings[];
  v_come private.obligation_standings[];
begin
  select array_agg(o.kept) filter (where (o.kept).obligation_id is not null), array_agg(n) filter (where n.obligation_id is not null)
  into v_gone, v_come
  from (select s as kept from private.obligation_standings s where s.task_id = any (p_task_ids)) o
  full join unnest(p_rows) n on n.obligation_id = (o.kept).obligation_id
  where o.kept is distinct from n;
  if v_gone is not null then
    delete from private.obligation_standings where obligation_id = any (array(select g.obligation_id from unnest(v_gone) g));
  end if;
  if v_come is not null then
    insert into private.obligation_standings select c.* from unnest(v_come) c;
  end if;
end $$;

create or replace function private.keep_assignments(p_task_ids uuid[], p_rows private.assignment_standings[])
returns void language plpgsql security definer set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
declare
  v_gone private.assignment_standings[];
  v_come private.assignment_standings[];
begin
  select array_agg(o.kept) filter (where (o.kept).assignment_id is not null), array_agg(n) filter (where n.assignment_id is not null)
  into v_gone, v_come
  from (select s as kept from private.assignment_standings s where s.task_id = any (p_task_ids)) o
  full join unnest(p_rows) n on n.assignment_id = (o.kept).assignment_id
  where o.kept is distinct from n;
  if v_gone is not null then
    delete from private.assignment_standings where assignment_id = any (array(select g.assignment_id from unnest(v_gone) g));
  end if;
  if v_come is not null then
    insert into private.assignment_standings select c.* from unnest(v_come) c;
  end if;
  if v_gone is not null or v_come is not null then perform private.count_assignments(v_come, v_gone); end if;
end $$;

create or replace function private.keep_tasks(p_task_ids uuid[], p_rows private.task_standings[])
returns void language plpgsql security definer set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
declare
  v_gone private.task_standings[];
  v_come private.task_standings[];
begin
  select array_agg(o.kept) filter (where (o.kept).task_id is not null), array_agg(n) filter (where n.task_id is not null)
  into v_gone, v_come
  from (select s as kept from private.task_standings s where s.task_id = any (p_task_ids)) o
  full join unnest(p_rows) n on n.task_id = (o.kept).task_id
  where o.kept is distinct from n;
  if v_gone is not null then
    delete from private.task_standings where task_id = any (array(select g.task_id from unnest(v_gone) g));
  end if;
  if v_come is not null then
    insert into private.task_standings select c.* from unnest(v_come) c;
  end if;
  if v_gone is not null or v_come is not null then perform private.count_tasks(v_come, v_gone); end if;
end $$;

create or replace function public.ancestor_candidates(p_start_year integer, p_end_year integer)
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

create or replace function private.evidence_path_unit(p_path text)
returns uuid language sql immutable set search_path = '' as $$
  select case when p_path ~ ('^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.'
                             || '(pdf|docx?|xlsx?|pptx?|wps|et|dps|ofd|txt|csv|png|jpe?g|gif|webp|bmp|zip|rar|7z)$')
              then split_part(p_path, '/', 1)::uuid end
$$;
