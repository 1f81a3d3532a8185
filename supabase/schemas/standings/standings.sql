-- Standings: what each obligation, assignment and task stands at, today. Kept, so that a dashboard need not work it out at
-- every look; made by the functions that answer past days (signals/states.sql), which return these very rows, so that
-- kept and computed cannot differ in shape. Nobody reads them but definer functions. No foreign keys: what they name is
-- never deleted, and a thousand look-ups a turn of the day would say so a thousand times.

create table private.obligation_standings (
  obligation_id uuid primary key,
  as_of date not null,
  changes_on date,
  plan_id uuid not null,
  section_id uuid,
  task_id uuid not null,
  assignment_id uuid not null,
  unit_id uuid not null,
  milestone_id uuid not null,
  role public.assignment_role not null,
  is_accountable boolean not null,
  weight numeric not null,
  start_on date not null,
  due_on date not null,
  milestone_due_on date not null,
  percent numeric,
  waiting_percent numeric,
  scheduled_percent numeric not null,
  is_complete boolean not null,
  is_late boolean not null,
  is_not_applicable boolean not null,
  is_closed boolean not null,
  has_started boolean not null,
  completed_on date,
  awaiting_since date,
  is_returned boolean not null,
  mend_until date,
  fact_on date,
  signal public.signal not null,
  reasons public.signal_reason[] not null
);
comment on table private.obligation_standings is 'One row for each obligation in force: what obligations_at answers for as_of and every day before changes_on.';
comment on column private.obligation_standings.is_closed is
  'Nothing is to be done on it any more: complete, 无此事项, not tracked, or supporting on a closed milestone.';
comment on column private.obligation_standings.waiting_percent is 'What the percent will be if the report that waits is approved; null when none waits.';
comment on column private.obligation_standings.mend_until is 'The last day to hand in again what was in time and came back after its due day.';
comment on column private.obligation_standings.changes_on is 'The first day on which the row may differ though nobody did anything; null: never.';
create index obligation_standings_by_task on private.obligation_standings (task_id);
create index obligation_standings_by_unit on private.obligation_standings (unit_id);

create table private.assignment_standings (
  assignment_id uuid primary key,
  as_of date not null,
  plan_id uuid not null,
  section_id uuid,
  task_id uuid not null,
  unit_id uuid not null,
  role public.assignment_role not null,
  is_accountable boolean not null,
  is_in_view boolean not null,
  percent numeric,
  waiting_percent numeric,
  is_complete boolean not null,
  is_late boolean not null,
  is_awaiting boolean not null,
  due_on date,
  fact_on date,
  silent_since date,
  signal public.signal not null,
  reason public.signal_reason not null,
  plan_starts_on date not null,
  position integer not null
);
comment on table private.assignment_standings is 'One row for each assignment in force: what assignments_at answers for as_of.';
create index assignment_standings_by_task on private.assignment_standings (task_id);
create index assignment_standings_by_plan on private.assignment_standings (plan_id);
create index assignment_standings_by_unit_and_urgency on private.assignment_standings
  (unit_id, is_complete, signal desc, due_on, plan_starts_on desc, plan_id, position) where is_in_view;
create index assignment_standings_by_unit on private.assignment_standings (unit_id);
create index assignment_standings_by_unit_and_silence on private.assignment_standings (unit_id, silent_since)
  where is_in_view and role <> 'supporting' and silent_since is not null;

create table private.task_standings (
  task_id uuid primary key,
  as_of date not null,
  changes_on date,
  plan_id uuid not null,
  section_id uuid,
  is_in_view boolean not null,
  percent numeric,
  waiting_percent numeric,
  scheduled_percent numeric,
  is_complete boolean not null,
  is_late boolean not null,
  is_awaiting boolean not null,
  due_on date,
  fact_on date,
  silent_since date,
  signal public.signal not null,
  reason public.signal_reason not null,
  open_responsible integer not null,
  overdue_responsible integer not null,
  plan_starts_on date not null,
  position integer not null
);
comment on column private.task_standings.silent_since is
  'Since when nothing was heard on the obligation that decides: its last report, else the day it started. Null unless it is open.';
