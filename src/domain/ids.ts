import { idParser, type Brand } from '@/lib/brand'

/*
 * What names the rows of the database. Answers carry them (`src/data/database.ts`); text from an address becomes one by
 * its parser, and nothing else makes any.
 */
export type AssignmentId = Brand<'AssignmentId'>
export type EvidenceId = Brand<'EvidenceId'>
export type InvitationId = Brand<'InvitationId'>
export type MilestoneId = Brand<'MilestoneId'>
export type ObligationId = Brand<'ObligationId'>
export type PasswordResetId = Brand<'PasswordResetId'>
export type PlanId = Brand<'PlanId'>
export type ReportId = Brand<'ReportId'>
export type SectionId = Brand<'SectionId'>
export type SourceDocumentId = Brand<'SourceDocumentId'>
export type SubmissionId = Brand<'SubmissionId'>
export type TaskId = Brand<'TaskId'>
export type UnitAliasId = Brand<'UnitAliasId'>
export type UnitContactId = Brand<'UnitContactId'>
export type UnitGroupId = Brand<'UnitGroupId'>
export type UnitId = Brand<'UnitId'>
/** Names an account; the same as its user's in the auth server. */
export type UserId = Brand<'UserId'>

export const parseEvidenceId = idParser('EvidenceId')
export const parseMilestoneId = idParser('MilestoneId')
export const parseObligationId = idParser('ObligationId')
export const parsePlanId = idParser('PlanId')
export const parseSubmissionId = idParser('SubmissionId')
export const parseTaskId = idParser('TaskId')
export const parseUnitGroupId = idParser('UnitGroupId')
export const parseUnitId = idParser('UnitId')
