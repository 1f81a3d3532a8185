import type { CurrentAccount } from '@/data/accounts/account'
import type { Assignment } from '@/domain/tasks/task'

/**
 * Whether the database would let this reader see reports and history of a task. It decides; this only tells
 * "there are none" from "they are not for you", which an empty answer does not.
 */
export function canReadNarratives(
  account: Pick<CurrentAccount, 'role' | 'unitId'>,
  task: { readonly assignments: readonly Pick<Assignment, 'unitId' | 'withdrawnAt'>[] },
): boolean {
  if (account.role !== 'department') return true
  return task.assignments.some((assignment) => assignment.unitId === account.unitId && assignment.withdrawnAt === null)
}