comment on column private.task_standings.open_responsible is
  'Units responsible beside leads that still owe their part, when the leads have closed all that has started.';
comment on table private.task_standings is 'One row for each task in force: what tasks_at answers for as_of and every day before changes_on.';
create index task_standings_by_plan on private.task_standings (plan_id);
create index task_standings_by_next_change on private.task_standings (changes_on);
create index task_standings_by_urgency on private.task_standings
  (is_complete, signal desc, due_on, plan_starts_on desc, plan_id, position) where is_in_view;

-- Counts are ledgers: each change of a standing adds a line with the difference, a reader sums the lines, and now and then
-- the lines of one subject are folded into one. Nobody waits for anybody else's line.
create table private.plan_counts (
  id bigint generated always as identity primary key,
  plan_id uuid not null,
  tasks bigint not null,
  red bigint not null,
  yellow bigint not null,
  due_soon bigint not null,
  green bigint not null,
  grey bigint not null,
  before_given bigint not null,
  complete bigint not null,
  complete_late bigint not null,
  awaiting bigint not null,
  leads_done bigint not null,
  percent_sum numeric not null,
  percent_count bigint not null,
  scheduled_sum numeric not null,
  scheduled_count bigint not null
);
comment on table private.plan_counts is 'Ledger of how many tasks of a plan stand where: the sum of its lines counts.';
create index plan_counts_by_plan on private.plan_counts (plan_id);

create table private.unit_counts (
  id bigint generated always as identity primary key,
  unit_id uuid not null,
  tasks bigint not null,
  red bigint not null,
  yellow bigint not null,
  due_soon bigint not null,
  green bigint not null,
  grey bigint not null,
  before_given bigint not null,
  complete bigint not null,
  complete_late bigint not null,
  percent_sum numeric not null,
  percent_count bigint not null,
  supporting bigint not null
);
comment on table private.unit_counts is 'Ledger of how the tasks of a unit stand, in plans not closed: the sum of its lines counts.';
create index unit_counts_by_unit on private.unit_counts (unit_id);

-- The sums of the ledgers, which are those of computed rows too: one shape of what is counted for a plan and for a unit.
create view private.plan_totals with (security_invoker = true) as
select plan_id, sum(tasks)::integer as tasks, sum(red)::integer as red, sum(yellow)::integer as yellow,
  sum(due_soon)::integer as due_soon, sum(green)::integer as green, sum(grey)::integer as grey, sum(before_given)::integer as before_given,
  sum(complete)::integer as complete, sum(complete_late)::integer as complete_late,
  sum(awaiting)::integer as awaiting, sum(leads_done)::integer as leads_done, sum(percent_sum) as percent_sum, sum(percent_count)::integer as percent_count,
  sum(scheduled_sum) as scheduled_sum, sum(scheduled_count)::integer as scheduled_count
from private.plan_counts group by plan_id;
create view private.unit_totals with (security_invoker = true) as
select unit_id, sum(tasks)::integer as tasks, sum(red)::integer as red, sum(yellow)::integer as yellow,
  sum(due_soon)::integer as due_soon, sum(green)::integer as green, sum(grey)::integer as grey, sum(before_given)::integer as before_given,
  sum(complete)::integer as complete, sum(complete_late)::integer as complete_late,
  sum(percent_sum) as percent_sum, sum(percent_count)::integer as percent_count, sum(supporting)::integer as supporting
from private.unit_counts group by unit_id;

create table private.standing_day (
  is_only_row boolean primary key default true,
  day date not null,
  constraint there_is_one_standing_day check (is_only_row)
);
comment on table private.standing_day is 'The day whose turn was made last: standings answer for this day and no other.';
insert into private.standing_day (day) values ('-infinity');

alter table private.obligation_standings enable row level security;
alter table private.assignment_standings enable row level security;
alter table private.task_standings enable row level security;
alter table private.plan_counts enable row level security;
alter table private.unit_counts enable row level security;
alter table private.standing_day enable row level security;
revoke all on private.obligation_standings, private.assignment_standings, private.task_standings, private.plan_counts,
  private.unit_counts, private.plan_totals, private.unit_totals, private.standing_day from public, anon, authenticated, service_role;
