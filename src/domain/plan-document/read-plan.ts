import type { SourceSpan } from '@/lib/document-text/source-document';
import { plainDigits } from './calendar';
import { isTitleSentence, readHeading } from './headings';
import { readIssuance, type Issuance } from './issuance';
import type { YearRange } from './milestones';
import type { OutlinePart } from './outline';
import { readTask } from './read-task';
import type { Statement } from './responsibility';
import { findDefaultUnits, saysFirstLeads } from './responsibility-notes';
import { readableText, trimSpan, writtenText, type SourceText } from './source-text';
import { readStructure, type SectionDraft, type TaskDraft } from './task-structure';
import { findLastTitle } from './titles';
import type { ParsedPlan, ParsedSection, ParsedTask, ParseOptions, PlanKind } from './types';

/** Reads one plan: its title and years, its sections and tasks. */
export function readPlan(text: SourceText, part: OutlinePart, statements: readonly Statement[], options: ParseOptions): ParsedPlan {
  const draft = readStructure(text, part, statements);
  const headEnd = part.roots[0]?.start ?? statements[0]?.start ?? part.end;
  const title = titleOf(text, part, headEnd);
  const issuance = readIssuance(text, part.start, part.end, headEnd);
  const years = yearsOf(title === null ? '' : text.folded.slice(title.start, title.end), text.folded.slice(part.start, headEnd), issuance);
  const firstLeads = options.firstListedUnitLeads ?? saysFirstLeadsAnywhere(text.folded.slice(part.start, part.end));
  const context = { years, firstLeads, hasTitles: mostHaveTitles(text.folded, draft.tasks) };
  const sections = draft.sections.map((section, index) => sectionOf(text, section, index, draft.sections));
  const tasks = draft.tasks.map((task, index) => {
    const content = readTask(text, task, index === draft.tasks.length - 1, context);
    return taskOf(content, task, index, draft.sections, sections);
  });
  return {
    planKind: planKindOf(title === null ? '' : text.folded.slice(title.start, title.end)),
    title: title === null ? null : readableText(text, title.start, title.end),
    ...issuance,
    ...years,
    ...trimSpan(text.folded, title?.start ?? part.start, part.end),
    sections,
    defaultUnits: findDefaultUnits(text, part.start, part.end),
    tasks,
  };
}

function titleOf(text: SourceText, part: OutlinePart, headEnd: number): SourceSpan | null {
  if (part.titleStart !== null) return findLastTitle(text.folded, part.titleStart - 1, headEnd);
  const line = findLastTitle(text.folded, part.start, headEnd);
  if (line !== null) return line;
  const quoted = /(?:印发|转发|下发)(?:《([^《》]{4,80}(?:<[^>]*>|《[^》]*》)?[^《》]{0,40})》)/.exec(text.folded.slice(part.start, headEnd));
  if (quoted?.[1] === undefined) return null;
  const start = part.start + quoted.index + quoted[0].indexOf(quoted[1]);
  return { start, end: start + quoted[1].length };
}

function yearsOf(title: string, head: string, issuance: Issuance): YearRange {
  const bare = plainDigits(title.replace(/\s/g, ''));
  const range = /((?:19|20)\d\d)年?(?:[-—~至到]+)((?:19|20)\d\d)年?/.exec(bare);
  if (range !== null) return { startYear: Number(range[1]), endYear: Number(range[2]) };
  const single = /((?:19|20)\d\d)年/.exec(bare);
  if (single !== null) return { startYear: Number(single[1]), endYear: Number(single[1]) };
  const issued = issuance.issuedOn?.slice(0, 4) ?? /\[((?:19|20)\d\d)\]/.exec(issuance.documentNumber?.normalize('NFKC').replace(/[〔(]/g, '[').replace(/[〕)]/g, ']') ?? '')?.[1];
  const year = issued ?? /((?:19|20)\d\d)年/.exec(plainDigits(head))?.[1];
  return year === undefined ? { startYear: null, endYear: null } : { startYear: Number(year), endYear: Number(year) };
}

function saysFirstLeadsAnywhere(folded: string): boolean {
  return /第一|首位|最前|前列/.test(folded) && folded.split(/[。;\n]/).some((sentence) => sentence.length < 400 && saysFirstLeads(sentence));
}

function planKindOf(title: string): PlanKind {
  if (/行动计划|规划|[三五]年|实施方案|行动方案/.test(title)) return 'action_plan';
  return /分解|分工|清单|台账|责任表|一览表|任务表|任务书/.test(title) ? 'task_breakdown' : 'annual_work_plan';
}

/** Titles are kept where most tasks open with one; elsewhere the first sentence is text like the rest. */
function mostHaveTitles(folded: string, tasks: readonly TaskDraft[]): boolean {
  const numbered = tasks.flatMap((task) => (task.node === null ? [] : [task.node]));
  const titled = numbered.filter((node) => {
    const heading = readHeading(folded, node);
    return heading.bodyStart < node.end && isTitleSentence(folded, heading.title);
  });
  return titled.length * 2 >= numbered.length;
}

function sectionOf(text: SourceText, section: SectionDraft, index: number, all: readonly SectionDraft[]): ParsedSection {
  const parentIndex = section.parent === null ? -1 : all.indexOf(section.parent);
  return {
    id: `s${index + 1}`,
    number: numberOf(text, section),
    title: readableText(text, section.title.start, section.title.end).replace(/[。.:：]$/, ''),
    level: section.level,
    parent: section.parent === null ? null : numberOf(text, section.parent),
    parentId: parentIndex < 0 ? null : `s${parentIndex + 1}`,
    ...trimSpan(text.folded, section.node.start, section.node.ownEnd),
  };
}

function numberOf(text: SourceText, section: SectionDraft): string | null {
  const { marker } = section.node;
  return marker.kind === 'dash' ? null : writtenText(text, marker.numberStart, marker.numberEnd);
}

function taskOf(
  content: ReturnType<typeof readTask>,
  draft: TaskDraft,
  index: number,
  drafts: readonly SectionDraft[],
  sections: readonly ParsedSection[],
): ParsedTask {
  const own = draft.section === null ? undefined : sections[drafts.indexOf(draft.section)];
  let top = draft.section;
  while (top !== null && top.parent !== null) top = top.parent;
  const first = top === null ? undefined : sections[drafts.indexOf(top)];
  const { statements, foundDeadlines, ...rest } = content;
  void statements;
  void foundDeadlines;
  return {
    id: `t${index + 1}`,
    section: first?.number ?? null,
    subsection: own === undefined || own === first ? null : own.number,
    sectionId: own?.id ?? null,
    ...rest,
    doubts: [],
  };
}
