-- Evidence: a link or a file of a unit. One piece may serve many reports; once handed in it never changes.

create type public.evidence_kind as enum ('link', 'file');

create table public.evidence (
  id uuid primary key default gen_random_uuid(),
  unit_id uuid not null references public.units (id),
  kind public.evidence_kind not null,
  title text not null,
  url text,
  storage_path text,
  file_name text,
  media_type text,
  byte_size bigint,
  created_by uuid references public.accounts (user_id) default auth.uid(),
  created_at timestamptz not null default now(),
  constraint evidence_title_is_1_to_200_characters check (char_length(btrim(title)) between 1 and 200),
  constraint link_has_an_http_address check (kind <> 'link' or (url ~* '^https?://[^\s]+$' and char_length(url) <= 2000 and storage_path is null)),
  constraint file_has_a_path_and_name check (kind <> 'file' or (storage_path is not null and file_name is not null and url is null)),
  constraint file_is_at_most_50_mib check (byte_size is null or byte_size between 1 and 52428800),
  constraint stored_file_is_one_piece_of_evidence unique (storage_path)
);
comment on table public.evidence is 'Proof of a unit''s work: the address of a published page, or a stored file with its own name kept.';
create index evidence_by_unit on public.evidence (unit_id, created_at desc);

create table public.report_evidence (
  report_id uuid not null references public.progress_reports (id) on delete cascade,
  evidence_id uuid not null references public.evidence (id),
  attached_at timestamptz not null default now(),
  primary key (report_id, evidence_id)
);
comment on table public.report_evidence is 'What the unit has attached to its working copy.';
create index report_evidence_by_evidence on public.report_evidence (evidence_id);

create table public.submission_evidence (
  submission_id uuid not null references public.report_submissions (id),
  evidence_id uuid not null references public.evidence (id),
  is_accepted boolean,
  primary key (submission_id, evidence_id)
);
comment on table public.submission_evidence is 'The evidence as handed in, and whether the review accepted each piece.';
create index submission_evidence_by_evidence on public.submission_evidence (evidence_id);

-- Another unit's evidence is readable once it was handed in on a task that the caller's unit shares.
create function private.is_evidence_of_assigned_task(p_evidence_id uuid)
returns boolean language sql stable security definer set search_path = '' as $$
  select private.account_role() = 'department'
    and exists (select from public.submission_evidence se join public.report_submissions s on s.id = se.submission_id
                where se.evidence_id = p_evidence_id and private.is_assigned_to(s.task_id))
$$;
-- A draft of the unit's own that may still be edited.
create function private.can_edit_report(p_report_id uuid)
returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from public.progress_reports r
                 where r.id = p_report_id and r.unit_id = private.account_unit_id() and r.state in ('draft', 'returned'))
    and private.account_role() = 'department'
$$;
create function private.is_handed_in(p_evidence_id uuid)
returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from public.submission_evidence where evidence_id = p_evidence_id)
$$;
revoke execute on function private.is_evidence_of_assigned_task(uuid), private.can_edit_report(uuid), private.is_handed_in(uuid) from public;
grant execute on function private.is_evidence_of_assigned_task(uuid), private.can_edit_report(uuid), private.is_handed_in(uuid)
  to authenticated, service_role;

alter table public.evidence enable row level security;
revoke all on public.evidence from anon, authenticated;
grant select on public.evidence to authenticated;
grant insert (id, unit_id, kind, title, url, storage_path, file_name, media_type, byte_size), delete on public.evidence to authenticated;
create policy select_readable on public.evidence for select to authenticated
  using ((select private.reads_everything()) or unit_id = (select private.account_unit_id())
         or private.is_evidence_of_assigned_task(id));
create policy insert_for_own_unit on public.evidence for insert to authenticated
  with check ((select private.account_role()) = 'department' and unit_id = (select private.account_unit_id()));
