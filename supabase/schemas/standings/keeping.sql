-- Keeping the standings: after every change in the same transaction, and at the turn of a day.

-- The parts of keeping: each takes the rows as they are now, and leaves the table, and its ledger of counts, so. What has
-- not changed is not written. A plan made once is good for one task as for hundreds.
create function private.keep_obligations(p_task_ids uuid[], p_rows private.obligation_standings[])
returns void language plpgsql security definer set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
declare
  v_gone private.obligation_standings[];
  v_come private.obligation_standings[];
begin
  select array_agg(o.kept) filter (where (o.kept).obligation_id is not null), array_agg(n) filter (where n.obligation_id is not null)
  into v_gone, v_come
  from (select s as kept from private.obligation_standings s where s.task_id = any (p_task_ids)) o
  full join unnest(p_rows) n on n.obligation_id = (o.kept).obligation_id
  where o.kept is distinct from n;
  if v_gone is not null then
    delete from private.obligation_standings where obligation_id = any (array(select g.obligation_id from unnest(v_gone) g));
  end if;
  if v_come is not null then
    insert into private.obligation_standings select c.* from unnest(v_come) c;
  end if;
end $$;

create function private.keep_assignments(p_task_ids uuid[], p_rows private.assignment_standings[])
returns void language plpgsql security definer set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
declare
  v_gone private.assignment_standings[];
  v_come private.assignment_standings[];
begin
  select array_agg(o.kept) filter (where (o.kept).assignment_id is not null), array_agg(n) filter (where n.assignment_id is not null)
  into v_gone, v_come
  from (select s as kept from private.assignment_standings s where s.task_id = any (p_task_ids)) o
  full join unnest(p_rows) n on n.assignment_id = (o.kept).assignment_id
  where o.kept is distinct from n;
  if v_gone is not null then
    delete from private.assignment_standings where assignment_id = any (array(select g.assignment_id from unnest(v_gone) g));
  end if;
  if v_come is not null then
    insert into private.assignment_standings select c.* from unnest(v_come) c;
  end if;
  if v_gone is not null or v_come is not null then perform private.count_assignments(v_come, v_gone); end if;
end $$;

create function private.keep_tasks(p_task_ids uuid[], p_rows private.task_standings[])
returns void language plpgsql security definer set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
declare
  v_gone private.task_standings[];
  v_come private.task_standings[];
begin
  select array_agg(o.kept) filter (where (o.kept).task_id is not null), array_agg(n) filter (where n.task_id is not null)
  into v_gone, v_come
  from (select s as kept from private.task_standings s where s.task_id = any (p_task_ids)) o
  full join unnest(p_rows) n on n.task_id = (o.kept).task_id
  where o.kept is distinct from n;
  if v_gone is not null then
    delete from private.task_standings where task_id = any (array(select g.task_id from unnest(v_gone) g));
  end if;
  if v_come is not null then
    insert into private.task_standings select c.* from unnest(v_come) c;
  end if;
  if v_gone is not null or v_come is not null then perform private.count_tasks(v_come, v_gone); end if;
end $$;

-- Sums of rows, as the ledgers hold them and as past days are summed: one home of what counts where. What is given as gone
-- counts less than nothing, so that a change of rows is a change of sums.
create function private.plan_sums(p_come private.task_standings[], p_gone private.task_standings[] default null)
returns setof private.plan_totals language sql stable as $$
  select x.plan_id, sum(x.sign)::integer, sum(x.sign * t.red)::integer, sum(x.sign * t.yellow)::integer,
    sum(x.sign * t.due_soon)::integer, sum(x.sign * t.green)::integer, sum(x.sign * t.grey)::integer, sum(x.sign * t.before_given)::integer,
    sum(x.sign * t.complete)::integer, sum(x.sign * t.complete_late)::integer,
    sum(x.sign * x.is_awaiting::integer)::integer, sum(x.sign * (x.open_responsible > 0)::integer)::integer,
    coalesce(sum(x.sign * x.percent), 0), sum(x.sign * (x.percent is not null)::integer)::integer,
    coalesce(sum(x.sign * x.scheduled_percent), 0), sum(x.sign * (x.scheduled_percent is not null)::integer)::integer
  from (select 1 as sign, c.* from unnest(p_come) c union all select -1, g.* from unnest(p_gone) g) x
  cross join lateral private.tally(x.signal, x.reason, x.is_complete, x.is_late) t
  group by x.plan_id
