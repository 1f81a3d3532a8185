-- Units: the bodies that owe work. A unit in use is retired, never deleted.

create type public.unit_kind as enum ('department', 'subdistrict', 'town', 'county_government', 'institution', 'other');

create table public.units (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  name_key text not null generated always as (private.name_key(name)) stored,
  kind public.unit_kind not null default 'department',
  parent_id uuid references public.units (id) on delete restrict,
  position integer not null default 0,
  retired_on date,
  created_at timestamptz not null default private.clock(),
  merged_into uuid references public.units (id) on delete restrict,
  constraint unit_name_is_1_to_80_characters check (name_key <> '' and char_length(btrim(name)) between 1 and 80),
  constraint unit_name_is_unique unique (name_key),
  constraint unit_is_not_its_own_parent check (parent_id is distinct from id),
  constraint merged_unit_is_retired check (merged_into is null or (retired_on is not null and merged_into <> id))
);
comment on table public.units is 'A body that is given tasks. Retired when it no longer exists; deleted only if nothing refers to it.';
comment on column public.units.merged_into is 'The unit that this one turned out to be (merging.sql): its work stands there.';
create index units_by_parent on public.units (parent_id);
create index units_by_heir on public.units (merged_into) where merged_into is not null;

-- Whoever walks up from a unit must arrive somewhere.
create function private.keep_units_in_a_tree()
returns trigger language plpgsql set search_path = '' as $$
begin
  if exists (
    with recursive above as (
      select new.parent_id as id
      union
      select u.parent_id from public.units u join above on u.id = above.id
    )
    select from above where id = new.id
  ) then perform private.refuse('unit_parent_loops', 409); end if;
  return new;
end $$;
revoke execute on function private.keep_units_in_a_tree() from public;
create trigger units_stand_in_a_tree before update of parent_id on public.units
  for each row when (new.parent_id is not null) execute function private.keep_units_in_a_tree();

create trigger units_are_audited after insert or update or delete on public.units
  for each row execute function private.record_change();

alter table public.units enable row level security;
revoke all on public.units from anon, authenticated;
grant select on public.units to authenticated;
-- Retired and taken back by functions alone (retiring.sql): open tasks are asked about.
grant insert (id, name, kind, parent_id, position), update (name, kind, parent_id, position), delete
  on public.units to authenticated;
create policy select_as_any_account on public.units for select to authenticated using ((select private.has_account()));
create policy insert_as_lead_office on public.units for insert to authenticated
  with check ((select private.can('manage_units')));
create policy update_as_lead_office on public.units for update to authenticated
  using ((select private.can('manage_units'))) with check ((select private.can('manage_units')));
create policy delete_as_lead_office on public.units for delete to authenticated
  using ((select private.can('manage_units')));

-- Whether something of one unit may become the other's: only where the two were merged.
create function private.follows_merge(p_from uuid, p_to uuid)
returns boolean language plpgsql stable set search_path = '' as $$
begin
  return exists (select from public.units u where u.id = p_from and u.merged_into = p_to);
end $$;
-- The unit that answers for what a unit had, through all mergers.
create function private.heir_of(p_unit_id uuid)
returns uuid language sql stable security definer set search_path = '' as $$
  with recursive heirs as (
    select u.id, u.merged_into from public.units u where u.id = p_unit_id
    union
    select u.id, u.merged_into from public.units u join heirs h on u.id = h.merged_into
  )
  select h.id from heirs h where h.merged_into is null
$$;
revoke execute on function private.follows_merge(uuid, uuid), private.heir_of(uuid) from public;
grant execute on function private.heir_of(uuid) to authenticated, service_role;

-- Unit groups (各街道): expanded to their members on the day a plan is issued.
create table public.unit_groups (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  name_key text not null generated always as (private.name_key(name)) stored,
  created_at timestamptz not null default private.clock(),
  constraint unit_group_name_is_1_to_80_characters check (name_key <> '' and char_length(btrim(name)) between 1 and 80),
  constraint unit_group_name_is_unique unique (name_key)
);
comment on table public.unit_groups is 'A collective name in plans, such as 各街道, and the units it stands for.';

create table public.unit_group_members (
  unit_group_id uuid not null references public.unit_groups (id) on delete cascade,
  unit_id uuid not null references public.units (id) on delete restrict,
  created_at timestamptz not null default private.clock(),
  primary key (unit_group_id, unit_id)
);
comment on table public.unit_group_members is 'Which units a group stands for today; issued plans keep the members of their day.';
create index unit_group_members_by_unit on public.unit_group_members (unit_id);

create trigger unit_groups_are_audited after insert or update or delete on public.unit_groups
  for each row execute function private.record_change();
create trigger unit_group_members_are_audited after insert or delete on public.unit_group_members
  for each row execute function private.record_change();

alter table public.unit_groups enable row level security;
revoke all on public.unit_groups from anon, authenticated;
grant select on public.unit_groups to authenticated;
grant insert (id, name), update (name), delete on public.unit_groups to authenticated;
create policy select_as_any_account on public.unit_groups for select to authenticated using ((select private.has_account()));
create policy insert_as_lead_office on public.unit_groups for insert to authenticated
  with check ((select private.can('manage_units')));
