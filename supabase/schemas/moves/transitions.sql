-- Which states work moves through, and who may move it: one table, asked by private.move for every change of state, and
-- by screens (my_actions) for what to offer.

create table private.states (
  subject text not null,
  state text not null,
  primary key (subject, state)
);
comment on table private.states is
  'Subject × state. Asked for what its state does not allow, a subject is refused with <subject>_is_<state>; the app has a sentence for each.';

insert into private.states (subject, state) values
  ('plan', 'draft'), ('plan', 'issued'), ('plan', 'closed'),
  ('task', 'in_force'), ('task', 'withdrawn'), ('task', 'closed'),
  ('milestone', 'in_force'), ('milestone', 'withdrawn'), ('milestone', 'closed'),
  ('assignment', 'in_force'), ('assignment', 'withdrawn'), ('assignment', 'closed'),
  ('obligation', 'open'), ('obligation', 'under_review'), ('obligation', 'complete'), ('obligation', 'withdrawn'), ('obligation', 'closed'),
  ('report', 'draft'), ('report', 'submitted'), ('report', 'returned'), ('report', 'approved');

create table private.transitions (
  subject text not null,
  from_state text not null,
  to_state text not null,
  role public.app_role not null,
  needs_reason boolean not null,
  event text not null,
  primary key (subject, event, from_state, role),
  constraint transition_starts_in_a_state foreign key (subject, from_state) references private.states (subject, state) on delete restrict,
  constraint transition_ends_in_a_state foreign key (subject, to_state) references private.states (subject, state) on delete restrict
);
comment on table private.transitions is
  'Subject × event: from which state to which, by which role (a department: of its own unit alone), with a reason or without.';

insert into private.transitions (subject, event, from_state, to_state, role, needs_reason) values
  ('plan', 'plan_issued', 'draft', 'issued', 'lead_office', false),
  ('plan', 'plan_closed', 'issued', 'closed', 'lead_office', true),
  ('task', 'task_reworded', 'in_force', 'in_force', 'lead_office', true),
  ('task', 'task_withdrawn', 'in_force', 'withdrawn', 'lead_office', true),
  ('task', 'unit_assigned', 'in_force', 'in_force', 'lead_office', true),
  ('assignment', 'unit_withdrawn', 'in_force', 'withdrawn', 'lead_office', true),
  ('milestone', 'milestone_amended', 'in_force', 'in_force', 'lead_office', true),
  ('obligation', 'report_begun', 'open', 'open', 'department', false),
  ('obligation', 'completion_reopened', 'complete', 'open', 'lead_office', true),
  ('obligation', 'earlier_due_answered', 'open', 'open', 'lead_office', false),
  ('obligation', 'earlier_due_answered', 'under_review', 'under_review', 'lead_office', false),
  ('report', 'report_handed_in', 'draft', 'submitted', 'department', false),
  ('report', 'report_handed_in', 'returned', 'submitted', 'department', false),
  ('report', 'report_approved', 'submitted', 'approved', 'lead_office', false),
  ('report', 'report_returned', 'submitted', 'returned', 'lead_office', true);

revoke all on private.states, private.transitions from public, anon, authenticated, service_role;
