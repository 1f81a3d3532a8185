-- Facts: what a signal rests on, for any as_of. Plain SQL, as in rule.sql, so that the planner sees through all of it.

-- The due date of an obligation in force at an instant, such as when a report was handed in; null when never asked for.
create function private.due_on_at(p_obligation_id uuid, p_at timestamptz)
returns date language plpgsql stable set search_path = '' as $$
begin
  if p_at is null then return null; end if;
  return coalesce(
    (select d.due_on from public.due_terms d
     where d.obligation_id = p_obligation_id and d.known_from <= p_at order by d.known_from desc, d.id desc limit 1),
    (select d.due_on from public.obligations o join public.due_terms d on d.milestone_id = o.milestone_id and d.obligation_id is null
     where o.id = p_obligation_id and d.known_from <= p_at order by d.known_from desc, d.id desc limit 1));
end $$;

-- Whether a unit that handed something in at an instant owed it by that due date then: the date was not past when it was given
-- the task, or the lead office had said by then that it was still owed.
create function private.was_owed_by(p_due_on date, p_obligation_id uuid, p_issued_on date, p_at timestamptz)
returns boolean language plpgsql stable set search_path = '' as $$
declare
  v_given_at timestamptz := (
    select min(n.known_from) from public.obligations o join public.assignment_terms n on n.assignment_id = o.assignment_id
    where o.id = p_obligation_id and n.is_in_force and n.known_from <= p_at and n.id > coalesce((
      select max(w.id) from public.assignment_terms w
      where w.assignment_id = o.assignment_id and not w.is_in_force and w.known_from <= p_at), 0));
begin
  return p_due_on >= greatest(p_issued_on, public.business_date(v_given_at))
    or exists (select from public.earlier_dues e where e.obligation_id = p_obligation_id and e.answer = 'owed'
               and e.answered_at >= v_given_at and e.answered_at <= p_at);
end $$;

-- The days to mend: what was handed in in time and came back after its due day may be handed in again within as many days
-- as the review took, 3 to 15. Answers the last such day that returns before p_before gave; null when none did.
create function private.mended_until(p_obligation_id uuid, p_before timestamptz)
returns date language plpgsql stable set search_path = '' as $$
declare
  v_returned record;
  v_until date;
begin
  for v_returned in
    select public.business_date(s.submitted_at) as handed_in_on, public.business_date(s.decided_at) as returned_on,
      private.due_on_at(p_obligation_id, s.submitted_at) as due_on
    from public.report_submissions s
    where s.obligation_id = p_obligation_id and s.decision = 'returned' and s.decided_at < p_before
      and (s.percent = 100 or s.kind = 'not_applicable')
    order by s.submitted_at, s.number
  loop
    if v_returned.handed_in_on <= greatest(v_returned.due_on, v_until) and v_returned.returned_on > v_returned.due_on then
      v_until := greatest(v_until, v_returned.returned_on + least(greatest(v_returned.returned_on - v_returned.handed_in_on, 3), 15));
    end if;
  end loop;
  return v_until;
end $$;

-- The day on which a plan was closed, as known at the end of p_as_of; null while it stands. It stands still from that day on.
create function private.closed_on(p_plan public.plans, p_as_of date)
returns date language sql stable as $$
  select case when (p_plan).closed_at < private.end_of_business_day(p_as_of) then public.business_date((p_plan).closed_at) end
$$;

-- Which of some tasks are in force at p_as_of, with what their plan says. is_in_view: the plan was not closed by then; a
-- closed one counts only when it is asked for by name, and stands still on the day it was closed (judged_on).
create function private.tasks_in_force(p_as_of date, p_task_ids uuid[])
returns table (task_id uuid, plan_id uuid, section_id uuid, "position" integer, starts_on date, issued_on date, closed_on date, judged_on date,
  is_in_view boolean, warning_days integer, behind_points integer, period_start_on date, period_end_on date)
language sql stable as $$
  select t.id, p.id, t.section_id, t.position, p.starts_on, public.business_date(p.issued_at), closing.day, coalesce(closing.day, p_as_of),
    closing.day is null, p.warning_days, p.behind_points, period.start_on, period.end_on
  from public.tasks t
  join public.plans p on p.id = t.plan_id
  cross join lateral (select private.closed_on(p, p_as_of) as day offset 0) as closing
  cross join lateral private.last_due_period(coalesce(closing.day, p_as_of), p.reporting_cadence, p.report_grace_days) as period
  where t.id = any (p_task_ids)
    and p.state <> 'draft' and p.issued_at < private.end_of_business_day(p_as_of)
    and (t.withdrawn_at is null or t.withdrawn_at >= private.end_of_business_day(p_as_of))
