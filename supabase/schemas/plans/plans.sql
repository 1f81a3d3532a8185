-- Plans: draft → issued → closed. A draft is one JSON document that the check screen edits; issuing turns it into rows.

create type public.plan_kind as enum ('annual_work_plan', 'action_plan', 'task_breakdown');
create type public.plan_state as enum ('draft', 'issued', 'closed');
create type public.reporting_cadence as enum ('monthly', 'quarterly', 'half_yearly', 'yearly', 'none');

create table public.source_documents (
  id uuid primary key default gen_random_uuid(),
  file_name text not null,
  media_type text not null default 'text/plain',
  content text not null,
  tables jsonb not null default '[]'::jsonb,
  created_by uuid references public.accounts (user_id) on delete restrict,
  created_at timestamptz not null default private.clock(),
  is_pasted boolean not null default false,
  file_sha256 text,
  file_path text,
  constraint source_is_at_most_4_million_characters check (char_length(content) between 1 and 4000000),
  constraint fingerprint_is_sha256 check (file_sha256 ~ '^[0-9a-f]{64}$'),
  constraint kept_file_has_its_fingerprint check (file_path is null or (file_sha256 is not null and not is_pasted)),
  constraint kept_file_is_of_one_document unique (file_path)
);
comment on table public.source_documents is 'The decoded text of an imported document. Places in it are UTF-16 offsets, end exclusive.';
comment on column public.source_documents.is_pasted is 'The text was pasted: there never was a file.';
comment on column public.source_documents.file_sha256 is
  'SHA-256 of the file''s bytes as the browser read them; null for a paste, and for what was imported before files were kept.';
comment on column public.source_documents.file_path is 'Where the file lies in Storage; null until it has arrived.';
comment on column public.source_documents.tables is 'Tables found by the reader: cells with offsets into content.';

create table public.plans (
  id uuid primary key default gen_random_uuid(),
  source_document_id uuid not null references public.source_documents (id) on delete restrict,
  kind public.plan_kind not null,
  title text not null,
  document_number text,
  issuing_body text,
  document_date date,
  starts_on date not null,
  ends_on date not null,
  state public.plan_state not null default 'draft',
  warning_days integer not null default 15,
  reporting_cadence public.reporting_cadence not null default 'quarterly',
  report_grace_days integer not null default 10,
  created_by uuid references public.accounts (user_id) on delete restrict,
  created_at timestamptz not null default private.clock(),
  issued_by uuid references public.accounts (user_id) on delete restrict,
  issued_at timestamptz,
  closed_at timestamptz,
  behind_points integer not null default 20,
  constraint plan_title_is_1_to_200_characters check (char_length(btrim(title)) between 1 and 200),
  constraint plan_ends_after_it_starts check (ends_on >= starts_on),
  constraint warning_days_are_0_to_90 check (warning_days between 0 and 90),
  constraint report_grace_days_are_0_to_60 check (report_grace_days between 0 and 60),
  constraint behind_points_are_1_to_100 check (behind_points between 1 and 100),
  constraint issued_plan_says_when check ((state = 'draft') = (issued_at is null))
);
comment on table public.plans is 'A work plan, action plan or task breakdown. Locked once issued: changed by amendment only.';
comment on column public.plans.warning_days is 'Days before a due date from which the signal is yellow.';
comment on column public.plans.behind_points is 'More points than this behind scheduled progress make the signal yellow.';
comment on column public.plans.report_grace_days is 'Days after a reporting period''s end by which its report is due.';
create index plans_by_state on public.plans (state, starts_on desc);
create index source_documents_by_fingerprint on public.source_documents (file_sha256);
create index plans_by_source_document on public.plans (source_document_id);

create trigger plans_are_audited after insert or update or delete on public.plans
  for each row execute function private.record_change();

alter table public.plans enable row level security;
revoke all on public.plans from anon, authenticated;
grant select on public.plans to authenticated;
create policy select_issued_as_any_account on public.plans for select to authenticated
  using (state <> 'draft' and (select private.has_account()));
create policy select_drafts_as_lead_office on public.plans for select to authenticated
  using ((select private.can('prepare_plans')));
-- The inner select runs under the policies above: whoever may see a plan may see what became of it.
create policy select_of_visible_plans on public.events for select to authenticated
  using (task_id is null and plan_id in (select p.id from public.plans p));

alter table public.source_documents enable row level security;
revoke all on public.source_documents from anon, authenticated;
grant select on public.source_documents to authenticated;
-- The inner select runs under the policies of plans: whoever may see a plan may see its source.
create policy select_with_a_visible_plan on public.source_documents for select to authenticated
  using (exists (select from public.plans p where p.source_document_id = source_documents.id));

create table public.plan_drafts (
  plan_id uuid primary key references public.plans (id) on delete cascade,
  content jsonb not null,
  revision integer not null default 1,
  updated_at timestamptz not null default private.clock(),
  updated_by uuid references public.accounts (user_id) on delete restrict
);
comment on table public.plan_drafts is
  'What the check screen edits until the plan is issued: sections, tasks, units as written and how each name was resolved.';

alter table public.plan_drafts enable row level security;
revoke all on public.plan_drafts from anon, authenticated;
grant select on public.plan_drafts to authenticated;
create policy select_as_lead_office on public.plan_drafts for select to authenticated
  using ((select private.can('prepare_plans')));

create table public.plan_sections (
  id uuid primary key default gen_random_uuid(),
  plan_id uuid not null references public.plans (id) on delete cascade,
  parent_id uuid references public.plan_sections (id) on delete no action,
  position integer not null,
  number text,
  title text not null,
  level integer not null,
  source_start integer,
  source_end integer,
  constraint section_level_is_1_to_5 check (level between 1 and 5),
  constraint section_position_is_unique unique (plan_id, position),
  constraint section_belongs_to_its_plan unique (id, plan_id)
);
comment on table public.plan_sections is 'Chapters of an issued plan, numbered as written.';
create index plan_sections_by_parent on public.plan_sections (parent_id);

alter table public.plan_sections enable row level security;
revoke all on public.plan_sections from anon, authenticated;
grant select on public.plan_sections to authenticated;
create policy select_with_its_plan on public.plan_sections for select to authenticated
  using (exists (select from public.plans p where p.id = plan_id));
