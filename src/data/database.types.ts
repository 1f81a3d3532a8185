export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[]

export type Database = {
  
  "public": {
          Tables: {
            "accounts": {
                  Row: {
                    "created_at": string,"disabled_at": string | null,"display_name": string,"email": string,"role": Database["public"]['Enums']["app_role"],"unit_id": string | null,"user_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"disabled_at"?: string | null,"display_name": string,"email": string,"role": Database["public"]['Enums']["app_role"],"unit_id"?: string | null,"user_id": string
                  }
                  Update: {
                    "created_at"?: string,"disabled_at"?: string | null,"display_name"?: string,"email"?: string,"role"?: Database["public"]['Enums']["app_role"],"unit_id"?: string | null,"user_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "accounts_unit_id_fkey"
      columns: ["unit_id"]
isOneToOne: false
      referencedRelation: "units"
      referencedColumns: ["id"]
    }
                  ]
                },"assignments": {
                  Row: {
                    "created_at": string,"id": string,"role": Database["public"]['Enums']["assignment_role"],"task_id": string,"unit_group_id": string | null,"unit_id": string,"withdrawn_at": string | null,"withdrawn_reason": string | null,"written_name": string
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"id"?: string,"role": Database["public"]['Enums']["assignment_role"],"task_id": string,"unit_group_id"?: string | null,"unit_id": string,"withdrawn_at"?: string | null,"withdrawn_reason"?: string | null,"written_name": string
                  }
                  Update: {
                    "created_at"?: string,"id"?: string,"role"?: Database["public"]['Enums']["assignment_role"],"task_id"?: string,"unit_group_id"?: string | null,"unit_id"?: string,"withdrawn_at"?: string | null,"withdrawn_reason"?: string | null,"written_name"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "assignments_task_id_fkey"
      columns: ["task_id"]
isOneToOne: false
      referencedRelation: "tasks"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "assignments_unit_group_id_fkey"
      columns: ["unit_group_id"]
isOneToOne: false
      referencedRelation: "unit_groups"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "assignments_unit_id_fkey"
      columns: ["unit_id"]
isOneToOne: false
      referencedRelation: "units"
      referencedColumns: ["id"]
    }
                  ]
                },"audit_events": {
                  Row: {
                    "action": string,"actor_id": string | null,"actor_role": Database["public"]['Enums']["app_role"] | null,"actor_unit_id": string | null,"changes": NonNullable<Json>,"from_state": string | null,"id": number,"occurred_at": string,"plan_id": string | null,"reason": string | null,"subject": string,"subject_id": string | null,"task_id": string | null,"to_state": string | null,"unit_id": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "action": string,"actor_id"?: string | null,"actor_role"?: Database["public"]['Enums']["app_role"] | null,"actor_unit_id"?: string | null,"changes"?: NonNullable<Json>,"from_state"?: string | null,"id"?: never,"occurred_at"?: string,"plan_id"?: string | null,"reason"?: string | null,"subject": string,"subject_id"?: string | null,"task_id"?: string | null,"to_state"?: string | null,"unit_id"?: string | null
                  }
                  Update: {
                    "action"?: string,"actor_id"?: string | null,"actor_role"?: Database["public"]['Enums']["app_role"] | null,"actor_unit_id"?: string | null,"changes"?: NonNullable<Json>,"from_state"?: string | null,"id"?: never,"occurred_at"?: string,"plan_id"?: string | null,"reason"?: string | null,"subject"?: string,"subject_id"?: string | null,"task_id"?: string | null,"to_state"?: string | null,"unit_id"?: string | null
                  }
                  Relationships: [
                    
                  ]
                },"completion_reopenings": {
                  Row: {
                    "assignment_id": string,"id": string,"milestone_id": string,"reason": string,"reopened_at": string,"reopened_by": string | null,"task_id": string,"unit_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "assignment_id": string,"id"?: string,"milestone_id": string,"reason": string,"reopened_at"?: string,"reopened_by"?: string | null,"task_id": string,"unit_id": string
                  }
                  Update: {
                    "assignment_id"?: string,"id"?: string,"milestone_id"?: string,"reason"?: string,"reopened_at"?: string,"reopened_by"?: string | null,"task_id"?: string,"unit_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "completion_reopenings_reopened_by_fkey"
      columns: ["reopened_by"]
isOneToOne: false
      referencedRelation: "accounts"
      referencedColumns: ["user_id"]
    },{
      foreignKeyName: "reopening_belongs_to_a_milestone_of_the_task"
      columns: ["milestone_id","task_id"]
isOneToOne: false
      referencedRelation: "milestones"
      referencedColumns: ["id","task_id"]
    },{
      foreignKeyName: "reopening_belongs_to_its_assignment"
      columns: ["assignment_id","task_id","unit_id"]
isOneToOne: false
      referencedRelation: "assignments"
      referencedColumns: ["id","task_id","unit_id"]
    }
                  ]
                },"evidence": {
                  Row: {
                    "byte_size": number | null,"created_at": string,"created_by": string | null,"file_name": string | null,"id": string,"kind": Database["public"]['Enums']["evidence_kind"],"media_type": string | null,"storage_path": string | null,"title": string,"unit_id": string,"url": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "byte_size"?: number | null,"created_at"?: string,"created_by"?: string | null,"file_name"?: string | null,"id"?: string,"kind": Database["public"]['Enums']["evidence_kind"],"media_type"?: string | null,"storage_path"?: string | null,"title": string,"unit_id": string,"url"?: string | null
                  }
                  Update: {
                    "byte_size"?: number | null,"created_at"?: string,"created_by"?: string | null,"file_name"?: string | null,"id"?: string,"kind"?: Database["public"]['Enums']["evidence_kind"],"media_type"?: string | null,"storage_path"?: string | null,"title"?: string,"unit_id"?: string,"url"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "evidence_created_by_fkey"
      columns: ["created_by"]
isOneToOne: false
      referencedRelation: "accounts"
      referencedColumns: ["user_id"]
    },{
      foreignKeyName: "evidence_unit_id_fkey"
      columns: ["unit_id"]
isOneToOne: false
      referencedRelation: "units"
      referencedColumns: ["id"]
    }
                  ]
                },"invitations": {
                  Row: {
                    "accepted_at": string | null,"accepted_by": string | null,"code_hash": string,"created_at": string,"created_by": string,"expires_at": string,"id": string,"note": string,"revoked_at": string | null,"role": Database["public"]['Enums']["app_role"],"unit_id": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "accepted_at"?: string | null,"accepted_by"?: string | null,"code_hash": string,"created_at"?: string,"created_by": string,"expires_at": string,"id"?: string,"note"?: string,"revoked_at"?: string | null,"role": Database["public"]['Enums']["app_role"],"unit_id"?: string | null
                  }
                  Update: {
                    "accepted_at"?: string | null,"accepted_by"?: string | null,"code_hash"?: string,"created_at"?: string,"created_by"?: string,"expires_at"?: string,"id"?: string,"note"?: string,"revoked_at"?: string | null,"role"?: Database["public"]['Enums']["app_role"],"unit_id"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "invitations_created_by_fkey"
      columns: ["created_by"]
isOneToOne: false
      referencedRelation: "accounts"
      referencedColumns: ["user_id"]
    },{
      foreignKeyName: "invitations_unit_id_fkey"
      columns: ["unit_id"]
isOneToOne: false
      referencedRelation: "units"
      referencedColumns: ["id"]
    }
                  ]
                },"milestones": {
                  Row: {
                    "created_at": string,"due_on": string,"id": string,"requirement": string,"source_end": number | null,"source_start": number | null,"task_id": string,"weight": number,"year": number | null
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"due_on": string,"id"?: string,"requirement"?: string,"source_end"?: number | null,"source_start"?: number | null,"task_id": string,"weight"?: number,"year"?: number | null
                  }
                  Update: {
                    "created_at"?: string,"due_on"?: string,"id"?: string,"requirement"?: string,"source_end"?: number | null,"source_start"?: number | null,"task_id"?: string,"weight"?: number,"year"?: number | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "milestones_task_id_fkey"
      columns: ["task_id"]
isOneToOne: false
      referencedRelation: "tasks"
      referencedColumns: ["id"]
    }
                  ]
                },"plan_drafts": {
                  Row: {
                    "content": NonNullable<Json>,"plan_id": string,"revision": number,"updated_at": string,"updated_by": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "content": NonNullable<Json>,"plan_id": string,"revision"?: number,"updated_at"?: string,"updated_by"?: string | null
                  }
                  Update: {
                    "content"?: NonNullable<Json>,"plan_id"?: string,"revision"?: number,"updated_at"?: string,"updated_by"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "plan_drafts_plan_id_fkey"
      columns: ["plan_id"]
isOneToOne: true
      referencedRelation: "plans"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "plan_drafts_updated_by_fkey"
      columns: ["updated_by"]
isOneToOne: false
      referencedRelation: "accounts"
      referencedColumns: ["user_id"]
    }
                  ]
                },"plan_sections": {
                  Row: {
                    "id": string,"level": number,"number": string | null,"parent_id": string | null,"plan_id": string,"position": number,"source_end": number | null,"source_start": number | null,"title": string
                  }
                  ComputedFields: never
                  Insert: {
                    "id"?: string,"level": number,"number"?: string | null,"parent_id"?: string | null,"plan_id": string,"position": number,"source_end"?: number | null,"source_start"?: number | null,"title": string
                  }
                  Update: {
                    "id"?: string,"level"?: number,"number"?: string | null,"parent_id"?: string | null,"plan_id"?: string,"position"?: number,"source_end"?: number | null,"source_start"?: number | null,"title"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "plan_sections_parent_id_fkey"
      columns: ["parent_id"]
isOneToOne: false
      referencedRelation: "plan_sections"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "plan_sections_plan_id_fkey"
      columns: ["plan_id"]
isOneToOne: false
      referencedRelation: "plans"
      referencedColumns: ["id"]
    }
                  ]
                },"plans": {
                  Row: {
                    "closed_at": string | null,"created_at": string,"created_by": string | null,"document_date": string | null,"document_number": string | null,"ends_on": string,"id": string,"issued_at": string | null,"issued_by": string | null,"issuing_body": string | null,"kind": Database["public"]['Enums']["plan_kind"],"report_grace_days": number,"reporting_cadence": Database["public"]['Enums']["reporting_cadence"],"source_document_id": string,"starts_on": string,"state": Database["public"]['Enums']["plan_state"],"title": string,"warning_days": number
                  }
                  ComputedFields: never
                  Insert: {
                    "closed_at"?: string | null,"created_at"?: string,"created_by"?: string | null,"document_date"?: string | null,"document_number"?: string | null,"ends_on": string,"id"?: string,"issued_at"?: string | null,"issued_by"?: string | null,"issuing_body"?: string | null,"kind": Database["public"]['Enums']["plan_kind"],"report_grace_days"?: number,"reporting_cadence"?: Database["public"]['Enums']["reporting_cadence"],"source_document_id": string,"starts_on": string,"state"?: Database["public"]['Enums']["plan_state"],"title": string,"warning_days"?: number
                  }
                  Update: {
                    "closed_at"?: string | null,"created_at"?: string,"created_by"?: string | null,"document_date"?: string | null,"document_number"?: string | null,"ends_on"?: string,"id"?: string,"issued_at"?: string | null,"issued_by"?: string | null,"issuing_body"?: string | null,"kind"?: Database["public"]['Enums']["plan_kind"],"report_grace_days"?: number,"reporting_cadence"?: Database["public"]['Enums']["reporting_cadence"],"source_document_id"?: string,"starts_on"?: string,"state"?: Database["public"]['Enums']["plan_state"],"title"?: string,"warning_days"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "plans_created_by_fkey"
      columns: ["created_by"]
isOneToOne: false
      referencedRelation: "accounts"
      referencedColumns: ["user_id"]
    },{
      foreignKeyName: "plans_issued_by_fkey"
      columns: ["issued_by"]
isOneToOne: false
      referencedRelation: "accounts"
      referencedColumns: ["user_id"]
    },{
      foreignKeyName: "plans_source_document_id_fkey"
      columns: ["source_document_id"]
isOneToOne: false
      referencedRelation: "source_documents"
      referencedColumns: ["id"]
    }
                  ]
                },"progress_reports": {
                  Row: {
                    "assignment_id": string,"created_at": string,"created_by": string | null,"done": string,"id": string,"kind": Database["public"]['Enums']["report_kind"],"milestone_id": string,"next_steps": string,"percent": number,"problems": string,"revision": number,"state": Database["public"]['Enums']["report_state"],"task_id": string,"unit_id": string,"updated_at": string,"updated_by": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "assignment_id": string,"created_at"?: string,"created_by"?: string | null,"done"?: string,"id"?: string,"kind"?: Database["public"]['Enums']["report_kind"],"milestone_id": string,"next_steps"?: string,"percent"?: number,"problems"?: string,"revision"?: number,"state"?: Database["public"]['Enums']["report_state"],"task_id": string,"unit_id": string,"updated_at"?: string,"updated_by"?: string | null
                  }
                  Update: {
                    "assignment_id"?: string,"created_at"?: string,"created_by"?: string | null,"done"?: string,"id"?: string,"kind"?: Database["public"]['Enums']["report_kind"],"milestone_id"?: string,"next_steps"?: string,"percent"?: number,"problems"?: string,"revision"?: number,"state"?: Database["public"]['Enums']["report_state"],"task_id"?: string,"unit_id"?: string,"updated_at"?: string,"updated_by"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "progress_reports_created_by_fkey"
      columns: ["created_by"]
isOneToOne: false
      referencedRelation: "accounts"
      referencedColumns: ["user_id"]
    },{
      foreignKeyName: "progress_reports_updated_by_fkey"
      columns: ["updated_by"]
isOneToOne: false
      referencedRelation: "accounts"
      referencedColumns: ["user_id"]
    },{
      foreignKeyName: "report_belongs_to_a_milestone_of_the_task"
      columns: ["milestone_id","task_id"]
isOneToOne: false
      referencedRelation: "milestones"
      referencedColumns: ["id","task_id"]
    },{
      foreignKeyName: "report_belongs_to_its_assignment"
      columns: ["assignment_id","task_id","unit_id"]
isOneToOne: false
      referencedRelation: "assignments"
      referencedColumns: ["id","task_id","unit_id"]
    }
                  ]
                },"report_evidence": {
                  Row: {
                    "attached_at": string,"evidence_id": string,"report_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "attached_at"?: string,"evidence_id": string,"report_id": string
                  }
                  Update: {
                    "attached_at"?: string,"evidence_id"?: string,"report_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "report_evidence_evidence_id_fkey"
      columns: ["evidence_id"]
isOneToOne: false
      referencedRelation: "evidence"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "report_evidence_report_id_fkey"
      columns: ["report_id"]
isOneToOne: false
      referencedRelation: "progress_reports"
      referencedColumns: ["id"]
    }
                  ]
                },"report_submissions": {
                  Row: {
                    "assignment_id": string,"decided_at": string | null,"decided_by": string | null,"decision": Database["public"]['Enums']["review_decision"] | null,"decision_reason": string,"done": string,"id": string,"kind": Database["public"]['Enums']["report_kind"],"milestone_id": string,"next_steps": string,"number": number,"percent": number,"problems": string,"report_id": string,"submitted_at": string,"submitted_by": string | null,"task_id": string,"unit_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "assignment_id": string,"decided_at"?: string | null,"decided_by"?: string | null,"decision"?: Database["public"]['Enums']["review_decision"] | null,"decision_reason"?: string,"done": string,"id"?: string,"kind": Database["public"]['Enums']["report_kind"],"milestone_id": string,"next_steps": string,"number": number,"percent": number,"problems": string,"report_id": string,"submitted_at"?: string,"submitted_by"?: string | null,"task_id": string,"unit_id": string
                  }
                  Update: {
                    "assignment_id"?: string,"decided_at"?: string | null,"decided_by"?: string | null,"decision"?: Database["public"]['Enums']["review_decision"] | null,"decision_reason"?: string,"done"?: string,"id"?: string,"kind"?: Database["public"]['Enums']["report_kind"],"milestone_id"?: string,"next_steps"?: string,"number"?: number,"percent"?: number,"problems"?: string,"report_id"?: string,"submitted_at"?: string,"submitted_by"?: string | null,"task_id"?: string,"unit_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "report_submissions_assignment_id_fkey"
      columns: ["assignment_id"]
isOneToOne: false
      referencedRelation: "assignments"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "report_submissions_decided_by_fkey"
      columns: ["decided_by"]
isOneToOne: false
      referencedRelation: "accounts"
      referencedColumns: ["user_id"]
    },{
      foreignKeyName: "report_submissions_milestone_id_fkey"
      columns: ["milestone_id"]
isOneToOne: false
      referencedRelation: "milestones"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "report_submissions_report_id_fkey"
      columns: ["report_id"]
isOneToOne: false
      referencedRelation: "progress_reports"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "report_submissions_submitted_by_fkey"
      columns: ["submitted_by"]
isOneToOne: false
      referencedRelation: "accounts"
      referencedColumns: ["user_id"]
    },{
      foreignKeyName: "report_submissions_task_id_fkey"
      columns: ["task_id"]
isOneToOne: false
      referencedRelation: "tasks"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "report_submissions_unit_id_fkey"
      columns: ["unit_id"]
isOneToOne: false
      referencedRelation: "units"
      referencedColumns: ["id"]
    }
                  ]
                },"source_documents": {
                  Row: {
                    "content": string,"created_at": string,"created_by": string | null,"file_name": string,"id": string,"media_type": string,"tables": NonNullable<Json>
                  }
                  ComputedFields: never
                  Insert: {
                    "content": string,"created_at"?: string,"created_by"?: string | null,"file_name": string,"id"?: string,"media_type"?: string,"tables"?: NonNullable<Json>
                  }
                  Update: {
                    "content"?: string,"created_at"?: string,"created_by"?: string | null,"file_name"?: string,"id"?: string,"media_type"?: string,"tables"?: NonNullable<Json>
                  }
                  Relationships: [
                    {
      foreignKeyName: "source_documents_created_by_fkey"
      columns: ["created_by"]
isOneToOne: false
      referencedRelation: "accounts"
      referencedColumns: ["user_id"]
    }
                  ]
                },"submission_evidence": {
                  Row: {
                    "evidence_id": string,"is_accepted": boolean | null,"submission_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "evidence_id": string,"is_accepted"?: boolean | null,"submission_id": string
                  }
                  Update: {
                    "evidence_id"?: string,"is_accepted"?: boolean | null,"submission_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "submission_evidence_evidence_id_fkey"
      columns: ["evidence_id"]
isOneToOne: false
      referencedRelation: "evidence"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "submission_evidence_submission_id_fkey"
      columns: ["submission_id"]
isOneToOne: false
      referencedRelation: "report_submissions"
      referencedColumns: ["id"]
    }
                  ]
                },"task_ancestors": {
                  Row: {
                    "accepted_at": string,"accepted_by": string | null,"ancestor_id": string,"milestone_id": string | null,"task_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "accepted_at"?: string,"accepted_by"?: string | null,"ancestor_id": string,"milestone_id"?: string | null,"task_id": string
                  }
                  Update: {
                    "accepted_at"?: string,"accepted_by"?: string | null,"ancestor_id"?: string,"milestone_id"?: string | null,"task_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "ancestor_milestone_belongs_to_the_ancestor"
      columns: ["milestone_id","ancestor_id"]
isOneToOne: false
      referencedRelation: "milestones"
      referencedColumns: ["id","task_id"]
    },{
      foreignKeyName: "task_ancestors_accepted_by_fkey"
      columns: ["accepted_by"]
isOneToOne: false
      referencedRelation: "accounts"
      referencedColumns: ["user_id"]
    },{
      foreignKeyName: "task_ancestors_ancestor_id_fkey"
      columns: ["ancestor_id"]
isOneToOne: false
      referencedRelation: "tasks"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "task_ancestors_task_id_fkey"
      columns: ["task_id"]
isOneToOne: false
      referencedRelation: "tasks"
      referencedColumns: ["id"]
    }
                  ]
                },"tasks": {
                  Row: {
                    "created_at": string,"id": string,"is_ongoing": boolean,"number": string | null,"plan_id": string,"position": number,"requirement": string,"section_id": string | null,"source_end": number | null,"source_start": number | null,"targets": NonNullable<Json>,"title": string,"withdrawn_at": string | null,"withdrawn_reason": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"id"?: string,"is_ongoing"?: boolean,"number"?: string | null,"plan_id": string,"position": number,"requirement": string,"section_id"?: string | null,"source_end"?: number | null,"source_start"?: number | null,"targets"?: NonNullable<Json>,"title": string,"withdrawn_at"?: string | null,"withdrawn_reason"?: string | null
                  }
                  Update: {
                    "created_at"?: string,"id"?: string,"is_ongoing"?: boolean,"number"?: string | null,"plan_id"?: string,"position"?: number,"requirement"?: string,"section_id"?: string | null,"source_end"?: number | null,"source_start"?: number | null,"targets"?: NonNullable<Json>,"title"?: string,"withdrawn_at"?: string | null,"withdrawn_reason"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "tasks_plan_id_fkey"
      columns: ["plan_id"]
isOneToOne: false
      referencedRelation: "plans"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "tasks_section_id_fkey"
      columns: ["section_id"]
isOneToOne: false
      referencedRelation: "plan_sections"
      referencedColumns: ["id"]
    }
                  ]
                },"unit_aliases": {
                  Row: {
                    "alias": string,"alias_key": string,"created_at": string,"id": string,"unit_group_id": string | null,"unit_id": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "alias": string,"alias_key"?: never,"created_at"?: string,"id"?: string,"unit_group_id"?: string | null,"unit_id"?: string | null
                  }
                  Update: {
                    "alias"?: string,"alias_key"?: never,"created_at"?: string,"id"?: string,"unit_group_id"?: string | null,"unit_id"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "unit_aliases_unit_group_id_fkey"
      columns: ["unit_group_id"]
isOneToOne: false
      referencedRelation: "unit_groups"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "unit_aliases_unit_id_fkey"
      columns: ["unit_id"]
isOneToOne: false
      referencedRelation: "units"
      referencedColumns: ["id"]
    }
                  ]
                },"unit_group_members": {
                  Row: {
                    "created_at": string,"unit_group_id": string,"unit_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"unit_group_id": string,"unit_id": string
                  }
                  Update: {
                    "created_at"?: string,"unit_group_id"?: string,"unit_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "unit_group_members_unit_group_id_fkey"
      columns: ["unit_group_id"]
isOneToOne: false
      referencedRelation: "unit_groups"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "unit_group_members_unit_id_fkey"
      columns: ["unit_id"]
isOneToOne: false
      referencedRelation: "units"
      referencedColumns: ["id"]
    }
                  ]
                },"unit_groups": {
                  Row: {
                    "created_at": string,"id": string,"name": string,"name_key": string
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"id"?: string,"name": string,"name_key"?: never
                  }
                  Update: {
                    "created_at"?: string,"id"?: string,"name"?: string,"name_key"?: never
                  }
                  Relationships: [
                    
                  ]
                },"units": {
                  Row: {
                    "created_at": string,"id": string,"kind": Database["public"]['Enums']["unit_kind"],"name": string,"name_key": string,"parent_id": string | null,"position": number,"retired_on": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"id"?: string,"kind"?: Database["public"]['Enums']["unit_kind"],"name": string,"name_key"?: never,"parent_id"?: string | null,"position"?: number,"retired_on"?: string | null
                  }
                  Update: {
                    "created_at"?: string,"id"?: string,"kind"?: Database["public"]['Enums']["unit_kind"],"name"?: string,"name_key"?: never,"parent_id"?: string | null,"position"?: number,"retired_on"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "units_parent_id_fkey"
      columns: ["parent_id"]
isOneToOne: false
      referencedRelation: "units"
      referencedColumns: ["id"]
    }
                  ]
                }
          }
          Views: {
            [_ in never]: never
          }
          Functions: {
            "add_assignment":
{ Args: { "p_reason": string,"p_role": Database["public"]['Enums']["assignment_role"],"p_task_id": string,"p_unit_id": string }; Returns: string
                           },
"amend_milestone":
{ Args: { "p_due_on": string,"p_milestone_id": string,"p_reason": string,"p_requirement": string,"p_weight": number }; Returns: undefined
                           },
"amend_task":
{ Args: { "p_reason": string,"p_requirement": string,"p_task_id": string,"p_title": string }; Returns: undefined
                           },
"ancestor_candidates":
{ Args: { "p_end_year": number,"p_start_year": number }; Returns: {
              "end_year": number,"milestones": Json,"number": string,"plan_id": string,"plan_kind": Database["public"]['Enums']["plan_kind"],"plan_title": string,"requirement": string,"start_year": number,"task_id": string,"title": string,"unit_names": (string)[]
            }[]
                           },
"approve_reports":
{ Args: { "p_submission_ids": (string)[] }; Returns: number
                           },
"business_date":
{ Args: { "p_at": string }; Returns: string
                           },
"business_today":
{ Args: Record<PropertyKey, never>; Returns: string
                           },
"check_reset_code":
{ Args: { "p_code": string }; Returns: {
              "is_valid": boolean,"problem": string
            }[]
                           },
"check_sign_up_code":
{ Args: { "p_code": string }; Returns: {
              "is_setup": boolean,"is_valid": boolean,"problem": string,"role": Database["public"]['Enums']["app_role"],"unit_name": string
            }[]
                           },
"close_plan":
{ Args: { "p_plan_id": string,"p_reason": string }; Returns: undefined
                           },
"create_invitation":
{ Args: { "p_note"?: string,"p_role": Database["public"]['Enums']["app_role"],"p_unit_id": string,"p_valid_days"?: number }; Returns: {
              "code": string,"expires_at": string,"id": string
            }[]
                           },
"create_password_reset":
{ Args: { "p_user_id": string }; Returns: {
              "code": string,"expires_at": string
            }[]
                           },
"current_account":
{ Args: Record<PropertyKey, never>; Returns: {
              "display_name": string,"email": string,"role": Database["public"]['Enums']["app_role"],"unit_id": string,"unit_name": string,"user_id": string
            }[]
                           },
"discard_plan_draft":
{ Args: { "p_plan_id": string }; Returns: undefined
                           },
"discard_report_draft":
{ Args: { "p_expected_revision": number,"p_report_id": string }; Returns: undefined
                           },
"import_plans":
{ Args: { "p_content": string,"p_drafts": Json,"p_file_name": string,"p_media_type": string,"p_tables": Json }; Returns: {
              "plan_id": string
            }[]
                           },
"import_units":
{ Args: { "p_units": Json }; Returns: number
                           },
"is_set_up":
{ Args: Record<PropertyKey, never>; Returns: boolean
                           },
"issue_plan":
{ Args: { "p_expected_revision": number,"p_plan_id": string }; Returns: undefined
                           },
"list_accounts":
{ Args: Record<PropertyKey, never>; Returns: {
              "created_at": string,"disabled_at": string,"display_name": string,"email": string,"last_sign_in_at": string,"role": Database["public"]['Enums']["app_role"],"unit_id": string,"unit_name": string,"user_id": string
            }[]
                           },
"list_tasks":
{ Args: { "p_as_of"?: string,"p_is_accountable"?: boolean,"p_is_awaiting"?: boolean,"p_is_outside_sections"?: boolean,"p_limit"?: number,"p_milestone_year"?: number,"p_offset"?: number,"p_plan_id"?: string,"p_search"?: string,"p_section_id"?: string,"p_signal"?: string,"p_sort"?: string,"p_unit_id"?: string }; Returns: {
              "accountable_units": string,"assignment_id": string,"due_on": string,"fact_on": string,"is_complete": boolean,"is_late": boolean,"number": string,"percent": number,"plan_id": string,"plan_title": string,"reason": Database["public"]['Enums']["signal_reason"],"role": Database["public"]['Enums']["assignment_role"],"section_id": string,"section_title": string,"signal": Database["public"]['Enums']["signal"],"task_id": string,"title": string,"total_count": number,"unit_count": number
            }[]
                           },
"my_obligations":
{ Args: { "p_as_of"?: string,"p_with_all"?: boolean }; Returns: {
              "assignment_id": string,"awaiting_since": string,"due_on": string,"fact_on": string,"is_accountable": boolean,"is_complete": boolean,"is_late": boolean,"is_not_applicable": boolean,"milestone_id": string,"number": string,"percent": number,"plan_id": string,"plan_state": Database["public"]['Enums']["plan_state"],"plan_title": string,"reasons": (string)[],"report_id": string,"report_state": Database["public"]['Enums']["report_state"],"requirement": string,"return_reason": string,"role": Database["public"]['Enums']["assignment_role"],"scheduled_percent": number,"signal": Database["public"]['Enums']["signal"],"start_on": string,"task_id": string,"title": string
            }[]
                           },
"plan_overview":
{ Args: { "p_as_of"?: string,"p_plan_id"?: string }; Returns: {
              "awaiting_review": number,"complete": number,"complete_late": number,"ends_on": string,"green": number,"grey": number,"kind": Database["public"]['Enums']["plan_kind"],"percent": number,"plan_id": string,"red": number,"scheduled_percent": number,"starts_on": string,"state": Database["public"]['Enums']["plan_state"],"tasks": number,"title": string,"yellow": number
            }[]
                           },
"reopen_completion":
{ Args: { "p_assignment_id": string,"p_milestone_id": string,"p_reason": string }; Returns: undefined
                           },
"reset_password":
{ Args: { "p_code": string,"p_new_password": string }; Returns: undefined
                           },
"review_report":
{ Args: { "p_decision": Database["public"]['Enums']["review_decision"],"p_reason": string,"p_rejected_evidence_ids"?: (string)[],"p_submission_id": string }; Returns: undefined
                           },
"revoke_invitation":
{ Args: { "p_invitation_id": string }; Returns: undefined
                           },
"save_plan_draft":
{ Args: { "p_content": Json,"p_expected_revision": number,"p_plan_id": string }; Returns: number
                           },
"save_report_draft":
{ Args: { "p_assignment_id": string,"p_done": string,"p_expected_revision": number,"p_kind": Database["public"]['Enums']["report_kind"],"p_milestone_id": string,"p_next_steps": string,"p_percent": number,"p_problems": string }; Returns: {
              "report_id": string,"revision": number,"saved_at": string
            }[]
                           },
"search_tasks":
{ Args: { "p_limit"?: number,"p_text": string }; Returns: {
              "accountable_units": string,"is_complete": boolean,"is_late": boolean,"number": string,"plan_title": string,"signal": Database["public"]['Enums']["signal"],"task_id": string,"title": string
            }[]
                           },
"section_overview":
{ Args: { "p_as_of"?: string,"p_plan_id": string }; Returns: {
              "complete": number,"complete_late": number,"green": number,"grey": number,"number": string,"percent": number,"red": number,"section_id": string,"tasks": number,"title": string,"yellow": number
            }[]
                           },
"set_account_disabled":
{ Args: { "p_is_disabled": boolean,"p_reason": string,"p_user_id": string }; Returns: undefined
                           },
"set_display_name":
{ Args: { "p_display_name": string }; Returns: undefined
                           },
"submit_report":
{ Args: { "p_expected_revision": number,"p_report_id": string }; Returns: string
                           },
"task_matrix":
{ Args: { "p_as_of"?: string,"p_plan_id": string }; Returns: {
              "due_on": string,"is_complete": boolean,"is_late": boolean,"milestone_id": string,"number": string,"percent": number,"reason": Database["public"]['Enums']["signal_reason"],"requirement": string,"section_id": string,"signal": Database["public"]['Enums']["signal"],"task_id": string,"title": string,"year": number
            }[]
                           },
"task_obligations":
{ Args: { "p_as_of"?: string,"p_task_id": string }; Returns: {
              "assignment_id": string,"awaiting_since": string,"completed_on": string,"due_on": string,"fact_on": string,"is_accountable": boolean,"is_complete": boolean,"is_late": boolean,"is_not_applicable": boolean,"milestone_id": string,"percent": number,"reasons": (string)[],"requirement": string,"role": Database["public"]['Enums']["assignment_role"],"scheduled_percent": number,"signal": Database["public"]['Enums']["signal"],"start_on": string,"unit_id": string,"unit_name": string
            }[]
                           },
"task_state":
{ Args: { "p_as_of"?: string,"p_task_id": string }; Returns: {
              "due_on": string,"fact_on": string,"is_complete": boolean,"is_late": boolean,"percent": number,"reason": Database["public"]['Enums']["signal_reason"],"signal": Database["public"]['Enums']["signal"],"task_id": string
            }[]
                           },
"unit_overview":
{ Args: { "p_as_of"?: string,"p_plan_id"?: string }; Returns: {
              "complete": number,"complete_late": number,"green": number,"grey": number,"kind": Database["public"]['Enums']["unit_kind"],"name": string,"oldest_fact_on": string,"percent": number,"red": number,"supporting": number,"tasks": number,"unit_id": string,"yellow": number
            }[]
                           },
"unresolved_names":
{ Args: { "p_plan_id": string }; Returns: {
              "name": string,"task_count": number
            }[]
                           },
"withdraw_assignment":
{ Args: { "p_assignment_id": string,"p_reason": string }; Returns: undefined
                           },
"withdraw_task":
{ Args: { "p_reason": string,"p_task_id": string }; Returns: undefined
                           }
          }
          Enums: {
            "app_role": "lead_office"|"department"|"leadership","assignment_role": "lead"|"responsible"|"supporting","evidence_kind": "link"|"file","plan_kind": "annual_work_plan"|"action_plan"|"task_breakdown","plan_state": "draft"|"issued"|"closed","report_kind": "progress"|"no_change"|"not_applicable","report_state": "draft"|"submitted"|"returned"|"approved","reporting_cadence": "monthly"|"quarterly"|"half_yearly"|"yearly"|"none","review_decision": "approved"|"returned","signal": "grey"|"green"|"yellow"|"red","signal_reason": "unassigned"|"not_started"|"not_applicable"|"completed"|"completed_late"|"awaiting_review"|"awaiting_review_late"|"overdue"|"returned"|"due_soon"|"report_missing"|"behind_schedule"|"on_track","unit_kind": "department"|"subdistrict"|"town"|"county_government"|"institution"|"other"
          }
          CompositeTypes: {
            [_ in never]: never
          }
        }
}

