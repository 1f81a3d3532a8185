import type { ReportKind } from './report-kind-vocabulary'

/** What a unit says about one milestone. */
export interface ReportContent {
  readonly kind: ReportKind
  /** 0 to 100. */
  readonly percent: number
  readonly done: string
  readonly nextSteps: string
  readonly problems: string
}

export const MAX_REPORT_TEXT = 5000

export const emptyReportContent: ReportContent = { kind: 'progress', percent: 0, done: '', nextSteps: '', problems: '' }

/** Whether two contents say the same; what a kind of report does not ask for does not count. */
export function isSameContent(a: ReportContent, b: ReportContent): boolean {
  if (a.kind !== b.kind) return false
  const isPercentSame = a.kind !== 'progress' || a.percent === b.percent
  return isPercentSame && a.done === b.done && a.nextSteps === b.nextSteps && a.problems === b.problems
}

/**
 * The same as a report of another kind. Words it started with, which say what was done by the last report, are no reason
 * why there is nothing to do: they go, and come back with the kind they belong to. What the unit wrote itself stays.
 */
export function withKind(content: ReportContent, kind: ReportKind, start: ReportContent): ReportContent {
  if (kind === 'progress') return { ...content, kind, done: content.done === '' ? start.done : content.done }
  return { ...content, kind, done: content.done === start.done ? '' : content.done }
}

/** A part of the form that a complaint belongs to. */
export type ReportField = 'percent' | 'done' | 'nextSteps' | 'problems' | 'evidence'

/**
 * What still keeps a report from being handed in. The database asks the same once more; the table of cases in
 * tests/fixtures is run against both.
 */
export function submissionComplaints(
  content: ReportContent,
  evidenceCount: number,
): readonly { readonly field: ReportField; readonly words: string }[] {
  const complaints: { field: ReportField; words: string }[] = []
  const isSilent = content.done.trim() === ''
  if (content.kind === 'progress' && isSilent) complaints.push({ field: 'done', words: '请写明已完成的工作。' })
  if (content.kind === 'not_applicable' && isSilent) complaints.push({ field: 'done', words: '请写明为何无此事项。' })
  if (content.kind === 'progress' && content.percent === 100 && evidenceCount === 0) {
    complaints.push({ field: 'evidence', words: '报 100% 即申请办结，须附至少一件佐证材料。' })
  }
  return complaints
}
