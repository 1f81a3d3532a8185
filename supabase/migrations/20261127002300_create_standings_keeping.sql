-- Keeping the standings: after every change in the same transaction, and at the turn of a day.

-- The parts of keeping: each takes the rows as they are now, and leaves the table, and its ledger of counts, so. Rows are
-- looked up one by one by their keys: a plan made once is good for one task as for hundreds.
create function private.keep_obligations(p_task_ids uuid[], p_rows private.obligation_standings[])
returns void language plpgsql security definer set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
begin
  delete from private.obligation_standings s
  where s.task_id = any (p_task_ids) and s.obligation_id <> all (array(select r.obligation_id from unnest(p_rows) r));
  delete from private.obligation_standings s using unnest(p_rows) r
  where r.obligation_id = s.obligation_id and r.* is distinct from s.*;
  insert into private.obligation_standings select r.* from unnest(p_rows) r on conflict (obligation_id) do nothing;
end $$;

create function private.keep_assignments(p_task_ids uuid[], p_rows private.assignment_standings[])
returns void language plpgsql security definer set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
declare
  v_gone private.assignment_standings[];
  v_come private.assignment_standings[];
begin
  with gone as (
    delete from private.assignment_standings s
    where s.task_id = any (p_task_ids) and s.assignment_id <> all (array(select r.assignment_id from unnest(p_rows) r))
    returning s.*
  ), changed as (
    delete from private.assignment_standings s using unnest(p_rows) r
    where r.assignment_id = s.assignment_id and r.* is distinct from s.*
    returning s.*
  )
  select array_agg(row(x.*)::private.assignment_standings) into v_gone from (select * from gone union all select * from changed) x;
  with come as (
    insert into private.assignment_standings select r.* from unnest(p_rows) r on conflict (assignment_id) do nothing
    returning *
  )
  select array_agg(c) into v_come from come c;
  perform private.count_assignments(v_gone, v_come);
end $$;

create function private.keep_tasks(p_task_ids uuid[], p_rows private.task_standings[])
returns void language plpgsql security definer set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
declare
  v_gone private.task_standings[];
  v_come private.task_standings[];
begin
  with gone as (
    delete from private.task_standings s
    where s.task_id = any (p_task_ids) and s.task_id <> all (array(select r.task_id from unnest(p_rows) r))
    returning s.*
  ), changed as (
    delete from private.task_standings s using unnest(p_rows) r
    where r.task_id = s.task_id and r.* is distinct from s.*
    returning s.*
  )
  select array_agg(row(x.*)::private.task_standings) into v_gone from (select * from gone union all select * from changed) x;
  with come as (
    insert into private.task_standings select r.* from unnest(p_rows) r on conflict (task_id) do nothing
    returning *
  )
  select array_agg(c) into v_come from come c;
  perform private.count_tasks(v_gone, v_come);
end $$;

-- Sums of rows, as the ledgers hold them and as past days are summed: one home of what counts where.
create function private.plan_sums(p_tasks private.task_standings[])
returns table (plan_id uuid, tasks bigint, red bigint, yellow bigint, green bigint, grey bigint, complete bigint, complete_late bigint,
  awaiting bigint, percent_sum numeric, percent_count bigint, scheduled_sum numeric, scheduled_count bigint)
language sql stable as $$
  select x.plan_id, count(*), sum(t.red), sum(t.yellow), sum(t.green), sum(t.grey), sum(t.complete), sum(t.complete_late),
    sum(x.is_awaiting::integer), coalesce(sum(x.percent), 0), count(x.percent), coalesce(sum(x.scheduled_percent), 0), count(x.scheduled_percent)
  from unnest(p_tasks) x cross join lateral private.tally(x.signal, x.is_complete, x.is_late) t
  group by x.plan_id
$$;
create function private.unit_sums(p_assignments private.assignment_standings[])
returns table (unit_id uuid, tasks bigint, red bigint, yellow bigint, green bigint, grey bigint, complete bigint, complete_late bigint,
  percent_sum numeric, percent_count bigint, supporting bigint)
language sql stable as $$
  select x.unit_id, count(*) filter (where x.is_accountable),
    coalesce(sum(t.red) filter (where x.is_accountable), 0), coalesce(sum(t.yellow) filter (where x.is_accountable), 0),
    coalesce(sum(t.green) filter (where x.is_accountable), 0), coalesce(sum(t.grey) filter (where x.is_accountable), 0),
    coalesce(sum(t.complete) filter (where x.is_accountable), 0), coalesce(sum(t.complete_late) filter (where x.is_accountable), 0),
    coalesce(sum(x.percent) filter (where x.is_accountable), 0), count(x.percent) filter (where x.is_accountable),
    count(*) filter (where not x.is_accountable)
  from unnest(p_assignments) x cross join lateral private.tally(x.signal, x.is_complete, x.is_late) t
  group by x.unit_id
$$;

