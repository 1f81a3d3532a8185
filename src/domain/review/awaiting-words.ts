/*
 * What awaits review is counted twice: the tasks that have such a report, and the reports themselves, of which one task
 * may have many. Each number says which of the two it is, in the same words everywhere.
 */

/** The tasks with a report that nobody has decided on; counted in 项. */
export const AWAITING_TASKS = '待审核任务'

/** The reports that nobody has decided on; counted in 份, as evidence is in 件. */
export function awaitingReports(count: number): string {
  return `待审核反馈 ${count} 份`
}
