-- Storage: bucket "evidence", private, path <unit id>/<evidence id>.<extension>. The file's own name stands in the evidence row.
-- No media type that a browser would run: an upload named .pdf but labelled text/html is refused.
insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)
values ('evidence', 'evidence', false, 52428800, array[
  'application/pdf', 'application/msword', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.ms-excel', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.ms-powerpoint', 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.ms-works', 'application/ofd', 'application/octet-stream', 'text/plain', 'text/csv',
  'image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/bmp',
  'application/zip', 'application/vnd.rar', 'application/x-7z-compressed'])
on conflict (id) do nothing;

create function private.evidence_path_unit(p_path text)
returns uuid language sql immutable set search_path = '' as $$
  select case when p_path ~ ('^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.'
                             || '(pdf|docx?|xlsx?|pptx?|wps|et|dps|ofd|txt|csv|png|jpe?g|gif|webp|bmp|zip|rar|7z)$')
              then split_part(p_path, '/', 1)::uuid end
$$;
create function private.is_stored_evidence_of_assigned_task(p_path text)
returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from public.evidence e where e.storage_path = p_path and private.is_evidence_of_assigned_task(e.id))
$$;
create function private.is_stored_evidence_handed_in(p_path text)
returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from public.evidence e where e.storage_path = p_path and private.is_handed_in(e.id))
$$;
revoke execute on function private.evidence_path_unit(text), private.is_stored_evidence_of_assigned_task(text),
  private.is_stored_evidence_handed_in(text) from public;
grant execute on function private.evidence_path_unit(text), private.is_stored_evidence_of_assigned_task(text),
  private.is_stored_evidence_handed_in(text) to authenticated, service_role;

-- A file stays where it was laid; what a merged unit laid there is its heir's.
create policy evidence_select_readable on storage.objects for select to authenticated
  using (bucket_id = 'evidence'
         and (private.heir_of(private.evidence_path_unit(name)) = (select private.account_unit_id())
              or (select private.can('read_all_work')) and private.is_stored_evidence_handed_in(name)
              or private.is_stored_evidence_of_assigned_task(name)));
create policy evidence_insert_for_own_unit on storage.objects for insert to authenticated
  with check (bucket_id = 'evidence' and (select private.can('report_work'))
              and private.evidence_path_unit(name) = (select private.account_unit_id()));
create policy evidence_delete_of_own_unit_until_handed_in on storage.objects for delete to authenticated
  using (bucket_id = 'evidence' and (select private.can('report_work'))
         and private.heir_of(private.evidence_path_unit(name)) = (select private.account_unit_id())
         and not private.is_stored_evidence_handed_in(name));

-- A file counts as evidence only if it lies in Storage, under the unit's own folder. Its size, its type and, where Storage
-- tells, its fingerprint are those of what lies there, whatever the client claims.
create function private.take_facts_of_stored_file()
returns trigger language plpgsql security definer set search_path = '' as $$
declare
  v_stored jsonb;
begin
  if new.kind <> 'file' then return new; end if;
  select o.metadata into v_stored from storage.objects o where o.bucket_id = 'evidence' and o.name = new.storage_path for share;
  if not found or private.evidence_path_unit(new.storage_path) is distinct from new.unit_id then
    perform private.refuse('evidence_file_not_stored', 409);
  end if;
  new.byte_size := (v_stored ->> 'size')::bigint;
  new.media_type := btrim(split_part(v_stored ->> 'mimetype', ';', 1));
  if new.media_type is distinct from private.evidence_media_type(new.storage_path) then
    perform private.refuse('evidence_type_differs', 422);
  end if;
  if new.content_sha256 <> v_stored ->> 'sha256' then perform private.refuse('evidence_file_changed', 409); end if;
  new.content_sha256 := coalesce(v_stored ->> 'sha256', new.content_sha256);
  return new;
end $$;
create trigger evidence_files_are_stored before insert on public.evidence
  for each row execute function private.take_facts_of_stored_file();

