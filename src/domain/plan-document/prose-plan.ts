import { isTitleSentence, readHeading } from './headings'
import { readTask, type TaskContent, type TaskContext } from './read-task'
import { readableText, trimSpan, writtenText, type SourceText } from './source-text'
import type { PlanDraft, SectionDraft, TaskDraft } from './task-structure'
import type { ParsedSection } from './types'

/** A task and the section it stands in. */
export interface PlacedTask {
  readonly content: TaskContent
  readonly section: ParsedSection | null
}

/** Reads the sections and tasks of running text. */
export function readProse(
  text: SourceText,
  draft: PlanDraft,
  context: TaskContext,
): { sections: ParsedSection[]; tasks: PlacedTask[] } {
  const places = new Map(draft.sections.map((section, index) => [section, index]))
  const sections = draft.sections.map((section, index) => sectionOf(text, section, index, places))
  const tasks = draft.tasks.map((task, index) => ({
    content: readTask(text, task, index === draft.tasks.length - 1, context),
    section: (task.section === null ? undefined : sections[places.get(task.section) ?? -1]) ?? null,
  }))
  return { sections, tasks }
}

/** Titles are kept where most tasks open with one; elsewhere the first sentence is text like the rest. */
export function mostHaveTitles(folded: string, tasks: readonly TaskDraft[]): boolean {
  const numbered = tasks.flatMap((task) => (task.node === null ? [] : [task.node]))
  const titled = numbered.filter((node) => {
    const heading = readHeading(folded, node)
    return heading.bodyStart < node.end && isTitleSentence(folded, heading.title)
  })
  return titled.length * 2 >= numbered.length
}

function sectionOf(
  text: SourceText,
  section: SectionDraft,
  index: number,
  places: ReadonlyMap<SectionDraft, number>,
): ParsedSection {
  const parentIndex = section.parent === null ? undefined : places.get(section.parent)
  return {
    id: `s${index + 1}`,
    number: numberOf(text, section),
    title: readableText(text, section.title.start, section.title.end).replace(/[。.:：]$/, ''),
    level: section.level,
    parent: section.parent === null ? null : numberOf(text, section.parent),
    parentId: parentIndex === undefined ? null : `s${parentIndex + 1}`,
    ...trimSpan(text.folded, section.node.start, section.node.ownEnd),
  }
}

function numberOf(text: SourceText, section: SectionDraft): string | null {
  const { marker } = section.node
  return marker.kind === 'dash' || marker.kind === 'heading'
    ? null
    : writtenText(text, marker.numberStart, marker.numberEnd)
}
