-- Lists of tasks take one filter, an object, in place of ten parameters; what is not known in it is refused.
drop function public.list_tasks(date, uuid, uuid, uuid, text, text, boolean, integer, text, integer, integer, boolean, boolean);
drop function private.list_filter(boolean, uuid, uuid, uuid, text, text, boolean, integer, boolean, boolean);
drop function private.list_source(boolean, uuid);
drop function private.list_year(boolean, uuid);
drop function private.list_order(text);

-- Which tasks a list shows: read from JSON in one place. What nobody knows is refused, because a filter that is passed over
-- would list everything.

create type private.task_filter as (plan_id uuid, section_id uuid, is_outside_sections boolean, unit_id uuid, is_accountable boolean,
  signal text, is_awaiting boolean, year integer, search text);
comment on type private.task_filter is
  'What is null filters nothing. is_accountable: what the unit is to the task. signal: one of public.signal, complete (办结), '
  'complete_late (逾期办结) or open (started and not complete). year: something is due in it.';

create function private.read_task_filter(p_filter jsonb)
returns private.task_filter language plpgsql stable set search_path = '' as $$
declare
  v_filter private.task_filter;
  v_wrong text;
begin
  if jsonb_typeof(p_filter) is distinct from 'object' then perform private.refuse('task_filter_unreadable'); end if;
  select string_agg(given.key, ', ') into v_wrong
  from jsonb_each(p_filter) given
  left join (values ('plan_id', 'string'), ('section_id', 'string'), ('is_outside_sections', 'boolean'), ('unit_id', 'string'),
    ('is_accountable', 'boolean'), ('signal', 'string'), ('is_awaiting', 'boolean'), ('year', 'number'), ('search', 'string')) known (key, type)
    on known.key = given.key
  where known.type is distinct from jsonb_typeof(given.value);
  if v_wrong is not null then perform private.refuse('task_filter_unreadable', 422, left(v_wrong, 200)); end if;
  begin
    v_filter := jsonb_populate_record(null::private.task_filter, p_filter);
  exception when data_exception then
    perform private.refuse('task_filter_unreadable');
  end;
  if v_filter.signal <> all (enum_range(null::public.signal)::text[] || array['complete', 'complete_late', 'open']) then
    perform private.refuse('task_filter_unreadable', 422, 'signal');
  end if;
  if v_filter.year not between 1900 and 2999 then perform private.refuse('task_filter_unreadable', 422, 'year'); end if;
  perform private.require_short_search(v_filter.search);
  v_filter.search := nullif(lower(btrim(v_filter.search)), '');
  return v_filter;
end $$;

-- Lists of tasks, filtered and paged; total_count is that of the whole filter.
-- With a unit a row shows the signal and progress of that unit's own assignment.
--
-- The statement is put together from the filters that are given, over standings or over computed rows of the same shape,
-- so that the planner sees only what is asked. Values go in as parameters, never as text: $1 the day, $2 the filter,
-- $3 and $4 the page. A statement made for one call sees them as constants, also the parts of $2.
create function private.list_source(p_is_kept boolean, p_filter private.task_filter)
returns text language sql immutable as $$
  select case
    when p_filter.unit_id is null and p_is_kept then 'private.task_standings'
    when p_filter.unit_id is null then 'private.tasks_at($1, private.tasks_of_plans(($2).plan_id))'
    when p_is_kept then 'private.assignment_standings'
    else 'private.assignments_at($1, array(select a.task_id from public.assignments a where a.unit_id = ($2).unit_id))' end
$$;
-- Tasks with something due in a year: that unit's own obligations, else those of the accountable units; where nobody is
-- accountable, the milestones as the plan says them. The years are those in which the matrix shows a task.
-- Kept rows are asked for by "exists", which the planner answers by the index for a plan and by one reading for all.
create function private.list_year(p_is_kept boolean, p_filter private.task_filter)
returns text language sql immutable as $$
  select replace(case
    when p_is_kept and p_filter.unit_id is null then
      $f$(exists (select from private.obligation_standings o where o.task_id = x.task_id and o.is_accountable and o.due_on in_year)
          or x.reason = 'unassigned' and exists (select from private.due_in_force($1, array[x.task_id]) o where o.due_on in_year))$f$
    when p_is_kept then
      'exists (select from private.obligation_standings o where o.task_id = x.task_id and o.unit_id = ($2).unit_id and o.due_on in_year)'
    when p_filter.unit_id is null then
      $f$x.task_id in (select o.task_id from private.dues_in_force($1, private.tasks_of_plans(($2).plan_id)) o
                       where o.is_accountable is distinct from false and o.due_on in_year)$f$
    else
      $f$x.task_id in (select o.task_id
                       from private.dues_in_force($1, array(select a.task_id from public.assignments a where a.unit_id = ($2).unit_id)) o
                       where o.unit_id = ($2).unit_id and o.due_on in_year)$f$ end,
    'in_year', 'between make_date(($2).year, 1, 1) and make_date(($2).year, 12, 31)')
