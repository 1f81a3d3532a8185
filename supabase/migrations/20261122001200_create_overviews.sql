-- What screens read: lists, sums and drill-downs over the signals of one day. p_as_of null means today.
-- Definer, because signals are for every account while the narratives they rest on are not (PRODUCT: Roles);
-- each function answers only signed-in accounts, and none answers a narrative.

create type public.signal_counts as (tasks integer, red integer, yellow integer, green integer, grey integer, complete integer, complete_late integer);

-- A plan closed by that day is history: it counts only when it is asked for by name.
create function private.is_in_view(p_plan public.plans, p_as_of date, p_plan_id uuid)
returns boolean language sql stable set search_path = '' as $$
  select p_plan.state <> 'draft' and (p_plan.id = p_plan_id
    or p_plan_id is null and (p_plan.closed_at is null or public.business_date(p_plan.closed_at) > p_as_of))
$$;

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
language plpgsql stable security definer set search_path = '' as $$
declare
  v_as_of date := coalesce(p_as_of, public.business_today());
begin
  perform private.require_account();
  return query
    with stated as (
      select x.task_id, x.signal, x.reason, x.percent, x.is_complete, x.is_late, x.due_on, x.fact_on,
             null::uuid as assignment_id, null::public.assignment_role as role
      from private.tasks_at(v_as_of, p_plan_id, null) x where p_unit_id is null
      union all
      select x.task_id, x.signal, x.reason, x.percent, x.is_complete, x.is_late, x.due_on, x.fact_on, x.assignment_id, x.role
      from private.assignments_at(v_as_of, p_plan_id, null, p_unit_id) x
      where p_unit_id is not null and (p_is_accountable is null or x.is_accountable = p_is_accountable)
    )
    select t.id, t.plan_id, p.title, t.section_id, s.title, t.number, t.title, x.signal, x.reason, x.percent, x.is_complete, x.is_late,
      x.due_on, x.fact_on, units.accountable, coalesce(units.count, 0)::integer, x.assignment_id, x.role, count(*) over ()
    from stated x
    join public.tasks t on t.id = x.task_id
    join public.plans p on p.id = t.plan_id
    left join public.plan_sections s on s.id = t.section_id
    left join lateral (
      select string_agg(u.name, '、' order by a.role, u.position) filter (where a.role = private.accountable_role(t.id)) as accountable, count(*) as count
      from public.assignments a join public.units u on u.id = a.unit_id
      where a.task_id = t.id and (a.withdrawn_at is null or public.business_date(a.withdrawn_at) > v_as_of)
    ) as units on true
    where private.is_in_view(p, v_as_of, p_plan_id)
      and (p_is_outside_sections is null or (t.section_id is null) = p_is_outside_sections)
      and (p_is_awaiting is null or p_is_awaiting = exists (select from public.report_submissions r
             where r.task_id = t.id and (p_unit_id is null or r.unit_id = p_unit_id) and public.business_date(r.submitted_at) <= v_as_of
               and (r.decision is null or public.business_date(r.decided_at) > v_as_of)))
      and (p_section_id is null or t.section_id = p_section_id or s.parent_id = p_section_id)
      and (p_signal is null or (p_signal = 'complete' and x.is_complete) or (p_signal = 'complete_late' and x.is_complete and x.is_late)
           or (p_signal = 'open' and x.signal <> 'grey' and not x.is_complete)
           or (p_signal not in ('complete', 'complete_late', 'open') and x.signal::text = p_signal and not x.is_complete))
      and (p_milestone_year is null or exists (select from public.milestones m
             where m.task_id = t.id and extract(year from m.due_on)::integer = p_milestone_year))
      and (nullif(btrim(p_search), '') is null or position(lower(btrim(p_search)) in lower(concat_ws(' ', t.number, t.title, t.requirement, units.accountable))) > 0)
    order by case when p_sort = 'urgency' then x.is_complete end, case when p_sort = 'urgency' then x.signal end desc,
      case when p_sort in ('urgency', 'due_on') then x.due_on end, case when p_sort = 'percent' then x.percent end,
      case when p_sort = 'fact_on' then x.fact_on end, p.starts_on desc, t.plan_id, t.position
    limit least(greatest(coalesce(p_limit, 50), 1), 500) offset greatest(coalesce(p_offset, 0), 0);
end $$;
comment on function public.list_tasks is
  'Any account: tasks of issued plans with signal, reason, progress at p_as_of; at most 500 a page. p_sort: urgency, due_on, percent, fact_on, number.';

