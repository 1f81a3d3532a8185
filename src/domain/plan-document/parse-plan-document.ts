import type { SourceDocument } from '@/lib/document-text/source-document';
import { findBrackets } from './brackets';
import { headLines, judgeKind } from './document-kind';
import { foldText } from './fold-text';
import { blankOut, findFurniture } from './furniture';
import { restoreLineBreaks } from './line-breaks';
import { findMarkers } from './markers';
import { buildOutline } from './outline';
import { readPlan } from './read-plan';
import { findStatements } from './responsibility';
import { findLastTitle } from './titles';
import type { ParseOptions, PlanDocumentResult } from './types';

/** Reads a plan document as a careful clerk would; pure, and linear in the length of the text. */
export function parsePlanDocument(source: string | SourceDocument, options: ParseOptions = {}): PlanDocumentResult {
  const document: SourceDocument = typeof source === 'string' ? { text: source, tables: [], headings: [] } : source;
  const whole = restoreLineBreaks(foldText(document.text));
  const dropped = findFurniture(whole);
  const text = { source: document.text, folded: blankOut(whole, dropped) };
  const brackets = findBrackets(text.folded);
  const markers = findMarkers(text.folded, brackets);
  const parts = buildOutline(markers, text.folded.length, (start, end) => findLastTitle(text.folded, start, end)?.start ?? null);
  const breaks = markers.filter((marker) => marker.afterBreak).map((marker) => marker.numberStart);
  const statements = findStatements(text, brackets, breaks);
  const plans = parts.map((part) => readPlan(text, part, statements.filter((one) => one.start >= part.start && one.start < part.end), options));
  const tasks = plans.flatMap((plan) => plan.tasks);
  const verdict = judgeKind({
    title: plans[0]?.title ?? headLines(text.folded, 1)[0] ?? '',
    head: headLines(text.folded, 12).join('\n'),
    tasks: tasks.length,
    tasksWithUnits: tasks.filter((task) => task.units.length > 0).length,
    sectionTitles: plans.flatMap((plan) => plan.sections.map((section) => foldText(section.title))),
  });
  return {
    kind: verdict.kind,
    kindReason: verdict.reason,
    plans: verdict.kind === 'plan' ? plans.filter((plan) => plan.tasks.length > 0) : [],
    dropped,
    warnings: [],
  };
}
