import type { MilestoneId, PlanId, TaskId } from '@/domain/ids'
import { yearOf, type LocalDate } from '@/domain/local-date/local-date'

/** A milestone of an earlier task. */
export interface CandidateMilestone {
  readonly id: MilestoneId
  readonly dueOn: LocalDate
  readonly year: number | null
  readonly requirement: string
}

/** A task of an issued plan that a later task may go on from. */
export interface LineageCandidate {
  readonly taskId: TaskId
  readonly planId: PlanId
  readonly planTitle: string
  readonly startYear: number
  readonly endYear: number
  readonly number: string | null
  readonly title: string
  readonly requirement: string
  readonly unitNames: readonly string[]
  readonly milestones: readonly CandidateMilestone[]
}

/** The years that a plan runs. */
export interface YearSpan {
  readonly startYear: number
  readonly endYear: number
}

/** A plan over several years that is still running, the plan before, or another plan of the very same years. */
export type AncestorKind = 'long_term' | 'previous' | 'same_years'

/** What a candidate is to a plan of these years; null when it cannot come before it. */
export function ancestorKindOf(candidate: YearSpan, span: YearSpan): AncestorKind | null {
  if (candidate.endYear < span.startYear) return 'previous'
  const isSame = candidate.startYear === span.startYear && candidate.endYear === span.endYear
  if (isSame) return 'same_years'
  const isAround = candidate.startYear <= span.startYear && candidate.endYear >= span.endYear
  if (isAround) return 'long_term'
  return candidate.startYear < span.startYear ? 'previous' : null
}

/** The part of a plan over several years that a plan of one year carries out; null for any other pair. */
export function milestoneOfYear(candidate: LineageCandidate, span: YearSpan): CandidateMilestone | null {
  if (span.startYear !== span.endYear || candidate.startYear === candidate.endYear) return null
  const { milestones } = candidate
  const named = milestones.find((milestone) => milestone.year === span.startYear)
  return named ?? milestones.find((milestone) => yearOf(milestone.dueOn) === span.startYear) ?? null
}

/** The candidates whose number, words, plan or units contain every given word. */
export function searchCandidates(candidates: readonly LineageCandidate[], text: string): LineageCandidate[] {
  const words = fold(text)
    .split(/\s+/)
    .filter((word) => word !== '')
  return candidates.filter(({ number, title, requirement, planTitle, unitNames }) => {
    const all = fold(`${number ?? ''} ${title} ${requirement} ${planTitle} ${unitNames.join(' ')}`)
    return words.every((word) => all.includes(word))
  })
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}
