import { defineVocabulary } from '@/lib/vocabulary'
import type { ObligationId } from '../ids'
import type { SignalReason } from '../signal/signal-reason-vocabulary'
import type { Obligation } from './obligation'

/** The parts of a unit's one screen, in the order in which they want attention. */
export const obligationGroupVocabulary = defineVocabulary([
  { value: 'urgent', label: '需要马上处理' },
  { value: 'due_soon', label: '临近期限' },
  { value: 'on_track', label: '正常推进' },
  { value: 'supporting', label: '配合事项' },
  { value: 'awaiting', label: '待审核' },
  { value: 'before_given', label: '下达前到期' },
  { value: 'not_started', label: '未到启动时间' },
  { value: 'done', label: '已办结' },
  { value: 'closed', label: '计划已归档' },
])

type ObligationGroup = (typeof obligationGroupVocabulary.values)[number]

const URGENT: ReadonlySet<SignalReason> = new Set(['overdue', 'returned', 'report_missing', 'behind_schedule'])

/** Where an obligation stands on the screen; it follows the signal and reasons that the database gave. */
export function groupOf(obligation: Obligation): ObligationGroup {
  if (obligation.isClosed) return 'done'
  if (obligation.planState === 'closed') return 'closed'
  if (obligation.awaitingSince !== null) return 'awaiting'
  if (obligation.reason === 'due_before_given') return 'before_given'
  // A supporting unit is asked, not pressed.
  if (obligation.role === 'supporting' && obligation.signal !== 'grey') return 'supporting'
  if (obligation.reportState === 'returned') return 'urgent'
  if (obligation.reasons.some((reason) => URGENT.has(reason))) return 'urgent'
  if (obligation.reasons.includes('due_soon')) return 'due_soon'
  return obligation.signal === 'grey' ? 'not_started' : 'on_track'
}

/** The groups that hold something, each in the order the database gave: most urgent first. */
export function groupObligations(
  obligations: readonly Obligation[],
): readonly { readonly group: ObligationGroup; readonly items: readonly Obligation[] }[] {
  return obligationGroupVocabulary.values
    .map((group) => ({ group, items: obligations.filter((obligation) => groupOf(obligation) === group) }))
    .filter(({ items }) => items.length > 0)
}

/** What wants a report next, the most urgent first; null when nothing that has begun does. */
export function nextToReport(obligations: readonly Obligation[], exceptId: ObligationId): Obligation | null {
  const waiting = obligations.filter(
    (each) => each.id !== exceptId && canReport(each) && groupOf(each) !== 'not_started',
  )
  return groupObligations(waiting)[0]?.items[0] ?? null
}

/** Whether the unit can hand in something on this now. */
export function canReport(obligation: Obligation): boolean {
  return !obligation.isClosed && obligation.awaitingSince === null && obligation.planState === 'issued'
}
