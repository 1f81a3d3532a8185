-- What screens read: lists, sums and drill-downs over the signals of one day. p_as_of null means today.
-- Definer, because signals are for every account while the narratives they rest on are not (PRODUCT: Roles);
-- each function answers only signed-in accounts, and none answers a narrative.
--
-- force_custom_plan: the filters are mostly null, and a plan made without knowing which would read everything always.
-- jit off: compiling these statements takes longer than running them.

-- A plan closed by that day is history: it counts only when it is asked for by name.
create function private.is_in_view(p_plan public.plans, p_as_of date, p_plan_id uuid)
returns boolean language sql stable as $$
  select p_plan.state <> 'draft' and (p_plan.id = p_plan_id
    or p_plan_id is null and (p_plan.closed_at is null or p_plan.closed_at >= private.end_of_business_day(p_as_of)))
$$;

-- Tasks with a report that awaited review at p_as_of; null means of any unit or plan.
create function private.tasks_awaiting_review(p_as_of date, p_plan_id uuid, p_unit_id uuid)
returns setof uuid language sql stable as $$
  select r.task_id from public.report_submissions r join public.tasks t on t.id = r.task_id
  where (p_plan_id is null or t.plan_id = p_plan_id) and (p_unit_id is null or r.unit_id = p_unit_id)
    and r.submitted_at < private.end_of_business_day(p_as_of)
    and (r.decision is null or r.decided_at >= private.end_of_business_day(p_as_of))
$$;

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

-- For some tasks: the units accountable at p_as_of by name, and how many units each has in all.
create function private.units_of_tasks(p_as_of date, p_task_ids uuid[])
returns table (task_id uuid, accountable text, count integer) language sql stable as $$
  select a.task_id, string_agg(u.name, '、' order by u.position, u.name) filter (where a.is_accountable), count(*)::integer
  from private.assignments_in_force(p_as_of, null, p_task_ids, null) a join public.units u on u.id = a.unit_id
  group by a.task_id
$$;

-- A search looks for every word in every task: what is longer than a person types is refused before anything is split.
create function private.require_short_search(p_text text)
returns void language plpgsql stable set search_path = '' as $$
begin
  if char_length(p_text) > 200 then perform private.refuse('search_text_too_long'); end if;
end $$;

-- Lists of tasks, filtered and paged; total_count is that of the whole filter.
-- p_signal: a signal; 'complete' for 办结, 'complete_late' for 逾期办结; 'open' for started and not complete.
-- With p_unit_id a row shows the signal and progress of that unit's own assignment.
create function public.list_tasks(p_as_of date default null, p_plan_id uuid default null, p_section_id uuid default null,
  p_unit_id uuid default null, p_signal text default null, p_search text default null, p_is_accountable boolean default null,
  p_milestone_year integer default null, p_sort text default 'urgency', p_limit integer default 50, p_offset integer default 0,
  p_is_awaiting boolean default null, p_is_outside_sections boolean default null)
returns table (task_id uuid, plan_id uuid, plan_title text, section_id uuid, section_title text, number text, title text,
  signal public.signal, reason public.signal_reason, percent numeric, is_complete boolean, is_late boolean, due_on date, fact_on date,
  accountable_units text, unit_count integer, assignment_id uuid, role public.assignment_role, total_count bigint)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = 'force_custom_plan' set jit = 'off' as $$
declare
  v_as_of date := coalesce(p_as_of, public.business_today());
  v_search text := nullif(lower(btrim(p_search)), '');
