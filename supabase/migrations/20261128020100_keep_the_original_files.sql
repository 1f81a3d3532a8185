-- What was imported before files were kept has no fingerprint.
alter table public.source_documents
  add column is_pasted boolean not null default false,
  add column file_sha256 text,
  add column file_path text,
  add constraint fingerprint_is_sha256 check (file_sha256 ~ '^[0-9a-f]{64}$'),
  add constraint kept_file_has_its_fingerprint check (file_path is null or (file_sha256 is not null and not is_pasted)),
  add constraint kept_file_is_of_one_document unique (file_path);
comment on column public.source_documents.is_pasted is 'The text was pasted: there never was a file.';
comment on column public.source_documents.file_sha256 is
  'SHA-256 of the file''s bytes as the browser read them; null for a paste, and for what was imported before files were kept.';
comment on column public.source_documents.file_path is 'Where the file lies in Storage; null until it has arrived.';
create index source_documents_by_fingerprint on public.source_documents (file_sha256);
update public.source_documents set is_pasted = true where file_name = '粘贴的正文';

drop function public.import_plans(text, text, text, jsonb, jsonb);
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

revoke execute on function public.import_plans(text, text, text, jsonb, jsonb, boolean, text) from public, anon;
grant execute on function public.import_plans(text, text, text, jsonb, jsonb, boolean, text) to authenticated;

drop function public.discard_plan_draft(uuid);
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

revoke execute on function public.discard_plan_draft(uuid) from public, anon;
grant execute on function public.discard_plan_draft(uuid) to authenticated;

-- The original file of an imported document. Storage: bucket "source-files", private, path <source document id>/<any id>.<extension>: an
-- address is never used twice, so that an upload that failed half-way is tried again at another. Size and media types are those of evidence.
insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)
select 'source-files', 'source-files', false, b.file_size_limit, b.allowed_mime_types from storage.buckets b where b.id = 'evidence'
on conflict (id) do nothing;

create function private.source_path_document(p_path text)
returns uuid language sql immutable set search_path = '' as $$
  select case when p_path ~ ('^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.[a-z0-9]{1,5}$')
               and private.evidence_media_type(p_path) is not null
              then split_part(p_path, '/', 1)::uuid end
$$;
-- Looks past the policies: what nobody may see any more is not in the way of its file's going.
create function private.is_kept_source_file(p_path text)
returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from public.source_documents s where s.file_path = p_path)
$$;
revoke execute on function private.source_path_document(text), private.is_kept_source_file(text) from public;
grant execute on function private.source_path_document(text), private.is_kept_source_file(text) to authenticated, service_role;

-- Whoever may see a plan may see the file it was read from: the inner select runs under the policy of source documents.
create policy source_files_select_with_their_document on storage.objects for select to authenticated
  using (bucket_id = 'source-files'
         and ((select private.can('prepare_plans')) or exists (select from public.source_documents s where s.file_path = name)));
create policy source_files_insert_as_lead_office on storage.objects for insert to authenticated
  with check (bucket_id = 'source-files' and (select private.can('prepare_plans'))
              and exists (select from public.source_documents s
                          where s.id = private.source_path_document(name) and s.file_path is null and not s.is_pasted));
create policy source_files_delete_as_lead_office_when_nobody_needs_them on storage.objects for delete to authenticated
  using (bucket_id = 'source-files' and (select private.can('prepare_plans')) and not private.is_kept_source_file(name));

-- A signed address and the service's own key work without policies: what a plan was read from stays as it is all the same.
create function private.keep_source_file_as_it_is()
returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if private.is_kept_source_file(old.name) then perform private.refuse('source_file_is_kept', 409); end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger source_files_never_change before update on storage.objects
  for each row when (old.bucket_id = 'source-files'
    and (old.bucket_id, old.name, old.version, old.metadata) is distinct from (new.bucket_id, new.name, new.version, new.metadata))
  execute function private.keep_source_file_as_it_is();
create trigger source_files_are_never_taken_away before delete on storage.objects
  for each row when (old.bucket_id = 'source-files') execute function private.keep_source_file_as_it_is();
revoke execute on function private.keep_source_file_as_it_is() from public;

create function public.keep_source_file(p_source_document_id uuid, p_path text)
returns void language plpgsql security definer set search_path = '' as $$
declare
  v_source public.source_documents;
  v_stored jsonb;
begin
  perform private.require('prepare_plans');
  select * into v_source from public.source_documents where id = p_source_document_id for update;
  if not found then perform private.refuse('not_found', 404); end if;
  if v_source.file_path is not null or v_source.is_pasted then perform private.refuse('source_file_is_kept', 409); end if;
  select o.metadata into v_stored from storage.objects o where o.bucket_id = 'source-files' and o.name = p_path for share;
  if not found or private.source_path_document(p_path) is distinct from p_source_document_id then
    perform private.refuse('source_file_not_stored', 409);
  end if;
  -- Where Storage tells the fingerprint, it is that of the file which was read; a file without one cannot be known to be it.
  if v_source.file_sha256 is null or v_stored ->> 'sha256' <> v_source.file_sha256 then
    perform private.refuse('source_file_differs', 409);
  end if;
  update public.source_documents set file_path = p_path where id = p_source_document_id;
end $$;
comment on function public.keep_source_file is 'Lead office: notes where in Storage the file lies that a document was read from, once it has arrived there.';

-- Noticed at import, and no obstacle: the same file, or the same title or number over the same years.
create function public.plans_imported_before(p_plans jsonb, p_file_sha256 text default null)
returns table (plan_index integer, plan_id uuid, title text, state public.plan_state, is_same_file boolean)
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require('prepare_plans');
  return query
    select n.ordinality::integer - 1, p.id, p.title, p.state, coalesce(s.file_sha256 = p_file_sha256, false)
    from jsonb_array_elements(p_plans) with ordinality as n
    join public.plans p
      on (private.name_key(p.title) = private.name_key(n.value ->> 'title')
          or nullif(private.name_key(p.document_number), '') = nullif(private.name_key(n.value ->> 'documentNumber'), ''))
      and extract(year from p.starts_on) = extract(year from (n.value ->> 'startsOn')::date)
      and extract(year from p.ends_on) = extract(year from (n.value ->> 'endsOn')::date)
    join public.source_documents s on s.id = p.source_document_id
    union
    select null, p.id, p.title, p.state, true
    from public.source_documents s join public.plans p on p.source_document_id = s.id
    where s.file_sha256 = p_file_sha256
      and not exists (select from jsonb_array_elements(p_plans) as m
                      where private.name_key(p.title) = private.name_key(m ->> 'title')
                         or nullif(private.name_key(p.document_number), '') = nullif(private.name_key(m ->> 'documentNumber'), ''))
    order by 1 nulls last, 3, 2;
end $$;
comment on function public.plans_imported_before is
  'Lead office: plans that seem to be those about to be imported {title, documentNumber, startsOn, endsOn}; no index for others of the file.';
revoke execute on function public.keep_source_file(uuid, text), public.plans_imported_before(jsonb, text) from public, anon;
grant execute on function public.keep_source_file(uuid, text), public.plans_imported_before(jsonb, text) to authenticated;
