import type { SourceSpan } from '@/lib/document-text/source-document';
import { readLines } from './lines';
import { findLastTitle } from './titles';
import { isOverview, readHeading, type Heading } from './headings';
import { MARKER_RANK, type MarkerKind } from './markers';
import type { OutlineNode, OutlinePart } from './outline';
import { groupByParagraph } from './paragraph-tasks';
import type { Statement } from './responsibility';
import { trimSpan, type SourceText } from './source-text';

export interface SectionDraft {
  readonly node: OutlineNode;
  readonly title: SourceSpan;
  readonly level: number;
  readonly parent: SectionDraft | null;
}

export interface TaskDraft {
  /** Null for a paragraph without a number. */
  readonly node: OutlineNode | null;
  readonly section: SectionDraft | null;
  readonly start: number;
  /** Where its words begin, after the number. */
  readonly contentStart: number;
  readonly end: number;
  readonly statements: readonly Statement[];
  /** Those of the heading above, for a task without its own. */
  readonly inherited: readonly Statement[];
}

export interface PlanDraft {
  readonly sections: readonly SectionDraft[];
  readonly tasks: readonly TaskDraft[];
}

/** Decides which items are sections, which are tasks, and which are parts of a task. */
export function readStructure(text: SourceText, part: OutlinePart, statements: readonly Statement[]): PlanDraft {
  const reader = new StructureReader(text, part, statements);
  return reader.read();
}

class StructureReader {
  private readonly sections: SectionDraft[] = [];
  private readonly tasks: TaskDraft[] = [];
  private readonly own = new Map<OutlineNode, Statement[]>();
  private readonly headings = new Map<OutlineNode, Heading>();
  private readonly following = new Map<OutlineNode, OutlineNode>();
  private readonly taskKind: MarkerKind | null;
  private readonly hasParagraphTasks: boolean;

  constructor(
    private readonly text: SourceText,
    private readonly part: OutlinePart,
    private readonly statements: readonly Statement[],
  ) {
    this.assignStatements();
    this.taskKind = this.findTaskKind();
    this.hasParagraphTasks = this.part.roots.some((node) => this.isParagraphSection(node));
  }

  read(): PlanDraft {
    if (this.part.roots.length === 0) this.takeParagraphs(null, this.startOfWords(), this.part.end, this.statements);
    else for (const node of this.part.roots) this.visit(node, null);
    return { sections: this.sections, tasks: this.tasks };
  }

  /** Below the title and the words that introduce the tasks. */
  private startOfWords(): number {
    const first = this.statements[0]?.start ?? this.part.end;
    const from = findLastTitle(this.text.folded, this.part.start, first)?.end ?? this.part.start;
    const opening = readLines(this.text.folded, from, first).filter((line) => /(?:如下|制定本.{2,6}|给你们.*|:)[。:]?$/.test(line.bare));
    return opening.at(-1)?.end ?? from;
  }

  private assignStatements(): void {
    let next = 0;
    let previous: OutlineNode | null = null;
    const visit = (node: OutlineNode): void => {
      const mine: Statement[] = [];
      for (let statement = this.statements[next]; statement !== undefined && statement.start < node.ownEnd; statement = this.statements[next]) {
        if (statement.start >= node.start) mine.push(statement);
        next += 1;
      }
      this.own.set(node, mine);
      if (previous !== null) this.following.set(previous, node);
      previous = node;
      node.children.forEach(visit);
    };
    this.part.roots.forEach(visit);
  }

