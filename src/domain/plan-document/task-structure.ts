import type { SourceSpan } from '@/lib/document-text/source-document'
import { readLines } from './lines'
import { findLastTitle } from './titles'
import { isOverview } from './headings'
import { MARKER_RANK } from './markers'
import type { OutlineNode, OutlinePart } from './outline'
import { groupByParagraph } from './paragraph-tasks'
import type { Statement } from './responsibility'
import type { SourceText } from './source-text'
import { StructureFacts } from './structure-facts'

export interface SectionDraft {
  readonly node: OutlineNode
  readonly title: SourceSpan
  readonly level: number
  readonly parent: SectionDraft | null
}

export interface TaskDraft {
  /** Null for a paragraph without a number. */
  readonly node: OutlineNode | null
  readonly section: SectionDraft | null
  readonly start: number
  /** Where its words begin, after the number. */
  readonly contentStart: number
  readonly end: number
  readonly statements: readonly Statement[]
  /** Those of the heading above, for a task without its own. */
  readonly inherited: readonly Statement[]
}

export interface PlanDraft {
  readonly sections: readonly SectionDraft[]
  readonly tasks: readonly TaskDraft[]
}

/** Decides which items are sections, which are tasks, and which are parts of a task. */
export function readStructure(text: SourceText, part: OutlinePart, statements: readonly Statement[]): PlanDraft {
  const reader = new StructureReader(text, part, statements)
  return reader.read()
}

const LONGEST_DEMAND = 80

class StructureReader {
  private readonly sections: SectionDraft[] = []
  private readonly tasks: TaskDraft[] = []
  private readonly facts: StructureFacts
  private readonly hasParagraphTasks: boolean

  constructor(
    private readonly text: SourceText,
    private readonly part: OutlinePart,
    private readonly statements: readonly Statement[],
  ) {
    this.facts = new StructureFacts(text, part, statements)
    this.hasParagraphTasks = this.part.roots.some((node) => this.isParagraphSection(node))
  }

  read(): PlanDraft {
    if (this.part.roots.length === 0) this.takeParagraphs(null, this.startOfWords(), this.part.end, this.statements)
    else for (const node of this.part.roots) this.visit(node, null)
    return { sections: this.sections, tasks: this.tasks }
  }

  /** Below the title and the words that introduce the tasks. */
  private startOfWords(): number {
    const first = this.statements[0]?.start ?? this.part.end
    const from = findLastTitle(this.text.folded, this.part.start, first)?.end ?? this.part.start
    const opening = readLines(this.text.folded, from, first).filter((line) =>
      /(?:如下|制定本.{2,6}|给你们.*|:)[。:]?$/.test(line.bare),
    )
    return opening.at(-1)?.end ?? from
  }

  private visit(node: OutlineNode, parent: SectionDraft | null): void {
    if (node.children.length === 0) this.visitLeaf(node, parent)
    else if (this.isTaskWithParts(node)) this.addTask(node, parent)
    else {
      const section = this.addSection(node, parent)
      for (const child of node.children) this.visit(child, section)
    }
  }

  /** Whether an item's own items are only parts of it. */
  private isTaskWithParts(node: OutlineNode): boolean {
    const children = node.children.filter((child) => this.facts.hasStatements(child))
    if (children.length === 0 && this.facts.hasUnitsInHeading(node)) return false
    if (children.length === 0)
      return (
        this.facts.ownOf(node).length > 0 ||
        !(isOverview(this.facts.titleOf(node)) || this.facts.isHeadingOfItems(node))
      )
    if (node.marker.kind === this.facts.taskKind) return true
    return this.facts.isTrailing(node, children)
  }

  private visitLeaf(node: OutlineNode, parent: SectionDraft | null): void {
    if (this.facts.ownOf(node).length > 0) {
      if (this.hasParagraphTasks && this.facts.isRoot(node) && this.facts.headingOf(node).isOwnLine)
        this.addParagraphSection(node, parent)
      else this.addTask(node, parent)
    } else if (this.isTaskWithoutUnits(node, parent)) this.addTask(node, parent)
    else this.addSection(node, parent)
  }

