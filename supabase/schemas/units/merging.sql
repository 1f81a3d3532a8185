-- Merging: two units that turned out to be one (区委宣传部 and 区新闻办, or a name misspelt at the first import). Not a hand-over:
-- what one of them did, the other did too. So its assignments, obligations, reports and evidence become the other's in
-- place, with their ids, terms and dates: every past day then says what it would have said had the two never been parted,
-- links go on working, and history keeps who did it and why. The frozen tables let exactly this through
-- (private.follows_merge) and nothing else. Only where both have the same task there are two assignments, and a unit has
-- one: the unit that stays keeps its own, in the stronger role, with the reports of both; the other one is withdrawn. Where
-- both have reports on the same obligation nobody can say which one counts: refused until the lead office has
-- withdrawn one of the two. What is settled (closed plans, withdrawn tasks) and shared stays with the merged unit, readable.

-- A task that both have: the assignment that goes, and the one that is kept.
create type private.shared_task as (
  task_id uuid,
  assignment_id uuid,
  kept_id uuid,
  role public.assignment_role,
  kept_role public.assignment_role,
  is_open boolean,
  is_kept_withdrawn boolean,
  has_reports_of_both boolean
);
create function private.shared_tasks(p_unit_id uuid, p_into_id uuid)
returns setof private.shared_task language sql stable as $$
  select a.task_id, a.id, b.id, a.role, b.role, p.state <> 'closed' and t.withdrawn_at is null and a.withdrawn_at is null,
    b.withdrawn_at is not null,
    exists (select from public.obligations o
            join public.obligations k on k.milestone_id = o.milestone_id and k.assignment_id = b.id
            where o.assignment_id = a.id
              and exists (select from public.progress_reports r where r.obligation_id = o.id)
              and exists (select from public.progress_reports r where r.obligation_id = k.id))
  from public.assignments a
  join public.assignments b on b.task_id = a.task_id and b.unit_id = p_into_id
  join public.tasks t on t.id = a.task_id
  join public.plans p on p.id = t.plan_id
  where a.unit_id = p_unit_id
$$;

create function public.unit_merge_preview(p_unit_id uuid, p_into_id uuid)
returns table (tasks integer, reports integer, evidence integer, accounts integer, invitations integer, names integer, groups integer,
  contacts integer, shared jsonb)
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require('manage_units');
  return query select
    (select count(*) from public.assignments a where a.unit_id = p_unit_id
      and not exists (select from private.shared_tasks(p_unit_id, p_into_id) s where s.assignment_id = a.id and not s.is_open))::integer,
    (select count(*) from public.progress_reports r where r.unit_id = p_unit_id
      and not exists (select from private.shared_tasks(p_unit_id, p_into_id) s where s.task_id = r.task_id and not s.is_open))::integer,
    (select count(*) from public.evidence e where e.unit_id = p_unit_id)::integer,
    (select count(*) from public.accounts a where a.unit_id = p_unit_id)::integer,
    (select count(*) from public.invitations i where i.unit_id = p_unit_id and i.accepted_at is null and i.revoked_at is null)::integer,
    (select 1 + count(*) from public.unit_aliases a where a.unit_id = p_unit_id)::integer,
    (select count(*) from public.unit_group_members m where m.unit_id = p_unit_id)::integer,
    (select count(*) from public.unit_contacts c where c.unit_id = p_unit_id)::integer,
    (select coalesce(jsonb_agg(jsonb_build_object('task_id', t.id, 'number', t.number, 'title', t.title, 'plan_title', p.title,
        'role', least(s.role, case when not s.is_kept_withdrawn then s.kept_role end), 'is_open', s.is_open,
        'has_reports_of_both', s.is_open and s.has_reports_of_both) order by p.starts_on desc, p.id, t.position), '[]'::jsonb)
      from private.shared_tasks(p_unit_id, p_into_id) s join public.tasks t on t.id = s.task_id join public.plans p on p.id = t.plan_id);
