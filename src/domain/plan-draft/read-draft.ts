import { parseMilestoneId, parseTaskId, parseUnitGroupId, parseUnitId } from '@/domain/ids'
import { endOfYear, isLocalDate, yearOf, type LocalDate } from '@/domain/local-date/local-date'
import type { DropReason, ParsedTarget, TargetComparator } from '@/domain/plan-document/types'
import { planKindVocabulary } from '@/domain/plans/plan-kind-vocabulary'
import { planSettings } from '@/domain/plans/plan-settings'
import { reportingCadenceVocabulary } from '@/domain/plans/reporting-cadence-vocabulary'
import { assignmentRoleVocabulary } from '@/domain/responsibility/assignment-role-vocabulary'
import { parseDraftMilestoneId, parseDraftSectionId, parseDraftTaskId, parseDroppedTextId } from './draft-ids'
import type {
  DraftDefaultUnit,
  DraftDocument,
  DraftDoubt,
  DraftMilestone,
  DraftPlace,
  DraftSection,
  DraftTask,
  DraftUnit,
  DroppedText,
  NameResolution,
  PlanDraft,
} from './plan-draft'
import { asObject, asObjects, boolean, idOrNull, number, text, textOrNull, type JsonObject } from './json-fields'

/** A stored draft as the check screen needs it. Keys that are missing get their defaults; unknown ones are left behind. */
export function readDraft(content: unknown, fallbackDate: LocalDate): PlanDraft {
  const draft = asObject(content)
  return {
    document: readDocument(asObject(draft.document), fallbackDate),
    sections: asObjects(draft.sections).map(readSection),
    defaultUnits: asObjects(draft.defaultUnits).map(readDefaultUnit),
    tasks: asObjects(draft.tasks).map(readTask),
    resolutions: Object.fromEntries(
      Object.entries(asObject(draft.resolutions)).flatMap(([name, value]) => {
        const resolution = readResolution(asObject(value))
        return resolution === null ? [] : [[name, resolution] as const]
      }),
    ),
    dropped: asObjects(draft.dropped).map(readDropped),
  }
}

function readDocument(fields: JsonObject, fallbackDate: LocalDate): DraftDocument {
  const startsOn = date(fields.startsOn) ?? fallbackDate
  const sourceStart = number(fields.sourceStart)
  const kindDoubt = textOrNull(fields.kindDoubt)
  return {
    kind: planKindVocabulary.is(fields.kind) ? fields.kind : 'annual_work_plan',
    title: text(fields.title),
    documentNumber: textOrNull(fields.documentNumber),
    issuingBody: textOrNull(fields.issuingBody),
    documentDate: date(fields.documentDate),
    startsOn,
    endsOn: date(fields.endsOn) ?? endOfYear(yearOf(startsOn)),
    warningDays: number(fields.warningDays) ?? planSettings.warningDays.usual,
    reportingCadence: reportingCadenceVocabulary.is(fields.reportingCadence) ? fields.reportingCadence : 'quarterly',
    reportGraceDays: number(fields.reportGraceDays) ?? planSettings.reportGraceDays.usual,
    behindPoints: number(fields.behindPoints) ?? planSettings.behindPoints.usual,
    firstListedUnitLeads: boolean(fields.firstListedUnitLeads),
    ...(sourceStart === null ? {} : { sourceStart }),
    ...(kindDoubt === null ? {} : { kindDoubt }),
  }
}

function readSection(fields: JsonObject, index: number): DraftSection {
  return {
    id: parseDraftSectionId(textOrNull(fields.id) ?? `s${index + 1}`),
    parentId: idOrNull(parseDraftSectionId, fields.parentId),
    number: textOrNull(fields.number),
    title: text(fields.title),
    level: number(fields.level) ?? 1,
    ...place(fields),
  }
}

