import { readIssuance } from './issuance'
import type { OutlinePart } from './outline'
import { doubtsOf } from './doubts'
import type { PlanTable } from './plan-tables'
import { findPlanTitle, titleText } from './plan-title'
import { planKindOf, readYears } from './plan-years'
import { mostHaveTitles, readProse, type PlacedTask } from './prose-plan'
import type { TaskContext } from './read-task'
import type { Statement } from './responsibility'
import { findDefaultUnits, findFirstLeads } from './responsibility-notes'
import { trimSpan, type SourceText } from './source-text'
import { readTablePlan, type TableTask } from './table-plan'
import { readStructure } from './task-structure'
import type { ParsedPlan, ParsedSection, ParsedTask, ParseOptions } from './types'

/** What one plan is read from: a run of items, a run of tables, or both. */
export interface PlanSource {
  readonly part: OutlinePart
  readonly statements: readonly Statement[]
  readonly tables: readonly PlanTable[]
}

/** The text with its tables, and without them. */
interface PlanTexts {
  readonly text: SourceText
  readonly prose: SourceText
}

/** Reads one plan: its title and years, its sections and tasks. */
export function readPlan({ text, prose: words }: PlanTexts, source: PlanSource, options: ParseOptions): ParsedPlan {
  const { part, statements, tables } = source
  const draft = readStructure(words, part, statements)
  const headEnd = Math.min(
    part.roots[0]?.start ?? part.end,
    tables[0]?.start ?? part.end,
    ...(part.roots.length === 0 ? statements.slice(0, 1).map((one) => one.start) : []),
  )
  const title = findPlanTitle(words.folded, part.titleStart === null ? part.start : part.titleStart, headEnd)
  const issuance = readIssuance(words, part.start, part.end, headEnd)
  const foldedTitle = title === null ? '' : text.folded.slice(title.start, title.end)
  const years = readYears(
    foldedTitle,
    text.folded.slice(part.start, headEnd),
    text.folded.slice(headEnd, part.end),
    issuance,
  )
  const leadsFrom = firstLeadsFrom(text.folded, part.start, part.end, options)
  const context = { years, leadsFrom, hasTitles: mostHaveTitles(words.folded, draft.tasks) }
  const prose = readProse(words, draft, context)
  const table = readTablePlan(
    text,
    tables.flatMap((one) => one.rows),
    context,
  )
  const outline = mergeTables(prose.sections, prose.tasks, table.sections, table.tasks, tables[0]?.start ?? 0)
  return {
    planKind: planKindOf(foldedTitle, years, tables.length > 0),
    title: title === null ? null : titleText(text, title),
    ...issuance,
    ...years,
    ...trimSpan(text.folded, title?.start ?? part.start, part.end),
    sections: outline.sections,
    defaultUnits: findDefaultUnits(words, part.start, part.end),
    tasks: withDoubts(text, outline.tasks, outline.sections, context),
  }
}

/** A table inside a chapter brings its rows into that chapter. */
function mergeTables(
  sections: readonly ParsedSection[],
  tasks: readonly PlacedTask[],
  tableSections: readonly ParsedSection[],
  tableTasks: readonly TableTask[],
  tableStart: number,
): { sections: ParsedSection[]; tasks: PlacedTask[] } {
  if (tableTasks.length === 0) return { sections: [...sections], tasks: [...tasks] }
  const around = sections.filter((section) => section.start < tableStart).at(-1) ?? null
  const moved = new Map(
    tableSections.map((section) => [
      section.id,
      {
        ...section,
        id: `x${section.id}`,
        level: section.level + (around?.level ?? 0),
        parent: section.parentId === null ? (around?.number ?? null) : section.parent,
        parentId: section.parentId === null ? (around?.id ?? null) : `x${section.parentId}`,
      },
    ]),
  )
  const placed = tableTasks.map(({ section, ...content }) => ({
    content,
    section: section === null ? around : (moved.get(section.id) ?? around),
  }))
  const byPlace = (a: { start: number }, b: { start: number }): number => a.start - b.start
  return {
    sections: [...sections, ...moved.values()].sort(byPlace),
    tasks: [...tasks, ...placed].sort((a, b) => a.content.start - b.content.start),
  }
}

function withDoubts(
  text: SourceText,
  placed: readonly PlacedTask[],
  sections: readonly ParsedSection[],
  context: TaskContext,
): ParsedTask[] {
  const byId = new Map(sections.map((section) => [section.id, section]))
  const withUnits = new Set(placed.filter((task) => task.content.units.length > 0).map((task) => task.section))
  return placed.map(({ content, section }, index) => {
    const { statements, foundDeadlines, isInherited, ...rest } = content
    void [statements, foundDeadlines, isInherited]
    const place = placeOf(section, byId)
    return {
      id: `t${index + 1}`,
      ...place,
      ...rest,
      doubts: doubtsOf(text, content, {
        previous: placed[index - 1]?.content ?? null,
        expectsUnits: withUnits.has(section),
        years: context.years,
      }),
    }
  })
}

/** Where a task stands: its level 1 section, and the nearest one below that. */
function placeOf(
  section: ParsedSection | null,
  byId: ReadonlyMap<string, ParsedSection>,
): Pick<ParsedTask, 'section' | 'subsection' | 'sectionId'> {
  let top = section
  while (top !== null && top.parentId !== null) top = byId.get(top.parentId) ?? null
  return {
    section: top?.number ?? null,
    subsection: section === null || section === top ? null : section.number,
    sectionId: section?.id ?? null,
  }
}

/** From which place on the first unit of a plain list leads: 下同 speaks of what follows. */
function firstLeadsFrom(folded: string, start: number, end: number, options: ParseOptions): number {
  if (options.firstListedUnitLeads !== undefined) return options.firstListedUnitLeads ? start : Number.POSITIVE_INFINITY
  const said = findFirstLeads(folded.slice(start, end))
  if (said === null) return Number.POSITIVE_INFINITY
  const lineStart = folded.lastIndexOf('\n', start + said) + 1
  return said < 0 ? start : Math.max(start, lineStart)
}
