-- From a document to a draft: import_plans → save_plan_draft …; issuing.sql makes rows of it.
--
-- A draft's content (jsonb), written by the check screen and read here:
--   { "document": {"kind","title","documentNumber","issuingBody","documentDate","startsOn","endsOn",
--                  "warningDays","reportingCadence","reportGraceDays","behindPoints","firstListedUnitLeads"},
--     "sections": [{"id","parentId","number","title","level","start","end"}],
--     "defaultUnits": [{"name","role","isAccepted", …}],
--     "tasks": [{"id","sectionId","number","title","text","start","end","isOngoing","targets":[…],
--                "units":[{"name","role", …}],
--                "milestones":[{"dueOn","year","text","start","end"}],
--                "ancestors":[{"taskId","milestoneId"}], …}],
--     "resolutions": {"<name as written>": {"kind":"unit","unitId"} | {"kind":"group","groupId"} | {"kind":"not_tracked"}} }
-- Further keys (doubts, dropped passages, undo) belong to the screen and are left alone.

create function public.import_plans(p_file_name text, p_media_type text, p_content text, p_tables jsonb, p_drafts jsonb,
  p_is_pasted boolean default false, p_file_sha256 text default null)
returns table (plan_id uuid, source_document_id uuid) language plpgsql security definer set search_path = '' as $$
declare
  v_draft jsonb;
  v_document jsonb;
  v_title text;
begin
  perform private.require('prepare_plans');
  perform private.require_text(p_content, 'document_is_empty');
  if jsonb_array_length(coalesce(p_drafts, '[]'::jsonb)) = 0 then perform private.refuse('document_holds_no_plan'); end if;
  insert into public.source_documents (file_name, media_type, content, tables, created_by, is_pasted, file_sha256)
  values (p_file_name, coalesce(p_media_type, 'text/plain'), p_content, coalesce(p_tables, '[]'::jsonb), auth.uid(),
          coalesce(p_is_pasted, false), case when p_is_pasted then null else p_file_sha256 end)
  returning id into source_document_id;
  for v_draft in select * from jsonb_array_elements(p_drafts) loop
    v_document := v_draft -> 'document';
    v_title := coalesce(nullif(btrim(v_document ->> 'title'), ''), p_file_name);
    insert into public.plans (source_document_id, kind, title, document_number, issuing_body, document_date, starts_on, ends_on, created_by)
    values (import_plans.source_document_id, (v_document ->> 'kind')::public.plan_kind, left(v_title, 200), v_document ->> 'documentNumber',
            v_document ->> 'issuingBody', (v_document ->> 'documentDate')::date, (v_document ->> 'startsOn')::date,
            (v_document ->> 'endsOn')::date, auth.uid())
    returning id into plan_id;
    insert into public.plan_drafts (plan_id, content, updated_by) values (import_plans.plan_id, v_draft, auth.uid());
    return next;
  end loop;
end $$;
comment on function public.import_plans is
  'Lead office: keeps a document and makes a draft plan of each plan found in it; answers the plans, and the document that its file is kept with.';

-- The plan's own columns follow the draft, so lists show what the clerk sees.
create function private.copy_document_to_plan(p_plan_id uuid, p_document jsonb)
returns void language plpgsql security definer set search_path = '' as $$
begin
  if (p_document ->> 'endsOn')::date < (p_document ->> 'startsOn')::date then perform private.refuse('plan_ends_before_it_starts'); end if;
  perform private.require_text(p_document ->> 'title', 'plan_title_missing');
  update public.plans set
    kind = (p_document ->> 'kind')::public.plan_kind,
    title = left(p_document ->> 'title', 200),
    document_number = nullif(p_document ->> 'documentNumber', ''),
    issuing_body = nullif(p_document ->> 'issuingBody', ''),
    document_date = (p_document ->> 'documentDate')::date,
    starts_on = (p_document ->> 'startsOn')::date,
    ends_on = (p_document ->> 'endsOn')::date,
    warning_days = coalesce((p_document ->> 'warningDays')::integer, 15),
    reporting_cadence = coalesce((p_document ->> 'reportingCadence')::public.reporting_cadence, 'quarterly'),
    report_grace_days = coalesce((p_document ->> 'reportGraceDays')::integer, 10),
    behind_points = coalesce((p_document ->> 'behindPoints')::integer, 20)
  where id = p_plan_id;
end $$;

-- The plan itself is locked, so that of two clerks who issue at once the second finds it issued.
create function private.lock_draft_plan(p_plan_id uuid)
returns void language plpgsql security definer set search_path = '' as $$
declare
  v_plan private.moved := private.lock_subject('plan', p_plan_id);
begin
  if v_plan.state <> 'draft' then perform private.refuse('plan_is_' || v_plan.state, 409); end if;
end $$;

create function private.lock_draft(p_plan_id uuid, p_expected_revision integer)
returns public.plan_drafts language plpgsql security definer set search_path = '' as $$
declare
  v_draft public.plan_drafts;
