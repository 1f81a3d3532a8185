-- 各街镇 on a first import: the group and the units it stands for, at once or not at all.
create function public.make_unit_group(p_name text, p_member_ids uuid[], p_new_units jsonb)
returns uuid language plpgsql security definer set search_path = '' as $$
declare
  v_id uuid;
  v_name text;
begin
  perform private.require('manage_units');
  if cardinality(coalesce(p_member_ids, '{}')) + jsonb_array_length(coalesce(p_new_units, '[]'::jsonb)) = 0 then
    perform private.refuse('unit_group_is_empty', 409, p_name);
  end if;
  select u.name into v_name from public.units u where u.id = any (p_member_ids) and u.retired_on is not null limit 1;
  if v_name is not null then perform private.refuse('unit_is_retired', 409, v_name); end if;
  insert into public.unit_groups (name) values (btrim(p_name)) returning id into v_id;
  perform public.import_units((select coalesce(jsonb_agg(u || jsonb_build_object('groups', jsonb_build_array(btrim(p_name)))), '[]'::jsonb)
                               from jsonb_array_elements(coalesce(p_new_units, '[]'::jsonb)) as u));
  insert into public.unit_group_members (unit_group_id, unit_id)
  select v_id, m from unnest(p_member_ids) as m on conflict do nothing;
  return v_id;
end $$;
comment on function public.make_unit_group is
  'Lead office: a group of units that are there and of units made with it, as a list {name, kind, aliases[]}; answers its id.';
revoke execute on function public.make_unit_group(text, uuid[], jsonb) from public, anon;
grant execute on function public.make_unit_group(text, uuid[], jsonb) to authenticated;