-- Counts by signal: a complete task stands under complete alone, never under green or yellow too.
create function private.count_signal(p_signal public.signal, p_is_complete boolean, p_is_late boolean)
returns public.signal_counts language sql immutable set search_path = '' as $$
  select row(1, (p_signal = 'red' and not p_is_complete)::integer, (p_signal = 'yellow' and not p_is_complete)::integer,
             (p_signal = 'green' and not p_is_complete)::integer, (p_signal = 'grey' and not p_is_complete)::integer,
             p_is_complete::integer, (p_is_complete and p_is_late)::integer)::public.signal_counts
$$;

create function public.plan_overview(p_as_of date default null, p_plan_id uuid default null)
returns table (plan_id uuid, title text, kind public.plan_kind, state public.plan_state, starts_on date, ends_on date,
  tasks integer, red integer, yellow integer, green integer, grey integer, complete integer, complete_late integer,
  percent numeric, scheduled_percent numeric, awaiting_review integer)
language plpgsql stable security definer set search_path = '' as $$
declare
  v_as_of date := coalesce(p_as_of, public.business_today());
begin
  perform private.require_account();
  return query
    select p.id, p.title, p.kind, p.state, p.starts_on, p.ends_on,
      count(x.task_id)::integer, coalesce(sum((c).red), 0)::integer, coalesce(sum((c).yellow), 0)::integer, coalesce(sum((c).green), 0)::integer,
      coalesce(sum((c).grey), 0)::integer, coalesce(sum((c).complete), 0)::integer, coalesce(sum((c).complete_late), 0)::integer,
      coalesce(round(avg(x.percent) filter (where x.reason <> 'unassigned'), 4), 0),
      coalesce((select round(sum(s.scheduled * s.weight) / nullif(sum(s.weight), 0), 4) from (
        select m.weight, private.scheduled_percent(v_as_of, least(coalesce((select max(o.due_on) + 1 from public.milestones o
            where o.task_id = m.task_id and o.due_on < m.due_on), p.starts_on), m.due_on), m.due_on) as scheduled
        from public.milestones m join public.tasks t on t.id = m.task_id where t.plan_id = p.id and t.withdrawn_at is null) s), 0),
      (select count(distinct r.task_id)::integer from public.report_submissions r join public.tasks t on t.id = r.task_id
       where t.plan_id = p.id and (t.withdrawn_at is null or public.business_date(t.withdrawn_at) > v_as_of) and public.business_date(r.submitted_at) <= v_as_of and (r.decision is null or public.business_date(r.decided_at) > v_as_of))
    from public.plans p
    left join private.tasks_at(v_as_of, p_plan_id, null) x on x.plan_id = p.id
    cross join lateral private.count_signal(x.signal, x.is_complete, x.is_late) as c
    where p.state <> 'draft' and (p_plan_id is null or p.id = p_plan_id)
    group by p.id
    order by p.state, p.starts_on desc, p.title;
end $$;
comment on function public.plan_overview is 'Any account: each issued plan with how many tasks stand in each signal, progress and scheduled progress (percent, 4 decimals); awaiting_review counts tasks.';

create function public.section_overview(p_plan_id uuid, p_as_of date default null)
returns table (section_id uuid, number text, title text, tasks integer, red integer, yellow integer, green integer, grey integer,
  complete integer, complete_late integer, percent numeric)
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_account();
  return query
    select top.id, top.number, coalesce(top.title, ''), count(*)::integer, sum((c).red)::integer, sum((c).yellow)::integer, sum((c).green)::integer,
      sum((c).grey)::integer, sum((c).complete)::integer, sum((c).complete_late)::integer,
      coalesce(round(avg(x.percent) filter (where x.reason <> 'unassigned'), 4), 0)
    from private.tasks_at(coalesce(p_as_of, public.business_today()), p_plan_id, null) x
    left join public.plan_sections s on s.id = x.section_id
    left join public.plan_sections top on top.id = coalesce(s.parent_id, s.id)
    cross join lateral private.count_signal(x.signal, x.is_complete, x.is_late) as c
    where x.plan_id = p_plan_id
    group by top.id order by top.position nulls first;
end $$;
comment on function public.section_overview is 'Any account: the chapters of a plan with the signals of their tasks; a null section holds tasks outside any chapter.';

