-- Obligations as screens show them: one shape, whether of a task, of a unit or one alone. The state of the working copy is
-- the unit's own business: null for everybody else.

-- The columns are named once more in each function that answers them: a function's own columns are what PostgREST and the app's
-- types know. One that answers others than these does not compile.
-- Reasons go out as text[]: a driver that connected before the enum was made does not know arrays of it.
create type private.shown_obligation as (obligation_id uuid, assignment_id uuid, milestone_id uuid, task_id uuid, plan_id uuid, plan_title text,
  plan_state public.plan_state, plan_closed_on date, number text, title text, is_ongoing boolean, unit_id uuid, unit_name text, role public.assignment_role,
  is_accountable boolean, requirement text, start_on date, due_on date, milestone_due_on date, percent numeric, waiting_percent numeric,
  scheduled_percent numeric, is_complete boolean, is_late boolean, is_not_applicable boolean, is_closed boolean, completed_on date, awaiting_since date,
  mend_until date, fact_on date, signal public.signal, reasons text[], report_id uuid, report_state public.report_state, return_reason text);

-- With what they are chosen and ordered by.
create function private.shown_obligations(p_as_of date, p_rows private.obligation_standings[])
returns table (shown private.shown_obligation, has_started boolean, unit_position integer, plan_starts_on date, task_position integer)
language sql stable as $$
  select row (o.obligation_id, o.assignment_id, o.milestone_id, o.task_id, o.plan_id, p.title,
      case when p.closed_at >= private.end_of_business_day(p_as_of) then 'issued' else p.state end, private.closed_on(p, p_as_of),
      t.number, w.title, t.is_ongoing,
      o.unit_id, u.name, o.role, o.is_accountable, m.requirement, o.start_on, o.due_on, o.milestone_due_on, o.percent, o.waiting_percent,
      o.scheduled_percent, o.is_complete, o.is_late, o.is_not_applicable, o.is_closed, o.completed_on, o.awaiting_since, o.mend_until, o.fact_on,
      o.signal, o.reasons::text[],
      r.id, r.state, case when r.state = 'returned' then latest.decision_reason end)::private.shown_obligation,
    o.has_started, u.position, p.starts_on, t.position
  from unnest(p_rows) o
  join public.tasks t on t.id = o.task_id
  join public.plans p on p.id = o.plan_id
  join private.wording_in_force(p_as_of, array(select r.task_id from unnest(p_rows) r)) w on w.task_id = o.task_id
  join private.requirements_in_force(p_as_of, array(select r.task_id from unnest(p_rows) r)) m on m.milestone_id = o.milestone_id
  join public.units u on u.id = o.unit_id
  left join public.progress_reports r on r.obligation_id = o.obligation_id and r.state <> 'approved'
    and r.unit_id = (select private.account_unit_id())
  left join lateral (
    select s.decision_reason from public.report_submissions s where s.report_id = r.id order by s.number desc limit 1
  ) latest on true
$$;
revoke execute on function private.shown_obligations(date, private.obligation_standings[]) from public;

create function public.task_obligations(p_task_id uuid, p_as_of date default null)
returns table (obligation_id uuid, assignment_id uuid, milestone_id uuid, task_id uuid, plan_id uuid, plan_title text,
  plan_state public.plan_state, plan_closed_on date, number text, title text, is_ongoing boolean, unit_id uuid, unit_name text, role public.assignment_role,
  is_accountable boolean, requirement text, start_on date, due_on date, milestone_due_on date, percent numeric, waiting_percent numeric,
  scheduled_percent numeric, is_complete boolean, is_late boolean, is_not_applicable boolean, is_closed boolean, completed_on date, awaiting_since date,
  mend_until date, fact_on date, signal public.signal, reasons text[], report_id uuid, report_state public.report_state, return_reason text)
language plpgsql stable security definer set search_path = '' as $$
declare
  v_as_of date := private.asked_day(p_as_of);
  v_rows private.obligation_standings[] := array(select x from private.obligation_states(v_as_of, array[p_task_id]) x);
