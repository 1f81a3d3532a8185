import type { SourceSpan, SourceTable } from '@/lib/document-text/source-document'

export type DocumentKind = 'plan' | 'annual_report' | 'other'
export type PlanKind = 'annual_work_plan' | 'action_plan' | 'task_breakdown'
export type UnitRole = 'lead' | 'responsible' | 'supporting'

/** A unit as the document writes it, with its place. */
export interface ParsedUnit extends SourceSpan {
  readonly name: string
  readonly role: UnitRole
}

/** A statement opened by a bare year: what is due by the end of it. */
export interface ParsedMilestone extends SourceSpan {
  readonly year: number
  readonly text: string
}

export interface ParsedDeadline extends SourceSpan {
  /** ISO date. */
  readonly date: string
  readonly text: string
}

export type TargetComparator = 'at_least' | 'at_most' | 'more_than' | 'less_than' | 'equal'

/** A measurable quantity the task promises. */
export interface ParsedTarget extends SourceSpan {
  readonly text: string
  readonly quantity: number
  readonly unit: string
  readonly comparator: TargetComparator
}

export type DoubtCode =
  | 'units_missing'
  | 'units_inherited'
  | 'unit_unusual'
  | 'joint_lead'
  | 'bracket_unclosed'
  | 'number_missing'
  | 'number_gap'
  | 'year_inferred'
  | 'month_boundary'
  | 'text_damaged'
  | 'text_empty'

/** What the parser is not sure of, and why. */
export interface ParseDoubt extends SourceSpan {
  readonly code: DoubtCode
  readonly message: string
}

export interface ParsedTask extends SourceSpan {
  readonly id: string
  /** The ordinal as written: "（一）", "12", "一". */
  readonly number: string | null
  /** Number of the level 1 section. */
  readonly section: string | null
  /** Number of the nearest deeper section. */
  readonly subsection: string | null
  readonly sectionId: string | null
  readonly title: string | null
  readonly text: string
  readonly units: readonly ParsedUnit[]
  readonly milestones: readonly ParsedMilestone[]
  readonly deadlines: readonly string[]
  readonly deadlineSpans: readonly ParsedDeadline[]
  readonly targets: readonly ParsedTarget[]
  readonly isOngoing: boolean
  readonly doubts: readonly ParseDoubt[]
}

export interface ParsedSection extends SourceSpan {
  readonly id: string
  readonly number: string | null
  readonly title: string
  readonly level: number
  /** Number of the parent section. */
  readonly parent: string | null
  readonly parentId: string | null
}

/** A unit that one sentence makes responsible for every task of the plan. */
export interface ParsedDefaultUnit extends SourceSpan {
  readonly name: string
  readonly role: UnitRole
  /** The sentence that says so, as written. */
  readonly text: string
}

export interface ParsedPlan extends SourceSpan {
  readonly planKind: PlanKind
  readonly title: string | null
  readonly documentNumber: string | null
  readonly issuingBody: string | null
  /** ISO date. */
  readonly issuedOn: string | null
  readonly startYear: number | null
  readonly endYear: number | null
  readonly sections: readonly ParsedSection[]
  readonly defaultUnits: readonly ParsedDefaultUnit[]
  readonly tasks: readonly ParsedTask[]
}

export type DropReason = 'navigation' | 'page_furniture' | 'advertisement' | 'notice'

/** A passage that was left out; it can be taken back. */
export interface DroppedPassage extends SourceSpan {
  readonly reason: DropReason
}

type WarningCode = 'text_damaged' | 'no_units' | 'several_plans' | 'no_year' | 'numbers_missing' | 'too_long'

export interface ParseWarning {
  readonly code: WarningCode
  readonly message: string
}

export type ColumnRole =
  'number' | 'section' | 'title' | 'text' | 'lead' | 'responsible' | 'supporting' | 'deadline' | 'person' | 'ignored'

/** What each column of a table holds; `headerRows` rows at the top are headings. */
export interface ColumnMapping {
  readonly headerRows: number
  readonly columns: readonly ColumnRole[]
}

/** A table of the document with the meaning of its columns, whether or not tasks were read from it. */
export interface RecognizedTable {
  readonly table: SourceTable
  readonly mapping: ColumnMapping
  readonly holdsTasks: boolean
}

export interface ParseOptions {
  /** In a plain list of units the first one leads. Left out: what the document itself says. */
  readonly firstListedUnitLeads?: boolean
  /** Column meanings per table, in the order of `PlanDocumentResult.tables`; null keeps the recognised ones. */
  readonly tableColumns?: readonly (ColumnMapping | null)[]
  /** Somebody says that it is a plan, whatever it seems to be: what tasks there are come with the verdict. */
  readonly isTakenAsPlan?: boolean
}

export interface PlanDocumentResult {
  readonly kind: DocumentKind
  /** What the document seems to be and why, one sentence. */
  readonly kindReason: string
  readonly plans: readonly ParsedPlan[]
  readonly dropped: readonly DroppedPassage[]
  readonly warnings: readonly ParseWarning[]
  /** The tables found, in text order, for showing and changing what their columns mean. */
  readonly tables: readonly RecognizedTable[]
}