create function private.keep_evidence_as_made()
returns trigger language plpgsql set search_path = '' as $$
begin
  -- Two units that turned out to be one have their evidence together.
  if private.follows_merge(old.unit_id, new.unit_id) and to_jsonb(old) - 'unit_id' = to_jsonb(new) - 'unit_id' then return new; end if;
  perform private.refuse('evidence_is_frozen', 409);
  return null;
end $$;
create trigger evidence_never_changes before update on public.evidence
  for each row execute function private.keep_evidence_as_made();

-- What may come to lie in the bucket: nothing at an address that a piece of evidence has (the file was taken away, and
-- this would be another), nothing empty, and no more than the unit's share. Storage asks before the upload, with the
-- length that was announced, and again for the row it keeps, with the size that arrived.
create function private.admit_stored_evidence()
returns trigger language plpgsql security definer set search_path = '' as $$
declare
  v_size bigint := coalesce(new.metadata ->> 'size', new.metadata ->> 'contentLength')::bigint;
  v_folder text := split_part(new.name, '/', 1) || '/';
begin
  if exists (select from public.evidence e where e.storage_path = new.name) then
    perform private.refuse('evidence_path_is_taken', 409);
  end if;
  if v_size = 0 then perform private.refuse('evidence_file_is_empty', 422); end if;
  -- One at a time in a folder, so that two uploads cannot share the last free space.
  perform pg_advisory_xact_lock(hashtextextended('evidence/' || v_folder, 0));
  if coalesce((select sum((o.metadata ->> 'size')::bigint) from storage.objects o
               where o.bucket_id = 'evidence' and o.name like v_folder || '%'), 0) + coalesce(v_size, 0) > private.evidence_quota_bytes() then
    perform private.refuse('evidence_quota_exceeded', 413);
  end if;
  return new;
end $$;
create trigger evidence_objects_are_admitted before insert on storage.objects
  for each row when (new.bucket_id = 'evidence') execute function private.admit_stored_evidence();

-- No policy lets anybody change a stored file, but a signed upload address and the service's own key work without
-- policies: what was handed in stays where and as it is all the same.
create function private.keep_stored_evidence()
returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if private.is_stored_evidence_handed_in(old.name) then perform private.refuse('submission_is_frozen', 409); end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger handed_in_files_never_change before update on storage.objects
  for each row when (old.bucket_id = 'evidence'
    and (old.bucket_id, old.name, old.version, old.metadata) is distinct from (new.bucket_id, new.name, new.version, new.metadata))
  execute function private.keep_stored_evidence();
create trigger handed_in_files_are_never_taken_away before delete on storage.objects
  for each row when (old.bucket_id = 'evidence') execute function private.keep_stored_evidence();

-- Holds on to the stored files of some evidence until the end of the transaction, so that none is taken away meanwhile,
-- and refuses when one is gone or is another than it was when it became evidence.
create function private.lock_stored_files(p_evidence_ids uuid[])
returns void language plpgsql security definer set search_path = '' as $$
declare
  v_file record;
begin
  for v_file in
    select e.title, e.byte_size, e.content_sha256, e.storage_path from public.evidence e
    where e.id = any (p_evidence_ids) and e.kind = 'file' order by e.storage_path
  loop
    perform from storage.objects o where o.bucket_id = 'evidence' and o.name = v_file.storage_path for share;
    if not found then perform private.refuse('evidence_file_not_stored', 409, v_file.title); end if;
    if exists (select from storage.objects o where o.bucket_id = 'evidence' and o.name = v_file.storage_path
               and ((o.metadata ->> 'size')::bigint is distinct from v_file.byte_size
                    or o.metadata ->> 'sha256' <> v_file.content_sha256)) then
      perform private.refuse('evidence_file_changed', 409, v_file.title);
    end if;
  end loop;
end $$;
revoke execute on function private.take_facts_of_stored_file(), private.keep_evidence_as_made(), private.admit_stored_evidence(),
  private.keep_stored_evidence(), private.lock_stored_files(uuid[]) from public;
