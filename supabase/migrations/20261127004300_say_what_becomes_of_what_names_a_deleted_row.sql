-- What becomes of a row when the one that it names goes is said for each. What is never deleted (accounts, plans once issued, tasks,
-- reports, evidence once handed in) is not to be deleted under those who name it. The chapters of a draft go with it in one statement, whatever
-- their order: there the check waits for its end (no action).

alter table public.accounts
  drop constraint accounts_unit_id_fkey,
  add constraint accounts_unit_id_fkey foreign key (unit_id) references public.units (id) on delete restrict;
alter table public.invitations
  drop constraint invitations_unit_id_fkey,
  add constraint invitations_unit_id_fkey foreign key (unit_id) references public.units (id) on delete restrict,
  drop constraint invitations_created_by_fkey,
  add constraint invitations_created_by_fkey foreign key (created_by) references public.accounts (user_id) on delete restrict;
alter table private.transitions
  drop constraint transition_starts_in_a_state,
  add constraint transition_starts_in_a_state foreign key (subject, from_state) references private.states (subject, state) on delete restrict,
  drop constraint transition_ends_in_a_state,
  add constraint transition_ends_in_a_state foreign key (subject, to_state) references private.states (subject, state) on delete restrict;
alter table public.source_documents
  drop constraint source_documents_created_by_fkey,
  add constraint source_documents_created_by_fkey foreign key (created_by) references public.accounts (user_id) on delete restrict;
alter table public.plans
  drop constraint plans_source_document_id_fkey,
  add constraint plans_source_document_id_fkey foreign key (source_document_id) references public.source_documents (id) on delete restrict,
  drop constraint plans_created_by_fkey,
  add constraint plans_created_by_fkey foreign key (created_by) references public.accounts (user_id) on delete restrict,
  drop constraint plans_issued_by_fkey,
  add constraint plans_issued_by_fkey foreign key (issued_by) references public.accounts (user_id) on delete restrict;
alter table public.plan_drafts
  drop constraint plan_drafts_updated_by_fkey,
  add constraint plan_drafts_updated_by_fkey foreign key (updated_by) references public.accounts (user_id) on delete restrict;
alter table public.plan_sections
  drop constraint plan_sections_parent_id_fkey,
  add constraint plan_sections_parent_id_fkey foreign key (parent_id) references public.plan_sections (id) on delete no action;
alter table public.evidence
  drop constraint evidence_unit_id_fkey,
  add constraint evidence_unit_id_fkey foreign key (unit_id) references public.units (id) on delete restrict,
  drop constraint evidence_created_by_fkey,
  add constraint evidence_created_by_fkey foreign key (created_by) references public.accounts (user_id) on delete restrict;
alter table public.report_evidence
  drop constraint report_evidence_evidence_id_fkey,
  add constraint report_evidence_evidence_id_fkey foreign key (evidence_id) references public.evidence (id) on delete restrict;
alter table public.submission_evidence
  drop constraint submission_evidence_submission_id_fkey,
  add constraint submission_evidence_submission_id_fkey foreign key (submission_id) references public.report_submissions (id) on delete restrict,
  drop constraint submission_evidence_evidence_id_fkey,
  add constraint submission_evidence_evidence_id_fkey foreign key (evidence_id) references public.evidence (id) on delete restrict;
alter table public.progress_reports
  drop constraint progress_reports_created_by_fkey,
  add constraint progress_reports_created_by_fkey foreign key (created_by) references public.accounts (user_id) on delete restrict,
  drop constraint progress_reports_updated_by_fkey,
  add constraint progress_reports_updated_by_fkey foreign key (updated_by) references public.accounts (user_id) on delete restrict,
  drop constraint report_belongs_to_its_obligation,
  add constraint report_belongs_to_its_obligation foreign key (obligation_id, task_id, unit_id)
    references public.obligations (id, task_id, unit_id) on delete restrict;
alter table public.report_submissions
  drop constraint report_submissions_submitted_by_fkey,
  add constraint report_submissions_submitted_by_fkey foreign key (submitted_by) references public.accounts (user_id) on delete restrict,
  drop constraint report_submissions_decided_by_fkey,
  add constraint report_submissions_decided_by_fkey foreign key (decided_by) references public.accounts (user_id) on delete restrict,
  drop constraint submission_belongs_to_its_report,
  add constraint submission_belongs_to_its_report foreign key (report_id, obligation_id, task_id, unit_id)
    references public.progress_reports (id, obligation_id, task_id, unit_id) on delete restrict,
  drop constraint submission_belongs_to_its_obligation,
  add constraint submission_belongs_to_its_obligation foreign key (obligation_id, task_id, unit_id)
    references public.obligations (id, task_id, unit_id) on delete restrict;
alter table public.completion_reopenings
  drop constraint completion_reopenings_reopened_by_fkey,
  add constraint completion_reopenings_reopened_by_fkey foreign key (reopened_by) references public.accounts (user_id) on delete restrict,
  drop constraint reopening_belongs_to_its_obligation,
  add constraint reopening_belongs_to_its_obligation foreign key (obligation_id, task_id, unit_id)
    references public.obligations (id, task_id, unit_id) on delete restrict;
alter table public.task_ancestors
  drop constraint task_ancestors_task_id_fkey,
  add constraint task_ancestors_task_id_fkey foreign key (task_id) references public.tasks (id) on delete restrict,
  drop constraint task_ancestors_ancestor_id_fkey,
  add constraint task_ancestors_ancestor_id_fkey foreign key (ancestor_id) references public.tasks (id) on delete restrict,
  drop constraint task_ancestors_accepted_by_fkey,
  add constraint task_ancestors_accepted_by_fkey foreign key (accepted_by) references public.accounts (user_id) on delete restrict,
  drop constraint ancestor_milestone_belongs_to_the_ancestor,
  add constraint ancestor_milestone_belongs_to_the_ancestor foreign key (milestone_id, ancestor_id)
    references public.milestones (id, task_id) on delete restrict;
alter table public.tasks
  drop constraint tasks_plan_id_fkey,
  add constraint tasks_plan_id_fkey foreign key (plan_id) references public.plans (id) on delete restrict,
  drop constraint tasks_section_id_fkey,
  add constraint tasks_section_id_fkey foreign key (section_id) references public.plan_sections (id) on delete restrict;
alter table public.milestones
  drop constraint milestones_task_id_fkey,
  add constraint milestones_task_id_fkey foreign key (task_id) references public.tasks (id) on delete restrict;
alter table public.assignments
  drop constraint assignments_task_id_fkey,
  add constraint assignments_task_id_fkey foreign key (task_id) references public.tasks (id) on delete restrict,
  drop constraint assignments_unit_id_fkey,
  add constraint assignments_unit_id_fkey foreign key (unit_id) references public.units (id) on delete restrict;
alter table public.units
  drop constraint units_parent_id_fkey,
  add constraint units_parent_id_fkey foreign key (parent_id) references public.units (id) on delete restrict;
alter table public.unit_group_members
  drop constraint unit_group_members_unit_id_fkey,
  add constraint unit_group_members_unit_id_fkey foreign key (unit_id) references public.units (id) on delete restrict;