begin
  perform private.require_account();
  perform private.require_short_search(p_search);
  return query
    with stated as (
      select x.task_id, x.signal, x.reason, x.percent, x.is_complete, x.is_late, x.due_on, x.fact_on,
             null::uuid as assignment_id, null::public.assignment_role as role
      from private.tasks_at(v_as_of, p_plan_id, null) x where p_unit_id is null
      union all
      select x.task_id, x.signal, x.reason, x.percent, x.is_complete, x.is_late, x.due_on, x.fact_on, x.assignment_id, x.role
      from private.assignments_at(v_as_of, p_plan_id, null, p_unit_id) x
      where p_unit_id is not null and (p_is_accountable is null or x.is_accountable = p_is_accountable)
    ), found as materialized (
      select x.*, t.plan_id, t.section_id, t.number, t.title, t.position, p.title as plan_title, p.starts_on, count(*) over () as total_count
      from stated x
      join public.tasks t on t.id = x.task_id
      join public.plans p on p.id = t.plan_id
      where private.is_in_view(p, v_as_of, p_plan_id)
        and (p_section_id is null or t.section_id in (select private.sections_within(p_section_id)))
        and (p_is_outside_sections is null or (t.section_id is null) = p_is_outside_sections)
        and (p_is_awaiting is null or p_is_awaiting = (t.id in (select private.tasks_awaiting_review(v_as_of, p_plan_id, p_unit_id))))
        and (p_signal is null or (p_signal = 'complete' and x.is_complete) or (p_signal = 'complete_late' and x.is_complete and x.is_late)
             or (p_signal = 'open' and x.signal <> 'grey' and not x.is_complete)
             or (p_signal not in ('complete', 'complete_late', 'open') and x.signal::text = p_signal and not x.is_complete))
        and (p_milestone_year is null or t.id in (select m.task_id from public.milestones m
               where m.due_on between make_date(p_milestone_year, 1, 1) and make_date(p_milestone_year, 12, 31)))
        and (v_search is null or position(v_search in lower(concat_ws(' ', t.number, t.title, t.requirement))) > 0
             or t.id in (select a.task_id from private.assignments_in_force(v_as_of, p_plan_id, null, null) a join public.units u on u.id = a.unit_id
                         where a.is_accountable and position(v_search in lower(u.name)) > 0))
      order by case when p_sort = 'urgency' then x.is_complete end, case when p_sort = 'urgency' then x.signal end desc,
        case when p_sort in ('urgency', 'due_on') then x.due_on end, case when p_sort = 'percent' then coalesce(x.percent, 0) end,
        case when p_sort = 'fact_on' then x.fact_on end, p.starts_on desc, t.plan_id, t.position
      limit least(greatest(coalesce(p_limit, 50), 1), 500) offset greatest(coalesce(p_offset, 0), 0)
    )
    select f.task_id, f.plan_id, f.plan_title, f.section_id, s.title, f.number, f.title, f.signal, f.reason, coalesce(f.percent, 0),
      f.is_complete, f.is_late, f.due_on, f.fact_on, units.accountable, coalesce(units.count, 0), f.assignment_id, f.role, f.total_count
    from found f
    left join public.plan_sections s on s.id = f.section_id
    left join private.units_of_tasks(v_as_of, array(select o.task_id from found o)) as units on units.task_id = f.task_id
    order by case when p_sort = 'urgency' then f.is_complete end, case when p_sort = 'urgency' then f.signal end desc,
      case when p_sort in ('urgency', 'due_on') then f.due_on end, case when p_sort = 'percent' then coalesce(f.percent, 0) end,
      case when p_sort = 'fact_on' then f.fact_on end, f.starts_on desc, f.plan_id, f.position;
end $$;
comment on function public.list_tasks is
  'Any account: tasks of issued plans with signal, reason, progress at p_as_of; at most 500 a page. p_sort: urgency, due_on, percent, fact_on, number.';

-- In all overviews: a complete task stands under complete alone, never under green or yellow too.
create function public.plan_overview(p_as_of date default null, p_plan_id uuid default null)
returns table (plan_id uuid, title text, kind public.plan_kind, state public.plan_state, starts_on date, ends_on date,
  tasks integer, red integer, yellow integer, green integer, grey integer, complete integer, complete_late integer,
  percent numeric, scheduled_percent numeric, awaiting_review integer)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = 'force_custom_plan' set jit = 'off' as $$
declare
  v_as_of date := coalesce(p_as_of, public.business_today());
  v_until timestamptz := private.end_of_business_day(v_as_of);
