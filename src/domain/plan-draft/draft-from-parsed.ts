import { endOfYear, isLocalDate, parseLocalDate, yearOf, type LocalDate } from '@/domain/local-date/local-date'
import type { DroppedPassage, ParsedPlan, ParsedTask } from '@/domain/plan-document/types'
import { planSettings } from '@/domain/plans/plan-settings'
import { parseDraftMilestoneId, parseDraftSectionId, parseDraftTaskId, parseDroppedTextId } from './draft-ids'
import { requirementOfDate, withoutEnd } from './requirement-words'
import type { DraftDocument, DraftMilestone, DraftTask, DraftUnit, DroppedText, PlanDraft } from './plan-draft'

/** What a draft needs beside the parsed plan. */
interface DraftSource {
  readonly text: string
  /** Stands in for a title that the document does not have. */
  readonly fallbackTitle: string
  readonly today: LocalDate
  /** Why the document does not look like a plan, where the clerk says that it is one; null where it does. */
  readonly kindDoubt?: string | null
}

const LONGEST_TITLE = 200
/** 2026年, which opens a milestone's statement. */
const YEAR_LENGTH = 5

/** The draft that a parsed plan opens with; nothing is decided for the clerk that the document leaves open. */
export function draftFromParsed(plan: ParsedPlan, dropped: readonly DroppedPassage[], source: DraftSource): PlanDraft {
  return {
    document: documentOf(plan, source),
    sections: plan.sections.map(({ id, parentId, number, title, level, start, end }) => ({
      id: parseDraftSectionId(id),
      parentId: parentId === null ? null : parseDraftSectionId(parentId),
      number,
      title,
      level,
      start,
      end,
    })),
    defaultUnits: plan.defaultUnits.map(({ name, role, text, start, end }) => ({
      name,
      role,
      text,
      start,
      end,
      isAccepted: null,
    })),
    tasks: plan.tasks.map((task) => taskOf(task, source.text)),
    resolutions: {},
    dropped: dropped
      .filter((passage) => passage.start < plan.end && passage.end > plan.start)
      .map((passage, index) => droppedText(passage, index, source.text)),
  }
}

/**
 * Marks the leads that lead only by standing first: those that are plain responsible units when the same
 * document is read without that rule. The clerk can then turn the rule off again.
 */
export function markLeadsByPlace(draft: PlanDraft, readWithoutRule: ParsedPlan): PlanDraft {
  const plain = new Set(
    readWithoutRule.tasks.flatMap((task) =>
      task.units.filter((unit) => unit.role === 'responsible').map((unit) => unit.start),
    ),
  )
  const tasks = draft.tasks.map((task) => ({
    ...task,
    units: task.units.map((unit): DraftUnit =>
      unit.role === 'lead' && unit.start !== null && plain.has(unit.start) ? { ...unit, isLeadByPlace: true } : unit,
    ),
  }))
  const isApplied = tasks.some((task) => task.units.some((unit) => unit.isLeadByPlace === true))
  return { ...draft, tasks, document: { ...draft.document, firstListedUnitLeads: isApplied } }
}

function documentOf(plan: ParsedPlan, source: DraftSource): DraftDocument {
  const issuedOn = toDate(plan.issuedOn)
  const startYear = plan.startYear ?? (issuedOn === null ? yearOf(source.today) : yearOf(issuedOn))
  const milestoneYears = plan.tasks.flatMap((task) => task.milestones.map((milestone) => milestone.year))
  const endYear = Math.max(startYear, plan.endYear ?? startYear, ...milestoneYears)
  const isIssuedInside = issuedOn !== null && yearOf(issuedOn) >= startYear && yearOf(issuedOn) <= endYear
  return {
    kind: plan.planKind,
    title: (plan.title ?? source.fallbackTitle).slice(0, LONGEST_TITLE),
    documentNumber: plan.documentNumber,
    issuingBody: plan.issuingBody,
    documentDate: issuedOn,
    startsOn: isIssuedInside ? issuedOn : parseLocalDate(`${startYear}-01-01`),
    endsOn: endOfYear(endYear),
    warningDays: planSettings.warningDays.usual,
    reportingCadence: 'quarterly',
    reportGraceDays: planSettings.reportGraceDays.usual,
    behindPoints: planSettings.behindPoints.usual,
    firstListedUnitLeads: false,
    sourceStart: plan.start,
    ...(typeof source.kindDoubt === 'string' ? { kindDoubt: source.kindDoubt } : {}),
  }
}

function taskOf(task: ParsedTask, text: string): DraftTask {
  return {
    id: parseDraftTaskId(task.id),
    sectionId: task.sectionId === null ? null : parseDraftSectionId(task.sectionId),
    number: task.number,
    title: task.title ?? '',
    text: task.text,
    start: task.start,
    end: task.end,
    isOngoing: task.isOngoing,
    targets: task.targets,
    units: task.units.map(({ name, role, start, end }) => ({ name, role, start, end })),
    milestones: milestonesOf(task, text),
    doubts: task.doubts.map(({ code, message, start, end }) => ({ code, message, start, end })),
    isChecked: false,
  }
}

/** Years and dates in the order of the text; a bare year is due on its 31 December. */
function milestonesOf(task: ParsedTask, source: string): DraftMilestone[] {
  const years = task.milestones.map(({ year, text, start, end }) => ({
    dueOn: endOfYear(year),
    year,
    text: withoutEnd(text),
    start,
    end,
  }))
  const places = [...task.deadlineSpans, ...task.milestones.map(({ start }) => ({ start, end: start + YEAR_LENGTH }))]
  const dates = task.deadlineSpans.flatMap(({ date, start, end }) =>
    isLocalDate(date)
      ? [{ dueOn: date, year: null, text: requirementOfDate(source, { start, end }, task, places), start, end }]
      : [],
  )
  return [...years, ...dates]
    .sort((a, b) => a.start - b.start)
    .map((milestone, index) => ({ id: parseDraftMilestoneId(`m${index + 1}`), ...milestone }))
}

function droppedText(passage: DroppedPassage, index: number, text: string): DroppedText {
  const { start, end, reason } = passage
  return {
    id: parseDroppedTextId(`d${index + 1}`),
    start,
    end,
    reason,
    text: text.slice(start, end).trim(),
    task: null,
  }
}

function toDate(value: string | null): LocalDate | null {
  return value !== null && isLocalDate(value) ? value : null
}
