-- Issuing: a checked draft becomes sections, tasks, milestones and assignments (plan_import.sql says what a draft holds).

create function private.issue_sections(p_plan_id uuid, p_sections jsonb)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v_section record;
  v_ids jsonb := '{}'::jsonb;
  v_id uuid;
begin
  for v_section in select value, ordinality from jsonb_array_elements(coalesce(p_sections, '[]'::jsonb)) with ordinality loop
    insert into public.plan_sections (plan_id, parent_id, position, number, title, level, source_start, source_end)
    values (p_plan_id, (v_ids ->> (v_section.value ->> 'parentId'))::uuid, v_section.ordinality,
            v_section.value ->> 'number', v_section.value ->> 'title', (v_section.value ->> 'level')::integer,
            (v_section.value ->> 'start')::integer, (v_section.value ->> 'end')::integer)
    returning id into v_id;
    v_ids := v_ids || jsonb_build_object(v_section.value ->> 'id', v_id);
  end loop;
  return v_ids;
end $$;

create function private.issue_milestones(p_task_id uuid, p_milestones jsonb, p_plan_ends_on date)
returns void language plpgsql security definer set search_path = '' as $$
begin
  -- Two statements with one due date are one milestone that requires both; one without a date is due with the plan.
  insert into public.milestones (task_id, due_on, year, requirement, source_start, source_end)
  select p_task_id, coalesce((m.value ->> 'dueOn')::date, p_plan_ends_on), min((m.value ->> 'year')::integer),
         coalesce(string_agg(nullif(m.value ->> 'text', ''), E'\n' order by m.ordinality), ''),
         min((m.value ->> 'start')::integer), max((m.value ->> 'end')::integer)
  from jsonb_array_elements(coalesce(p_milestones, '[]'::jsonb)) with ordinality as m
  group by coalesce((m.value ->> 'dueOn')::date, p_plan_ends_on);
  if not found then
    insert into public.milestones (task_id, due_on) values (p_task_id, p_plan_ends_on);
  end if;
end $$;

-- A group expands to its members of this day; a unit named twice keeps its strongest role (lead first).
create function private.issue_assignments(p_task_id uuid, p_task_key text, p_content jsonb)
returns void language sql security definer set search_path = '' as $$
  insert into public.assignments (task_id, unit_id, role, written_name, unit_group_id)
  select distinct on (coalesce(r.unit_id, m.unit_id)) p_task_id, coalesce(r.unit_id, m.unit_id), n.role, n.name, r.unit_group_id
  from private.draft_names(p_content) n
  cross join lateral private.resolve_name(n.name, coalesce(p_content -> 'resolutions', '{}'::jsonb)) r
  left join (select gm.unit_group_id, gm.unit_id from public.unit_group_members gm
             join public.units u on u.id = gm.unit_id and u.retired_on is null) m on m.unit_group_id = r.unit_group_id
  where n.task_key = p_task_key and coalesce(r.unit_id, m.unit_id) is not null
  order by coalesce(r.unit_id, m.unit_id), n.role, n.is_default, r.unit_group_id nulls first
$$;

create function private.require_issuable(p_plan_id uuid, p_content jsonb)
returns void language plpgsql security definer set search_path = '' as $$
declare
  v_names text;
begin
  if jsonb_array_length(coalesce(p_content -> 'tasks', '[]'::jsonb)) = 0 then perform private.refuse('plan_has_no_tasks'); end if;
  select string_agg(u.name, '、') into v_names from public.unresolved_names(p_plan_id) u;
  if v_names is not null then perform private.refuse('unit_names_unresolved', 409, v_names); end if;
  select string_agg(distinct g.name, '、') into v_names
  from private.draft_names(p_content) n
  cross join lateral private.resolve_name(n.name, coalesce(p_content -> 'resolutions', '{}'::jsonb)) r
  join public.unit_groups g on g.id = r.unit_group_id
  where not exists (select from public.unit_group_members m join public.units u on u.id = m.unit_id and u.retired_on is null
                    where m.unit_group_id = g.id);
  if v_names is not null then perform private.refuse('unit_group_is_empty', 409, v_names); end if;
end $$;

-- 长期坚持, 持续推进: where the draft names a date, the date rules; where it names none, the task is due at the plan's end.
create function private.is_issued_ongoing(p_task jsonb)
returns boolean language sql immutable as $$
  select coalesce((p_task ->> 'isOngoing')::boolean, false)
    and not exists (select from jsonb_array_elements(coalesce(p_task -> 'milestones', '[]'::jsonb)) m where m ->> 'dueOn' is not null)
$$;