begin
  perform private.require_account();
  return query
    with counted as (
      select x.plan_id, count(*) as tasks,
        count(*) filter (where x.signal = 'red' and not x.is_complete) as red,
        count(*) filter (where x.signal = 'yellow' and not x.is_complete) as yellow,
        count(*) filter (where x.signal = 'green' and not x.is_complete) as green,
        count(*) filter (where x.signal = 'grey' and not x.is_complete) as grey,
        count(*) filter (where x.is_complete) as complete, count(*) filter (where x.is_complete and x.is_late) as complete_late,
        round(avg(x.percent), 4) as percent, round(avg(x.scheduled_percent), 4) as scheduled,
        count(*) filter (where x.task_id in (select private.tasks_awaiting_review(v_as_of, p_plan_id, null))) as awaiting_review
      from private.tasks_at(v_as_of, p_plan_id, null) x group by x.plan_id
    )
    select p.id, p.title, p.kind, case when p.closed_at >= v_until then 'issued' else p.state end, p.starts_on, p.ends_on,
      coalesce(c.tasks, 0)::integer, coalesce(c.red, 0)::integer, coalesce(c.yellow, 0)::integer, coalesce(c.green, 0)::integer,
      coalesce(c.grey, 0)::integer, coalesce(c.complete, 0)::integer, coalesce(c.complete_late, 0)::integer,
      coalesce(c.percent, 0), coalesce(c.scheduled, 0), coalesce(c.awaiting_review, 0)::integer
    from public.plans p left join counted c on c.plan_id = p.id
    where p.state <> 'draft' and p.issued_at < v_until and (p_plan_id is null or p.id = p_plan_id)
    order by p.state, p.starts_on desc, p.title, p.id;
end $$;
comment on function public.plan_overview is 'Any account: each issued plan with how many tasks stand in each signal, progress and scheduled progress (percent, 4 decimals); awaiting_review counts tasks.';

create function public.section_overview(p_plan_id uuid, p_as_of date default null)
returns table (section_id uuid, number text, title text, tasks integer, red integer, yellow integer, green integer, grey integer,
  complete integer, complete_late integer, percent numeric)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = 'force_custom_plan' set jit = 'off' as $$
declare
  v_as_of date := coalesce(p_as_of, public.business_today());
begin
  perform private.require_account();
  return query
    with recursive chapters as (
      select s.id, s.id as top_id from public.plan_sections s where s.plan_id = p_plan_id and s.parent_id is null
      union all
      select s.id, c.top_id from public.plan_sections s join chapters c on s.parent_id = c.id
    )
    select top.id, top.number, coalesce(top.title, ''), count(*)::integer,
      (count(*) filter (where x.signal = 'red' and not x.is_complete))::integer,
      (count(*) filter (where x.signal = 'yellow' and not x.is_complete))::integer,
      (count(*) filter (where x.signal = 'green' and not x.is_complete))::integer,
      (count(*) filter (where x.signal = 'grey' and not x.is_complete))::integer,
      (count(*) filter (where x.is_complete))::integer, (count(*) filter (where x.is_complete and x.is_late))::integer,
      coalesce(round(avg(x.percent), 4), 0)
    from private.tasks_at(v_as_of, p_plan_id, null) x
    left join chapters c on c.id = x.section_id
    left join public.plan_sections top on top.id = c.top_id
    where x.plan_id = p_plan_id
    group by top.id order by top.position nulls first;
end $$;
comment on function public.section_overview is 'Any account: the chapters of a plan with the signals of their tasks; a null section holds tasks outside any chapter.';

create function public.unit_overview(p_as_of date default null, p_plan_id uuid default null)
returns table (unit_id uuid, name text, kind public.unit_kind, tasks integer, red integer, yellow integer, green integer, grey integer,
  complete integer, complete_late integer, percent numeric, supporting integer, oldest_fact_on date)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = 'force_custom_plan' set jit = 'off' as $$
declare
  v_as_of date := coalesce(p_as_of, public.business_today());