create policy delete_of_own_unit_until_handed_in on public.evidence for delete to authenticated
  using ((select private.account_role()) = 'department' and unit_id = (select private.account_unit_id())
         and not private.is_handed_in(id));

create trigger evidence_is_audited after insert or update or delete on public.evidence
  for each row execute function private.record_change();

alter table public.report_evidence enable row level security;
revoke all on public.report_evidence from anon, authenticated;
grant select on public.report_evidence to authenticated;
grant insert (report_id, evidence_id), delete on public.report_evidence to authenticated;
create policy select_of_own_unit on public.report_evidence for select to authenticated
  using (exists (select from public.progress_reports r where r.id = report_id));
create policy insert_while_editable on public.report_evidence for insert to authenticated
  with check (private.can_edit_report(report_id)
              and exists (select from public.evidence e where e.id = evidence_id and e.unit_id = (select private.account_unit_id())));
create policy delete_while_editable on public.report_evidence for delete to authenticated
  using (private.can_edit_report(report_id));

alter table public.submission_evidence enable row level security;
revoke all on public.submission_evidence from anon, authenticated;
grant select on public.submission_evidence to authenticated;
create policy select_with_its_submission on public.submission_evidence for select to authenticated
  using (exists (select from public.report_submissions s where s.id = submission_id));

-- A decision on a piece of evidence is made with its submission's, and stays.
create function private.keep_decided_evidence()
returns trigger language plpgsql set search_path = '' as $$
begin
  if tg_op = 'DELETE' or old.is_accepted is not null then perform private.refuse('submission_is_frozen', 409); end if;
  return new;
end $$;
revoke execute on function private.keep_decided_evidence() from public;
create trigger decided_evidence_never_changes before update or delete on public.submission_evidence
  for each row execute function private.keep_decided_evidence();

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
  select case when p_path ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.(pdf|docx?|xlsx?|pptx?|wps|et|dps|ofd|txt|csv|png|jpe?g|gif|webp|bmp|zip|rar|7z)$'
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

create policy evidence_select_readable on storage.objects for select to authenticated
  using (bucket_id = 'evidence'
         and ((select private.reads_everything()) or private.evidence_path_unit(name) = (select private.account_unit_id())
              or private.is_stored_evidence_of_assigned_task(name)));
create policy evidence_insert_for_own_unit on storage.objects for insert to authenticated
  with check (bucket_id = 'evidence' and (select private.account_role()) = 'department'
              and private.evidence_path_unit(name) = (select private.account_unit_id()));
create policy evidence_delete_of_own_unit_until_handed_in on storage.objects for delete to authenticated
  using (bucket_id = 'evidence' and (select private.account_role()) = 'department'
         and private.evidence_path_unit(name) = (select private.account_unit_id())
         and not private.is_stored_evidence_handed_in(name));

-- A file counts as evidence only if it lies in Storage, under the unit's own folder.
create function private.require_stored_file()
returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.kind = 'file' and (private.evidence_path_unit(new.storage_path) is distinct from new.unit_id
      or not exists (select from storage.objects o where o.bucket_id = 'evidence' and o.name = new.storage_path)) then
    perform private.refuse('evidence_file_not_stored', 409);
  end if;
  return new;
end $$;
revoke execute on function private.require_stored_file() from public;
create trigger evidence_files_are_stored before insert on public.evidence
  for each row execute function private.require_stored_file();

-- No policy lets anybody change a stored file, but a signed upload address works without policies: what was handed in
-- stays as it is all the same.
create function private.keep_stored_evidence()
returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if old.bucket_id = 'evidence' and private.is_stored_evidence_handed_in(old.name) then
    perform private.refuse('submission_is_frozen', 409);
  end if;
  return new;
end $$;
revoke execute on function private.keep_stored_evidence() from public;
create trigger handed_in_files_never_change before update on storage.objects
  for each row when ((old.bucket_id, old.name, old.version, old.metadata) is distinct from (new.bucket_id, new.name, new.version, new.metadata))
  execute function private.keep_stored_evidence();
