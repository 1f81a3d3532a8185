import type { Brand } from '@/lib/brand'
import type * as Id from '@/domain/ids'
import type { Database as Generated } from './database.types'

export type { Json } from './database.types'

/** Whose id a column or an argument (`p_…`) of that name holds. */
interface IdNames {
  accepted_by: Id.UserId
  actor_id: Id.UserId
  actor_unit_id: Id.UnitId
  ancestor_id: Id.TaskId
  answered_by: Id.UserId
  assignment_id: Id.AssignmentId
  created_by: Id.UserId
  decided_by: Id.UserId
  draft_plan_id: Id.PlanId
  evidence_id: Id.EvidenceId
  into_id: Id.UnitId
  invitation_id: Id.InvitationId
  invitation_ids: Id.InvitationId
  issued_by: Id.UserId
  merged_into: Id.UnitId
  member_ids: Id.UnitId
  milestone_id: Id.MilestoneId
  obligation_id: Id.ObligationId
  plan_id: Id.PlanId
  rejected_evidence_ids: Id.EvidenceId
  reopened_by: Id.UserId
  report_id: Id.ReportId
  reset_id: Id.PasswordResetId
  section_id: Id.SectionId
  source_document_id: Id.SourceDocumentId
  submission_id: Id.SubmissionId
  submission_ids: Id.SubmissionId
  submitted_by: Id.UserId
  task_id: Id.TaskId
  unit_group_id: Id.UnitGroupId
  unit_id: Id.UnitId
  unit_ids: Id.UnitId
  updated_by: Id.UserId
  user_id: Id.UserId
}

/** Whose id `id` and `parent_id` are, by table. */
interface OwnIds {
  assignments: Id.AssignmentId
  /** Nobody asks for one by it. */
  completion_reopenings: Brand<'ReopeningId'>
  earlier_dues: Brand<'EarlierDueId'>
  evidence: Id.EvidenceId
  invitations: Id.InvitationId
  milestones: Id.MilestoneId
  obligations: Id.ObligationId
  plan_sections: Id.SectionId
  plans: Id.PlanId
  progress_reports: Id.ReportId
  report_submissions: Id.SubmissionId
  source_documents: Id.SourceDocumentId
  tasks: Id.TaskId
  unit_aliases: Id.UnitAliasId
  unit_contacts: Id.UnitContactId
  unit_groups: Id.UnitGroupId
  units: Id.UnitId
}

type IdOf<Name, Own> = Name extends 'id' | 'parent_id'
  ? Own
  : Name extends `p_${infer Column}`
    ? IdOf<Column, Own>
    : Name extends keyof IdNames
      ? IdNames[Name]
      : never

type Named<Value, Id> = [Id] extends [never]
  ? Value
  : Value extends string
    ? Id
    : Value extends readonly string[]
      ? Id[]
      : Value

type WithIds<Fields, Own = never> = { [Name in keyof Fields]: Named<Fields[Name], IdOf<Name, Own>> }

type OwnId<Table> = Table extends keyof OwnIds ? OwnIds[Table] : never

type Public = Generated['public']

type BrandedTable<Table, Own> = {
  [Part in keyof Table]: Part extends 'Row' | 'Insert' | 'Update' ? WithIds<Table[Part], Own> : Table[Part]
}

type BrandedFunction<Fn> = {
  [Part in keyof Fn]: Fn[Part] extends (infer Row extends object)[] ? WithIds<Row>[] : WithIds<Fn[Part]>
}

/** The generated types, with every id as that of its kind: what the client answers and takes need not be cast. */
export type Database = {
  public: {
    Tables: { [Table in keyof Public['Tables']]: BrandedTable<Public['Tables'][Table], OwnId<Table>> }
    Functions: { [Name in keyof Public['Functions']]: BrandedFunction<Public['Functions'][Name]> }
    Views: Public['Views']
    Enums: Public['Enums']
    CompositeTypes: Public['CompositeTypes']
  }
}

/** A row of a table. */
export type Tables<Name extends keyof Public['Tables']> = Database['public']['Tables'][Name]['Row']

type ColumnsIn<List extends string> = List extends `${infer First}, ${infer Rest}` ? First | ColumnsIn<Rest> : List

/** A row of a table as `select` answers it for a list of columns. */
export type RowWith<Name extends keyof Public['Tables'], List extends string> = Pick<
  Tables<Name>,
  ColumnsIn<List> & keyof Tables<Name>
>

/** A row that a function answers. */
export type FunctionRow<Name extends keyof Public['Functions']> =
  Database['public']['Functions'][Name]['Returns'] extends (infer Row)[] ? Row : never