create function public.unit_overview(p_as_of date default null, p_plan_id uuid default null)
returns table (unit_id uuid, name text, kind public.unit_kind, tasks integer, red integer, yellow integer, green integer, grey integer,
  complete integer, complete_late integer, percent numeric, supporting integer, oldest_fact_on date)
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_account();
  return query
    select u.id, u.name, u.kind, count(*) filter (where x.is_accountable)::integer,
      coalesce(sum((c).red) filter (where x.is_accountable), 0)::integer, coalesce(sum((c).yellow) filter (where x.is_accountable), 0)::integer,
      coalesce(sum((c).green) filter (where x.is_accountable), 0)::integer, coalesce(sum((c).grey) filter (where x.is_accountable), 0)::integer,
      coalesce(sum((c).complete) filter (where x.is_accountable), 0)::integer, coalesce(sum((c).complete_late) filter (where x.is_accountable), 0)::integer,
      coalesce(round(avg(x.percent) filter (where x.is_accountable), 4), 0), count(*) filter (where not x.is_accountable)::integer,
      min(x.fact_on) filter (where x.is_accountable and not x.is_complete and x.reason not in ('not_started', 'not_applicable'))
    from private.assignments_at(coalesce(p_as_of, public.business_today()), p_plan_id, null, null) x
    join public.units u on u.id = x.unit_id
    join public.plans p on p.id = x.plan_id and private.is_in_view(p, coalesce(p_as_of, public.business_today()), p_plan_id)
    cross join lateral private.count_signal(x.signal, x.is_complete, x.is_late) as c
    group by u.id order by u.position, u.name;
end $$;
comment on function public.unit_overview is 'Any account: units with the signals of the tasks they are accountable for; supporting ones are counted apart.';

create function public.task_matrix(p_plan_id uuid, p_as_of date default null)
returns table (task_id uuid, number text, title text, section_id uuid, milestone_id uuid, due_on date, year integer, requirement text,
  signal public.signal, reason public.signal_reason, percent numeric, is_complete boolean, is_late boolean)
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_account();
  return query
    select t.id, t.number, t.title, t.section_id, m.id, m.due_on, extract(year from m.due_on)::integer, m.requirement,
      coalesce(x.signal, 'grey'), coalesce(x.reason, 'unassigned'), coalesce(round(x.percent, 4), 0), coalesce(x.is_complete, false), coalesce(x.is_late, false)
    from public.tasks t join public.plans p on p.id = t.plan_id and p.state <> 'draft'
    join public.milestones m on m.task_id = t.id
    left join private.milestones_at(coalesce(p_as_of, public.business_today()), p_plan_id, null) x on x.milestone_id = m.id
    where t.plan_id = p_plan_id
      and (t.withdrawn_at is null or public.business_date(t.withdrawn_at) > coalesce(p_as_of, public.business_today()))
    order by t.position, m.due_on;
end $$;
comment on function public.task_matrix is 'Any account: task × milestone of a plan with the signal of each; for plans over several years, read by year.';

-- The task page: each assignment × milestone of one task.
create function public.task_obligations(p_task_id uuid, p_as_of date default null)
returns table (assignment_id uuid, unit_id uuid, unit_name text, role public.assignment_role, is_accountable boolean, milestone_id uuid,
  start_on date, due_on date, requirement text, percent numeric, scheduled_percent numeric, is_complete boolean, is_late boolean,
  is_not_applicable boolean, completed_on date, awaiting_since date, fact_on date, signal public.signal, reasons public.signal_reason[])
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_account();
  return query
    select o.assignment_id, o.unit_id, u.name, o.role, o.is_accountable, o.milestone_id, o.start_on, o.due_on, m.requirement, o.percent,
      o.scheduled_percent, o.is_complete, o.is_late, o.is_not_applicable, o.completed_on, o.awaiting_since, o.fact_on, o.signal, o.reasons
    from private.obligations_at(coalesce(p_as_of, public.business_today()), null, p_task_id, null) o
    join public.units u on u.id = o.unit_id join public.milestones m on m.id = o.milestone_id
    order by o.due_on, o.role, u.position;
end $$;
comment on function public.task_obligations is 'Any account: every assignment of a task on every milestone, with signal, reasons and the dates they rest on.';

create function public.task_state(p_task_id uuid, p_as_of date default null)
returns table (task_id uuid, percent numeric, is_complete boolean, is_late boolean, due_on date, fact_on date, signal public.signal, reason public.signal_reason)
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_account();
  return query select x.task_id, x.percent, x.is_complete, x.is_late, x.due_on, x.fact_on, x.signal, x.reason
    from private.tasks_at(coalesce(p_as_of, public.business_today()), null, p_task_id) x;
end $$;
comment on function public.task_state is 'Any account: signal and progress of one task; no row for a withdrawn one.';

