import { HistorySheet } from './HistorySheet'
import { ObligationSheet } from './ObligationSheet'
import { SourceSheet } from './SourceSheet'
import { SubmissionSheet } from './SubmissionSheet'
import type { TaskSheet } from './task-sheet'

export const sourceSheet: TaskSheet = { key: 'source', title: '任务要求', Sheet: SourceSheet }
export const obligationSheet: TaskSheet = { key: 'obligations', title: '责任单位和节点', Sheet: ObligationSheet }
export const submissionSheet: TaskSheet = { key: 'submissions', title: '进展反馈和佐证材料', Sheet: SubmissionSheet }
export const historySheet: TaskSheet = { key: 'history', title: '变更记录', Sheet: HistorySheet }

/** All that this feature itself has to say of a task, in the order in which it is read. */
export const ownSheets: readonly TaskSheet[] = [sourceSheet, obligationSheet, submissionSheet, historySheet]