-- What of a saved draft falls due before it is issued, were that today: asked about when it is.
create function public.earlier_dues_of_draft(p_plan_id uuid)
returns table (key text, number text, title text, due_on date, requirement text)
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require('prepare_plans');
  return query
    select private.draft_milestone_key(t.value ->> 'id', coalesce((m.value ->> 'dueOn')::date, p.ends_on)), t.value ->> 'number',
      left(coalesce(nullif(btrim(t.value ->> 'title'), ''), t.value ->> 'text'), 200), coalesce((m.value ->> 'dueOn')::date, p.ends_on),
      coalesce(string_agg(nullif(m.value ->> 'text', ''), E'\n'), '')
    from public.plan_drafts d
    join public.plans p on p.id = d.plan_id
    cross join jsonb_array_elements(d.content -> 'tasks') with ordinality as t
    left join jsonb_array_elements(coalesce(t.value -> 'milestones', '[]'::jsonb)) as m on true
    where d.plan_id = p_plan_id and coalesce((m.value ->> 'dueOn')::date, p.ends_on) < public.business_today()
    group by t.ordinality, t.value, coalesce((m.value ->> 'dueOn')::date, p.ends_on)
    order by 4, t.ordinality;
end $$;
comment on function public.earlier_dues_of_draft is
  'Lead office: milestones of a saved draft that are past already, each with the key under which issue_plan takes an answer.';

create function private.draft_milestone_key(p_task_key text, p_due_on date)
returns text language sql immutable as $$ select p_task_key || '/' || p_due_on $$;

create function public.issue_plan(p_plan_id uuid, p_expected_revision integer, p_earlier_dues jsonb default null)
returns void language plpgsql security definer set search_path = '' as $$
declare
  v_content jsonb;
  v_sections jsonb;
  v_task record;
  v_task_id uuid;
  v_ends_on date;
  v_keys jsonb := '{}';
begin
  perform private.require('prepare_plans');
  v_content := (private.lock_draft(p_plan_id, p_expected_revision)).content;
  perform private.require_issuable(p_plan_id, v_content);
  perform private.copy_document_to_plan(p_plan_id, v_content -> 'document');
  v_ends_on := (select ends_on from public.plans where id = p_plan_id);
  v_sections := private.issue_sections(p_plan_id, v_content -> 'sections');
  for v_task in select value, ordinality from jsonb_array_elements(v_content -> 'tasks') with ordinality loop
    insert into public.tasks (plan_id, section_id, position, number, title, requirement, is_ongoing, targets, source_start, source_end)
    values (p_plan_id, (v_sections ->> (v_task.value ->> 'sectionId'))::uuid, v_task.ordinality, v_task.value ->> 'number',
            left(coalesce(nullif(btrim(v_task.value ->> 'title'), ''), v_task.value ->> 'text'), 200),
            coalesce(nullif(v_task.value ->> 'text', ''), v_task.value ->> 'title'),
            private.is_issued_ongoing(v_task.value), coalesce(v_task.value -> 'targets', '[]'::jsonb),
            (v_task.value ->> 'start')::integer, (v_task.value ->> 'end')::integer)
    returning id into v_task_id;
    perform private.issue_milestones(v_task_id, v_task.value -> 'milestones', v_ends_on);
    v_keys := v_keys || (select coalesce(jsonb_object_agg(m.id, private.draft_milestone_key(v_task.value ->> 'id', m.due_on)), '{}')
                         from public.milestones m where m.task_id = v_task_id);
    perform private.issue_assignments(v_task_id, v_task.value ->> 'id', v_content);
    perform private.issue_ancestors(v_task_id, v_task.value -> 'ancestors');
  end loop;
  -- Last, so that its tasks are there when their first standings are made.
  perform private.move('plan', p_plan_id, 'plan_issued');
  perform private.answer_earlier_dues(array(select t.id from public.tasks t where t.plan_id = p_plan_id), p_earlier_dues, v_keys);
end $$;
comment on function public.issue_plan is
  'Lead office: turns a draft into sections, tasks, milestones and assignments, and locks it. Every written unit name must be resolved. '
  'p_earlier_dues: what is to become of what is past ({"all": answer, "each": {"<key of earlier_dues_of_draft>": answer}}).';

create function public.close_plan(p_plan_id uuid, p_reason text)
returns void language plpgsql security definer set search_path = '' as $$
begin
  perform private.move('plan', p_plan_id, 'plan_closed', p_reason);
end $$;
comment on function public.close_plan is 'Lead office: ends an issued plan; nothing can be reported on it any more.';

revoke execute on function private.issue_sections(uuid, jsonb), private.issue_milestones(uuid, jsonb, date),
  private.issue_assignments(uuid, text, jsonb), private.require_issuable(uuid, jsonb), private.is_issued_ongoing(jsonb),
  private.draft_milestone_key(text, date) from public;
revoke execute on function public.issue_plan(uuid, integer, jsonb), public.close_plan(uuid, text), public.earlier_dues_of_draft(uuid)
  from public, anon;
grant execute on function public.issue_plan(uuid, integer, jsonb), public.close_plan(uuid, text), public.earlier_dues_of_draft(uuid)
  to authenticated;
