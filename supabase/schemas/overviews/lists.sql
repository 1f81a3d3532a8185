-- Lists and search.

-- Chapters nest: a task counts under each chapter above it.
create function private.sections_within(p_section_id uuid)
returns setof uuid language sql stable as $$
  with recursive below as (
    select p_section_id as id
    union
    select s.id from public.plan_sections s join below b on s.parent_id = b.id
  )
  select id from below
$$;

-- For some tasks: the units accountable at p_as_of by name, those that cause the signal first, and how many units each has in all.
create function private.units_of_tasks(p_as_of date, p_task_ids uuid[])
returns table (task_id uuid, accountable text, count integer) language sql stable as $$
  select a.task_id,
    string_agg(u.name, '、' order by a.is_complete, a.signal desc, a.reason = 'due_soon', u.position, u.name) filter (where a.is_accountable),
    count(*)::integer
  from private.assignment_states(p_as_of, p_task_ids) a join public.units u on u.id = a.unit_id
  group by a.task_id
$$;

-- A search looks for every word in every task: what is longer than a person types is refused before anything is split.
create function private.require_short_search(p_text text)
returns void language plpgsql stable set search_path = '' as $$
begin
  if char_length(p_text) > 200 then perform private.refuse('search_text_too_long'); end if;
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
    case when p_filter.unit_id is not null and p_filter.is_supporting is not null then $f$(x.role = 'supporting') = ($2).is_supporting$f$ end,
    case when p_filter.unit_id is null and p_filter.is_leads_done is not null then '(x.open_responsible > 0) = ($2).is_leads_done' end,
    case when p_filter.section_id is not null then 'x.section_id in (select private.sections_within(($2).section_id))' end,
    case when p_filter.is_outside_sections is not null then '(x.section_id is null) = ($2).is_outside_sections' end,
    case when p_filter.is_awaiting is not null then 'x.is_awaiting = ($2).is_awaiting' end,
    case p_filter.signal when 'complete' then 'x.is_complete' when 'complete_late' then 'x.is_complete and x.is_late'
      when 'open' then $f$not x.is_complete and (x.signal <> 'grey' or x.reason = 'due_before_given')$f$
      when 'yellow' then $f$not x.is_complete and x.signal = 'yellow' and x.reason <> 'due_soon'$f$
      when 'due_soon' then $f$not x.is_complete and x.reason = 'due_soon'$f$
      when 'grey' then $f$not x.is_complete and x.signal = 'grey' and x.reason <> 'due_before_given'$f$
      when 'before_given' then $f$not x.is_complete and x.reason = 'due_before_given'$f$
      else case when p_filter.signal is not null then 'not x.is_complete and x.signal::text = ($2).signal' end end,
    case when p_filter.year is not null then private.list_year(p_is_kept, p_filter) end,
    case when p_filter.search is not null then
      $f$(x.task_id in (select w.task_id from private.wording_in_force($1, private.tasks_of_plans(($2).plan_id)) w
                        join public.tasks t on t.id = w.task_id
                        where position(($2).search in lower(concat_ws(' ', t.number, w.title, w.requirement))) > 0)
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
    when 'percent' then 'x.percent, '
    when 'silence' then 'x.silent_since, '
    when 'number' then '' end;
begin
  if v_first is null then perform private.refuse('task_sort_unknown'); end if;
  return v_first || 'x.plan_starts_on desc, x.plan_id, x.position';
end $$;

create function public.list_tasks(p_filter jsonb default '{}', p_as_of date default null, p_sort text default 'urgency',
  p_limit integer default 50, p_offset integer default 0)
returns table (task_id uuid, plan_id uuid, plan_title text, plan_closed_on date, section_id uuid, section_title text, number text, title text,
  is_ongoing boolean, signal public.signal, reason public.signal_reason, percent numeric, waiting_percent numeric, is_complete boolean,
  is_late boolean, due_on date, fact_on date, silent_since date, open_responsible integer, overdue_responsible integer,
  accountable_units text, unit_count integer, assignment_id uuid, role public.assignment_role, total_count bigint)
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
      select x.task_id, x.plan_id, x.section_id, x.signal, x.reason, x.percent, x.waiting_percent, x.is_complete, x.is_late, x.due_on, x.fact_on,
        x.silent_since,
        %1$s, row_number() over (order by %2$s) as place
      from %3$s x where %4$s order by %2$s limit $3 offset $4
    )
    select f.task_id, f.plan_id, p.title, private.closed_on(p, $1), f.section_id, s.title, t.number, w.title,
      t.is_ongoing, f.signal, f.reason, f.percent, f.waiting_percent,
      f.is_complete, f.is_late, f.due_on, f.fact_on, f.silent_since, f.open_responsible, f.overdue_responsible,
      units.accountable, coalesce(units.count, 0), f.assignment_id, f.role,
      (select count(*) from %3$s x where %4$s)
    from found f
    join public.tasks t on t.id = f.task_id
    join private.wording_in_force($1, array(select o.task_id from found o)) w on w.task_id = f.task_id
    join public.plans p on p.id = f.plan_id
    left join public.plan_sections s on s.id = f.section_id
    left join private.units_of_tasks($1, array(select o.task_id from found o)) as units on units.task_id = f.task_id
    order by f.place$q$,
    case when v_filter.unit_id is null then 'null::uuid as assignment_id, null::public.assignment_role as role, x.open_responsible, x.overdue_responsible'
         else 'x.assignment_id, x.role, 0 as open_responsible, 0 as overdue_responsible' end,
    v_order, case when v_is_kept then v_source else 'stated' end, private.list_filter(v_is_kept, v_filter),
    -- Computed once, though it is listed and counted.
    case when not v_is_kept then format('stated as materialized (select * from %s),', v_source) end)
  using v_as_of, v_filter, least(greatest(coalesce(p_limit, 50), 1), 500), greatest(coalesce(p_offset, 0), 0);
