import { idParser } from '@/lib/brand'

/* Ids for tests, made of any word: `taskId('t1')`. */
export const assignmentId = idParser('AssignmentId')
export const evidenceId = idParser('EvidenceId')
export const invitationId = idParser('InvitationId')
export const milestoneId = idParser('MilestoneId')
export const obligationId = idParser('ObligationId')
export const passwordResetId = idParser('PasswordResetId')
export const planId = idParser('PlanId')
export const reportId = idParser('ReportId')
export const sectionId = idParser('SectionId')
export const sourceDocumentId = idParser('SourceDocumentId')
export const submissionId = idParser('SubmissionId')
export const taskId = idParser('TaskId')
export const unitAliasId = idParser('UnitAliasId')
export const unitGroupId = idParser('UnitGroupId')
export const unitId = idParser('UnitId')
export const userId = idParser('UserId')

export const draftMilestoneId = idParser('DraftMilestoneId')
export const draftSectionId = idParser('DraftSectionId')
export const draftTaskId = idParser('DraftTaskId')
export const droppedTextId = idParser('DroppedTextId')