-- The difference that a change makes, as a line of the ledger; none when the sums stay.
create function private.count_tasks(p_gone private.task_standings[], p_come private.task_standings[])
returns void language plpgsql security definer set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
declare
  v_last bigint;
begin
  with change as (
    select c.plan_id, sum(n.sign * c.tasks) as tasks, sum(n.sign * c.red) as red, sum(n.sign * c.yellow) as yellow, sum(n.sign * c.green) as green,
      sum(n.sign * c.grey) as grey, sum(n.sign * c.complete) as complete, sum(n.sign * c.complete_late) as complete_late,
      sum(n.sign * c.awaiting) as awaiting, sum(n.sign * c.percent_sum) as percent_sum, sum(n.sign * c.percent_count) as percent_count,
      sum(n.sign * c.scheduled_sum) as scheduled_sum, sum(n.sign * c.scheduled_count) as scheduled_count
    from (values (-1, p_gone), (1, p_come)) as n(sign, rows) cross join lateral private.plan_sums(n.rows) c
    group by c.plan_id
  ), written as (
    insert into private.plan_counts (plan_id, tasks, red, yellow, green, grey, complete, complete_late, awaiting, percent_sum, percent_count,
      scheduled_sum, scheduled_count)
    select c.* from change c
    where (c.tasks, c.red, c.yellow, c.green, c.grey, c.complete, c.complete_late, c.awaiting, c.percent_sum, c.percent_count,
           c.scheduled_sum, c.scheduled_count) is distinct from (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
    returning id
  )
  select max(id) into v_last from written;
  if v_last % private.lines_before_folding() = 0 then perform private.fold_plan_counts(); end if;
end $$;

create function private.count_assignments(p_gone private.assignment_standings[], p_come private.assignment_standings[])
returns void language plpgsql security definer set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
declare
  v_last bigint;
begin
  with change as (
    select c.unit_id, sum(n.sign * c.tasks) as tasks, sum(n.sign * c.red) as red, sum(n.sign * c.yellow) as yellow, sum(n.sign * c.green) as green,
      sum(n.sign * c.grey) as grey, sum(n.sign * c.complete) as complete, sum(n.sign * c.complete_late) as complete_late,
      sum(n.sign * c.percent_sum) as percent_sum, sum(n.sign * c.percent_count) as percent_count, sum(n.sign * c.supporting) as supporting
    from (values (-1, p_gone), (1, p_come)) as n(sign, rows)
    cross join lateral private.unit_sums(array(select r from unnest(n.rows) r where r.is_in_view)) c
    group by c.unit_id
  ), written as (
    insert into private.unit_counts (unit_id, tasks, red, yellow, green, grey, complete, complete_late, percent_sum, percent_count, supporting)
    select c.* from change c
    where (c.tasks, c.red, c.yellow, c.green, c.grey, c.complete, c.complete_late, c.percent_sum, c.percent_count, c.supporting)
      is distinct from (0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
    returning id
  )
  select max(id) into v_last from written;
  if v_last % private.lines_before_folding() = 0 then perform private.fold_unit_counts(); end if;
end $$;

create function private.lines_before_folding()
returns integer language sql immutable as $$ select 100 $$;

-- Two who fold at once fold different lines: what one has deleted the other no longer finds.
create function private.fold_plan_counts()
returns void language plpgsql security definer set search_path = '' as $$
begin
  if not pg_try_advisory_xact_lock(hashtextextended('fold/plan_counts', 0)) then return; end if;
  with gone as (
    delete from private.plan_counts where plan_id in (select c.plan_id from private.plan_counts c group by c.plan_id having count(*) > 1)
    returning *
  )
  insert into private.plan_counts (plan_id, tasks, red, yellow, green, grey, complete, complete_late, awaiting, percent_sum, percent_count,
    scheduled_sum, scheduled_count)
  select g.plan_id, sum(g.tasks), sum(g.red), sum(g.yellow), sum(g.green), sum(g.grey), sum(g.complete), sum(g.complete_late), sum(g.awaiting),
    sum(g.percent_sum), sum(g.percent_count), sum(g.scheduled_sum), sum(g.scheduled_count)
  from gone g group by g.plan_id;
end $$;
create function private.fold_unit_counts()
returns void language plpgsql security definer set search_path = '' as $$
begin
  if not pg_try_advisory_xact_lock(hashtextextended('fold/unit_counts', 0)) then return; end if;
  with gone as (
    delete from private.unit_counts where unit_id in (select c.unit_id from private.unit_counts c group by c.unit_id having count(*) > 1)
    returning *
  )
  insert into private.unit_counts (unit_id, tasks, red, yellow, green, grey, complete, complete_late, percent_sum, percent_count, supporting)
  select g.unit_id, sum(g.tasks), sum(g.red), sum(g.yellow), sum(g.green), sum(g.grey), sum(g.complete), sum(g.complete_late),
    sum(g.percent_sum), sum(g.percent_count), sum(g.supporting)
  from gone g group by g.unit_id;
end $$;

-- Whoever changes something shares this lock, whoever turns the day has it alone.
create function private.standings_lock()
returns bigint language sql immutable as $$ select 7316114016::bigint $$;

create function private.refresh_standings(p_task_ids uuid[])
returns void language plpgsql security definer set search_path = '' set plan_cache_mode = 'force_generic_plan' set jit = 'off' as $$
declare
  v_day date;
  v_obligations private.obligation_standings[];
begin
  if cardinality(p_task_ids) = 0 then return; end if;
  perform pg_advisory_xact_lock_shared(private.standings_lock());
  -- A transaction that began before the turn of the day and ends after it writes for the new day.
  v_day := greatest(public.business_today(), (select s.day from private.standing_day s));
  -- In one order, and before anything is read: of two who hand in on one task at once, the second sees the first.
  perform private.lock_tasks(p_task_ids);
  v_obligations := array(select o from private.obligations_at(v_day, p_task_ids) o);
  perform private.keep_obligations(p_task_ids, v_obligations);
  perform private.keep_assignments(p_task_ids, array(select a from private.assignments_of(v_day, p_task_ids, v_obligations) a));
  perform private.keep_tasks(p_task_ids, array(select t from private.tasks_of(v_day, p_task_ids, v_obligations) t));
end $$;
comment on function private.refresh_standings is 'Makes the standings of some tasks anew, by the functions that answer past days; in the transaction that changed them.';

create function private.roll_standings(p_day date)
returns boolean language plpgsql security definer set search_path = '' as $$
declare
  v_task_ids uuid[];
begin
  perform pg_advisory_xact_lock(private.standings_lock());
  update private.standing_day set day = p_day where day < p_day;
  if not found then return false; end if;
  loop
    v_task_ids := array(select s.task_id from private.task_standings s where s.changes_on <= p_day order by s.task_id limit 200);
    exit when cardinality(v_task_ids) = 0;
    perform private.refresh_standings(v_task_ids);
  end loop;
  perform private.fold_plan_counts();
  perform private.fold_unit_counts();
  return true;
end $$;
comment on function private.roll_standings is 'Turns the day: renews the standings that the date alone may have changed. False when the day was turned already.';

-- Whether standings answer for a day: it is today, and its turn was made. Else whoever reads computes: slow, never wrong.
create function private.is_kept(p_as_of date)
returns boolean language plpgsql stable set search_path = '' as $$
begin
  return p_as_of = public.business_today() and exists (select from private.standing_day s where s.day = p_as_of);
end $$;

-- After every statement on a table that a signal rests on. Tasks of drafts have no standing; they get theirs with issue.
create function private.refresh_touched()
returns trigger language plpgsql security definer set search_path = '' as $$
declare
  v_task_ids uuid[];
begin
  case tg_table_name
    when 'plans' then
      v_task_ids := array(select t.id from touched n join public.tasks t on t.plan_id = n.id where n.state <> 'draft');
    when 'tasks' then
      v_task_ids := array(select n.id from touched n join public.plans p on p.id = n.plan_id where p.state <> 'draft');
    when 'due_terms' then
      v_task_ids := array(select distinct t.id from touched n join public.milestones m on m.id = n.milestone_id
                          join public.tasks t on t.id = m.task_id join public.plans p on p.id = t.plan_id where p.state <> 'draft');
    when 'assignment_terms' then
      v_task_ids := array(select distinct t.id from touched n join public.assignments a on a.id = n.assignment_id
                          join public.tasks t on t.id = a.task_id join public.plans p on p.id = t.plan_id where p.state <> 'draft');
    else
      v_task_ids := array(select distinct t.id from touched n join public.tasks t on t.id = n.task_id
                          join public.plans p on p.id = t.plan_id where p.state <> 'draft');
  end case;
  perform private.refresh_standings(v_task_ids);
  return null;
end $$;

create trigger standings_follow_plans after update on public.plans
  referencing new table as touched for each statement execute function private.refresh_touched();
create trigger standings_follow_tasks after update on public.tasks
  referencing new table as touched for each statement execute function private.refresh_touched();
create trigger standings_follow_due_terms after insert on public.due_terms
  referencing new table as touched for each statement execute function private.refresh_touched();
create trigger standings_follow_assignment_terms after insert on public.assignment_terms
  referencing new table as touched for each statement execute function private.refresh_touched();
create trigger standings_follow_obligations after insert on public.obligations
  referencing new table as touched for each statement execute function private.refresh_touched();
create trigger standings_follow_new_submissions after insert on public.report_submissions
  referencing new table as touched for each statement execute function private.refresh_touched();
create trigger standings_follow_decisions after update on public.report_submissions
  referencing new table as touched for each statement execute function private.refresh_touched();
create trigger standings_follow_reopenings after insert on public.completion_reopenings
  referencing new table as touched for each statement execute function private.refresh_touched();

revoke execute on all functions in schema private from public;