$$;
create function private.unit_sums(p_come private.assignment_standings[], p_gone private.assignment_standings[] default null)
returns setof private.unit_totals language sql stable as $$
  select x.unit_id, sum(x.own)::integer, sum(x.own * t.red)::integer, sum(x.own * t.yellow)::integer,
    sum(x.own * t.due_soon)::integer, sum(x.own * t.green)::integer, sum(x.own * t.grey)::integer, sum(x.own * t.before_given)::integer,
    sum(x.own * t.complete)::integer, sum(x.own * t.complete_late)::integer,
    coalesce(sum(x.own * x.percent), 0), sum(x.own * (x.percent is not null)::integer)::integer, sum(x.sign - x.own)::integer
  from (select n.*, case when n.role <> 'supporting' then n.sign else 0 end as own
        from (select 1 as sign, c.* from unnest(p_come) c union all select -1, g.* from unnest(p_gone) g) n) x
  cross join lateral private.tally(x.signal, x.reason, x.is_complete, x.is_late) t
  group by x.unit_id
$$;

-- The difference that a change makes, as a line of the ledger; none when the sums stay.
create function private.count_tasks(p_come private.task_standings[], p_gone private.task_standings[])
returns void language plpgsql security definer set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
declare
  v_last bigint;
begin
  with written as (
    insert into private.plan_counts (plan_id, tasks, red, yellow, due_soon, green, grey, before_given, complete, complete_late, awaiting,
      leads_done, percent_sum, percent_count, scheduled_sum, scheduled_count)
    select c.* from private.plan_sums(p_come, p_gone) c
    where (c.tasks, c.red, c.yellow, c.due_soon, c.green, c.grey, c.before_given, c.complete, c.complete_late, c.awaiting, c.leads_done,
           c.percent_sum, c.percent_count, c.scheduled_sum, c.scheduled_count)
      is distinct from (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
    returning id
  )
  select max(id) into v_last from written;
  if v_last % private.lines_before_folding() = 0 then perform private.fold_plan_counts(); end if;
end $$;

-- A closed plan counts no more.
create function private.count_assignments(p_come private.assignment_standings[], p_gone private.assignment_standings[])
returns void language plpgsql security definer set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
declare
  v_come private.assignment_standings[] := array(select c from unnest(p_come) c where c.is_in_view);
  v_gone private.assignment_standings[] := array(select g from unnest(p_gone) g where g.is_in_view);
  v_last bigint;
begin
  with written as (
    insert into private.unit_counts (unit_id, tasks, red, yellow, due_soon, green, grey, before_given, complete, complete_late, percent_sum,
      percent_count, supporting)
    select c.* from private.unit_sums(v_come, v_gone) c
    where (c.tasks, c.red, c.yellow, c.due_soon, c.green, c.grey, c.before_given, c.complete, c.complete_late, c.percent_sum, c.percent_count,
           c.supporting) is distinct from (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
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
  insert into private.plan_counts (plan_id, tasks, red, yellow, due_soon, green, grey, before_given, complete, complete_late, awaiting,
    leads_done, percent_sum, percent_count, scheduled_sum, scheduled_count)
  select g.plan_id, sum(g.tasks), sum(g.red), sum(g.yellow), sum(g.due_soon), sum(g.green), sum(g.grey), sum(g.before_given), sum(g.complete),
    sum(g.complete_late), sum(g.awaiting), sum(g.leads_done), sum(g.percent_sum), sum(g.percent_count), sum(g.scheduled_sum), sum(g.scheduled_count)
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
  insert into private.unit_counts (unit_id, tasks, red, yellow, due_soon, green, grey, before_given, complete, complete_late, percent_sum,
    percent_count, supporting)
  select g.unit_id, sum(g.tasks), sum(g.red), sum(g.yellow), sum(g.due_soon), sum(g.green), sum(g.grey), sum(g.before_given), sum(g.complete),
    sum(g.complete_late), sum(g.percent_sum), sum(g.percent_count), sum(g.supporting)
  from gone g group by g.unit_id;
end $$;

-- Whoever changes something shares this lock; whoever ends the turn of a day has it alone.
create function private.standings_lock()
returns bigint language sql immutable as $$ select 7316114016::bigint $$;
-- Whoever turns the day has this one alone from slice to slice.
create function private.turning_lock()
returns bigint language sql immutable as $$ select 7316114017::bigint $$;

-- The day for which some tasks are written, once they are locked: that of the wall, not of the transaction, which may have
-- begun the evening before and waited; and never before a day for which one of them was written already.
create function private.day_to_write(p_task_ids uuid[], p_day date)
returns date language plpgsql security definer set search_path = '' as $$
begin
  return greatest(public.business_date(private.clock_now()), public.business_today(), p_day,
    (select s.day from private.standing_day s),
    (select max(s.as_of) from private.task_standings s where s.task_id = any (p_task_ids)));
end $$;

create function private.refresh_standings(p_task_ids uuid[], p_day date default null)
returns void language plpgsql security definer set search_path = '' set plan_cache_mode = 'force_generic_plan' set jit = 'off' as $$
declare
  v_day date;
  v_obligations private.obligation_standings[];
begin
  if cardinality(p_task_ids) = 0 then return; end if;
  perform pg_advisory_xact_lock_shared(private.standings_lock());
  -- In one order, and before anything is read: of two who hand in on one task at once, the second sees the first.
  perform private.lock_tasks(p_task_ids);
  v_day := private.day_to_write(p_task_ids, p_day);
  -- Whoever writes for a later day ends the kept one in the same moment: readers of it compute from now on.
  if exists (select from private.standing_day s where s.day < v_day and s.day > '-infinity') then
    update private.standing_day set day = '-infinity' where day < v_day;
  end if;
  v_obligations := array(select o from private.obligations_at(v_day, p_task_ids) o);
  perform private.keep_obligations(p_task_ids, v_obligations);
  perform private.keep_assignments(p_task_ids, array(select a from private.assignments_of(v_day, p_task_ids, v_obligations) a));
  perform private.keep_tasks(p_task_ids, array(select t from private.tasks_of(v_day, p_task_ids, v_obligations) t));
end $$;
comment on function private.refresh_standings is
  'Makes the standings of some tasks anew, by the functions that answer past days; in the transaction that changed them. '
  'p_day: the day being turned to, when it is.';

-- What was written for days after p_day: of a clock that was days ahead and is right again, it is to be renewed as if it were
-- old; of one that was put back over midnight it waits until that day has come. True when there is something to renew.
create function private.take_back_days_after(p_day date)
returns boolean language plpgsql security definer set search_path = '' as $$
begin
  update private.task_standings set as_of = p_day, changes_on = p_day
  where as_of > p_day and exists (select from private.task_standings s where s.as_of > p_day + 1);
  if not found then return false; end if;
  update private.standing_day set day = '-infinity';
  return true;
end $$;

-- The turn of a day, a slice at a time, each in a transaction of its own: whoever hands in waits for a slice at most, and
-- no request takes longer than one. The day is set last; until then readers compute. Who changes a task holds that task
-- and then shares the lock of standings, so nobody may wait for that lock alone while holding tasks: after a slice it is
-- only tried, and waited for by the call that found nothing to renew.
create function private.roll_standings(p_day date, p_limit integer default 200)
returns boolean language plpgsql security definer set search_path = '' as $$
declare
  v_task_ids uuid[];
begin
  if exists (select from private.standing_day s where s.day between p_day and p_day + 1) then return false; end if;
  -- That day is over: whoever comes with the next transaction turns the one that is.
  if p_day < public.business_date(private.clock_now()) then return false; end if;
  -- Somebody is at it.
  if not pg_try_advisory_xact_lock(private.turning_lock()) then return false; end if;
  v_task_ids := array(select s.task_id from private.task_standings s where s.changes_on <= p_day order by s.task_id limit p_limit);
  if cardinality(v_task_ids) > 0 then
    perform private.refresh_standings(v_task_ids, p_day);
    if cardinality(v_task_ids) = p_limit or not pg_try_advisory_xact_lock(private.standings_lock()) then return true; end if;
  else
    perform pg_advisory_xact_lock(private.standings_lock());
  end if;
  -- Nobody is changing anything now. Who was until a moment ago may have written for the day before.
  if exists (select from private.task_standings s where s.changes_on <= p_day) then return true; end if;
  if exists (select from private.task_standings s where s.as_of > p_day) then return private.take_back_days_after(p_day); end if;
  update private.standing_day set day = p_day;
  perform private.fold_plan_counts();
  perform private.fold_unit_counts();
  return true;
end $$;
comment on function private.roll_standings is
  'Turns the day: renews a slice of the standings that the date alone may have changed. True: it did something, ask again; '
  'false: the day is turned, or somebody is at it.';

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
create trigger standings_follow_earlier_dues after insert on public.earlier_dues
  referencing new table as touched for each statement execute function private.refresh_touched();
create trigger standings_follow_reopenings after insert on public.completion_reopenings
  referencing new table as touched for each statement execute function private.refresh_touched();

revoke execute on all functions in schema private from public;
