import type { DraftTaskId } from './draft-ids'
import type { PlanDraft } from './plan-draft'

/** A stretch of a paragraph that belongs to one task, or to none. */
interface SourceSegment {
  readonly start: number
  readonly end: number
  readonly taskId: DraftTaskId | null
  /** Left out by the parser. */
  readonly isDropped: boolean
}

/** A line of the source with its stretches. */
export interface SourceParagraph {
  readonly start: number
  readonly segments: readonly SourceSegment[]
}

interface Claim {
  readonly start: number
  readonly end: number
  readonly taskId: DraftTaskId | null
}

/** The source in lines, each cut where a task or a left-out passage begins or ends; empty lines are left out. */
export function segmentSource(text: string, draft: Pick<PlanDraft, 'tasks' | 'dropped'>): SourceParagraph[] {
  const claims = claimsOf(draft)
  const paragraphs: SourceParagraph[] = []
  let first = 0
  for (let start = 0; start < text.length;) {
    const lineEnd = text.indexOf('\n', start)
    const end = lineEnd < 0 ? text.length : lineEnd
    while (first < claims.length && (claims[first]?.end ?? 0) <= start) first += 1
    if (text.slice(start, end).trim() !== '')
      paragraphs.push({ start, segments: segmentLine(start, end, claims, first) })
    start = end + 1
  }
  return paragraphs
}

/** What is claimed, in order and without overlaps: where two tasks claim a place, the earlier one has it. */
function claimsOf({ tasks, dropped }: Pick<PlanDraft, 'tasks' | 'dropped'>): Claim[] {
  const wanted: Claim[] = []
  for (const { id, start, end } of tasks) if (start !== null && end !== null) wanted.push({ start, end, taskId: id })
  for (const { start, end, reason } of dropped)
    if (start !== null && end !== null && reason !== 'deleted') wanted.push({ start, end, taskId: null })
  wanted.sort((a, b) => a.start - b.start || b.end - a.end)
  const claims: Claim[] = []
  let reach = 0
  for (const claim of wanted) {
    const start = Math.max(claim.start, reach)
    if (start >= claim.end) continue
    claims.push({ ...claim, start })
    reach = claim.end
  }
  return claims
}

function segmentLine(start: number, end: number, claims: readonly Claim[], first: number): SourceSegment[] {
  const segments: SourceSegment[] = []
  let at = start
  for (let index = first; index < claims.length; index += 1) {
    const claim = claims[index]
    if (claim === undefined || claim.start >= end) break
    if (claim.start > at) segments.push({ start: at, end: claim.start, taskId: null, isDropped: false })
    const from = Math.max(at, claim.start)
    const to = Math.min(end, claim.end)
    if (to > from) segments.push({ start: from, end: to, taskId: claim.taskId, isDropped: claim.taskId === null })
    at = Math.max(at, to)
  }
  if (at < end) segments.push({ start: at, end, taskId: null, isDropped: false })
  return segments
}
