import type { SourceSpan } from '@/lib/document-text/source-document';
import { findBrackets } from './brackets';
import { findDeadlines, type FoundDeadline } from './deadlines';
import { findMarkers, MARKER_RANK } from './markers';
import { findFrequencies, findTargets, isOngoingText, isOngoingTime } from './measures';
import { findMilestones } from './milestones';
import { readableText, trimSpan, writtenText, type SourceText } from './source-text';
import type { RowCell, TableRow } from './table-rows';
import type { ColumnRole, ParsedSection, ParsedUnit, UnitRole } from './types';
import { parseUnitList, type UnitList } from './unit-list';
import type { TaskContent, TaskContext } from './read-task';

export interface TableTask extends TaskContent {
  readonly section: ParsedSection | null;
}

export interface TablePlan {
  readonly sections: readonly ParsedSection[];
  readonly tasks: readonly TableTask[];
}

/** Turns the rows of a table into sections and tasks. */
export function readTablePlan(text: SourceText, rows: readonly TableRow[], context: TaskContext): TablePlan {
  const reader = new TableReader(text, context, hasSectionTitles(rows));
  for (const row of rows) reader.take(row);
  return reader.finish();
}

/** Whether the titles of a table stand over several rows each: then they are its sections. */
function hasSectionTitles(rows: readonly TableRow[]): boolean {
  const titles = rows.filter((row) => row.cells.some((cell) => cell.role === 'title' && cell.isOwn)).length;
  const texts = rows.filter((row) => row.cells.some((cell) => cell.role === 'text' && cell.isOwn)).length;
  return titles > 0 && texts >= titles * 1.5;
}

interface Numbered {
  readonly number: string | null;
  readonly rank: number | null;
  readonly start: number;
  readonly end: number;
}

class TableReader {
  private readonly sections: ParsedSection[] = [];
  private readonly groups: { section: ParsedSection | null; cells: RowCell[] }[] = [];
  private open: ParsedSection[] = [];
  private lastTitle: RowCell | null = null;

  constructor(
    private readonly text: SourceText,
    private readonly context: TaskContext,
    private readonly hasSectionTitles: boolean,
  ) {}

  take(row: TableRow): void {
    if (row.heading !== null) {
      this.openSection(row.heading, 0);
      return;
    }
    const own = row.cells.filter((cell) => cell.isOwn);
    own.filter((cell) => cell.role === 'section' || this.isSectionTitle(cell, row)).forEach((cell, depth) => this.openSection(cell, depth));
    const content = row.cells.filter((cell) => cell.role !== 'section' && !(cell.role === 'title' && this.isSectionTitle(cell, row)));
    if (!content.some((cell) => cell.isOwn && (cell.role === 'text' || cell.role === 'title'))) return;
    const title = content.find((cell) => cell.role === 'title');
    if (title !== undefined) this.lastTitle = title;
    const last = this.groups.at(-1);
    if (last !== undefined && this.continuesTask(row, last.cells)) last.cells.push(...content.filter((cell) => cell.isOwn));
    else this.groups.push({ section: this.open.at(-1) ?? null, cells: this.withTitle(content) });
  }

  finish(): TablePlan {
    return { sections: this.sections, tasks: this.groups.map((group) => ({ ...this.readTask(group.cells), section: group.section })) };
  }

  /** A numbered or merged title over rows with words of their own is a section. */
  private isSectionTitle(cell: RowCell, row: TableRow): boolean {
    if (cell.role !== 'title' || !row.cells.some((other) => other.role === 'text' && other.isOwn)) return false;
    const { rank } = this.numbered(cell);
    if (rank !== null && rank <= MARKER_RANK.chinese_paren) return true;
    return this.hasSectionTitles && row.cells.find((other) => other.role === 'number')?.isMerged !== true;
  }

  /** A row whose title cell was lost stands under the title above. */
  private withTitle(cells: readonly RowCell[]): RowCell[] {
    if (this.lastTitle === null || this.hasSectionTitles || cells.some((cell) => cell.role === 'title')) return [...cells];
    return [{ ...this.lastTitle, isOwn: false }, ...cells];
  }

  /** A row under a merged number, or without one where the others have one, goes on with the task above. */
  private continuesTask(row: TableRow, above: readonly RowCell[]): boolean {
    const number = row.cells.find((cell) => cell.role === 'number');
    if (number !== undefined) return !number.isOwn;
    if (!above.some((cell) => cell.role === 'number')) return false;
    return !row.cells.some((cell) => cell.role === 'text' && this.numbered(cell).number !== null);
  }

  private openSection(span: SourceSpan, depth: number): void {
    const numbered = this.numbered(span);
    const title = readableText(this.text, numbered.start, numbered.end).replace(/[。.:：]$/, '');
    if (title === '' || this.open.some((section) => section.start === span.start)) return;
    const level = this.levelOf(numbered.rank, depth);
    this.open = this.open.filter((section) => section.level < level);
    const parent = this.open.at(-1) ?? null;
    const section: ParsedSection = {
      id: `s${this.sections.length + 1}`,
      number: numbered.number,
      title,
      level: (parent?.level ?? 0) + 1,
      parent: parent?.number ?? null,
      parentId: parent?.id ?? null,
      start: span.start,
      end: span.end,
    };
    this.sections.push(section);
    this.open.push(section);
  }

