import type { LocalDate } from '../../src/domain/local-date/local-date'
import type { Instant } from './demo-calendar'

/** What a unit owes, as the plan was issued. */
export interface DemoObligation {
  readonly obligation_id: string
  readonly task_id: string
  readonly milestone_id: string
  readonly unit_id: string
  readonly unit: string
  /** The ordinal of its task as written. */
  readonly number: string
  readonly title: string
  readonly start_on: LocalDate
  readonly due_on: LocalDate
  readonly is_accountable: boolean
}

/** A working copy saved, and handed in where the deed says so. */
export interface ReportDeed {
  readonly deed: 'save' | 'hand_in'
  readonly at: Instant
  readonly owed: DemoObligation
  readonly kind: 'progress' | 'no_change' | 'not_applicable'
  readonly percent: number
  /** Picks the sentences. */
  readonly words: number
  readonly evidence: 'none' | 'link' | 'file'
}

/** What the lead office does with what was handed in. */
export interface ReviewDeed {
  readonly deed: 'approve' | 'return' | 'reopen'
  readonly at: Instant
  readonly owed: DemoObligation
  readonly reason: string
}

/** What the lead office changes in an issued plan, by the number of the task. */
export interface AmendingDeed {
  readonly deed: 'amend_due' | 'reword' | 'withdraw_task' | 'add_unit' | 'withdraw_unit'
  readonly at: Instant
  readonly plan_id: string
  readonly number: string
  readonly reason: string
  /** The new due day, the words added to the requirement, or the name of the unit. */
  readonly detail: string
  /** What a unit that is added is to the task; it supports unless this says otherwise. */
  readonly role?: 'responsible' | 'supporting'
  /** What becomes of what fell due before; without a word of the office it stays unanswered. */
  readonly earlierDues?: 'not_tracked'
}

export type DemoAct = ReportDeed | ReviewDeed | AmendingDeed

/** Puts acts into the order of time; those of one instant stay as they were told. */
export function inOrderOfTime<Act extends { readonly at: Instant }>(acts: readonly Act[]): Act[] {
  return acts.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}