begin
  perform private.require_account();
  return query
    select u.id, u.name, u.kind, (count(*) filter (where x.is_accountable))::integer,
      (count(*) filter (where x.is_accountable and x.signal = 'red' and not x.is_complete))::integer,
      (count(*) filter (where x.is_accountable and x.signal = 'yellow' and not x.is_complete))::integer,
      (count(*) filter (where x.is_accountable and x.signal = 'green' and not x.is_complete))::integer,
      (count(*) filter (where x.is_accountable and x.signal = 'grey' and not x.is_complete))::integer,
      (count(*) filter (where x.is_accountable and x.is_complete))::integer,
      (count(*) filter (where x.is_accountable and x.is_complete and x.is_late))::integer,
      coalesce(round(avg(x.percent) filter (where x.is_accountable), 4), 0), (count(*) filter (where not x.is_accountable))::integer,
      min(x.fact_on) filter (where x.is_accountable and not x.is_complete and x.reason not in ('not_started', 'not_applicable'))
    from private.assignments_at(v_as_of, p_plan_id, null, null) x
    join public.units u on u.id = x.unit_id
    join public.plans p on p.id = x.plan_id and private.is_in_view(p, v_as_of, p_plan_id)
    group by u.id order by u.position, u.name;
end $$;
comment on function public.unit_overview is 'Any account: units with the signals of the tasks they are accountable for; supporting ones are counted apart.';

create function public.task_matrix(p_plan_id uuid, p_as_of date default null)
returns table (task_id uuid, number text, title text, section_id uuid, milestone_id uuid, due_on date, year integer, requirement text,
  signal public.signal, reason public.signal_reason, percent numeric, is_complete boolean, is_late boolean)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = 'force_custom_plan' set jit = 'off' as $$
declare
  v_as_of date := coalesce(p_as_of, public.business_today());
begin
  perform private.require_account();
  return query
    with stated as materialized (
      select x.* from private.milestones_at(v_as_of, p_plan_id, null) x
    )
    select t.id, t.number, t.title, t.section_id, m.id, f.due_on, extract(year from f.due_on)::integer, m.requirement,
      coalesce(x.signal, 'grey'), coalesce(x.reason, 'unassigned'), coalesce(round(x.percent, 4), 0), coalesce(x.is_complete, false), coalesce(x.is_late, false)
    from private.milestones_in_force(v_as_of, p_plan_id, null, null) f
    join public.milestones m on m.id = f.milestone_id
    join public.tasks t on t.id = f.task_id
    left join stated x on x.milestone_id = m.id
    where t.plan_id = p_plan_id
    order by t.position, f.due_on;
end $$;
comment on function public.task_matrix is 'Any account: task × milestone of a plan with the signal of each; for plans over several years, read by year.';

-- The task page: each assignment × milestone of one task. Reasons go out as text[]: a driver that connected before the
-- enum was made does not know arrays of it.
create function public.task_obligations(p_task_id uuid, p_as_of date default null)
returns table (assignment_id uuid, unit_id uuid, unit_name text, role public.assignment_role, is_accountable boolean, milestone_id uuid,
  start_on date, due_on date, requirement text, percent numeric, scheduled_percent numeric, is_complete boolean, is_late boolean,
  is_not_applicable boolean, completed_on date, awaiting_since date, fact_on date, signal public.signal, reasons text[])
language plpgsql stable security definer set search_path = '' set plan_cache_mode = 'force_custom_plan' set jit = 'off' as $$
declare
  v_as_of date := coalesce(p_as_of, public.business_today());
begin
  perform private.require_account();
  return query
    select o.assignment_id, o.unit_id, u.name, o.role, o.is_accountable, o.milestone_id, o.start_on, o.due_on, m.requirement, o.percent,
      o.scheduled_percent, o.is_complete, o.is_late, o.is_not_applicable, o.completed_on, o.awaiting_since, o.fact_on, o.signal, o.reasons::text[]
    from private.obligations_at(v_as_of, null, array[p_task_id], null) o
    join public.units u on u.id = o.unit_id join public.milestones m on m.id = o.milestone_id
    order by o.due_on, o.role, u.position;
end $$;
comment on function public.task_obligations is 'Any account: every assignment of a task on every milestone, with signal, reasons and the dates they rest on.';

create function public.task_state(p_task_id uuid, p_as_of date default null)
returns table (task_id uuid, percent numeric, is_complete boolean, is_late boolean, due_on date, fact_on date, signal public.signal, reason public.signal_reason)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = 'force_custom_plan' set jit = 'off' as $$
declare
  v_as_of date := coalesce(p_as_of, public.business_today());
