import { nextId, parseDraftSectionId, type DraftSectionId } from './draft-ids'
import type { DraftSection, PlanDraft } from './plan-draft'
import { inSectionOrder } from './edit-tasks'

const DEEPEST_LEVEL = 5

/** Changes a section's number or title. */
export function updateSection(
  draft: PlanDraft,
  sectionId: DraftSectionId,
  change: Partial<Pick<DraftSection, 'number' | 'title'>>,
): PlanDraft {
  return {
    ...draft,
    sections: draft.sections.map((section) => (section.id === sectionId ? { ...section, ...change } : section)),
  }
}

/** Adds a section beside the given one and after all that it holds, or at the end. */
export function addSection(
  draft: PlanDraft,
  afterId: DraftSectionId | null,
): { readonly draft: PlanDraft; readonly sectionId: DraftSectionId } {
  const after = draft.sections.find((section) => section.id === afterId)
  const id = nextId(parseDraftSectionId, 's', draft.sections)
  const section: DraftSection = {
    id,
    parentId: after?.parentId ?? null,
    number: null,
    title: '',
    level: after?.level ?? 1,
    start: null,
    end: null,
  }
  const at = after === undefined ? draft.sections.length : endOfBranch(draft.sections, after.id)
  return { draft: { ...draft, sections: draft.sections.toSpliced(at, 0, section) }, sectionId: id }
}

/** Takes a section out; what it held moves to its parent. */
export function deleteSection(draft: PlanDraft, sectionId: DraftSectionId): PlanDraft {
  const gone = draft.sections.find((section) => section.id === sectionId)
  if (gone === undefined) return draft
  const sections = draft.sections
    .filter((section) => section.id !== sectionId)
    .map((section) => (section.parentId === sectionId ? { ...section, parentId: gone.parentId } : section))
  const tasks = draft.tasks.map((task) => (task.sectionId === sectionId ? { ...task, sectionId: gone.parentId } : task))
  return inSectionOrder({ ...draft, sections: withLevels(sections), tasks })
}

/** Levels follow from the parents. */
function withLevels(sections: readonly DraftSection[]): DraftSection[] {
  const levels = new Map<DraftSectionId, number>()
  return sections.map((section) => {
    const parentLevel = section.parentId === null ? 0 : (levels.get(section.parentId) ?? 0)
    const level = Math.min(DEEPEST_LEVEL, parentLevel + 1)
    levels.set(section.id, level)
    return section.level === level ? section : { ...section, level }
  })
}

/** The place after a section and all sections below it. */
function endOfBranch(sections: readonly DraftSection[], sectionId: DraftSectionId): number {
  const branch = new Set([sectionId])
  let end = 0
  sections.forEach((section, index) => {
    if (section.parentId !== null && branch.has(section.parentId)) branch.add(section.id)
    if (branch.has(section.id)) end = index + 1
  })
  return end
}
