import type { MilestoneId, TaskId, UnitGroupId, UnitId } from '@/domain/ids'
import type { LocalDate } from '@/domain/local-date/local-date'
import type { DropReason, ParsedTarget } from '@/domain/plan-document/types'
import type { PlanKind } from '@/domain/plans/plan-kind-vocabulary'
import type { ReportingCadence } from '@/domain/plans/reporting-cadence-vocabulary'
import type { AssignmentRole } from '@/domain/responsibility/assignment-role-vocabulary'
import type { DraftMilestoneId, DraftSectionId, DraftTaskId, DroppedTextId } from './draft-ids'

/** A place in the source text in UTF-16 offsets, end exclusive; null for what the clerk added. */
export interface DraftPlace {
  readonly start: number | null
  readonly end: number | null
}

/** The facts of the plan as a whole. */
export interface DraftDocument {
  readonly kind: PlanKind
  readonly title: string
  readonly documentNumber: string | null
  readonly issuingBody: string | null
  readonly documentDate: LocalDate | null
  readonly startsOn: LocalDate
  readonly endsOn: LocalDate
  readonly warningDays: number
  readonly reportingCadence: ReportingCadence
  readonly reportGraceDays: number
  readonly behindPoints: number
  /** In a plain list of units the first one leads (列第一位的为牵头单位). */
  readonly firstListedUnitLeads: boolean
  /** Where the plan begins in the source, which may hold several; not known of old drafts. */
  readonly sourceStart?: number
  /** Why the document did not look like a plan when it was imported all the same. */
  readonly kindDoubt?: string
}

export interface DraftSection extends DraftPlace {
  readonly id: DraftSectionId
  readonly parentId: DraftSectionId | null
  readonly number: string | null
  readonly title: string
  readonly level: number
}

export interface DraftUnit extends DraftPlace {
  /** As the document writes it. */
  readonly name: string
  readonly role: AssignmentRole
  /** Leads only because it stands first in a plain list. */
  readonly isLeadByPlace?: boolean
}

export interface DraftMilestone extends DraftPlace {
  readonly id: DraftMilestoneId
  readonly dueOn: LocalDate
  /** The bare year as written; null for a date. */
  readonly year: number | null
  readonly text: string
}

/** Something the parser was not sure of. */
export interface DraftDoubt extends DraftPlace {
  readonly code: string
  readonly message: string
}

/** An earlier task that a task goes on from; with the year's milestone when that one's plan runs over several years. */
export interface DraftAncestor {
  readonly taskId: TaskId
  readonly milestoneId: MilestoneId | null
}

export interface DraftTask extends DraftPlace {
  readonly id: DraftTaskId
  readonly sectionId: DraftSectionId | null
  readonly number: string | null
  readonly title: string
  readonly text: string
  readonly isOngoing: boolean
  readonly targets: readonly ParsedTarget[]
  readonly units: readonly DraftUnit[]
  readonly milestones: readonly DraftMilestone[]
  readonly doubts: readonly DraftDoubt[]
  /** The clerk has looked at the doubts and let the task stand. */
  readonly isChecked: boolean
  /** Accepted by the clerk. */
  readonly ancestors?: readonly DraftAncestor[]
  /** Tasks that the clerk said it does not go on from; they are not suggested again. */
  readonly notAncestors?: readonly TaskId[]
}

/** A unit that one sentence makes responsible for every task. */
export interface DraftDefaultUnit extends DraftPlace {
  readonly name: string
  readonly role: AssignmentRole
  /** The sentence that says so. */
  readonly text: string
  /** Null until the clerk decides. */
  readonly isAccepted: boolean | null
}

/** What a written name stands for by the clerk's choice. */
export type NameResolution =
  | { readonly kind: 'unit'; readonly unitId: UnitId }
  | { readonly kind: 'group'; readonly groupId: UnitGroupId }
  | { readonly kind: 'not_tracked' }

/** A unit or group that a name is to stand for. */
export type NameTarget = Exclude<NameResolution, { readonly kind: 'not_tracked' }>

/** A passage that is no task: left out by the parser, or deleted by the clerk (then with the task as it was). */
export interface DroppedText extends DraftPlace {
  readonly id: DroppedTextId
  readonly reason: DropReason | 'deleted'
  readonly text: string
  readonly task: DraftTask | null
}

/** Everything the check screen edits until the plan is issued. */
export interface PlanDraft {
  readonly document: DraftDocument
  readonly sections: readonly DraftSection[]
  readonly defaultUnits: readonly DraftDefaultUnit[]
  readonly tasks: readonly DraftTask[]
  readonly resolutions: Readonly<Record<string, NameResolution>>
  readonly dropped: readonly DroppedText[]
}
