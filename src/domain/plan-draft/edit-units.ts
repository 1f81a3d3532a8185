import type { AssignmentRole } from '@/domain/responsibility/assignment-role-vocabulary'
import type { DraftTask, DraftUnit, NameResolution, PlanDraft } from './plan-draft'

const STRENGTH: readonly AssignmentRole[] = ['lead', 'responsible', 'supporting']

/** Two lists as one: each name once, in its strongest role, where it first stood. */
export function uniteUnits(first: readonly DraftUnit[], second: readonly DraftUnit[]): DraftUnit[] {
  const byName = new Map<string, DraftUnit>()
  for (const unit of [...first, ...second]) {
    const known = byName.get(unit.name)
    if (known === undefined || STRENGTH.indexOf(unit.role) < STRENGTH.indexOf(known.role)) byName.set(unit.name, unit)
  }
  return [...byName.values()]
}

/** Gives a task one more unit; a name it has already only changes its role. */
export function addUnit(task: DraftTask, name: string, role: AssignmentRole): DraftTask {
  const written = name.trim()
  if (written === '') return task
  if (task.units.some((unit) => unit.name === written)) {
    return { ...task, units: task.units.map((unit) => (unit.name === written ? { ...unit, role } : unit)) }
  }
  return { ...task, units: [...task.units, { name: written, role, start: null, end: null }] }
}

/** Changes the name or role of one unit of a task; a chosen role is no longer one by place. */
export function updateUnit(
  task: DraftTask,
  index: number,
  change: Partial<Pick<DraftUnit, 'name' | 'role'>>,
): DraftTask {
  const units = task.units.map((unit, at): DraftUnit => {
    if (at !== index) return unit
    const { name, role, start, end } = { ...unit, ...change }
    return { name, role, start, end }
  })
  return { ...task, units }
}

/** Turns "the first of a plain list leads" on or off; leads that the document names are left alone. */
export function setFirstListedUnitLeads(draft: PlanDraft, isOn: boolean): PlanDraft {
  const tasks = draft.tasks.map((task) => {
    const units = isOn ? withFirstAsLead(task.units) : withoutLeadByPlace(task.units)
    return units === task.units ? task : { ...task, units }
  })
  return { ...draft, tasks, document: { ...draft.document, firstListedUnitLeads: isOn } }
}

function withFirstAsLead(units: readonly DraftUnit[]): readonly DraftUnit[] {
  const isPlain = units.length > 1 && units.every((unit) => unit.role === 'responsible')
  if (!isPlain) return units
  return units.map((unit, index): DraftUnit => (index === 0 ? { ...unit, role: 'lead', isLeadByPlace: true } : unit))
}

function withoutLeadByPlace(units: readonly DraftUnit[]): readonly DraftUnit[] {
  if (!units.some((unit) => unit.isLeadByPlace === true)) return units
  return units.map((unit): DraftUnit => {
    if (unit.isLeadByPlace !== true) return unit
    const { name, start, end } = unit
    return { name, role: 'responsible', start, end }
  })
}

/** Says what written names stand for. */
export function resolveNames(draft: PlanDraft, resolutions: Readonly<Record<string, NameResolution>>): PlanDraft {
  return { ...draft, resolutions: { ...draft.resolutions, ...resolutions } }
}

/** Takes a choice back; the name then stands for whatever unit, group or alias has it. */
export function unresolveName(draft: PlanDraft, name: string): PlanDraft {
  const resolutions = Object.fromEntries(Object.entries(draft.resolutions).filter(([written]) => written !== name))
  return { ...draft, resolutions }
}

/** Corrects a misread name wherever it stands. */
export function renameUnitEverywhere(draft: PlanDraft, from: string, to: string): PlanDraft {
  const name = to.trim()
  if (name === '' || name === from) return draft
  const rename = <Unit extends { readonly name: string }>(unit: Unit): Unit =>
    unit.name === from ? { ...unit, name } : unit
  const tasks = draft.tasks.map((task) =>
    task.units.some((unit) => unit.name === from) ? { ...task, units: uniteUnits(task.units.map(rename), []) } : task,
  )
  return unresolveName({ ...draft, tasks, defaultUnits: draft.defaultUnits.map(rename) }, from)
}

/** Accepts or declines a unit that the document makes responsible for every task. */
export function decideDefaultUnit(draft: PlanDraft, index: number, isAccepted: boolean | null): PlanDraft {
  return {
    ...draft,
    defaultUnits: draft.defaultUnits.map((unit, at) => (at === index ? { ...unit, isAccepted } : unit)),
  }
}
