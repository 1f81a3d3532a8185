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