$$;

-- Milestones with the terms they had at p_as_of. One starts with the plan, or the day after the previous one of its task
-- is due; where that would be after its own due day, on that day.
create function private.milestones_in_force(p_as_of date, p_task_ids uuid[])
returns table (milestone_id uuid, task_id uuid, plan_id uuid, section_id uuid, weight numeric, start_on date, due_on date, issued_on date,
  closed_on date, judged_on date, warning_days integer, behind_points integer, period_start_on date, period_end_on date)
language sql stable as $$
  select d.milestone_id, t.task_id, t.plan_id, t.section_id, d.weight,
    least(coalesce(lag(d.due_on) over (partition by t.task_id order by d.due_on) + 1, t.starts_on), d.due_on), d.due_on, t.issued_on,
    t.closed_on, t.judged_on, t.warning_days, t.behind_points, t.period_start_on, t.period_end_on
  from private.tasks_in_force(p_as_of, p_task_ids) t
  join private.due_in_force(p_as_of, p_task_ids) d on d.task_id = t.task_id
$$;

-- What was handed in on one obligation and known by the end of p_as_of: the last approved report that no reopening has
-- voided (standing), and the last one of all (latest).
create function private.known_reports(p_as_of date, p_obligation_id uuid, p_reopened_at timestamptz)
returns table (standing_kind public.report_kind, standing_percent smallint, standing_at timestamptz,
  latest_kind public.report_kind, latest_percent smallint, latest_at timestamptz, is_pending boolean, is_returned boolean)
language sql stable as $$
  select standing.kind, standing.percent, standing.submitted_at, latest.kind, latest.percent, latest.submitted_at,
    coalesce(latest.is_pending, false), coalesce(latest.is_returned, false)
  from (select 1) one
  left join lateral (
    select s.kind, s.percent, s.submitted_at from public.report_submissions s
    where s.obligation_id = p_obligation_id and s.decision = 'approved' and s.decided_at < private.end_of_business_day(p_as_of)
      and not coalesce((s.percent = 100 or s.kind = 'not_applicable') and s.submitted_at <= p_reopened_at, false)
    order by s.submitted_at desc, s.number desc limit 1
  ) as standing on true
  left join lateral (
    select s.submitted_at, s.kind, s.percent,
      coalesce(s.decided_at >= private.end_of_business_day(p_as_of), true) as is_pending,
      s.decision = 'returned' and s.decided_at < private.end_of_business_day(p_as_of) as is_returned
    from public.report_submissions s
    where s.obligation_id = p_obligation_id and s.submitted_at < private.end_of_business_day(p_as_of)
    order by s.submitted_at desc, s.number desc limit 1
  ) as latest on true
$$;

-- One row for each obligation in force at p_as_of, with the facts known on that day: what was handed in by then, and what
-- had been decided by then.
--
-- Its clock starts with the milestone, the issue of the plan or the day it was given, whichever is last. What completes it
-- is judged by the due date in force when that was handed in; else the date of the day counts. What fell due before it was
-- given is nobody's failing until the lead office has said what is to become of it (public.earlier_dues).
create function private.obligation_facts(p_as_of date, p_task_ids uuid[])
returns table (obligation_id uuid, plan_id uuid, section_id uuid, task_id uuid, assignment_id uuid, unit_id uuid, milestone_id uuid,
  role public.assignment_role, is_accountable boolean, weight numeric, closed_on date, judged_on date, start_on date, due_on date,
  milestone_due_on date, allowed_until date, warning_days integer, behind_points integer, percent numeric, waiting_percent numeric,
  completed_on date, is_not_applicable boolean, is_not_tracked boolean, is_due_before_given boolean, completion_submitted_on date,
  awaiting_since date, is_returned boolean, is_report_missing boolean, period_end_on date, fact_on date)
