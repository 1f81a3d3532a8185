import type { SourceDocument } from '@/lib/document-text/source-document'
import { openBoxTables } from './box-tables'
import { findBrackets } from './brackets'
import { headLines, judgeKind } from './document-kind'
import { foldText } from './fold-text'
import { blankOut, findFurniture } from './furniture'
import { restoreLineBreaks } from './line-breaks'
import { withHeadings } from './heading-markers'
import { withOrderOfUse } from './marker-order'
import { findMarkers } from './markers'
import { withoutMarkup } from './markup-residue'
import { buildOutline } from './outline'
import { choosePlans } from './plan-choice'
import { sourcesOfPlans } from './plan-sources'
import { findPlanTables } from './plan-tables'
import { readPlan } from './read-plan'
import { relocate } from './relocate'
import { findStatements } from './responsibility'
import type { RewrittenText } from './rewritten-text'
import { closeSpacedLines } from './spaced-lines'
import { findLastTitle } from './titles'
import type { ParsedPlan, ParseOptions, PlanDocumentResult } from './types'
import { warningsOf } from './warnings'

/** Ten times the longest plan on record; what lies beyond is left unread, with a warning. */
const LONGEST_TEXT = 2_000_000

/** Reads a plan document as a careful clerk would; pure, and linear in the length of the text. */
export function parsePlanDocument(source: string | SourceDocument, options: ParseOptions = {}): PlanDocumentResult {
  const document: SourceDocument = typeof source === 'string' ? { text: source, tables: [], headings: [] } : source
  const isPlain = document.tables.length === 0 && document.headings.length === 0
  const rewritten = isPlain && document.text.length <= LONGEST_TEXT ? rewrite(document.text) : null
  if (rewritten === null) return readDocumentText(document, options)
  const read = readDocumentText({ text: rewritten.text, tables: [], headings: [] }, options)
  return relocate(read, rewritten.places, document.text.length)
}

/** Puts into readable order what a scan has spaced or a typist has drawn; null where nothing is. */
function rewrite(text: string): RewrittenText | null {
  return openBoxTables(text) ?? closeSpacedLines(text)
}

function readDocumentText(document: SourceDocument, options: ParseOptions): PlanDocumentResult {
  const whole = restoreLineBreaks(foldText(withoutMarkup(document.text.slice(0, LONGEST_TEXT))))
  const furniture = findFurniture(whole)
  const clean = blankOut(whole, furniture)
  const tables = findPlanTables(document, clean, options)
  const planTables = tables.plans
  const text = { source: document.text, folded: clean }
  const prose = { source: document.text, folded: blankOut(clean, planTables) }
  const brackets = findBrackets(prose.folded)
  const markers = withHeadings(prose.folded, withOrderOfUse(findMarkers(prose.folded, brackets)), document.headings)
  const parts = buildOutline(
    markers,
    clean.length,
    (start, end) => findLastTitle(prose.folded, start, end)?.start ?? null,
  )
  const breaks = markers.filter((marker) => marker.afterBreak || marker.isGlued).map((marker) => marker.numberStart)
  const statements = findStatements(prose, brackets, breaks)
  const plans = sourcesOfPlans(prose, parts, statements, planTables).map((one) =>
    readPlan({ text, prose }, one, options),
  )
  const chosen = choosePlans(plans)
  const tasks = chosen.plans.flatMap((plan) => plan.tasks)
  const verdict = judgeKind({
    title: foldText(chosen.plans[0]?.title ?? plans[0]?.title ?? headLines(clean, 1)[0] ?? ''),
    heads: headLines(clean, 6),
    tasks: tasks.length,
    tasksWithUnits: tasks.filter((task) => task.units.length > 0).length,
    sectionTitles: plans.flatMap((plan) => plan.sections.map((section) => foldText(section.title))),
  })
  const taken = options.isTakenAsPlan === true && chosen.plans.length === 0 ? [emptyPlan(clean)] : chosen.plans
  const isPlan = verdict.kind === 'plan' || options.isTakenAsPlan === true
  return {
    kind: verdict.kind,
    kindReason: verdict.reason,
    plans: isPlan ? taken : [],
    dropped: [...furniture, ...(isPlan ? chosen.dropped : [])].sort((a, b) => a.start - b.start),
    warnings: warningsOf(document.text, LONGEST_TEXT, isPlan ? taken : []),
    tables: tables.recognized,
  }
}

/** What a clerk begins with where no task was found: the title, and tasks to be marked in the source. */
function emptyPlan(folded: string): ParsedPlan {
  return {
    planKind: 'annual_work_plan',
    title: headLines(folded, 1)[0] ?? null,
    documentNumber: null,
    issuingBody: null,
    issuedOn: null,
    startYear: null,
    endYear: null,
    sections: [],
    defaultUnits: [],
    tasks: [],
    start: 0,
    end: folded.length,
  }
}
