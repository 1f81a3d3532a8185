import type { UnitId } from '../ids'
import type { DraftTask, PlanDraft } from './plan-draft'
import { meaningOf, type NameIndex } from './unit-names'

/** What issuing the draft will make. */
export interface IssueSummary {
  readonly sections: number
  readonly tasks: number
  readonly milestones: number
  readonly assignments: number
  readonly units: number
  /** Which they are. */
  readonly unitIds: ReadonlySet<UnitId>
  /** Tasks that will be due at the end of the plan, having no date of their own. */
  readonly tasksDueAtEnd: number
  readonly tasksWithoutUnits: readonly DraftTask[]
  readonly groups: readonly ExpandedGroup[]
  readonly notTracked: readonly string[]
  /** Names that the document writes otherwise than their unit is called. */
  readonly otherWritings: readonly { readonly name: string; readonly unitName: string }[]
}

/** A written name that stands for several units. */
interface ExpandedGroup {
  readonly name: string
  readonly members: readonly string[]
}

/** Counts what issuing will make, as the database will count it on the day. */
export function issueSummary(draft: PlanDraft, index: NameIndex): IssueSummary {
  const defaults = draft.defaultUnits.filter((unit) => unit.isAccepted === true).map((unit) => unit.name)
  const unitsOfTask = draft.tasks.map((task) =>
    unitIdsOf([...task.units.map((unit) => unit.name), ...defaults], draft, index),
  )
  const names = new Set([...draft.tasks.flatMap((task) => task.units.map((unit) => unit.name)), ...defaults])
  const meanings = [...names].map((name) => ({ name, meaning: meaningOf(name, draft.resolutions, index) }))
  const unitIds = new Set(unitsOfTask.flatMap((units) => [...units]))
  return {
    sections: draft.sections.length,
    tasks: draft.tasks.length,
    milestones: draft.tasks.reduce(
      (sum, task) => sum + Math.max(1, new Set(task.milestones.map((milestone) => milestone.dueOn)).size),
      0,
    ),
    assignments: unitsOfTask.reduce((sum, units) => sum + units.size, 0),
    units: unitIds.size,
    unitIds,
    tasksDueAtEnd: draft.tasks.filter((task) => task.milestones.length === 0).length,
    tasksWithoutUnits: draft.tasks.filter((_task, at) => unitsOfTask[at]?.size === 0),
    groups: meanings.flatMap(({ name, meaning }) =>
      meaning.kind === 'group' ? [{ name, members: meaning.members.map((unit) => unit.name) }] : [],
    ),
    notTracked: meanings.flatMap(({ name, meaning }) => (meaning.kind === 'not_tracked' ? [name] : [])),
    otherWritings: meanings.flatMap(({ name, meaning }) =>
      meaning.kind === 'unit' && meaning.unit.name !== name ? [{ name, unitName: meaning.unit.name }] : [],
    ),
  }
}

/** The units that the names of one task stand for, each once. */
function unitIdsOf(names: readonly string[], draft: PlanDraft, index: NameIndex): Set<UnitId> {
  const ids = names.flatMap((name) => {
    const meaning = meaningOf(name, draft.resolutions, index)
    if (meaning.kind === 'unit') return [meaning.unit.id]
    return meaning.kind === 'group' ? meaning.members.map((unit) => unit.id) : []
  })
  return new Set(ids)
}