$$;
create function private.list_filter(p_is_kept boolean, p_filter private.task_filter)
returns text language sql immutable as $$
  select concat_ws(' and ', case when p_filter.plan_id is null then 'x.is_in_view' else 'x.plan_id = ($2).plan_id' end,
    case when p_filter.unit_id is not null then 'x.unit_id = ($2).unit_id' end,
    case when p_filter.unit_id is not null and p_filter.is_accountable is not null then 'x.is_accountable = ($2).is_accountable' end,
    case when p_filter.section_id is not null then 'x.section_id in (select private.sections_within(($2).section_id))' end,
    case when p_filter.is_outside_sections is not null then '(x.section_id is null) = ($2).is_outside_sections' end,
    case when p_filter.is_awaiting is not null then 'x.is_awaiting = ($2).is_awaiting' end,
    case p_filter.signal when 'complete' then 'x.is_complete' when 'complete_late' then 'x.is_complete and x.is_late'
      when 'open' then $f$not x.is_complete and x.signal <> 'grey'$f$
      else case when p_filter.signal is not null then 'not x.is_complete and x.signal::text = ($2).signal' end end,
    case when p_filter.year is not null then private.list_year(p_is_kept, p_filter) end,
    case when p_filter.search is not null then
      $f$(exists (select from public.tasks t where t.id = x.task_id
                  and position(($2).search in lower(concat_ws(' ', t.number, t.title, t.requirement))) > 0)
          or x.task_id in (select a.task_id from private.roles_in_force($1, private.tasks_of_plans(($2).plan_id)) a
                           join public.units u on u.id = a.unit_id
                           where a.is_accountable and position(($2).search in lower(u.name)) > 0))$f$ end)
$$;
create function private.list_order(p_sort text)
returns text language plpgsql immutable set search_path = '' as $$
declare
  v_first text := case p_sort
    when 'urgency' then 'x.is_complete, x.signal desc, x.due_on, '
    when 'due_on' then 'x.due_on, '
    when 'percent' then 'coalesce(x.percent, 0), '
    when 'fact_on' then 'x.fact_on, '
    when 'number' then '' end;
begin
  if v_first is null then perform private.refuse('task_sort_unknown'); end if;
  return v_first || 'x.plan_starts_on desc, x.plan_id, x.position';
end $$;

create function public.list_tasks(p_filter jsonb default '{}', p_as_of date default null, p_sort text default 'urgency',
  p_limit integer default 50, p_offset integer default 0)
returns table (task_id uuid, plan_id uuid, plan_title text, section_id uuid, section_title text, number text, title text,
  is_ongoing boolean, signal public.signal, reason public.signal_reason, percent numeric, is_complete boolean, is_late boolean, due_on date,
  fact_on date, accountable_units text, unit_count integer, assignment_id uuid, role public.assignment_role, total_count bigint)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = 'force_custom_plan' set jit = 'off' as $$
declare
  v_as_of date := private.asked_day(p_as_of);
  v_is_kept boolean := private.is_kept(v_as_of);
  v_filter private.task_filter := private.read_task_filter(p_filter);
  v_source text := private.list_source(v_is_kept, v_filter);
  v_order text := private.list_order(p_sort);
begin
  return query execute format($q$
    with %5$s found as materialized (
      select x.task_id, x.plan_id, x.section_id, x.signal, x.reason, x.percent, x.is_complete, x.is_late, x.due_on, x.fact_on,
        %1$s, row_number() over (order by %2$s) as place
      from %3$s x where %4$s order by %2$s limit $3 offset $4
    )
    select f.task_id, f.plan_id, p.title, f.section_id, s.title, t.number, t.title, t.is_ongoing, f.signal, f.reason, coalesce(f.percent, 0),
      f.is_complete, f.is_late, f.due_on, f.fact_on, units.accountable, coalesce(units.count, 0), f.assignment_id, f.role,
      (select count(*) from %3$s x where %4$s)
    from found f
    join public.tasks t on t.id = f.task_id
    join public.plans p on p.id = f.plan_id
    left join public.plan_sections s on s.id = f.section_id
    left join private.units_of_tasks($1, array(select o.task_id from found o)) as units on units.task_id = f.task_id
    order by f.place$q$,
    case when v_filter.unit_id is null then 'null::uuid as assignment_id, null::public.assignment_role as role' else 'x.assignment_id, x.role' end,
    v_order, case when v_is_kept then v_source else 'stated' end, private.list_filter(v_is_kept, v_filter),
    -- Computed once, though it is listed and counted.
    case when not v_is_kept then format('stated as materialized (select * from %s),', v_source) end)
  using v_as_of, v_filter, least(greatest(coalesce(p_limit, 50), 1), 500), greatest(coalesce(p_offset, 0), 0);
end $$;
comment on function public.list_tasks is
  'Any account: tasks of issued plans with signal, reason, progress at p_as_of; at most 500 a page. '
  'p_filter: an object with keys of private.task_filter. p_sort: urgency, due_on, percent, fact_on, number.';

revoke execute on function private.read_task_filter(jsonb), private.list_source(boolean, private.task_filter),
  private.list_year(boolean, private.task_filter), private.list_filter(boolean, private.task_filter), private.list_order(text) from public;
revoke execute on function public.list_tasks(jsonb, date, text, integer, integer) from public, anon;
grant execute on function public.list_tasks(jsonb, date, text, integer, integer) to authenticated;