language sql stable as $$
  select o.id, m.plan_id, m.section_id, m.task_id, a.assignment_id, a.unit_id, m.milestone_id, a.role, a.is_accountable, m.weight,
    m.closed_on, m.judged_on, least(greatest(m.start_on, given.day), judged.due_on), judged.due_on, m.due_on,
    case when settled.is_unowed then null
         when known.is_returned and settled.completed_on is null or settled.day > judged.due_on
           then greatest(judged.due_on, private.mended_until(o.id, coalesce(settled.at, private.end_of_business_day(p_as_of))))
         else judged.due_on end,
    m.warning_days, m.behind_points,
    case when settled.is_not_applicable then null when settled.completed_on is not null then 100
         when answer.answer = 'not_tracked' then null else coalesce(known.standing_percent, 0) end,
    case when known.is_pending and known.latest_kind <> 'not_applicable' then known.latest_percent end,
    settled.completed_on, settled.is_not_applicable,
    coalesce(answer.answer = 'not_tracked' and settled.completed_on is null and not settled.is_not_applicable, false),
    a.role <> 'supporting' and coalesce(x.due_on, m.due_on) < given.day and answer.answer is null
      and settled.completed_on is null and not settled.is_not_applicable,
    settled.waiting_on,
    case when known.is_pending then public.business_date(known.latest_at) end,
    known.is_returned,
    -- A period is owed by who had the obligation for at least half of it, counted anew after a reopening.
    coalesce(2 * (m.period_end_on - greatest(m.start_on, given.day, public.business_date(reopening.reopened_at)) + 1)
               >= m.period_end_on - m.period_start_on + 1
             and coalesce(public.business_date(known.latest_at) < m.period_start_on, true), false),
    m.period_end_on, public.business_date(known.latest_at)
  from private.milestones_in_force(p_as_of, p_task_ids) m
  join private.roles_in_force(p_as_of, p_task_ids) a on a.task_id = m.task_id
  join public.obligations o on o.assignment_id = a.assignment_id and o.milestone_id = m.milestone_id
  cross join lateral (select greatest(m.issued_on, public.business_date(a.given_at)) as day offset 0) as given
  left join lateral private.own_due_in_force(p_as_of, o.id) as x on true
  left join lateral (
    select max(c.reopened_at) as reopened_at from public.completion_reopenings c
    where c.obligation_id = o.id and c.reopened_at < private.end_of_business_day(p_as_of)
  ) as reopening on true
  left join lateral private.earlier_due_in_force(p_as_of, o.id, a.given_at, reopening.reopened_at) as answer on true
  cross join lateral (select k.* from private.known_reports(p_as_of, o.id, reopening.reopened_at) k offset 0) as known
  -- What ends it: the office's word that it was done already, an approved report, or one that would end it and waits.
  cross join lateral (
    select ends.at, public.business_date(ends.at) as day, ends.is_done and ends.kind = 'not_applicable' as is_not_applicable,
      case when answer.answer = 'done' then answer.done_on
           when ends.is_done and ends.kind <> 'not_applicable' then public.business_date(ends.at) end as completed_on,
      case when ends.is_waiting then public.business_date(ends.at) end as waiting_on, ends.due_on,
      -- Past its date, which nobody had asked the unit to keep: what is said afterwards makes nobody late.
      coalesce(ends.due_on < public.business_date(ends.at) and not private.was_owed_by(ends.due_on, o.id, m.issued_on, ends.at), false) as is_unowed
    from (
      select done.*, private.due_on_at(o.id, done.at) as due_on
      from (
        select found.*, case when found.is_done then known.standing_at when found.is_waiting then known.latest_at end as at,
          case when found.is_done then known.standing_kind else known.latest_kind end as kind
        from (
          select answer.answer is distinct from 'done' and coalesce(known.standing_percent = 100 or known.standing_kind = 'not_applicable', false)
              as is_done,
            answer.answer is distinct from 'done' and not coalesce(known.standing_percent = 100 or known.standing_kind = 'not_applicable', false)
              and known.is_pending and (known.latest_percent = 100 or known.latest_kind = 'not_applicable') as is_waiting
        ) found
      ) done
    ) ends
    offset 0
  ) as settled
  cross join lateral (
    select coalesce(settled.due_on, case when answer.answer = 'done' then private.due_on_at(o.id, answer.answered_at) end, x.due_on, m.due_on) as due_on
    offset 0
  ) as judged
  offset 0
$$;

revoke execute on all functions in schema private from public;