end $$;
comment on function public.list_tasks is
  'Any account: tasks of issued plans with signal, reason, progress at p_as_of; at most 500 a page. '
  'p_filter: an object with keys of private.task_filter. p_sort: urgency, due_on, percent, silence (unheard of for longest first), number.';

create function public.search_tasks(p_text text, p_limit integer default 10)
returns table (task_id uuid, number text, title text, plan_title text, accountable_units text, signal public.signal, is_complete boolean, is_late boolean)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = 'force_custom_plan' set jit = 'off' as $$
declare
  v_words text[];
  v_today date := public.business_today();
  v_found uuid[];
begin
  perform private.require_account();
  perform private.require_short_search(p_text);
  v_words := regexp_split_to_array(lower(btrim(coalesce(p_text, ''), E' \t\n\r\u3000')), '[\s\u3000]+');
  if v_words = array[''] then return; end if;
  if cardinality(v_words) > 8 then perform private.refuse('search_has_too_many_words'); end if;
  with words as (
    select w.word, w.number from unnest(v_words) with ordinality as w(word, number)
  ), unit_hits as (
    select w.number, a.task_id from words w join public.units u on position(w.word in lower(u.name)) > 0
    join public.assignments a on a.unit_id = u.id and a.withdrawn_at is null
  ), found as (
    select t.id, row_number() over (order by position(v_words[1] in lower(t.title)) > 0 desc, p.starts_on desc, t.plan_id, t.position) as rank
    from public.tasks t join public.plans p on p.id = t.plan_id and p.state <> 'draft'
    where t.withdrawn_at is null and not exists (
      select from words w
      where position(w.word in lower(concat_ws(' ', t.number, t.title, t.requirement, p.title))) = 0
        and (w.number, t.id) not in (select h.number, h.task_id from unit_hits h))
    order by rank limit least(greatest(coalesce(p_limit, 10), 1), 50)
  )
  select array_agg(f.id order by f.rank) into v_found from found f;
  return query
    select t.id, t.number, t.title, p.title, units.accountable, x.signal, x.is_complete, x.is_late
    from private.task_states(v_today, v_found) x
    join public.tasks t on t.id = x.task_id
    join public.plans p on p.id = t.plan_id
    left join private.units_of_tasks(v_today, v_found) as units on units.task_id = t.id
    where v_found is not null
    order by array_position(v_found, t.id);
end $$;
comment on function public.search_tasks is 'Any account: tasks whose number, words, plan or units contain every given word (at most 8); newest plan first.';

revoke execute on all functions in schema private from public;
revoke execute on function public.list_tasks(jsonb, date, text, integer, integer), public.search_tasks(text, integer) from public, anon;
grant execute on function public.list_tasks(jsonb, date, text, integer, integer), public.search_tasks(text, integer) to authenticated;
