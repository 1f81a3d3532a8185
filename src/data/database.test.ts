import type { EvidenceId, PlanId, SectionId, SubmissionId, TaskId, UnitId, UserId } from '@/domain/ids'
import { expectTypeOf, it } from 'vitest'
import type { FunctionArgs } from './call-function'
import type { Database, FunctionRow, Tables } from './database'

type TableName = keyof Database['public']['Tables']
type FunctionName = keyof Database['public']['Functions']

/** Fields called ids that are plain text all the same. */
type BareIds<Fields> = {
  [Name in keyof Fields & string]: Name extends 'id' | `${string}_id` | `${string}_ids` | `${string}_by`
    ? string extends Fields[Name] | (Fields[Name] extends readonly (infer One)[] ? One : never)
      ? Name
      : never
    : never
}[keyof Fields & string]
type OfTables = { [Name in TableName]: BareIds<Tables<Name>> }[TableName]
type OfArguments = { [Name in FunctionName]: BareIds<FunctionArgs<Name>> }[FunctionName]
type OfRows = { [Name in FunctionName]: BareIds<FunctionRow<Name>> }[FunctionName]

it('knows of every id in the database whose it is', () => {
  // An audit entry may be of anything, and so may what is asked about.
  expectTypeOf<OfTables>().toEqualTypeOf<'subject_id'>()
  expectTypeOf<OfArguments>().toEqualTypeOf<'p_id'>()
  // That of a new invitation, which nobody reads, and the name of whoever made a reset link.
  expectTypeOf<OfRows>().toEqualTypeOf<'id' | 'made_by'>()
})

it('keeps them apart', () => {
  expectTypeOf<UnitId>().not.toExtend<TaskId>()
  expectTypeOf<Tables<'units'>['parent_id']>().toEqualTypeOf<UnitId | null>()
  expectTypeOf<Tables<'plan_sections'>['parent_id']>().toEqualTypeOf<SectionId | null>()
  expectTypeOf<Tables<'task_ancestors'>['ancestor_id']>().toEqualTypeOf<TaskId>()
  expectTypeOf<Tables<'events'>['id']>().toEqualTypeOf<number>()
  expectTypeOf<FunctionRow<'plan_overview'>['plan_id']>().toEqualTypeOf<PlanId>()
  expectTypeOf<FunctionArgs<'set_account_disabled'>['p_user_id']>().toEqualTypeOf<UserId>()
  expectTypeOf<FunctionArgs<'approve_reports'>['p_submission_ids']>().toEqualTypeOf<SubmissionId[]>()
  expectTypeOf<FunctionArgs<'review_report'>['p_rejected_evidence_ids']>().toEqualTypeOf<EvidenceId[] | undefined>()
})