type DatabaseWithoutInternals = Omit<Database, '__InternalSupabase'>

type DefaultSchema = DatabaseWithoutInternals[Extract<keyof Database, "public">]

export type Tables<
  DefaultSchemaTableNameOrOptions extends
    | keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
        DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])
    : never = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
      DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])[TableName] extends {
      Row: infer R
    }
    ? R
    : never
  : DefaultSchemaTableNameOrOptions extends keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
  ? (DefaultSchema["Tables"] & DefaultSchema["Views"])[DefaultSchemaTableNameOrOptions] extends {
      Row: infer R
    }
    ? R
    : never
  : never

export type TablesInsert<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Insert: infer I
    }
    ? I
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
  ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
      Insert: infer I
    }
    ? I
    : never
  : never

export type TablesUpdate<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Update: infer U
    }
    ? U
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
  ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
      Update: infer U
    }
    ? U
    : never
  : never

export type Enums<
  DefaultSchemaEnumNameOrOptions extends
    | keyof DefaultSchema["Enums"]
    | { schema: keyof DatabaseWithoutInternals },
  EnumName extends DefaultSchemaEnumNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"]
    : never = never
> = DefaultSchemaEnumNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"][EnumName]
  : DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema["Enums"]
  ? DefaultSchema["Enums"][DefaultSchemaEnumNameOrOptions]
  : never