-- The department's one screen: what the caller's unit owes, most urgent first, with the state of its working copy.
-- A milestone that has not started is left out unless it is the next one of its task or p_with_all asks for everything.
create function public.my_obligations(p_as_of date default null, p_with_all boolean default false)
returns table (assignment_id uuid, milestone_id uuid, task_id uuid, plan_id uuid, plan_title text, plan_state public.plan_state, number text, title text,
  role public.assignment_role, is_accountable boolean, requirement text, start_on date, due_on date, percent numeric, scheduled_percent numeric,
  is_complete boolean, is_late boolean, is_not_applicable boolean, awaiting_since date, fact_on date, signal public.signal, reasons public.signal_reason[],
  report_id uuid, report_state public.report_state, return_reason text)
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_role('department');
  return query
    select o.assignment_id, o.milestone_id, o.task_id, o.plan_id, p.title, p.state, t.number, t.title, o.role, o.is_accountable, m.requirement,
      o.start_on, o.due_on, o.percent, o.scheduled_percent, o.is_complete, o.is_late, o.is_not_applicable, o.awaiting_since, o.fact_on,
      o.signal, o.reasons, r.id, r.state, case when r.state = 'returned' then latest.decision_reason end
    from private.obligations_at(coalesce(p_as_of, public.business_today()), null, null, private.account_unit_id()) o
    join public.tasks t on t.id = o.task_id join public.plans p on p.id = o.plan_id join public.milestones m on m.id = o.milestone_id
    left join public.progress_reports r on r.assignment_id = o.assignment_id and r.milestone_id = o.milestone_id and r.state <> 'approved'
    left join lateral (select s.decision_reason from public.report_submissions s where s.report_id = r.id order by s.number desc limit 1) latest on true
    where p_with_all or ((o.has_started or r.id is not null or not exists (
        select from public.milestones e where e.task_id = o.task_id and e.due_on < o.due_on)) and p.state = 'issued')
    order by (o.is_complete or o.is_not_applicable), coalesce(r.state = 'returned', false) desc, o.signal desc,
      (o.awaiting_since is not null), o.due_on, p.starts_on desc, t.position;
end $$;
comment on function public.my_obligations is 'Department: the obligations of its own unit, most urgent first; p_with_all adds milestones not started and closed plans.';

create function public.search_tasks(p_text text, p_limit integer default 10)
returns table (task_id uuid, number text, title text, plan_title text, accountable_units text, signal public.signal, is_complete boolean, is_late boolean)
language plpgsql stable security definer set search_path = '' as $$
declare
  v_words text[] := regexp_split_to_array(lower(btrim(coalesce(p_text, ''))), '[\s\u3000]+');
begin
  perform private.require_account();
  if v_words = array[''] then return; end if;
  return query
    with found as (
      select t.id, t.number, t.title, p.title as plan_title, units.names,
        row_number() over (order by (position(v_words[1] in lower(t.title)) > 0) desc, p.starts_on desc, t.plan_id, t.position) as rank
      from public.tasks t join public.plans p on p.id = t.plan_id and p.state <> 'draft'
      left join lateral (select string_agg(u.name, '、' order by a.role, u.position) as names from public.assignments a
                         join public.units u on u.id = a.unit_id where a.task_id = t.id and a.withdrawn_at is null) as units on true
      where t.withdrawn_at is null and not exists (
        select from unnest(v_words) as word
        where position(word in lower(concat_ws(' ', t.number, t.title, t.requirement, p.title, units.names))) = 0)
      order by rank limit least(greatest(coalesce(p_limit, 10), 1), 50)
    )
    select f.id, f.number, f.title, f.plan_title, f.names, x.signal, x.is_complete, x.is_late
    from found f cross join lateral private.tasks_at(public.business_today(), null, f.id) x
    order by f.rank;
end $$;
comment on function public.search_tasks is 'Any account: tasks whose number, words, plan or units contain every given word; newest plan first.';

revoke execute on all functions in schema private from public;
revoke execute on function
  public.list_tasks(date, uuid, uuid, uuid, text, text, boolean, integer, text, integer, integer, boolean, boolean), public.plan_overview(date, uuid),
  public.section_overview(uuid, date), public.unit_overview(date, uuid), public.task_matrix(uuid, date), public.task_obligations(uuid, date),
  public.task_state(uuid, date), public.my_obligations(date, boolean), public.search_tasks(text, integer) from public, anon;
grant execute on function
  public.list_tasks(date, uuid, uuid, uuid, text, text, boolean, integer, text, integer, integer, boolean, boolean), public.plan_overview(date, uuid),
  public.section_overview(uuid, date), public.unit_overview(date, uuid), public.task_matrix(uuid, date), public.task_obligations(uuid, date),
  public.task_state(uuid, date), public.my_obligations(date, boolean), public.search_tasks(text, integer) to authenticated;