  private levelOf(rank: number | null, depth: number): number {
    if (rank === null) return depth + 1;
    if (rank <= MARKER_RANK.chinese) return 1;
    return rank <= MARKER_RANK.chinese_paren ? 2 : depth + 1;
  }

  /** Parts the number a cell's words begin with from the words. */
  private numbered(span: SourceSpan): Numbered {
    const words = this.text.folded.slice(span.start, span.end);
    const marker = findMarkers(words, findBrackets(words))[0];
    if (marker === undefined || words.slice(0, marker.numberStart).trim() !== '') {
      return { number: null, rank: null, ...trimSpan(this.text.folded, span.start, span.end) };
    }
    return {
      number: writtenText(this.text, span.start + marker.numberStart, span.start + marker.numberEnd),
      rank: MARKER_RANK[marker.kind],
      ...trimSpan(this.text.folded, span.start + marker.contentStart, span.end),
    };
  }

  private readTask(cells: readonly RowCell[]): TaskContent {
    const of = (role: ColumnRole): RowCell[] => cells.filter((cell) => cell.role === role);
    const [firstText, ...moreText] = of('text').map((cell) => this.numbered(cell));
    const title = of('title')[0];
    const titleWords = title === undefined ? null : this.numbered(title);
    const isWhole = firstText === undefined;
    const words = firstText === undefined ? (titleWords === null ? [] : [titleWords]) : [firstText, ...moreText];
    // Items numbered inside a cell are one task: a first "1." followed by a "2." belongs to the text.
    const listed = firstText !== undefined && this.isList(of('text')[0]) ? [trimSpan(this.text.folded, of('text')[0]?.start ?? 0, of('text')[0]?.end ?? 0), ...moreText] : words;
    const number = of('number')[0];
    const found = this.deadlines(listed, of('deadline'));
    const start = Math.min(...cells.map((cell) => cell.start).filter((at) => cells.some((cell) => cell.start === at && cell.isOwn)));
    const lists = this.unitLists(cells);
    return {
      number:
        number === undefined
          ? ((this.isList(of('text')[0]) ? undefined : firstText?.number) ?? titleWords?.number ?? null)
          : writtenText(this.text, number.start, number.end).replace(/[.、．]$/, ''),
      title: titleWords === null || isWhole ? null : readableText(this.text, titleWords.start, titleWords.end).replace(/[。.]$/, ''),
      text: listed.map((part) => readableText(this.text, part.start, part.end)).join(''),
      start,
      end: Math.max(...cells.filter((cell) => cell.isOwn).map((cell) => cell.end)),
      units: this.units(lists),
      milestones: listed.flatMap((part) => findMilestones(this.text, part.start, part.end, this.context.years)),
      deadlines: found.map((deadline) => deadline.date),
      deadlineSpans: found.map(({ date, text, start: from, end }) => ({ date, text, start: from, end })),
      targets: listed.flatMap((part) => findTargets(this.text, part.start, part.end)),
      frequencies: listed.flatMap((part) => findFrequencies(this.text, part.start, part.end)),
      isOngoing: of('deadline').some((cell) => isOngoingTime(this.wordsOf(cell))) || listed.some((part) => isOngoingText(this.wordsOf(part))),
      statements: [],
      isInherited: false,
      foundDeadlines: found,
    };
  }

  private wordsOf(span: SourceSpan): string {
    return this.text.folded.slice(span.start, span.end);
  }

  private isList(cell: RowCell | undefined): boolean {
    if (cell === undefined) return false;
    const words = this.wordsOf(cell);
    const markers = findMarkers(words, findBrackets(words));
    return markers.length > 1 && markers[0]?.ordinal === 1 && markers[1]?.ordinal === 2 && markers[0].kind === markers[1].kind;
  }

  private deadlines(words: readonly SourceSpan[], times: readonly RowCell[]): FoundDeadline[] {
    const year = this.context.years.startYear;
    return [
      ...words.flatMap((part) => findDeadlines(this.text, part.start, part.end, { year, isTimeCell: false })),
      ...times.flatMap((part) => findDeadlines(this.text, part.start, part.end, { year, isTimeCell: true })),
    ];
  }

  private unitLists(cells: readonly RowCell[]): UnitList[] {
    const roles: readonly UnitRole[] = ['lead', 'responsible', 'supporting'];
    return cells.flatMap((cell) => {
      const role = roles.find((known) => known === cell.role);
      return role === undefined ? [] : [parseUnitList(this.text, cell.start, cell.end, role)];
    });
  }

  private units(lists: readonly UnitList[]): ParsedUnit[] {
    const units = lists.flatMap((list) =>
      list.units.map((unit, index) => (unit.start >= this.context.leadsFrom && list.isPlain && list.units.length > 1 && index === 0 ? { ...unit, role: 'lead' as const } : unit)),
    );
    return units.filter((unit, index) => units.findIndex((other) => other.name === unit.name && other.role === unit.role) === index);
  }
}