function readTask(fields: JsonObject, index: number): DraftTask {
  return {
    id: parseDraftTaskId(textOrNull(fields.id) ?? `t${index + 1}`),
    sectionId: idOrNull(parseDraftSectionId, fields.sectionId),
    number: textOrNull(fields.number),
    title: text(fields.title),
    text: text(fields.text),
    ...place(fields),
    isOngoing: boolean(fields.isOngoing),
    targets: asObjects(fields.targets).map(readTarget),
    units: asObjects(fields.units).map(readUnit),
    milestones: asObjects(fields.milestones).flatMap(readMilestone),
    doubts: asObjects(fields.doubts).map(readDoubt),
    isChecked: boolean(fields.isChecked),
    ...readLineage(fields),
  }
}

function readLineage(fields: JsonObject): Pick<DraftTask, 'ancestors' | 'notAncestors'> {
  const ancestors = asObjects(fields.ancestors).flatMap((one) => {
    const taskId = idOrNull(parseTaskId, one.taskId)
    return taskId === null ? [] : [{ taskId, milestoneId: idOrNull(parseMilestoneId, one.milestoneId) }]
  })
  const notAncestors = Array.isArray(fields.notAncestors)
    ? fields.notAncestors.flatMap((id) => idOrNull(parseTaskId, id) ?? [])
    : []
  return { ...(ancestors.length === 0 ? {} : { ancestors }), ...(notAncestors.length === 0 ? {} : { notAncestors }) }
}

function readUnit(fields: JsonObject): DraftUnit {
  const isLeadByPlace = fields.isLeadByPlace === true ? { isLeadByPlace: true } : {}
  return { name: text(fields.name), role: readRole(fields.role), ...place(fields), ...isLeadByPlace }
}

function readDefaultUnit(fields: JsonObject): DraftDefaultUnit {
  const isAccepted = typeof fields.isAccepted === 'boolean' ? fields.isAccepted : null
  return { name: text(fields.name), role: readRole(fields.role), text: text(fields.text), isAccepted, ...place(fields) }
}

function readRole(value: unknown): DraftUnit['role'] {
  return assignmentRoleVocabulary.is(value) ? value : 'responsible'
}

function readMilestone(fields: JsonObject, index: number): DraftMilestone[] {
  const dueOn = date(fields.dueOn)
  if (dueOn === null) return []
  return [
    {
      id: parseDraftMilestoneId(textOrNull(fields.id) ?? `m${index + 1}`),
      dueOn,
      year: number(fields.year),
      text: text(fields.text),
      ...place(fields),
    },
  ]
}

function readDoubt(fields: JsonObject): DraftDoubt {
  return { code: text(fields.code), message: text(fields.message), ...place(fields) }
}

const COMPARATORS: readonly TargetComparator[] = ['at_least', 'at_most', 'more_than', 'less_than', 'equal']

function readTarget(fields: JsonObject): ParsedTarget {
  return {
    text: text(fields.text),
    quantity: number(fields.quantity) ?? 0,
    unit: text(fields.unit),
    comparator: COMPARATORS.find((known) => known === fields.comparator) ?? 'equal',
    start: number(fields.start) ?? 0,
    end: number(fields.end) ?? 0,
  }
}

const DROP_REASONS: readonly (DropReason | 'deleted')[] = [
  'navigation',
  'page_furniture',
  'advertisement',
  'notice',
  'deleted',
]

function readDropped(fields: JsonObject, index: number): DroppedText {
  return {
    id: parseDroppedTextId(textOrNull(fields.id) ?? `d${index + 1}`),
    reason: DROP_REASONS.find((known) => known === fields.reason) ?? 'notice',
    text: text(fields.text),
    ...place(fields),
    task: fields.task === null || fields.task === undefined ? null : readTask(asObject(fields.task), index),
  }
}

function readResolution(fields: JsonObject): NameResolution | null {
  const unitId = idOrNull(parseUnitId, fields.unitId)
  const groupId = idOrNull(parseUnitGroupId, fields.groupId)
  if (fields.kind === 'unit' && unitId !== null) return { kind: 'unit', unitId }
  if (fields.kind === 'group' && groupId !== null) return { kind: 'group', groupId }
  return fields.kind === 'not_tracked' ? { kind: 'not_tracked' } : null
}

function place(fields: JsonObject): DraftPlace {
  return { start: number(fields.start), end: number(fields.end) }
}

function date(value: unknown): LocalDate | null {
  return typeof value === 'string' && isLocalDate(value) ? value : null
}