begin
  return query
    select (o.shown).* from private.shown_obligations(v_as_of, v_rows) o
    order by (o.shown).milestone_due_on, (o.shown).role, (o.shown).is_closed, (o.shown).signal desc, o.unit_position, (o.shown).obligation_id;
end $$;
comment on function public.task_obligations is 'Any account: every obligation of a task, with signal, reasons and the dates they rest on.';

create function public.obligation_state(p_obligation_id uuid, p_as_of date default null)
returns table (obligation_id uuid, assignment_id uuid, milestone_id uuid, task_id uuid, plan_id uuid, plan_title text,
  plan_state public.plan_state, plan_closed_on date, number text, title text, is_ongoing boolean, unit_id uuid, unit_name text, role public.assignment_role,
  is_accountable boolean, requirement text, start_on date, due_on date, milestone_due_on date, percent numeric, waiting_percent numeric,
  scheduled_percent numeric, is_complete boolean, is_late boolean, is_not_applicable boolean, is_closed boolean, completed_on date, awaiting_since date,
  mend_until date, fact_on date, signal public.signal, reasons text[], report_id uuid, report_state public.report_state, return_reason text)
language sql stable security definer set search_path = '' as $$
  select o.* from public.task_obligations((select b.task_id from public.obligations b where b.id = p_obligation_id), p_as_of) o
  where o.obligation_id = p_obligation_id
$$;
comment on function public.obligation_state is
  'Any account: one obligation as task_obligations shows it; no row when it is not in force on that day.';

-- The department's one screen: what the caller's unit owes, most urgent first, with the state of its working copy.
-- A milestone that has not started is left out unless it is the first one of its task, or the unit has begun a report on
-- it, or p_with_all asks for everything.
create function public.my_obligations(p_as_of date default null, p_with_all boolean default false)
returns table (obligation_id uuid, assignment_id uuid, milestone_id uuid, task_id uuid, plan_id uuid, plan_title text,
  plan_state public.plan_state, plan_closed_on date, number text, title text, is_ongoing boolean, unit_id uuid, unit_name text, role public.assignment_role,
  is_accountable boolean, requirement text, start_on date, due_on date, milestone_due_on date, percent numeric, waiting_percent numeric,
  scheduled_percent numeric, is_complete boolean, is_late boolean, is_not_applicable boolean, is_closed boolean, completed_on date, awaiting_since date,
  mend_until date, fact_on date, signal public.signal, reasons text[], report_id uuid, report_state public.report_state, return_reason text)
language plpgsql stable security definer set search_path = '' as $$
declare
  v_as_of date := private.asked_day(p_as_of);
  v_unit_id uuid := private.account_unit_id();
  v_rows private.obligation_standings[];
begin
  perform private.require('report_work');
  if private.is_kept(v_as_of) then
    v_rows := array(select s from private.obligation_standings s where s.unit_id = v_unit_id);
  else
    v_rows := array(select x from private.obligation_states(v_as_of,
      array(select a.task_id from public.assignments a where a.unit_id = v_unit_id)) x where x.unit_id = v_unit_id);
  end if;
  return query
    select (o.shown).* from private.shown_obligations(v_as_of, v_rows) o
    where p_with_all or (o.shown).plan_state = 'issued' and (o.has_started or (o.shown).report_id is not null
      -- By the milestones' own dates: an extension makes none another's successor.
      or (o.shown).milestone_due_on = (select min(e.due_on) from private.due_in_force(v_as_of, array[(o.shown).task_id]) e))
    order by (o.shown).is_closed, coalesce((o.shown).report_state = 'returned', false) desc, (o.shown).role = 'supporting',
      (o.shown).signal desc, ((o.shown).awaiting_since is not null), (o.shown).due_on, o.plan_starts_on desc, (o.shown).plan_id,
      o.task_position, (o.shown).obligation_id;
end $$;
comment on function public.my_obligations is
  'Department: the obligations of its own unit, most urgent first; p_with_all adds milestones not started and closed plans.';

revoke execute on function public.task_obligations(uuid, date), public.obligation_state(uuid, date), public.my_obligations(date, boolean)
  from public, anon;
grant execute on function public.task_obligations(uuid, date), public.obligation_state(uuid, date), public.my_obligations(date, boolean)
  to authenticated;