export type CompositeTypes<
  PublicCompositeTypeNameOrOptions extends
    | keyof DefaultSchema["CompositeTypes"]
    | { schema: keyof DatabaseWithoutInternals },
  CompositeTypeName extends PublicCompositeTypeNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"]
    : never = never
> = PublicCompositeTypeNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"][CompositeTypeName]
  : PublicCompositeTypeNameOrOptions extends keyof DefaultSchema["CompositeTypes"]
  ? DefaultSchema["CompositeTypes"][PublicCompositeTypeNameOrOptions]
  : never

export const Constants = {
  "public": {
          Enums: {
            "app_role": ["lead_office", "department", "leadership"],"assignment_role": ["lead", "responsible", "supporting"],"evidence_kind": ["link", "file"],"plan_kind": ["annual_work_plan", "action_plan", "task_breakdown"],"plan_state": ["draft", "issued", "closed"],"report_kind": ["progress", "no_change", "not_applicable"],"report_state": ["draft", "submitted", "returned", "approved"],"reporting_cadence": ["monthly", "quarterly", "half_yearly", "yearly", "none"],"review_decision": ["approved", "returned"],"signal": ["grey", "green", "yellow", "red"],"signal_reason": ["unassigned", "not_started", "not_applicable", "completed", "completed_late", "awaiting_review", "awaiting_review_late", "overdue", "returned", "due_soon", "report_missing", "behind_schedule", "on_track"],"unit_kind": ["department", "subdistrict", "town", "county_government", "institution", "other"]
          }
        }
} as const