end $$;
comment on function public.unit_merge_preview is
  'Lead office: what goes over when one unit is merged into another, and the tasks that both have (shared), each with what becomes of it.';

-- Names, groups, people and drafts.
create function private.merge_directory(p_unit_id uuid, p_into_id uuid)
returns void language plpgsql security definer set search_path = '' as $$
declare
  v_unit public.units;
  v_into public.units;
  v_note text;
begin
  select * into v_unit from public.units where id = p_unit_id;
  select * into v_into from public.units where id = p_into_id;
  -- A link that was sent goes on working, for the unit that stays.
  update public.invitations set unit_id = p_into_id where unit_id = p_unit_id and accepted_at is null and revoked_at is null;
  -- Its name becomes an alias, and one name never stands for two things: the merged one says where it went.
  v_note := '（已并入' || left(v_into.name, 40) || case when exists (
      select from public.units u where u.merged_into = p_into_id and u.name_key like private.name_key(v_unit.name) || '%')
    then '，' || to_char(private.clock() at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') else '' end || '）';
  update public.units set merged_into = p_into_id, retired_on = coalesce(retired_on, public.business_today()),
    name = left(btrim(name), 80 - char_length(v_note)) || v_note
  where id = p_unit_id;
  update public.unit_aliases set unit_id = p_into_id where unit_id = p_unit_id;
  insert into public.unit_aliases (alias, unit_id) values (btrim(v_unit.name), p_into_id);
  insert into public.unit_group_members (unit_group_id, unit_id)
  select m.unit_group_id, p_into_id from public.unit_group_members m where m.unit_id = p_unit_id on conflict do nothing;
  delete from public.unit_group_members where unit_id = p_unit_id;
  delete from public.unit_contacts c where c.unit_id = p_unit_id and exists (
    select from public.unit_contacts k where k.unit_id = p_into_id and (k.name, k.phone) = (c.name, c.phone));
  update public.unit_contacts set unit_id = p_into_id where unit_id = p_unit_id;
  update public.accounts set unit_id = p_into_id where unit_id = p_unit_id;
  -- The one that stays goes up first where it stood below, so that nobody stands below themselves.
  update public.units set parent_id = v_unit.parent_id where id = p_into_id and parent_id = p_unit_id;
  update public.units set parent_id = p_into_id where parent_id = p_unit_id;
  update public.plan_drafts set content = replace(content::text, p_unit_id::text, p_into_id::text)::jsonb
  where content::text like '%' || p_unit_id || '%';
end $$;

-- A task that both have: the reports of both on the assignment that stays, in the stronger role.
create function private.merge_shared_task(p_shared private.shared_task, p_into_id uuid, p_reason text)
returns void language plpgsql security definer set search_path = '' as $$
begin
  if p_shared.is_kept_withdrawn then
    perform private.take_role(p_shared.kept_id, p_shared.role, p_reason);
  elsif p_shared.role < p_shared.kept_role then
    perform private.take_role(p_shared.kept_id, p_shared.role, p_reason);
  end if;
  -- One statement, because each of the three must name the same obligation and unit as the others.
  with pairs as materialized (
    select o.id, k.id as kept_id from public.obligations o
    join public.obligations k on k.milestone_id = o.milestone_id and k.assignment_id = p_shared.kept_id
    where o.assignment_id = p_shared.assignment_id
  ), reports as (
    update public.progress_reports r set obligation_id = n.kept_id, unit_id = p_into_id from pairs n where r.obligation_id = n.id
  ), submissions as (
    update public.report_submissions s set obligation_id = n.kept_id, unit_id = p_into_id from pairs n where s.obligation_id = n.id
  )
  update public.completion_reopenings c set obligation_id = n.kept_id, unit_id = p_into_id from pairs n where c.obligation_id = n.id;
  perform private.move('assignment', p_shared.assignment_id, 'unit_withdrawn', p_reason);
end $$;

-- What only the merged unit had becomes the other's, in one statement for the same reason.
create function private.merge_own_work(p_unit_id uuid, p_into_id uuid)
returns void language plpgsql security definer set search_path = '' as $$
begin
  with mine as materialized (
    select a.id, a.task_id from public.assignments a
    where a.unit_id = p_unit_id and not exists (select from public.assignments b where b.task_id = a.task_id and b.unit_id = p_into_id)
  ), given as (
    update public.assignments a set unit_id = p_into_id from mine where a.id = mine.id
  ), owed as (
    update public.obligations o set unit_id = p_into_id from mine where o.assignment_id = mine.id
  ), reports as (
    update public.progress_reports r set unit_id = p_into_id from mine where r.task_id = mine.task_id and r.unit_id = p_unit_id
  ), submissions as (
    update public.report_submissions s set unit_id = p_into_id from mine where s.task_id = mine.task_id and s.unit_id = p_unit_id
  )
  update public.completion_reopenings c set unit_id = p_into_id from mine where c.task_id = mine.task_id and c.unit_id = p_unit_id;
  update public.evidence set unit_id = p_into_id where unit_id = p_unit_id;
end $$;

create function public.merge_units(p_unit_id uuid, p_into_id uuid, p_reason text)
returns void language plpgsql security definer set search_path = '' as $$
declare
  v_task_ids uuid[];
  v_shared private.shared_task;
  v_both text;
begin
  perform private.require('manage_units');
  perform private.require_text(p_reason, 'reason_missing');
  if p_unit_id = p_into_id then perform private.refuse('unit_is_merged_with_itself'); end if;
  perform private.lock_tasks(array(select a.task_id from public.assignments a where a.unit_id in (p_unit_id, p_into_id)));
  perform from public.units u where u.id in (p_unit_id, p_into_id) order by u.id for update;
  if (select count(*) from public.units u where u.id in (p_unit_id, p_into_id)) < 2 then perform private.refuse('unit_not_found', 404); end if;
  if exists (select from public.units u where u.id = p_unit_id and u.merged_into is not null) then perform private.refuse('unit_is_merged', 409); end if;
  if exists (select from public.units u where u.id = p_into_id and u.retired_on is not null) then perform private.refuse('unit_is_retired', 409); end if;
  v_both := (select string_agg(t.title, '、' order by t.plan_id, t.position)
             from private.shared_tasks(p_unit_id, p_into_id) s join public.tasks t on t.id = s.task_id where s.is_open and s.has_reports_of_both);
  if v_both is not null then perform private.refuse('merging_units_both_reported', 409, v_both); end if;
  perform set_config('app.reason', btrim(p_reason), true);
  v_task_ids := array(select a.task_id from public.assignments a where a.unit_id = p_unit_id);
  perform private.merge_directory(p_unit_id, p_into_id);
  for v_shared in select s.* from private.shared_tasks(p_unit_id, p_into_id) s where s.is_open order by s.task_id loop
    perform private.merge_shared_task(v_shared, p_into_id, p_reason);
  end loop;
  perform private.merge_own_work(p_unit_id, p_into_id);
  perform private.refresh_standings(array(select t.id from public.tasks t join public.plans p on p.id = t.plan_id
                                          where t.id = any (v_task_ids) and p.state <> 'draft'));
end $$;
comment on function public.merge_units is
  'Lead office: two units that are one become one, with a reason: work, names, groups, accounts and contacts of the first go to the second, for good.';

revoke execute on function private.shared_tasks(uuid, uuid), private.merge_directory(uuid, uuid),
  private.merge_shared_task(private.shared_task, uuid, text), private.merge_own_work(uuid, uuid) from public;
revoke execute on function public.unit_merge_preview(uuid, uuid), public.merge_units(uuid, uuid, text) from public, anon;
grant execute on function public.unit_merge_preview(uuid, uuid), public.merge_units(uuid, uuid, text) to authenticated;
