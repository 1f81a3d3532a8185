-- Evidence: a link or a file of a unit. One piece may serve many reports; once handed in it never changes.

create type public.evidence_kind as enum ('link', 'file');

-- One line as it is read: no control characters, nothing unseen, nothing that turns the direction of writing round (an
-- ending such as fdp.exe would be shown as exe.pdf).
create function private.is_plain_line(p_text text)
returns boolean language sql immutable parallel safe set search_path = '' as $$
  select p_text !~ '[\u0001-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\U000e0000-\U000e0fff]'
$$;
-- Which endings count as evidence, and the media type each is stored under. evidenceMediaType in the app says the same
-- (tests/integration/evidence-files.test.ts compares them).
create function private.evidence_media_type(p_name text)
returns text language sql immutable parallel safe set search_path = '' as $$
  select case lower(substring(p_name from '\.([A-Za-z0-9]+)$'))
    when 'pdf' then 'application/pdf'
    when 'doc' then 'application/msword'
    when 'docx' then 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
    when 'xls' then 'application/vnd.ms-excel'
    when 'xlsx' then 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    when 'ppt' then 'application/vnd.ms-powerpoint'
    when 'pptx' then 'application/vnd.openxmlformats-officedocument.presentationml.presentation'
    when 'wps' then 'application/vnd.ms-works'
    when 'et' then 'application/octet-stream'
    when 'dps' then 'application/octet-stream'
    when 'ofd' then 'application/ofd'
    when 'txt' then 'text/plain'
    when 'csv' then 'text/csv'
    when 'png' then 'image/png'
    when 'jpg' then 'image/jpeg'
    when 'jpeg' then 'image/jpeg'
    when 'gif' then 'image/gif'
    when 'webp' then 'image/webp'
    when 'bmp' then 'image/bmp'
    when 'zip' then 'application/zip'
    when 'rar' then 'application/vnd.rar'
    when '7z' then 'application/x-7z-compressed'
  end
$$;
-- What one unit may keep in all: 5 GiB, a hundred files of the largest size.
create function private.evidence_quota_bytes()
returns bigint language sql immutable parallel safe set search_path = '' as $$ select 5368709120 $$;
revoke execute on function private.is_plain_line(text), private.evidence_media_type(text), private.evidence_quota_bytes() from public;
grant execute on function private.is_plain_line(text), private.evidence_media_type(text) to authenticated, service_role;

create table public.evidence (
  id uuid primary key default gen_random_uuid(),
  unit_id uuid not null references public.units (id) on delete restrict,
  kind public.evidence_kind not null,
  title text not null,
  url text,
  storage_path text,
  file_name text,
  media_type text,
  byte_size bigint,
  content_sha256 text,
  created_by uuid references public.accounts (user_id) on delete restrict default auth.uid(),
  created_at timestamptz not null default private.clock(),
  constraint evidence_title_is_1_to_200_characters check (char_length(btrim(title)) between 1 and 200),
  constraint evidence_title_is_a_plain_line check (private.is_plain_line(title)),
  constraint link_has_an_http_address check (kind <> 'link' or (url ~* '^https?://[^\s]+$' and private.is_plain_line(url)
    and char_length(url) <= 2000 and num_nonnulls(storage_path, file_name, media_type, byte_size, content_sha256) = 0)),
  constraint file_has_a_path_and_name check (kind <> 'file' or (num_nulls(storage_path, file_name, media_type) = 0 and url is null)),
  constraint file_name_is_a_plain_line check (char_length(btrim(file_name)) between 1 and 200 and private.is_plain_line(file_name)
    and file_name !~ '[/\\]' and file_name !~ '^\s*\.'),
  constraint file_name_ends_as_it_is_stored check (kind <> 'file' or coalesce(
    lower(substring(file_name from '\.([A-Za-z0-9]+)$')) = substring(storage_path from '\.([a-z0-9]+)$'), false)),
  constraint file_is_at_most_50_mib check (kind <> 'file' or coalesce(byte_size between 1 and 52428800, false)),
  constraint file_has_its_fingerprint check (kind <> 'file' or coalesce(content_sha256 ~ '^[0-9a-f]{64}$', false)),
  constraint stored_file_is_one_piece_of_evidence unique (storage_path)
);
comment on table public.evidence is
  'Proof of a unit''s work: the address of a published page, or a stored file with its own name kept. Never changed once made.';
comment on column public.evidence.content_sha256 is 'SHA-256 of the file''s bytes, from Storage where it tells, else from the browser that uploaded it.';
create index evidence_by_unit on public.evidence (unit_id, created_at desc);

create table public.report_evidence (
  report_id uuid not null references public.progress_reports (id) on delete cascade,
  evidence_id uuid not null references public.evidence (id) on delete restrict,
  attached_at timestamptz not null default private.clock(),
  primary key (report_id, evidence_id)
);
comment on table public.report_evidence is 'What the unit has attached to its working copy.';
create index report_evidence_by_evidence on public.report_evidence (evidence_id);

create table public.submission_evidence (
  submission_id uuid not null references public.report_submissions (id) on delete restrict,
  evidence_id uuid not null references public.evidence (id) on delete restrict,
  is_accepted boolean,
  content_sha256 text,
  primary key (submission_id, evidence_id)
);
comment on table public.submission_evidence is 'The evidence as handed in, and whether the review accepted each piece.';
comment on column public.submission_evidence.content_sha256 is 'SHA-256 of the file when it was handed in: what is read at any later time must still have it.';
create index submission_evidence_by_evidence on public.submission_evidence (evidence_id);

-- A unit's evidence is its own until it is handed in: then the lead office and leadership read it, and the units of the
-- tasks it was handed in on.
create function private.is_evidence_of_assigned_task(p_evidence_id uuid)
returns boolean language sql stable security definer set search_path = '' as $$
  select private.can('report_work')
    and exists (select from public.submission_evidence se join public.report_submissions s on s.id = se.submission_id
                where se.evidence_id = p_evidence_id and private.is_assigned_to(s.task_id))
$$;
-- A draft of the unit's own that may still be edited.
create function private.can_edit_report(p_report_id uuid)
returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from public.progress_reports r
                 where r.id = p_report_id and r.unit_id = private.account_unit_id() and r.state in ('draft', 'returned'))
    and private.can('report_work')
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
grant insert (id, unit_id, kind, title, url, storage_path, file_name, content_sha256), delete on public.evidence to authenticated;
create policy select_readable on public.evidence for select to authenticated
  using (unit_id = (select private.account_unit_id()) or ((select private.can('read_all_work')) and private.is_handed_in(id))
         or private.is_evidence_of_assigned_task(id));
create policy insert_for_own_unit on public.evidence for insert to authenticated
  with check ((select private.can('report_work')) and unit_id = (select private.account_unit_id()));
create policy delete_of_own_unit_until_handed_in on public.evidence for delete to authenticated
  using ((select private.can('report_work')) and unit_id = (select private.account_unit_id())
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
  if tg_op = 'DELETE' or old.is_accepted is not null
     or (old.submission_id, old.evidence_id, old.content_sha256) is distinct from (new.submission_id, new.evidence_id, new.content_sha256) then
    perform private.refuse('submission_is_frozen', 409);
  end if;
  return new;
end $$;
revoke execute on function private.keep_decided_evidence() from public;
create trigger decided_evidence_never_changes before update or delete on public.submission_evidence
  for each row execute function private.keep_decided_evidence();
