-- Contacts: whom to ring in a unit. Several are allowed; each has a name and a telephone number.

create table public.unit_contacts (
  id uuid primary key default gen_random_uuid(),
  unit_id uuid not null references public.units (id) on delete cascade,
  name text not null,
  phone text not null,
  created_at timestamptz not null default private.clock(),
  constraint contact_name_is_1_to_40_characters check (char_length(btrim(name)) between 1 and 40),
  constraint contact_phone_is_a_number check (phone ~ '^[0-9+(（][0-9+()（） 转-]{3,28}[0-9]$'
    and char_length(regexp_replace(phone, '[^0-9]', '', 'g')) >= 5),
  constraint contact_is_kept_once unique (unit_id, name, phone)
);
comment on table public.unit_contacts is 'Name and telephone of those who answer for a unit. Read by the lead office, leadership and the unit itself.';

create trigger unit_contacts_are_audited after insert or update or delete on public.unit_contacts
  for each row execute function private.record_change();

alter table public.unit_contacts enable row level security;
revoke all on public.unit_contacts from anon, authenticated;
grant select on public.unit_contacts to authenticated;
grant insert (unit_id, name, phone), update (name, phone), delete on public.unit_contacts to authenticated;
create policy select_as_reader_or_own_unit on public.unit_contacts for select to authenticated
  using ((select private.can('read_all_work')) or unit_id = (select private.account_unit_id()));
create policy insert_as_lead_office_or_own_unit on public.unit_contacts for insert to authenticated
  with check ((select private.can('manage_units')) or unit_id = (select private.account_unit_id()));
create policy update_as_lead_office_or_own_unit on public.unit_contacts for update to authenticated
  using ((select private.can('manage_units')) or unit_id = (select private.account_unit_id()))
  with check ((select private.can('manage_units')) or unit_id = (select private.account_unit_id()));
create policy delete_as_lead_office_or_own_unit on public.unit_contacts for delete to authenticated
  using ((select private.can('manage_units')) or unit_id = (select private.account_unit_id()));