  private isTaskWithoutUnits(node: OutlineNode, parent: SectionDraft | null): boolean {
    if (isOverview(this.facts.titleOf(node)) || this.isUnderOverview(parent)) return false
    if (node.marker.kind === 'dash') return false
    const heading = this.facts.headingOf(node)
    if (!this.facts.isRoot(node))
      return (
        MARKER_RANK[node.marker.kind] >= MARKER_RANK.arabic ||
        !heading.isTitleOnly ||
        heading.title.end - heading.title.start > 24 ||
        this.isBareDemand(node, parent)
      )
    if (this.facts.taskKind === node.marker.kind) return true
    return this.facts.taskKind === null && this.facts.isFlat && !heading.isTitleOnly
  }

  /** "（一）加强领导" among items as short as it, in a chapter without longer ones, and with no table below. */
  private isBareDemand(node: OutlineNode, parent: SectionDraft | null): boolean {
    const siblings = parent?.node.children ?? []
    return (
      siblings.length > 1 &&
      siblings.every((one) => one.children.length === 0 && one.end - one.start <= LONGEST_DEMAND) &&
      MARKER_RANK[node.marker.kind] > MARKER_RANK.chinese
    )
  }

  private isUnderOverview(section: SectionDraft | null): boolean {
    for (let above = section; above !== null; above = above.parent) {
      if (isOverview(this.text.folded.slice(above.title.start, above.title.end))) return true
    }
    return false
  }

  private isParagraphSection(node: OutlineNode): boolean {
    if (node.children.length > 0 || !this.facts.headingOf(node).isOwnLine) return false
    return groupByParagraph(this.text.folded, this.facts.ownOf(node)).length > 1
  }

  private addParagraphSection(node: OutlineNode, parent: SectionDraft | null): void {
    const section = this.addSection(node, parent)
    this.takeParagraphs(section, this.facts.headingOf(node).bodyStart, node.end, this.facts.ownOf(node))
  }

  private takeParagraphs(
    section: SectionDraft | null,
    start: number,
    end: number,
    statements: readonly Statement[],
  ): void {
    let from = start
    for (const group of groupByParagraph(
      this.text.folded,
      statements.filter((statement) => statement.start >= start && statement.end <= end),
    )) {
      const to = group.at(-1)?.end ?? end
      this.tasks.push({
        node: null,
        section,
        start: from,
        contentStart: from,
        end: to,
        statements: group,
        inherited: [],
      })
      from = to
    }
  }

  private addSection(node: OutlineNode, parent: SectionDraft | null): SectionDraft {
    const { title } = this.facts.headingOf(node)
    const bracket = this.facts
      .ownOf(node)
      .find((statement) => statement.start < title.end && statement.start > title.start)
    const section = {
      node,
      title: { start: title.start, end: bracket?.start ?? title.end },
      level: (parent?.level ?? 0) + 1,
      parent,
    }
    this.sections.push(section)
    return section
  }

  private addTask(node: OutlineNode, section: SectionDraft | null): void {
    const statements = this.facts.allOf(node)
    const groups = groupByParagraph(this.text.folded, statements)
    const cut = groups.length > 1 && this.facts.lacksNextNumber(node) ? groups[0]?.at(-1)?.end : undefined
    const task = {
      node,
      section,
      start: node.start,
      contentStart: node.marker.contentStart,
      end: node.end,
      statements,
      inherited: this.inheritedBy(section),
    }
    if (cut === undefined) this.tasks.push(task)
    else {
      const rest = groups.slice(1).flat()
      this.tasks.push({ ...task, end: cut, statements: groups[0] ?? [] })
      this.tasks.push({
        ...task,
        node: null,
        start: cut,
        contentStart: cut,
        end: rest.at(-1)?.end ?? node.end,
        statements: rest,
      })
    }
  }

  private inheritedBy(section: SectionDraft | null): readonly Statement[] {
    return section !== null && this.facts.hasUnitsInHeading(section.node) ? this.facts.ownOf(section.node) : []
  }
}