  private findTaskKind(): MarkerKind | null {
    const counts = new Map<MarkerKind, number>();
    for (const [node, mine] of this.own) {
      if (mine.length > 0) counts.set(node.marker.kind, (counts.get(node.marker.kind) ?? 0) + 1);
    }
    let best: MarkerKind | null = null;
    for (const [kind, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = kind;
    return best;
  }

  private ownOf(node: OutlineNode): readonly Statement[] {
    return this.own.get(node) ?? [];
  }

  private headingOf(node: OutlineNode): Heading {
    const known = this.headings.get(node);
    if (known !== undefined) return known;
    const heading = readHeading(this.text.folded, node);
    this.headings.set(node, heading);
    return heading;
  }

  private hasStatements(node: OutlineNode): boolean {
    return this.ownOf(node).length > 0 || node.children.some((child) => this.hasStatements(child));
  }

  private titleOf(node: OutlineNode): string {
    const { title } = this.headingOf(node);
    return this.text.folded.slice(title.start, title.end);
  }

  private visit(node: OutlineNode, parent: SectionDraft | null): void {
    if (node.children.length === 0) this.visitLeaf(node, parent);
    else if (this.isTaskWithParts(node)) this.addTask(node, parent);
    else {
      const section = this.addSection(node, parent);
      for (const child of node.children) this.visit(child, section);
    }
  }

  /** Whether an item's own items are only parts of it. */
  private isTaskWithParts(node: OutlineNode): boolean {
    const children = node.children.filter((child) => this.hasStatements(child));
    if (children.length === 0 && this.hasUnitsInHeading(node)) return false;
    if (children.length === 0) return this.ownOf(node).length > 0 || !(isOverview(this.titleOf(node)) || this.isHeadingOfItems(node));
    if (node.marker.kind === this.taskKind) return true;
    return this.isTrailing(node, children);
  }

  /** "一、建设数字政府（牵头单位：…）" above full items: the units are those of every item. */
  private hasUnitsInHeading(node: OutlineNode): boolean {
    const own = this.ownOf(node);
    const last = own.at(-1);
    const childRank = MARKER_RANK[node.children[0]?.marker.kind ?? 'circled'];
    if (last === undefined || MARKER_RANK[node.marker.kind] > MARKER_RANK.chinese_paren || childRank > MARKER_RANK.arabic) return false;
    const { title, isTitleOnly } = this.headingOf(node);
    return (isTitleOnly || (own[0]?.start ?? 0) <= title.end + 2) && trimSpan(this.text.folded, last.end, node.ownEnd).start >= node.ownEnd;
  }

  /** Without any responsibility: a bare heading above full items is a section. */
  private isHeadingOfItems(node: OutlineNode): boolean {
    const rank = MARKER_RANK[node.marker.kind];
    if (rank <= MARKER_RANK.chinese || node.marker.kind === 'dash') return true;
    const childRank = MARKER_RANK[node.children[0]?.marker.kind ?? 'circled'];
    return this.headingOf(node).isTitleOnly && childRank <= MARKER_RANK.arabic;
  }

  /** Only the last of several small parts is followed by the responsibility: it is the whole item's. */
  private isTrailing(node: OutlineNode, children: readonly OutlineNode[]): boolean {
    const last = node.children.at(-1);
    if (node.children.length < 2 || children.length !== 1 || children[0] !== last || last === undefined) return false;
    return MARKER_RANK[last.marker.kind] >= MARKER_RANK.arabic && MARKER_RANK[node.marker.kind] >= MARKER_RANK.chinese_paren;
  }

  private visitLeaf(node: OutlineNode, parent: SectionDraft | null): void {
    if (this.ownOf(node).length > 0) {
      if (this.hasParagraphTasks && this.isRootLike(node) && this.headingOf(node).isOwnLine) this.addParagraphSection(node, parent);
      else this.addTask(node, parent);
    } else if (this.isTaskWithoutUnits(node, parent)) this.addTask(node, parent);
    else this.addSection(node, parent);
  }

  /** 2 is followed by 4: what stands between them after 2's responsibility is the item that lost its number. */
  private lacksNextNumber(node: OutlineNode): boolean {
    const next = this.following.get(node);
    return next !== undefined && next.marker.kind === node.marker.kind && next.marker.ordinal === node.marker.ordinal + 2;
  }

  private isRootLike(node: OutlineNode): boolean {
    return this.part.roots.includes(node);
  }

  private isTaskWithoutUnits(node: OutlineNode, parent: SectionDraft | null): boolean {
    if (isOverview(this.titleOf(node)) || this.isUnderOverview(parent)) return false;
    if (node.marker.kind === 'dash') return false;
    const heading = this.headingOf(node);
    if (!this.isRootLike(node)) return MARKER_RANK[node.marker.kind] >= MARKER_RANK.arabic || !heading.isTitleOnly || heading.title.end - heading.title.start > 24;
    if (this.taskKind === node.marker.kind) return true;
    const isFlat = this.part.roots.every((root) => root.children.length === 0);
    return this.taskKind === null && isFlat && !heading.isTitleOnly;
  }

  private isUnderOverview(section: SectionDraft | null): boolean {
    for (let above = section; above !== null; above = above.parent) {
      if (isOverview(this.text.folded.slice(above.title.start, above.title.end))) return true;
    }
    return false;
  }

  private isParagraphSection(node: OutlineNode): boolean {
    if (node.children.length > 0 || !this.headingOf(node).isOwnLine) return false;
    return groupByParagraph(this.text.folded, this.ownOf(node)).length > 1;
  }

  private addParagraphSection(node: OutlineNode, parent: SectionDraft | null): void {
    const section = this.addSection(node, parent);
    this.takeParagraphs(section, this.headingOf(node).bodyStart, node.end, this.ownOf(node));
  }

  private takeParagraphs(section: SectionDraft | null, start: number, end: number, statements: readonly Statement[]): void {
    let from = start;
    for (const group of groupByParagraph(this.text.folded, statements.filter((statement) => statement.start >= start && statement.end <= end))) {
      const to = group.at(-1)?.end ?? end;
      this.tasks.push({ node: null, section, start: from, contentStart: from, end: to, statements: group, inherited: [] });
      from = to;
    }
  }

  private addSection(node: OutlineNode, parent: SectionDraft | null): SectionDraft {
    const { title } = this.headingOf(node);
    const bracket = this.ownOf(node).find((statement) => statement.start < title.end && statement.start > title.start);
    const section = { node, title: { start: title.start, end: bracket?.start ?? title.end }, level: (parent?.level ?? 0) + 1, parent };
    this.sections.push(section);
    return section;
  }

  private addTask(node: OutlineNode, section: SectionDraft | null): void {
    const statements: Statement[] = [];
    const collect = (item: OutlineNode): void => {
      statements.push(...this.ownOf(item));
      item.children.forEach(collect);
    };
    collect(node);
    const groups = groupByParagraph(this.text.folded, statements);
    const cut = groups.length > 1 && this.lacksNextNumber(node) ? groups[0]?.at(-1)?.end : undefined;
    const task = { node, section, start: node.start, contentStart: node.marker.contentStart, end: node.end, statements, inherited: this.inheritedBy(section) };
    if (cut === undefined) this.tasks.push(task);
    else {
      const rest = groups.slice(1).flat();
      this.tasks.push({ ...task, end: cut, statements: groups[0] ?? [] });
      this.tasks.push({ ...task, node: null, start: cut, contentStart: cut, end: rest.at(-1)?.end ?? node.end, statements: rest });
    }
  }

  private inheritedBy(section: SectionDraft | null): readonly Statement[] {
    return section !== null && this.hasUnitsInHeading(section.node) ? this.ownOf(section.node) : [];
  }
}
