-- The first steps after set-up, from what is there: a plan imported, its names standing for units, the units invited.

create function public.first_steps()
returns table (plans integer, issued_plans integer, draft_plan_id uuid, unresolved_names integer, units integer, uninvited_units integer)
language plpgsql stable security definer set search_path = '' as $$
declare
  v_draft_id uuid;
begin
  perform private.require('prepare_plans');
  v_draft_id := (select d.plan_id from public.plan_drafts d join public.plans p on p.id = d.plan_id and p.state = 'draft'
                 order by d.updated_at desc, d.plan_id limit 1);
  return query select
    (select count(*) from public.plans)::integer,
    (select count(*) from public.plans p where p.state <> 'draft')::integer,
    v_draft_id,
    case when v_draft_id is null then 0 else (select count(*) from public.unresolved_names(v_draft_id)) end::integer,
    (select count(*) from public.units u where u.retired_on is null)::integer,
    -- Invited once is invited: whose link ran out is seen in the list of units.
    (select count(*) from public.units u where u.retired_on is null
      and not exists (select from public.accounts a where a.unit_id = u.id and a.disabled_at is null)
      and not exists (select from public.invitations i where i.unit_id = u.id))::integer;
end $$;
comment on function public.first_steps is 'Lead office: how far the first steps are: plans, what the newest draft''s names lack, units never invited.';
revoke execute on function public.first_steps() from public, anon;
grant execute on function public.first_steps() to authenticated;
