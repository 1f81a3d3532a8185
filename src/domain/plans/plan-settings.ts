/**
 * The figures that a plan sets for itself: between what they may lie (as constraints of `plans` have it), and what they
 * are unless somebody says otherwise.
 */
export const planSettings = {
  /** Days before a due date from which it is warned of. */
  warningDays: { least: 0, most: 90, usual: 15 },
  /** Days after a reporting period's end by which its report is due. */
  reportGraceDays: { least: 0, most: 60, usual: 10 },
  /** More points than this behind the schedule are warned of. */
  behindPoints: { least: 1, most: 100, usual: 20 },
} as const