begin
  perform private.require_account();
  return query select x.task_id, coalesce(x.percent, 0), x.is_complete, x.is_late, x.due_on, x.fact_on, x.signal, x.reason
    from private.tasks_at(v_as_of, null, array[p_task_id]) x;
end $$;
comment on function public.task_state is 'Any account: signal and progress of one task; no row for a withdrawn one.';

-- The department's one screen: what the caller's unit owes, most urgent first, with the state of its working copy.
-- A milestone that has not started is left out unless it is the first one of its task, or the unit has begun a report on
-- it, or p_with_all asks for everything.
create function public.my_obligations(p_as_of date default null, p_with_all boolean default false)
returns table (assignment_id uuid, milestone_id uuid, task_id uuid, plan_id uuid, plan_title text, plan_state public.plan_state, number text, title text,
  role public.assignment_role, is_accountable boolean, requirement text, start_on date, due_on date, percent numeric, scheduled_percent numeric,
  is_complete boolean, is_late boolean, is_not_applicable boolean, awaiting_since date, fact_on date, signal public.signal, reasons text[],
  report_id uuid, report_state public.report_state, return_reason text)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = 'force_custom_plan' set jit = 'off' as $$
declare
  v_as_of date := coalesce(p_as_of, public.business_today());
  v_unit_id uuid := private.account_unit_id();
begin
  perform private.require_role('department');
  return query
    select o.assignment_id, o.milestone_id, o.task_id, o.plan_id, p.title, p.state, t.number, t.title, o.role, o.is_accountable, m.requirement,
      o.start_on, o.due_on, o.percent, o.scheduled_percent, o.is_complete, o.is_late, o.is_not_applicable, o.awaiting_since, o.fact_on,
      o.signal, o.reasons::text[], r.id, r.state, case when r.state = 'returned' then latest.decision_reason end
    from private.obligations_at(v_as_of, null, null, v_unit_id) o
    join public.tasks t on t.id = o.task_id join public.plans p on p.id = o.plan_id join public.milestones m on m.id = o.milestone_id
    left join public.progress_reports r on r.assignment_id = o.assignment_id and r.milestone_id = o.milestone_id and r.state <> 'approved'
    left join lateral (select s.decision_reason from public.report_submissions s where s.report_id = r.id order by s.number desc limit 1) latest on true
    where p_with_all or ((o.has_started or r.id is not null or not exists (
        select from public.milestones e where e.task_id = o.task_id and e.due_on < o.due_on)) and p.state = 'issued')
    order by (o.is_complete or o.is_not_applicable), coalesce(r.state = 'returned', false) desc, o.signal desc,
      (o.awaiting_since is not null), o.due_on, p.starts_on desc, p.id, t.position, o.milestone_id;
end $$;
comment on function public.my_obligations is 'Department: the obligations of its own unit, most urgent first; p_with_all adds milestones not started and closed plans.';

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
    from private.tasks_at(v_today, null, v_found) x
    join public.tasks t on t.id = x.task_id
    join public.plans p on p.id = t.plan_id
    left join private.units_of_tasks(v_today, v_found) as units on units.task_id = t.id
    where v_found is not null
    order by array_position(v_found, t.id);
end $$;
comment on function public.search_tasks is 'Any account: tasks whose number, words, plan or units contain every given word (at most 8); newest plan first.';

revoke execute on all functions in schema private from public;
revoke execute on function
  public.list_tasks(date, uuid, uuid, uuid, text, text, boolean, integer, text, integer, integer, boolean, boolean), public.plan_overview(date, uuid),
  public.section_overview(uuid, date), public.unit_overview(date, uuid), public.task_matrix(uuid, date), public.task_obligations(uuid, date),
  public.task_state(uuid, date), public.my_obligations(date, boolean), public.search_tasks(text, integer) from public, anon;
grant execute on function
  public.list_tasks(date, uuid, uuid, uuid, text, text, boolean, integer, text, integer, integer, boolean, boolean), public.plan_overview(date, uuid),
  public.section_overview(uuid, date), public.unit_overview(date, uuid), public.task_matrix(uuid, date), public.task_obligations(uuid, date),
  public.task_state(uuid, date), public.my_obligations(date, boolean), public.search_tasks(text, integer) to authenticated;