begin
  perform private.lock_draft_plan(p_plan_id);
  select * into v_draft from public.plan_drafts where plan_id = p_plan_id for update;
  if v_draft.revision is distinct from p_expected_revision then
    perform private.refuse('plan_draft_revision_conflict', 409, v_draft.revision::text);
  end if;
  return v_draft;
end $$;

create function public.save_plan_draft(p_plan_id uuid, p_expected_revision integer, p_content jsonb)
returns integer language plpgsql security definer set search_path = '' as $$
begin
  perform private.require('prepare_plans');
  perform private.lock_draft(p_plan_id, p_expected_revision);
  perform private.copy_document_to_plan(p_plan_id, p_content -> 'document');
  update public.plan_drafts set content = p_content, revision = revision + 1, updated_at = private.clock(), updated_by = auth.uid()
  where plan_id = p_plan_id;
  return p_expected_revision + 1;
end $$;
comment on function public.save_plan_draft is
  'Lead office: keeps the draft if nobody saved since p_expected_revision; answers the new revision, else plan_draft_revision_conflict.';

create function public.discard_plan_draft(p_plan_id uuid)
returns text language plpgsql security definer set search_path = '' as $$
declare
  v_source_id uuid;
  v_path text;
begin
  perform private.require('prepare_plans');
  perform private.lock_draft_plan(p_plan_id);
  delete from public.plans where id = p_plan_id returning source_document_id into v_source_id;
  delete from public.source_documents s where s.id = v_source_id
    and not exists (select from public.plans p where p.source_document_id = v_source_id)
  returning s.file_path into v_path;
  return v_path;
end $$;
comment on function public.discard_plan_draft is
  'Lead office: throws a draft away, and its document when no other plan stands on it; answers the path of the file that nobody needs any more.';

-- Every unit name of a draft with the task it stands in; accepted default units stand in every task.
create function private.draft_names(p_content jsonb)
returns table (task_key text, name text, role public.assignment_role, is_default boolean)
language sql stable set search_path = '' as $$
  select t ->> 'id', u ->> 'name', (u ->> 'role')::public.assignment_role, false
  from jsonb_array_elements(p_content -> 'tasks') as t, jsonb_array_elements(coalesce(t -> 'units', '[]'::jsonb)) as u
  union all
  select t ->> 'id', d ->> 'name', (d ->> 'role')::public.assignment_role, true
  from jsonb_array_elements(p_content -> 'tasks') as t,
       jsonb_array_elements(coalesce(p_content -> 'defaultUnits', '[]'::jsonb)) as d
  where (d ->> 'isAccepted')::boolean
$$;

-- What a written name stands for: the clerk's resolution first, else a unit, group or alias of the same name.
-- A retired unit is given nothing new, by whichever way it is named.
create function private.resolve_name(p_name text, p_resolutions jsonb)
returns table (unit_id uuid, unit_group_id uuid, is_not_tracked boolean)
language plpgsql stable security definer set search_path = '' as $$
declare
  v_chosen jsonb := p_resolutions -> p_name;
  v_key text := private.name_key(p_name);
begin
  if v_chosen is not null then
    return query select u.id, g.id, v_chosen ->> 'kind' = 'not_tracked'
      from (select 1) as one
      left join public.units u on u.id = (v_chosen ->> 'unitId')::uuid and v_chosen ->> 'kind' = 'unit' and u.retired_on is null
      left join public.unit_groups g on g.id = (v_chosen ->> 'groupId')::uuid and v_chosen ->> 'kind' = 'group'
      where u.id is not null or g.id is not null or v_chosen ->> 'kind' = 'not_tracked';
    return;
  end if;
  return query
    select u.id, null::uuid, false from public.units u where u.name_key = v_key and u.retired_on is null
    union all select null, g.id, false from public.unit_groups g where g.name_key = v_key
    union all select a.unit_id, a.unit_group_id, false from public.unit_aliases a left join public.units u on u.id = a.unit_id
      where a.alias_key = v_key and u.retired_on is null;
end $$;

create function public.unresolved_names(p_plan_id uuid)
returns table (name text, task_count integer) language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require('prepare_plans');
  return query
    select n.name, count(distinct n.task_key)::integer
    from public.plan_drafts d, private.draft_names(d.content) n
    where d.plan_id = p_plan_id
      and not exists (select from private.resolve_name(n.name, coalesce(d.content -> 'resolutions', '{}'::jsonb)))
    group by n.name order by 2 desc, 1;
end $$;
comment on function public.unresolved_names is 'Lead office: the written unit names of a saved draft that still stand for nothing; issuing needs none.';

revoke execute on function private.copy_document_to_plan(uuid, jsonb), private.lock_draft_plan(uuid), private.lock_draft(uuid, integer),
  private.draft_names(jsonb), private.resolve_name(text, jsonb) from public;
revoke execute on function public.import_plans(text, text, text, jsonb, jsonb, boolean, text), public.save_plan_draft(uuid, integer, jsonb),
  public.discard_plan_draft(uuid), public.unresolved_names(uuid) from public, anon;
grant execute on function public.import_plans(text, text, text, jsonb, jsonb, boolean, text), public.save_plan_draft(uuid, integer, jsonb),
  public.discard_plan_draft(uuid), public.unresolved_names(uuid) to authenticated;
