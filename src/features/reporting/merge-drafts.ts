import type { ReportContent } from '@/domain/reporting/report-content'

export type ConflictField = keyof ReportContent
export type ConflictChoice = 'mine' | 'theirs' | 'both'

const FIELDS: readonly ConflictField[] = ['kind', 'percent', 'done', 'nextSteps', 'problems']

/** The parts in which two versions differ. */
export function conflictFields(mine: ReportContent, theirs: ReportContent): readonly ConflictField[] {
  return FIELDS.filter((field) => mine[field] !== theirs[field])
}

/** One version out of two; what was not chosen stays mine, and 'both' puts mine after theirs. */
export function mergeDrafts(
  mine: ReportContent,
  theirs: ReportContent,
  choices: Partial<Readonly<Record<ConflictField, ConflictChoice>>>,
): ReportContent {
  const text = (field: 'done' | 'nextSteps' | 'problems') => {
    if (choices[field] === 'theirs') return theirs[field]
    return choices[field] === 'both' ? joined(theirs[field], mine[field]) : mine[field]
  }
  return {
    kind: choices.kind === 'theirs' ? theirs.kind : mine.kind,
    percent: choices.percent === 'theirs' ? theirs.percent : mine.percent,
    done: text('done'),
    nextSteps: text('nextSteps'),
    problems: text('problems'),
  }
}

function joined(first: string, second: string): string {
  return [first.trim(), second.trim()].filter((text) => text !== '').join('\n')
}
