-- Due dates by the terms, for whoever shows one: nobody else reads public.milestones.due_on as a date that somebody owes
-- (tests/architecture/due-dates.test.ts).

-- An obligation's own due date in force at the end of a day; no row when it has none and its milestone's counts.
create function private.own_due_in_force(p_as_of date, p_obligation_id uuid)
returns table (due_on date) language sql stable as $$
  select d.due_on from public.due_terms d
  where d.obligation_id = p_obligation_id and d.known_from < private.end_of_business_day(p_as_of)
  order by d.known_from desc, d.id desc limit 1
$$;

-- When what is owed on some tasks is due: each obligation in force at the end of a day, without its facts. A task that
-- nobody is accountable for has one row a milestone besides, as the plan says it.
create function private.dues_in_force(p_as_of date, p_task_ids uuid[])
returns table (task_id uuid, milestone_id uuid, unit_id uuid, is_accountable boolean, due_on date) language sql stable as $$
  with due as materialized (select * from private.due_in_force(p_as_of, p_task_ids)),
    given as materialized (select * from private.roles_in_force(p_as_of, p_task_ids))
  select d.task_id, d.milestone_id, a.unit_id, a.is_accountable, coalesce(own.due_on, d.due_on)
  from due d
  join given a on a.task_id = d.task_id
  join public.obligations o on o.assignment_id = a.assignment_id and o.milestone_id = d.milestone_id
  left join lateral private.own_due_in_force(p_as_of, o.id) own on true
  union all
  select d.task_id, d.milestone_id, null, null, d.due_on
  from due d where not exists (select from given a where a.task_id = d.task_id and a.is_accountable)
$$;

-- Columns of an obligation that are worked out: PostgREST reads them like any other, by their names. Whoever may read the
-- terms may ask. By public functions alone, because it is the reader who calls them.
create function public.milestone_due_on(p_obligation public.obligations)
returns date language sql stable as $$
  select d.due_on from public.due_terms d
  where d.milestone_id = p_obligation.milestone_id and d.obligation_id is null
    and public.business_date(d.known_from) <= public.business_today()
  order by d.known_from desc, d.id desc limit 1
$$;
comment on function public.milestone_due_on is
  'Column of obligations: when the milestone is due today, by its own terms. Where due_on differs, the obligation has a date of its own.';

create function public.due_on(p_obligation public.obligations)
returns date language sql stable as $$
  select coalesce(
    (select d.due_on from public.due_terms d
     where d.obligation_id = p_obligation.id and public.business_date(d.known_from) <= public.business_today()
     order by d.known_from desc, d.id desc limit 1),
    public.milestone_due_on(p_obligation))
$$;
comment on function public.due_on is
  'Column of obligations: the due date in force today, the obligation''s own term before its milestone''s. Any screen that shows one reads this.';

-- A due date is never moved to a day already past while what it is for is open: nobody is made late by a stroke of the pen.
-- What is only asked for (配合) is never late.
create function private.keep_open_due_dates_ahead()
returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.source <> 'issue' and new.due_on < public.business_today()
     and new.due_on is distinct from (select d.due_on from public.due_terms d
       where d.milestone_id = new.milestone_id and d.obligation_id is not distinct from new.obligation_id
       order by d.known_from desc, d.id desc limit 1)
     and exists (
       select from public.obligations o join public.assignments a on a.id = o.assignment_id and a.role <> 'supporting'
       where o.milestone_id = new.milestone_id and (new.obligation_id is null or o.id = new.obligation_id)
         and private.obligation_state_of(o.id) in ('open', 'under_review')) then
    perform private.refuse('due_date_is_past');
  end if;
  return new;
end $$;
create trigger open_due_dates_stay_ahead before insert on public.due_terms
  for each row execute function private.keep_open_due_dates_ahead();

revoke execute on function private.keep_open_due_dates_ahead() from public;
revoke execute on function private.own_due_in_force(date, uuid), private.dues_in_force(date, uuid[]) from public;
revoke execute on function public.due_on(public.obligations), public.milestone_due_on(public.obligations) from public, anon;
grant execute on function public.due_on(public.obligations), public.milestone_due_on(public.obligations) to authenticated;
