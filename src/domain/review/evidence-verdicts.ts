import type { EvidenceId } from '../ids'
import type { Submission } from '../reporting/submission'
import { isSettling } from './queue'

export type EvidenceVerdict = 'accepted' | 'rejected'

/** What the reviewer said of each piece so far; a piece that is not in it was not looked at. */
export type EvidenceVerdicts = ReadonlyMap<EvidenceId, EvidenceVerdict>

type Judged = Pick<Submission, 'content' | 'evidence'>

/**
 * What a review begins with: nothing is accepted unseen that a milestone would be settled by. Elsewhere evidence is an
 * extra, and is accepted unless the reviewer says otherwise.
 */
export function verdictsToStartWith({ content, evidence }: Judged): EvidenceVerdicts {
  return isSettling(content) ? new Map() : new Map(evidence.map(({ id }) => [id, 'accepted']))
}

/** The pieces that are said not to count. */
export function rejectedIn(verdicts: EvidenceVerdicts): readonly EvidenceId[] {
  return [...verdicts].filter(([, verdict]) => verdict === 'rejected').map(([id]) => id)
}

/** Why a report cannot be approved as it stands; null when it can. The database asks for the accepted piece once more. */
export function approvalRefusal({ content, evidence }: Judged, verdicts: EvidenceVerdicts): string | null {
  if (!isSettling(content)) return null
  const isCompleting = content.kind === 'progress'
  if (isCompleting && evidence.length === 0) return '申请办结但没有佐证材料，只能退回。'
  const unseen = evidence.filter(({ id }) => !verdicts.has(id)).length
  if (unseen > 0) return `还有 ${unseen} 件佐证材料没有表态。请逐件看过，选认可或不认可。`
  const isAnyAccepted = evidence.some(({ id }) => verdicts.get(id) === 'accepted')
  if (isCompleting && !isAnyAccepted) return '办结须有至少一件认可的佐证材料。请认可其中一件，或退回。'
  return null
}