create policy update_as_lead_office on public.unit_groups for update to authenticated
  using ((select private.can('manage_units'))) with check ((select private.can('manage_units')));
create policy delete_as_lead_office on public.unit_groups for delete to authenticated
  using ((select private.can('manage_units')));

alter table public.unit_group_members enable row level security;
revoke all on public.unit_group_members from anon, authenticated;
grant select on public.unit_group_members to authenticated;
grant insert (unit_group_id, unit_id), delete on public.unit_group_members to authenticated;
create policy select_as_any_account on public.unit_group_members for select to authenticated
  using ((select private.has_account()));
create policy insert_as_lead_office on public.unit_group_members for insert to authenticated
  with check ((select private.can('manage_units')));
create policy delete_as_lead_office on public.unit_group_members for delete to authenticated
  using ((select private.can('manage_units')));

-- Aliases: other ways a document writes a unit or a group. A correction on the check screen becomes one.
create table public.unit_aliases (
  id uuid primary key default gen_random_uuid(),
  alias text not null,
  alias_key text not null generated always as (private.name_key(alias)) stored,
  unit_id uuid references public.units (id) on delete cascade,
  unit_group_id uuid references public.unit_groups (id) on delete cascade,
  created_at timestamptz not null default private.clock(),
  constraint alias_is_1_to_80_characters check (char_length(btrim(alias)) between 1 and 80),
  constraint alias_is_unique unique (alias_key),
  constraint alias_stands_for_one_unit_or_one_group check (num_nonnulls(unit_id, unit_group_id) = 1)
);
comment on table public.unit_aliases is 'A short or old name under which documents write a unit or a unit group.';
create index unit_aliases_by_unit on public.unit_aliases (unit_id);
create index unit_aliases_by_unit_group on public.unit_aliases (unit_group_id);

create trigger unit_aliases_are_audited after insert or update or delete on public.unit_aliases
  for each row execute function private.record_change();

alter table public.unit_aliases enable row level security;
revoke all on public.unit_aliases from anon, authenticated;
grant select on public.unit_aliases to authenticated;
grant insert (id, alias, unit_id, unit_group_id), delete on public.unit_aliases to authenticated;
create policy select_as_any_account on public.unit_aliases for select to authenticated
  using ((select private.has_account()));
create policy insert_as_lead_office on public.unit_aliases for insert to authenticated
  with check ((select private.can('manage_units')));
create policy delete_as_lead_office on public.unit_aliases for delete to authenticated
  using ((select private.can('manage_units')));

-- One written name means one thing: a unit, a group or an alias, never two of them.
create function private.keep_names_unambiguous()
returns trigger language plpgsql security definer set search_path = '' as $$
declare
  v_key text := private.name_key(case when tg_table_name = 'unit_aliases' then to_jsonb(new) ->> 'alias'
                                      else to_jsonb(new) ->> 'name' end);
begin
  if (tg_table_name <> 'units' and exists (select from public.units where name_key = v_key))
     or (tg_table_name <> 'unit_groups' and exists (select from public.unit_groups where name_key = v_key))
     or (tg_table_name <> 'unit_aliases' and exists (select from public.unit_aliases where alias_key = v_key)) then
    perform private.refuse('unit_name_already_taken', 409);
  end if;
  return new;
end $$;
revoke execute on function private.keep_names_unambiguous() from public;
create trigger names_are_unambiguous before insert or update of name on public.units
  for each row execute function private.keep_names_unambiguous();
create trigger names_are_unambiguous before insert or update of name on public.unit_groups
  for each row execute function private.keep_names_unambiguous();
create trigger names_are_unambiguous before insert on public.unit_aliases
  for each row execute function private.keep_names_unambiguous();

-- A pasted list of units: one JSON object a unit {name, kind, aliases[], groups[]}. All or nothing.
create function public.import_units(p_units jsonb)
returns integer language plpgsql security definer set search_path = '' as $$
declare
  v_unit record;
  v_id uuid;
  v_name text;
  v_count integer := 0;
begin
  perform private.require('manage_units');
  for v_unit in select * from jsonb_to_recordset(p_units) as u(name text, kind public.unit_kind, aliases jsonb, groups jsonb) loop
    insert into public.units (name, kind, position)
    values (btrim(v_unit.name), coalesce(v_unit.kind, 'department'),
            (select coalesce(max(position), 0) + 1 from public.units))
    returning id into v_id;
    insert into public.unit_aliases (alias, unit_id)
    select btrim(alias), v_id from jsonb_array_elements_text(coalesce(v_unit.aliases, '[]'::jsonb)) as alias;
    for v_name in select btrim(g) from jsonb_array_elements_text(coalesce(v_unit.groups, '[]'::jsonb)) as g loop
      insert into public.unit_groups (name) values (v_name) on conflict (name_key) do nothing;
      insert into public.unit_group_members (unit_group_id, unit_id)
      select id, v_id from public.unit_groups where name_key = private.name_key(v_name)
      on conflict do nothing;
    end loop;
    v_count := v_count + 1;
  end loop;
  return v_count;
end $$;
comment on function public.import_units is 'Creates units with aliases and group memberships from a pasted list; returns how many.';
revoke execute on function public.import_units(jsonb) from public, anon;
grant execute on function public.import_units(jsonb) to authenticated;
